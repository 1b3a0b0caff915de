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

    private let metrics: [Metric]
    private let disclosure: Disclosure
    private let split: Split?
    private let whole: Counts
    private let parts: [String: Counts]

    /// Reads every count that the metrics need: one statement per question, and one more for all groups together.
    init(_ metrics: [Metric], _ scope: Scope, _ disclosure: Disclosure, from database: borrowing Database) throws {
        self.metrics = metrics
        self.disclosure = disclosure
        period = scope.period
        split = scope.split
        groups = try Group.all(of: scope, in: database)
        whole = try Self.counts(metrics, scope.undivided, database)[""] ?? Counts()
        if let split = scope.split {
            parts = try Self.counts(metrics.filter { $0.division.allows(split) }, scope, database)
        } else {
            parts = [:]
        }
    }

    /// The undivided figures.
    package var total: [Finding] {
        metrics.map { Finding(metric: $0, figure: $0.figure(of: whole, for: disclosure)) }
    }

    /// The figures of a group, also of one in which nothing was counted.
    package func findings(of group: Group) -> [Finding] {
        let counts = parts[group.countedAs] ?? Counts()
        return metrics.map { metric in
            guard let split, metric.isCounted, !metric.division.allows(split) else {
                return Finding(metric: metric, figure: metric.figure(of: counts, for: disclosure))
            }
            return Finding(metric: metric, figure: .notApplicable(.notDivisible))
        }
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
