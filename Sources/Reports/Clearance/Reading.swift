package import Calendar
package import Measures
import Records
import SQLite

/// One metric's figure, as it may be published.
package struct Finding: Sendable {
    /// The metric.
    package let metric: Metric
    /// Its figure, past the gate.
    package let figure: Figure
}

/// What was read for one period: the counts of the whole and of each group, and the figures that follow.
///
/// Its figures have passed the gate by themselves; `settled` applies what was decided over the whole publication.
package struct Reading: Sendable {
    /// The days that were read.
    package let period: Period
    /// Its groups, in the order of their keys; empty without a division.
    package let groups: [Group]
    /// The undivided figures.
    package private(set) var total: [Finding]

    /// Its metrics, with those that the forms in scope give.
    package let metrics: [Metric]
    /// What the forms in scope ask; nil where no metric is about them.
    let questionnaire: Questionnaire?

    /// What was counted of the whole.
    let whole: Counts

    let disclosure: Disclosure
    private let scope: Scope
    private let parts: [String: Counts]
    /// The wholes whose parts no group shows.
    private let withheldParts: Set<DisclosureRule.Partition>
    /// Figures of groups that are withheld so that others can't be told from the whole: groups by metric.
    private let hidden: [MetricID: Set<String>]
    private var settlement = Settlement()

    /// Reads every count that the metrics need: one statement per question, and one more for all groups together.
    ///
    /// Two readings that are held against each other have one questionnaire, so that they have the same metrics.
    init(
        _ metrics: [Metric],
        _ scope: Scope,
        _ disclosure: Disclosure,
        asking questionnaire: Questionnaire? = nil,
        beside others: [Detail] = [],
        on bases: Bases = Bases(),
        from database: borrowing DatabaseReader
    ) throws {
        let isAsked = metrics.contains(where: \.isOfForms)
        let questionnaire = try questionnaire ?? (isAsked ? Questionnaire([scope], on: bases, from: database) : nil)
        let metrics = metrics.flatMap { $0.entries(for: questionnaire) }
        self.metrics = metrics
        self.questionnaire = questionnaire
        self.disclosure = disclosure
        self.scope = scope
        period = scope.period
        groups = try Group.all(of: scope, metrics, in: database)
        let beside = others.flatMap { detail in questionnaire.flatMap { detail.questions?($0) } ?? [] }
        let asking = metrics.flatMap(\.counting.questions) + beside
        let whole = try Self.counts(asking, bases.of(scope.undivided), database)[""] ?? Counts()
        self.whole = whole
        total = Self.figures(metrics, whole, disclosure) { Self.refusal($0, of: scope.undivided, whole) }
        var parts: [String: Counts] = [:]
        if let split = scope.split {
            let divided = metrics.filter { $0.division.allows(split) }
            parts = try Self.counts(divided.flatMap(\.counting.questions), bases.of(scope), database)
        }
        self.parts = parts
        withheldParts = Self.wholesThatTellOfFew(metrics, parts.values, disclosure)
        hidden =
            disclosure.withholds
            ? Self.hidden(metrics.filter { $0.disclosure.groups == .pooled }, parts, disclosure) : [:]
    }

    /// The reading of a report, with what its details count beside its figures.
    init(
        _ report: Report,
        _ scope: Scope,
        _ disclosure: Disclosure,
        asking questionnaire: Questionnaire?,
        on bases: Bases,
        from database: borrowing DatabaseReader
    ) throws {
        try self.init(
            report.metrics,
            scope,
            disclosure,
            asking: questionnaire,
            beside: report.details,
            on: bases,
            from: database
        )
    }

    /// The same reading, without what is withheld for the sake of other figures.
    func settled(by settlement: Settlement) -> Reading {
        var reading = self
        reading.settlement = settlement
        reading.total = reading.settled(total, Extent(scope))
        return reading
    }

    /// Whether something that a detail prints of the whole is withheld for the sake of other figures.
    func withholds(_ name: String) -> Bool { settlement.withholds(name, Extent(scope.undivided)) }

    /// The figures of a group, also of one in which nothing was counted.
    package func findings(of group: Group) -> [Finding] { settled(gated(group), Extent.of(group, in: scope)) }

    /// What is withheld of a figure is withheld of those that tell of it.
    private func settled(_ findings: [Finding], _ extent: Extent) -> [Finding] {
        findings.map { finding in
            let ids = [finding.metric.id] + finding.metric.disclosure.suppressedWith
            guard ids.contains(where: { settlement.withholds($0.text, extent) }) else { return finding }
            return Finding(metric: finding.metric, figure: .withheld(missing: finding.figure.missing))
        }
    }

    /// The figures of a group past the gate, each by itself and beside those of the same reading.
    private func gated(_ group: Group) -> [Finding] {
        let counts = counts(of: group)
        // Where nothing at all came in, that each part is 0 tells nothing of any other group.
        let empty = Self.parts(of: metrics).filter { $0.value.allSatisfy { Self.count(of: $0, counts) == 0 } }.keys
        return Self.figures(metrics, counts, disclosure) { metric in
            let isShown = metric.figure(of: counts, for: disclosure).state == .value
            let isPartOfFew =
                metric.disclosure.partition.map { withheldParts.contains($0) && !empty.contains($0) } ?? false
            let isHidden = hidden[metric.id]?.contains(group.countedAs) ?? false
            if isShown, isPartOfFew || isHidden { return .withheld() }
            return Self.refusal(metric, of: scope, scope.split == .organization ? counts : whole)
        }
    }

    private func counts(of group: Group) -> Counts {
        var counts = parts[group.countedAs] ?? Counts()
        if scope.split != .organization {
            for theme in metrics.compactMap(\.counting.theme) { counts[theme.recorded] = whole[theme.recorded] }
        }
        return counts
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
            let isToldOf =
                withheld.contains(metric.id) || metric.disclosure.suppressedWith.contains(where: withheld.contains)
            let isKept = isToldOf && figure.state == .value
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
        _ questions: [Question],
        _ basis: Basis,
        _ database: borrowing DatabaseReader
    ) throws -> [String: Counts] {
        var asked: Set<String> = []
        var counts: [String: Counts] = [:]
        // Whoever reads answers sees from which sessions they come, so that nobody needs to look it up.
        let inOrder = questions.filter { !$0.forms.isEmpty } + questions.filter(\.forms.isEmpty)
        for question in inOrder where asked.insert(question.name).inserted {
            for (key, answer) in try question.answers(basis, in: database) {
                counts[key, default: Counts()].add(answer)
            }
        }
        return counts
    }
}

