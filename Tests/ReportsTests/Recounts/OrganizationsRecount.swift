import Measures
import Support

@testable import Reports

/// What organizations report about themselves, and how that changed: OR-01 to OR-07.
struct OrganizationsRecount: RecountedTheme {
    static let report = Report.organizations
    static let organizations = RawProfiles.organizations + [RawProfiles.own]

    private let raw: RawProfiles

    init(using generator: inout SeededGenerator) { raw = RawProfiles(using: &generator) }

    var days: [Int] { raw.profiles.map(\.day) + raw.trainings.map(\.day) + raw.staff.map(\.day) }

    var sessions: [RandomProgram.Session] {
        raw.trainings.map { one in
            .init(id: one.id, day: Almanac.iso(one.day), organizations: one.organizations, course: nil, fund: nil)
        }
    }

    func store(in sample: borrowing Sample) throws { try raw.store(in: sample) }

    /// Those that ever reported something, and those for which any session was ever planned.
    func owners(of id: String) -> [Int] {
        let trained = (sessions + RandomProgram.sessions).flatMap(\.organizations)
        return (raw.profiles.map(\.organization) + trained).filter { $0 != RawProfiles.own }
    }

    /// The day that a question is judged on: the last of the period, of a month or quarter its own last one.
    private func lastDay(_ scope: RecountScope) -> Int { scope.reference }

    static var judged: Set<String> { ids }
    static let dividesBySector = true

    func answers(_ scope: RecountScope) -> [String: Answer] {
        let day = lastDay(scope)
        let reached = raw.reached(by: day).filter(scope.isAbout)
        let known = raw.profiles.filter { $0.day <= day }
        var answers = ["OR-01": Answer.share(reached.count { hasReport($0, known) }, of: reached.count)]
        answers["OR-06"] = services(reached, known)
        for question in Question.allCases where question != .services {
            let given = reached.compactMap { latest(of: $0, known, question.answer) }
            answers[question.figure] = .share(
                given.count { $0.isYes },
                of: given.count,
                missing: reached.count - given.count,
                among: reached.count
            )
        }
        answers.merge(changes(reached, known)) { $1 }
        return answers
    }

    private func hasReport(_ organization: Int, _ known: [RawProfiles.Profile]) -> Bool {
        known.contains { $0.organization == organization }
    }

    /// How many of the nine an organization offers in the middle of those that said it.
    private func services(_ reached: Set<Int>, _ known: [RawProfiles.Profile]) -> Answer {
        let counts = reached.compactMap { latest(of: $0, known, Question.services.answer)?.offered.count }
        let missing = reached.count - counts.count
        if !reached.isEmpty, counts.isEmpty { return .notCollected(missing: missing) }
        guard !counts.isEmpty else { return Answer(state: "not_applicable", reason: "zero_denominator", n: 0) }
        let mean = Double(counts.reduce(0, +)) / Double(counts.count)
        return Answer(state: "value", value: mean, n: counts.count, missing: missing)
    }

    // MARK: - Questions

    /// An answer to a question: yes or no, and which of the nine services where it is about these.
    private struct Given {
        var isYes = false
        var offered: Set<String> = []
    }

    private enum Question: String, CaseIterable {
        case employ, outlet, board, assessed, services

        var figure: String {
            switch self {
            case .employ: "OR-02"
            case .outlet: "OR-03"
            case .board: "OR-04"
            case .assessed: "OR-05"
            case .services: "OR-06"
            }
        }

        /// The answer that a profile gives; a blank is none.
        func answer(_ profile: RawProfiles.Profile) -> Given? {
            switch self {
            // Whoever says in what capacities says that there are such people.
            case .employ: (profile.employs ?? (profile.hasCapacities ? 1 : nil)).map { Given(isYes: $0 == 1) }
            case .outlet: profile.outlets.map { Given(isYes: $0 != "no" && $0 != "0") }
            case .board: profile.board.map { Given(isYes: $0 == 1) }
            case .assessed: profile.assessed.map { Given(isYes: $0 == 1) }
            case .services: profile.offered.map { Given(offered: $0) }
            }
        }
    }

