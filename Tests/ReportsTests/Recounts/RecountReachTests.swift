import Support
import Testing

/// That the random records of the recounts reach the corners: each figure takes every form that it can take.
@Suite struct RecountReachTests {
    /// The kinds of answers to the questions that `RecountTests` asks by figure.
    private func kinds<Theme: RecountedTheme>(_ theme: Theme.Type, times: Int) -> [String: Set<String>] {
        var kinds: [String: Set<String>] = [:]
        for seed in UInt64(1)...64 {
            var generator = SeededGenerator(seed: seed)
            let expected = ExpectedAnswers<Theme>(using: &generator)
            for _ in 0..<(times * RecountTests.questions) {
                let request = expected.question(using: &generator)
                for key in [nil] + (expected.groups(request) ?? []).map(String?.some) {
                    for isPrevious in [false, true] {
                        for (id, answer) in expected.answers(request, of: key, previous: isPrevious) ?? [:] {
                            kinds[id, default: []].insert(answer.kind)
                        }
                    }
                }
            }
        }
        return kinds
    }

    /// What each figure of a theme that is counted must come to at least once.
    private func expect<Theme: RecountedTheme>(
        _ theme: Theme.Type,
        _ wanted: [String: [String]],
        always: [String] = ["not_collected", "value"],
        times: Int = 1
    ) {
        let kinds = kinds(theme, times: times)
        for id in Theme.ids.subtracting(Theme.notYetRecorded) {
            let other = wanted[id] ?? wanted.filter { id.hasPrefix($0.key) }.max { $0.key.count < $1.key.count }?.value
            let all = ["not_divisible"] + always + (other ?? ["zero"])
            let absent = Set(all).subtracting(kinds[id] ?? [])
            #expect(absent.isEmpty, "\(id) is never \(absent.sorted())")
        }
        for id in Theme.notYetRecorded { #expect(kinds[id] == ["not_collected"]) }
    }

    /// Nothing of it has come yet, or it is not to be found.
    private static let ahead = ["not_due"]

    @Test func `random feedback gives every form of every figure`() {
        let share = ["zero", "zero_denominator"] + Self.ahead
        expect(
            FeedbackRecount.self,
            [
                "FB-01": ["zero"], "FB-01.reviewed": ["zero", "zero_denominator"],
                "FB-01.anonymous": ["not_collected with missing", "value with missing", "zero_denominator"],
                "FB-02.per_100": ["zero_denominator"], "FB-03": share, "FB-04": ["zero_denominator"],
                "FB-04.km": share, "FB-05": share, "FB-05.open": ["zero"] + Self.ahead,
                "FB-05.overdue": ["zero"] + Self.ahead, "FB-06": share, "FB-06.not_told": ["zero"] + Self.ahead,
            ]
        )
    }

    @Test func `random assessments give every form of every figure`() {
        let score = [
            "all_not_applicable", "not_collected with missing", "value with missing", "zero", "zero_denominator",
            "not_due",
        ]
        expect(
            PracticesRecount.self,
            [
                "AS-01": ["zero", "zero_denominator"] + Self.ahead, "AS-02": score,
                "AS-03": ["not_collected with missing", "value with missing", "zero"],
                "AS-04": ["zero", "zero_denominator", "not_collected with missing", "value with missing"] + Self.ahead,
                "AS-04.overdue": ["zero"] + Self.ahead,
            ]
        )
    }

    @Test func `random positions give every form of every figure`() {
        let lacking = ["not_collected with missing", "value with missing", "zero_denominator"]
        expect(
            HiringRecount.self,
            [
                "HI-01": lacking + ["zero"], "HI-01.fte": lacking + ["zero"], "HI-02": ["zero", "value with missing"],
                "HI-03": lacking + ["zero"], "HI-04": lacking + ["all_not_applicable"],
            ]
        )
    }

    @Test func `random activities give every form of every figure`() { expect(ActivitiesRecount.self, [:]) }

    @Test func `random profiles give every form of every figure`() {
        let ever = ["not_divisible", "not_due", "value", "withheld", "zero_denominator"]
        let lacking = ["not_collected with missing", "value with missing"]
        let zero = ["zero", "zero with missing"]
        expect(
            OrganizationsRecount.self,
            [
                "OR-01": zero.dropLast(), "OR-06": lacking + zero, "OR-07": lacking + zero, "OR-0": lacking + zero,
                "OR-07.": lacking + zero + ["zero_denominator with missing"],
            ],
            always: ever,
            times: 2
        )
    }

    @Test func `random boards give every form of every figure`() {
        let lacking = ["not_collected with missing", "value with missing", "zero_denominator"]
        let share = ["zero", "zero_denominator"] + Self.ahead
        expect(
            BoardsRecount.self,
            [
                "PB-01": lacking + ["zero"], "PB-01.authorized": lacking + ["above_denominator", "zero"],
                "PB-02": ["zero", "denominator_not_recorded with missing", "value with missing"] + share,
                "PB-03": lacking + share, "PB-03.attendance": lacking + ["above_denominator"] + Self.ahead,
                "PB-04": lacking + share, "PB-05": ["value with missing", "not_collected with missing"] + share,
                "PB-05.answered": share, "PB-05.noted": share, "PB-05.uptake": share,
                "PB-05.uptake_decided": share + lacking, "PB-05.accepted": share,
                "PB-05.implemented": share + lacking, "PB-05.days": lacking + ["zero"],
                "PB-05.pending": ["zero"] + Self.ahead, "PB-05.overdue": ["zero"] + Self.ahead,
                "PB-05.unimplemented": ["zero"] + Self.ahead,
                "PB-06": ["not_collected with missing", "value with missing", "zero", "zero with missing"],
            ]
        )
    }
}