// MARK: - For a publication

extension Reading {
    /// Its figures with their names, before anything is decided for the sake of others.
    var candidates: [Publication.Candidate] {
        let undivided = scope.undivided
        let all = candidates(total, Extent(scope)) {
            Self.refusal($0, of: undivided, whole) ?? $0.counting.conclude(whole)
        }
        return groups.reduce(into: all) { all, group in
            let counts = counts(of: group)
            let judged = scope.split == .organization ? counts : whole
            all += candidates(gated(group), Extent.of(group, in: scope)) {
                Self.refusal($0, of: scope, judged) ?? $0.counting.conclude(counts)
            }
        }
    }

    /// What its groups are all the parts of; nil where they are of days, or there are none.
    var division: Publication.Division? {
        scope.split?.side.map { Publication.Division(whole: Extent(scope), side: $0) }
    }

    private func candidates(
        _ gated: [Finding],
        _ extent: Extent,
        _ figure: (Metric) -> Figure
    ) -> [Publication.Candidate] {
        gated.map { finding in
            Publication.Candidate(
                address: Publication.Address(metric: finding.metric.id.text, extent: extent),
                figure: figure(finding.metric),
                sensitivity: finding.metric.disclosure.sensitivity,
                isWithheld: finding.figure.state == .withheld,
                homogeneity: finding.metric.disclosure.hidesUnanimity,
                links: finding.metric.disclosure.relations,
                isOfOneDay: finding.metric.division == .organizationOnly
            )
        }
    }
}

// MARK: - Parts of a published count

extension Reading {
    /// The parts of each whole.
    private static func parts(of metrics: [Metric]) -> [DisclosureRule.Partition?: [Metric]] {
        Dictionary(grouping: metrics.filter { $0.disclosure.partition != nil }, by: \.disclosure.partition)
    }

    /// How many a part counts, a count or the upper half of a share.
    private static func count(of part: Metric, _ counts: Counts) -> Int {
        let figure = part.counting.conclude(counts)
        return figure.numerator ?? figure.whole ?? 0
    }

    /// The parts that are withheld so that none can be told from the count that they divide.
    private static func partsToWithhold(_ metrics: [Metric], _ counts: Counts, _ disclosure: Disclosure) -> Set<
        MetricID
    > {
        guard disclosure.withholds else { return [] }
        var withheld: Set<MetricID> = []
        for parts in parts(of: metrics).values {
            let values = parts.map { count(of: $0, counts) }
            let places = Complement.withheld(of: values, threshold: disclosure.threshold)
            withheld.formUnion(places.map { parts[$0].id })
        }
        return withheld
    }

    /// The wholes of which any group has a part that is too small to publish: then no group's parts are published, or
    /// the sums would tell it.
    private static func wholesThatTellOfFew(
        _ metrics: [Metric],
        _ groups: some Sequence<Counts>,
        _ disclosure: Disclosure
    ) -> Set<DisclosureRule.Partition> {
        let wholes = Dictionary(metrics.compactMap { metric in metric.disclosure.partition.map { (metric.id, $0) } }) {
            first,
            _ in
            first
        }
        return groups.reduce(into: []) { told, counts in
            told.formUnion(partsToWithhold(metrics, counts, disclosure).compactMap { wholes[$0] })
        }
    }
}
