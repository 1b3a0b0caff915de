import Support

@testable import Reports

/// What a report on random records must say, by the recount of its theme and by what holds for every theme.
struct ExpectedAnswers<Theme: RecountedTheme> {
    let theme: Theme
    let program: RandomProgram
    /// The figures that the recount knows.
    let ids = Theme.ids

    init(using generator: inout SeededGenerator) {
        theme = Theme(using: &generator)
        program = RandomProgram(ids, using: &generator)
    }

    /// A question at random; of a rate about people it is often asked with the very threshold that decides.
    func question(using generator: inout SeededGenerator) -> ReportRequest {
        var request = ReportRequest(near: theme.days, among: Theme.organizations, using: &generator)
        guard !Theme.rates.isEmpty, generator.isOne(of: 2) else { return request }
        let counts = ([nil] + (groups(request) ?? []).map(String?.some)).flatMap { key -> [Int] in
            let answers = answers(request, of: key, previous: false) ?? [:]
            return Theme.rates.flatMap { answers[$0]?.people ?? [] }
        }
        guard let count = counts.filter({ $0 > 1 }).randomElement(using: &generator) else { return request }
        request.threshold = count + generator.pick([0, 1])
        return request
    }

    /// Every answer about the whole (`key` nil) or a group, in the period or in the one that it is held against; nil
    /// where nothing stands beside a group.
    func answers(_ request: ReportRequest, of key: String?, previous isPrevious: Bool) -> [String: Answer]? {
        var scope = request.scope
        if isPrevious { (scope.from, scope.to) = (request.other.lowerBound, request.other.upperBound) }
        guard let key else { return answers(request, scope) { _ in true } }
        switch request.split {
        case .organization:
            scope.organization = RandomProgram.organization(called: key) ?? 0
            return answers(request, scope) { _ in true }
        case .month, .quarter:
            // Months stand beside each other by their place, which other tests look at.
            if isPrevious { return nil }
            return answers(request, scope.part(Almanac.days(in: key))) { !Theme.pointInTime.contains($0) }
        // No organization here has a sector, so that there is one group: everything.
        case .sector:
            scope.isSector = true
            return isPrevious ? nil : answers(request, scope) { _ in Theme.dividesBySector }
        default: return isPrevious ? nil : answers(request, scope) { _ in false }
        }
    }

    /// The answers, without those that nothing was recorded for, those of records that belong to no course, fund or group of
    /// this kind, and stocks and shares of days that are still to come.
    private func answers(_ request: ReportRequest, _ scope: RecountScope, divides: (String) -> Bool) -> [String: Answer]
    {
        var answers = theme.answers(scope)
        for id in ids {
            let owners = theme.owners(of: id, asOf: scope.recorded)
            let isOwn = scope.organization == nil && Theme.ofProgram.contains(id)
            let isKept = isOwn ? owners.contains(RandomProgram.program) : owners.contains(where: scope.isAbout)
            if !isKept || Theme.notYetRecorded.contains(id) {
                answers[id] = .notCollected()
            } else if request.course != nil || request.fund != nil || !divides(id) {
                answers[id] = .none("not_divisible")
            } else if scope.isAhead, Theme.judged.contains(id) {
                answers[id] = .none("not_due")
            } else if let answer = answers[id], theme.withholds(id, answer, scope, request) {
                // Whether the organization answered at all is a part of what it reports.
                answers[id] = .withheld(missing: 0)
            }
        }
        return answers
    }

    /// What was set for a figure. A course has no targets, nor has a group that is no scope of its own.
    func target(_ id: String, _ request: ReportRequest, of key: String?) -> Double? {
        let scope = request.scope
        guard request.course == nil else { return nil }
        guard let key else { return program.target(id, scope.from...scope.to, scope.organization, request.fund) }
        switch request.split {
        case .organization:
            guard let organization = RandomProgram.organization(called: key) else { return nil }
            return program.target(id, scope.from...scope.to, organization, request.fund)
        case .month, .quarter: return program.target(id, Almanac.days(in: key), scope.organization, request.fund)
        case .fund: return program.target(id, scope.from...scope.to, scope.organization, key)
        default: return nil
        }
    }

    /// The keys of the groups in their order; nil where sessions alone make them.
    func groups(_ request: ReportRequest) -> [String]? {
        let scope = request.scope
        switch request.split {
        case nil: return []
        case .organization: return organizations(request)
        case .month: return Set((scope.from...scope.to).map(Almanac.month)).sorted()
        case .quarter: return Set((scope.from...scope.to).map(Almanac.quarter)).sorted()
        default: return nil
        }
    }

    /// Those that keep records of the theme, and those that were trained; blank for sessions that name none.
    private func organizations(_ request: ReportRequest) -> [String] {
        let scope = request.scope
        let sessions = (RandomProgram.sessions + theme.sessions).filter { session in
            (scope.from...scope.to).contains(Almanac.day(session.day))
                && (request.course == nil || session.course == request.course)
                && (request.fund == nil || session.fund == request.fund)
        }
        let known = ids.flatMap { theme.owners(of: $0, asOf: scope.reference) } + sessions.flatMap(\.organizations)
        let isUnnamed = scope.organization == nil && sessions.contains(where: \.organizations.isEmpty)
        return Set(known.filter(scope.isAbout).map(RandomProgram.ref) + (isUnnamed ? [""] : [])).sorted()
    }
}
