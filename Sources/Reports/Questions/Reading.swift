package import Calendar
package import Measures
import Records
import SQLite

/// One metric's figure, as it may be published.
package struct Finding: Sendable {
    /// What was counted.
    package let metric: Metric
    /// Its figure, past the gate.
    package let figure: Figure

    /// What it is in a publication.
    var cell: CellID { .metric(metric.id) }
}

/// What was read for one period: the counts of the whole and of each group, and the figures that follow.
///
/// Its figures have passed the gate by themselves; `cleared` applies what was decided over the whole publication.
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
    /// What it is about.
    let scope: Scope
    /// The months and quarters of which nothing has come yet.
    private let daysAhead: Set<String>
    private let parts: [String: Counts]
    /// What its figures are by themselves and beside each other.
    private let primary: PrimaryClearance
    /// Which organizations may stand beside what they report of themselves.
    private let named: NamedOrganizations
    private var verdicts = Verdicts()

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
        daysAhead = Set((scope.pieces ?? []).filter(\.scope.isAhead).map(\.key))
        period = scope.period
        groups = try Group.all(of: scope, metrics, in: database)
        let beside = others.flatMap { detail in questionnaire.flatMap { detail.questions?($0) } ?? [] }
        let asking = metrics.flatMap(\.counting.questions) + beside
        let whole = try Self.counts(asking, bases.of(scope.undivided), database)[""] ?? Counts()
        self.whole = whole
        var parts: [String: Counts] = [:]
        if let split = scope.split {
            let divided = metrics.filter { $0.division.allows(split) }
            parts = try Self.counts(divided.flatMap(\.counting.questions), bases.of(scope), database)
        }
        self.parts = parts
        let named = try NamedOrganizations(for: metrics, scope, disclosure, from: database)
        self.named = named
        let ofPeople = scope.split?.isOfPeople == true
        primary = PrimaryClearance(ofPeople ? metrics.map(\.dividedByPeople) : metrics, parts, disclosure)
        let undivided = ofPeople ? PrimaryClearance(metrics, [:], disclosure) : primary
        total = undivided.figures(of: whole) {
            Self.refusal($0, of: scope.undivided, whole) ?? named.withheld($0, whole, Extent(scope))
        }
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

    /// The same reading as it may be published beside everything else.
    func cleared(by verdicts: Verdicts) -> Reading {
        var reading = self
        reading.verdicts = verdicts
        reading.total = reading.cleared(total, Extent(scope))
        return reading
    }

    /// A number that a detail prints of the whole, as it may be published.
    func shown(_ figure: Figure, of cell: CellID, _ rule: DisclosureRule) -> Figure {
        verdicts.figure(rule.cleared(figure, for: disclosure), of: cell, rule, Extent(scope.undivided))
    }

    /// Whether the undivided figure of a metric is printed somewhere beside this reading.
    func prints(_ id: MetricID) -> Bool { verdicts.prints(.metric(id), Extent(scope.undivided)) }

    /// The figures of a group, also of one in which nothing was counted.
    package func findings(of group: Group) -> [Finding] {
        cleared(primaryFindings(of: group), Extent.of(group, in: scope))
    }

    private func cleared(_ findings: [Finding], _ extent: Extent) -> [Finding] {
        findings.map { finding in
            let metric = finding.metric
            let figure = verdicts.figure(finding.figure, of: .metric(metric.id), metric.disclosure, extent)
            return Finding(metric: metric, figure: figure)
        }
    }

    private func primaryFindings(of group: Group) -> [Finding] {
        let counts = counts(of: group)
        return primary.figures(of: group, counts) {
            refusal($0, of: group, counts) ?? named.withheld($0, counts, Extent.of(group, in: scope))
        }
    }

    /// Why a metric has no figure of a group.
    private func refusal(_ metric: Metric, of group: Group, _ counts: Counts) -> Figure? {
        Self.refusal(metric, of: scope, counts)
            ?? (daysAhead.contains(group.key) ? Self.notDue(metric, counts) : nil)
    }

    private func counts(of group: Group) -> Counts {
        var counts = parts[group.countedAs] ?? Counts()
        if scope.split != .organization {
            for theme in metrics.compactMap(\.counting.theme) { counts[theme.recorded] = whole[theme.recorded] }
        }
        return counts
    }

    /// Why a metric has no figure in a scope that it does not divide by, or whose filters only sessions have; and what is
    /// judged has none of days that are still to come.
    private static func refusal(_ metric: Metric, of scope: Scope, _ counts: Counts) -> Figure? {
        let divides = scope.split.map(metric.division.allows) ?? true
        guard let theme = metric.counting.theme else {
            guard divides else { return metric.isCounted ? .notApplicable(.notDivisible) : nil }
            return scope.isAhead ? notDue(metric, counts) : nil
        }
        if divides, !scope.isOfSessionsOnly { return scope.isAhead ? notDue(metric, counts) : nil }
        return counts[theme.recorded] == 0 ? .notCollected : .notApplicable(.notDivisible)
    }

    /// What is said of days that are still to come: nothing of what is judged. Of sessions none has been
    /// held, so that what is counted of them is 0.
    private static func notDue(_ metric: Metric, _ counts: Counts) -> Figure? {
        guard let theme = metric.counting.theme else {
            guard metric.isCounted || !metric.shape.isMarked else { return nil }
            if metric.isJudged, !metric.isOfOneDay { return .notApplicable(.notDue) }
            return metric.shape.isCount ? .count(0) : nil
        }
        guard metric.isJudged else { return nil }
        return counts[theme.recorded] == 0 ? .notCollected : .notApplicable(.notDue)
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
    var candidates: [Clearance.Candidate] {
        let undivided = scope.undivided
        let all = candidates(total, Extent(scope)) {
            Self.refusal($0, of: undivided, whole) ?? $0.counting.conclude(whole)
        }
        return groups.reduce(into: all) { all, group in
            let counts = counts(of: group)
            all += candidates(primaryFindings(of: group), Extent.of(group, in: scope)) {
                refusal($0, of: group, counts) ?? $0.counting.conclude(counts)
            }
        }
    }

    /// What its groups are all the parts of; nil where they are of days, or there are none.
    var division: Clearance.Division? {
        scope.split?.side.map { Clearance.Division(whole: Extent(scope), side: $0) }
    }

    private func candidates(
        _ findings: [Finding],
        _ extent: Extent,
        _ figure: (Metric) -> Figure
    ) -> [Clearance.Candidate] {
        findings.map { finding in
            Clearance.Candidate(
                address: Verdicts.Address(cell: .metric(finding.metric.id), extent: extent),
                figure: figure(finding.metric),
                rule: finding.metric.disclosure,
                isSuppressed: finding.figure.state == .withheld,
                isOfOneDay: finding.metric.isOfOneDay
            )
        }
    }
}
