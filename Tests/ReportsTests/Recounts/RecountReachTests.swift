import Support
import Testing

/// That the random records of the recounts reach the corners: each figure takes every form that it can take.
@Suite struct RecountReachTests {
    /// The kinds of answers to the questions that `RecountTests` asks by figure.
    private func kinds<Theme: RecountedTheme>(_ theme: Theme.Type) -> [String: Set<String>] {
        var kinds: [String: Set<String>] = [:]
        for seed in RecountTests.seeds {
            var generator = SeededGenerator(seed: seed)
            let expected = ExpectedAnswers<Theme>(using: &generator)
            for _ in 0..<RecountTests.questions {
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
    private func expect<Theme: RecountedTheme>(_ theme: Theme.Type, _ wanted: [String: [String]]) {
        let kinds = kinds(theme)
        for id in Theme.ids.subtracting(Theme.notYetRecorded) {
            let other = wanted[id] ?? wanted.filter { id.hasPrefix($0.key) }.max { $0.key.count < $1.key.count }?.value
            let all = ["not_collected", "not_divisible", "value"] + (other ?? ["zero"])
            let absent = Set(all).subtracting(kinds[id] ?? [])
            #expect(absent.isEmpty, "\(id) is never \(absent.sorted())")
        }
        for id in Theme.notYetRecorded { #expect(kinds[id] == ["not_collected"]) }
    }

    @Test func `random assessments give every form of every figure`() {
        let score = [
            "all_not_applicable", "not_collected with missing", "value with missing", "zero", "zero_denominator",
        ]
        expect(
            PracticesRecount.self,
            [
                "AS-01": ["zero", "zero_denominator"], "AS-02": score,
                "AS-03": ["not_collected with missing", "value with missing", "zero"],
                "AS-04": ["zero", "zero_denominator"], "AS-04.overdue": ["zero"],
            ]
        )
    }

    @Test func `random positions give every form of every figure`() {
        let lacking = ["not_collected with missing", "value with missing", "zero_denominator"]
        expect(
            HiringRecount.self,
            [
                "HI-01": ["zero", "zero_denominator"], "HI-01.fte": lacking + ["zero"], "HI-03": lacking + ["zero"],
                "HI-04": lacking + ["all_not_applicable"],
            ]
        )
    }

    @Test func `random activities give every form of every figure`() { expect(ActivitiesRecount.self, [:]) }

    @Test func `random boards give every form of every figure`() {
        let lacking = ["not_collected with missing", "value with missing", "zero_denominator"]
        expect(
            BoardsRecount.self,
            [
                "PB-01": lacking + ["zero"], "PB-01.authorized": lacking + ["above_denominator", "zero"],
                "PB-02": [
                    "zero", "above_denominator", "denominator_not_recorded with missing", "value with missing",
                    "zero_denominator",
                ],
                "PB-03": lacking + ["zero"], "PB-03.attendance": lacking + ["above_denominator"],
                "PB-04": lacking + ["zero"],
                "PB-05": ["value with missing", "zero", "zero_denominator", "not_collected with missing"],
                "PB-05.uptake": ["zero", "zero_denominator"], "PB-05.accepted": ["zero", "zero_denominator"],
                "PB-05.implemented": ["zero", "zero_denominator"], "PB-05.days": lacking + ["zero"],
                "PB-06": ["not_collected with missing", "value with missing", "zero", "zero with missing"],
            ]
        )
    }
}
