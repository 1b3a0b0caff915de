import Measures
import Support
import Testing

@testable import Reports

/// Every figure of five themes counted twice: by the program, and by loops over the same random records that were written
/// from the metric dictionary alone.
@Suite struct RecountTests {
    static let seeds = Sweep.seeds(32, full: 200).map(UInt64.init)
    /// How many questions each record is asked.
    static let questions = Sweep.isFull ? 8 : 3

    private func check<Theme: RecountedTheme>(_ theme: Theme.Type, _ seed: UInt64, times: Int = 1) throws {
        var check = try RecountCheck<Theme>(seed: seed)
        for _ in 0..<(times * Self.questions) { try check.compare(check.question()) }
    }

    @Test(arguments: seeds)
    func `practices agree with a recount of assessments, criteria and actions`(seed: UInt64) throws {
        try check(PracticesRecount.self, seed)
    }

    @Test(arguments: seeds.prefix(Sweep.isFull ? 200 : 20))
    func `hiring agrees with a recount of positions and of the terms in them`(seed: UInt64) throws {
        try check(HiringRecount.self, seed, times: 2)
    }

    @Test(arguments: seeds.prefix(Sweep.isFull ? 200 : 20))
    func `activities agree with a recount by kind`(seed: UInt64) throws {
        try check(ActivitiesRecount.self, seed)
    }

    @Test(arguments: seeds)
    func `boards agree with a recount of seats, meetings and recommendations`(seed: UInt64) throws {
        try check(BoardsRecount.self, seed)
    }

    @Test(arguments: seeds)
    func `organizations agree with a recount of what they report and of whom trainings reached`(seed: UInt64) throws {
        try check(OrganizationsRecount.self, seed, times: 2)
    }

    @Test(arguments: seeds)
    func `feedback agrees with a recount of outlets and items`(seed: UInt64) throws {
        try check(FeedbackRecount.self, seed)
    }

    @Test func `every figure of these themes is recounted`() {
        let themes: [(prefix: String, ids: Set<String>)] = [
            ("AS-", PracticesRecount.ids), ("HI-", HiringRecount.ids), ("CO-", ActivitiesRecount.ids),
            ("PB-", BoardsRecount.ids), ("OR-", OrganizationsRecount.ids), ("FB-", FeedbackRecount.ids),
        ]
        for (prefix, ids) in themes {
            #expect(Set(Catalogue.entries.map(\.id.text).filter { $0.hasPrefix(prefix) }) == ids)
        }
    }
}