    /// Of several answers on one day, whose goes before whose.
    private static let reporters: [String?] = ["participants", "observed", "staff", "leadership", nil]

    private func latest(
        of organization: Int,
        _ known: [RawProfiles.Profile],
        _ answer: (RawProfiles.Profile) -> Given?
    ) -> Given? {
        var latest: (day: Int, given: Given)?
        for reporter in Self.reporters {
            for profile in known where profile.organization == organization && profile.reporter == reporter {
                guard let given = answer(profile), latest.map({ profile.day > $0.day }) ?? true else { continue }
                latest = (profile.day, given)
            }
        }
        return latest?.given
    }

    // MARK: - Changes

    /// What was said first and last by the same kind of reporter: of the kinds that answered on two days the one that was
    /// heard last.
    private func pair(
        of organization: Int,
        _ known: [RawProfiles.Profile],
        _ answer: (RawProfiles.Profile) -> Given?
    ) -> (first: Given, last: Given)? {
        var pair: (day: Int, first: Given, last: Given)?
        for reporter in Self.reporters {
            let own = known.filter { $0.organization == organization && $0.reporter == reporter && answer($0) != nil }
                .sorted { $0.day < $1.day }
            guard own.count > 1, let day = own.last?.day, pair.map({ day > $0.day }) ?? true else { continue }
            if let first = answer(own[0]), let last = answer(own[own.count - 1]) { pair = (day, first, last) }
        }
        return pair.map { ($0.first, $0.last) }
    }

    private func changes(_ reached: Set<Int>, _ known: [RawProfiles.Profile]) -> [String: Answer] {
        var answers: [String: Answer] = [:]
        var (answered, gained): (Set<Int>, Set<Int>) = ([], [])
        for question in Question.allCases {
            var (again, could, did, couldLose, lost) = (0, 0, 0, 0, 0)
            for organization in reached {
                guard let (first, last) = pair(of: organization, known, question.answer) else { continue }
                again += 1
                let isServices = question == .services
                let hasMore = isServices ? !last.offered.subtracting(first.offered).isEmpty : !first.isYes && last.isYes
                let hasLess = isServices ? !first.offered.subtracting(last.offered).isEmpty : first.isYes && !last.isYes
                could += (isServices ? first.offered.count < 9 : !first.isYes) ? 1 : 0
                couldLose += (isServices ? !first.offered.isEmpty : first.isYes) ? 1 : 0
                did += hasMore ? 1 : 0
                lost += hasLess ? 1 : 0
                answered.insert(organization)
                if hasMore { gained.insert(organization) }
            }
            let (missing, all) = (reached.count - again, reached.count)
            let id = "OR-07.\(question.rawValue)"
            answers[id] = .share(did, of: could, missing: missing, among: all)
            answers[id + ".lost"] = .share(lost, of: couldLose, missing: missing, among: all)
        }
        let missing = reached.count - answered.count
        answers["OR-07"] = .share(gained.count, of: answered.count, missing: missing, among: reached.count)
        return answers
    }

    // MARK: - Readers

    private static let aboutEmploying: Set<String> = ["OR-02", "OR-07", "OR-07.employ", "OR-07.employ.lost"]

    /// What one organization reports stands beside its name for the team only, unless it agreed; that it employs people
    /// only where it has so many staff that nobody is pointed at. Where all that report but one may be named, none is.
    func withholds(_ id: String, _ answer: Answer, _ scope: RecountScope, _ request: ReportRequest) -> Bool {
        guard request.profile != .team else { return false }
        if scope.isSector { return true }
        guard let organization = scope.organization, organization != 0 else { return false }
        let day = lastDay(scope)
        func mayBeNamed(_ organization: Int) -> Bool {
            if raw.named[organization] != 1 { return false }
            guard Self.aboutEmploying.contains(id) else { return true }
            let counted = raw.staff.filter { $0.organization == organization && $0.day <= day }
            return counted.max { $0.day < $1.day }.map { $0.count >= request.k } ?? false
        }
        let reporting = Set(raw.profiles.map(\.organization)).subtracting([RawProfiles.own])
        return !mayBeNamed(organization) || reporting.filter { !mayBeNamed($0) }.count == 1
    }
}
