import Testing

@testable import Inbox

/// What a public page accepts as an answer.
@Suite struct QuestionnaireTests {
    private static let choices = ["drug", "set"].map { Questionnaire.Choice(name: $0, label: $0) }
    private let asked = Questionnaire(
        title: "After",
        wave: "after",
        questions: [
            .init(name: "one", label: "One", answer: .one(choices)),
            .init(name: "several", label: "Several", answer: .several(choices)),
            .init(name: "number", label: "Number", answer: .number(low: 0, high: 10, whole: true)),
            .init(name: "words", label: "Words", answer: .words),
            .init(name: "part", label: "Part of your code", answer: .codePart),
        ]
    )

    @Test(
        arguments: [
            ("one", "drug", nil), ("one", "other", .noChoice), ("one", "drug;set", .noChoice),
            ("several", "drug;set", nil), ("several", "drug;other", .noChoice),
            ("number", "10", nil), ("number", "11", .outOfRange(low: 0, high: 10)),
            ("number", "1.5", .noNumber(whole: true)),
            ("number", "nan", .noNumber(whole: true)), ("number", "many", .noNumber(whole: true)),
            ("words", "Two\nlines", nil), ("words", "\u{1B}[2J", .strayCharacter),
            ("words", String(repeating: "é", count: 4_001), .tooLong),
            ("part", "Élan7", nil), ("part", "a b", .noCodePart), ("part", "🙂", .noCodePart),
            ("one", "", nil), ("unknown", "anything", nil),
        ] as [(String, String, Questionnaire.Fault?)]
    )
    func `an answer is accepted only where the question has it`(
        name: String,
        text: String,
        fault: Questionnaire.Fault?
    ) {
        #expect(asked.faults(in: [name: text])[name] == fault)
    }

    @Test func `blanks and answers to what is not asked are no answers`() {
        #expect(asked.answered(["one": "drug", "words": "", "unknown": "x"]) == ["one": "drug"])
    }

    @Test func `a code is read however it was typed, and nothing else is one`() {
        #expect(EntryCode(" ktb wmrx ")?.description == "KTBWMRX")
        for wrong in ["", "KTBWMR", "KTBWMRXX", "KTBWMRA", "KTBWMR0", "../KTBW"] { #expect(EntryCode(wrong) == nil) }
        var calls = 0
        let drawn = EntryCode { count in
            calls += 1
            return (0..<count).map { UInt8(truncatingIfNeeded: $0 * 37 + calls) }
        }
        #expect(EntryCode(drawn.description) == drawn)
    }
}
