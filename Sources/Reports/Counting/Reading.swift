package import Measures
package import Records
import SQLite

/// One metric's figure, as it may be published.
package struct Finding: Sendable {
    /// The metric.
    package let metric: Metric
    /// Its figure, past the gate.
    package let figure: Figure
}

/// What was read for one period: the counts of the whole and of each group, and the figures that follow.
package struct Reading: Sendable {
    /// The days that were read.
    package let period: Period
    /// Its groups, in the order of their keys; empty without a division.
    package let groups: [Group]
    /// The undivided figures.
    package let total: [Finding]

    private let metrics: [Metric]
    private let disclosure: Disclosure
    private let scope: Scope
    private let whole: Counts
    private let parts: [String: Counts]
    private let withholdsParts: Bool

    /// Reads every count that the metrics need: one statement per question, and one more for all groups together.
    init(_ metrics: [Metric], _ scope: Scope, _ disclosure: Disclosure, from database: borrowing Database) throws {
        self.metrics = metrics
        self.disclosure = disclosure
        self.scope = scope
        period = scope.period
        groups = try Group.all(of: scope, metrics, in: database)
        let whole = try Self.counts(metrics, scope.undivided, database)[""] ?? Counts()
        self.whole = whole
        total = Self.figures(metrics, whole, disclosure) { Self.refusal($0, of: scope.undivided, whole) }
        var parts: [String: Counts] = [:]
        if let split = scope.split {
            parts = try Self.counts(metrics.filter { $0.division.allows(split) }, scope, database)
        }
        self.parts = parts
        withholdsParts = Self.tellsOfFew(metrics, parts.values, disclosure)
    }

    /// The figures of a group, also of one in which nothing was counted.
    package func findings(of group: Group) -> [Finding] {
        var counts = parts[group.countedAs] ?? Counts()
        if scope.split != .organization {
            for theme in metrics.compactMap(\.counting.theme) { counts[theme.recorded] = whole[theme.recorded] }
        }
        // Where nothing at all came in, that each part is 0 tells nothing of any other group.
        let isEmpty = metrics.filter(\.isPart).allSatisfy { $0.counting.conclude(counts).whole == 0 }
        return Self.figures(metrics, counts, disclosure) { metric in
            let isShown = metric.figure(of: counts, for: disclosure).state == .value
            if withholdsParts, metric.isPart, isShown, !isEmpty { return .withheld() }
            return Self.refusal(metric, of: scope, scope.split == .organization ? counts : whole)
        }
    }

    /// The figures of one group; `instead` gives those that are not concluded from counts.
    private static func figures(
        _ metrics: [Metric],
        _ counts: Counts,
        _ disclosure: Disclosure,
        instead: (Metric) -> Figure?
    ) -> [Finding] {
        let withheld = partsToWithhold(metrics, counts, disclosure)
        return metrics.map { metric in
            let figure = instead(metric) ?? metric.figure(of: counts, for: disclosure)
            let isKept = withheld.contains(metric.id) && figure.state == .value
            return Finding(metric: metric, figure: isKept ? .withheld(missing: figure.missing) : figure)
        }
    }

    /// Why a metric has no figure in a scope that it does not divide by, or whose filters only sessions have.
    private static func refusal(_ metric: Metric, of scope: Scope, _ counts: Counts) -> Figure? {
        guard metric.isCounted else { return nil }
        let divides = scope.split.map(metric.division.allows) ?? true
        guard let theme = metric.counting.theme else { return divides ? nil : .notApplicable(.notDivisible) }
        guard !divides || scope.isOfSessionsOnly else { return nil }
        return counts[theme.recorded] == 0 ? .notCollected : .notApplicable(.notDivisible)
    }

    private static func counts(
        _ metrics: [Metric],
        _ scope: Scope,
        _ database: borrowing Database
    ) throws -> [String: Counts] {
        var asked: Set<String> = []
        var counts: [String: Counts] = [:]
        for question in metrics.flatMap(\.counting.questions) where asked.insert(question.name).inserted {
            for (key, answer) in try question.answers(scope, in: database) {
                counts[key, default: Counts()].add(answer)
            }
        }
        return counts
    }
}

// MARK: - Parts of a published count

extension Reading {
    /// The parts that are withheld so that none can be told from the count that they divide.
    private static func partsToWithhold(_ metrics: [Metric], _ counts: Counts, _ disclosure: Disclosure) -> Set<String>
    {
        guard disclosure.withholds else { return [] }
        let parts = metrics.filter(\.isPart)
        let values = parts.map { $0.counting.conclude(counts).whole ?? 0 }
        return Set(Complement.withheld(of: values, threshold: disclosure.threshold).map { parts[$0].id })
    }

    /// Whether any group has a part that is too small to publish: then no group's parts are, or the sums would tell it.
    private static func tellsOfFew(_ metrics: [Metric], _ groups: some Sequence<Counts>, _ disclosure: Disclosure)
        -> Bool
    {
        groups.contains { !partsToWithhold(metrics, $0, disclosure).isEmpty }
    }
}
