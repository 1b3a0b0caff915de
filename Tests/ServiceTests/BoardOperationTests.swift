import Calendar
import Records
import SQLite
import Service
import Testing

/// What operations on boards, their meetings and recommendations answer.
@Suite struct BoardOperationTests {
    let office: Office

    init() throws { office = try Office.furnished() }

    private func add(_ date: String, _ fill: (inout AddMeeting) -> Void = { _ in }) throws -> AddedMeeting {
        var operation = AddMeeting()
        operation.board = "pab"
        operation.date = date
        fill(&operation)
        return try office.lender.perform(operation, office.caller())
    }

    private func show(_ noun: Noun, _ ref: String) throws -> [String: String] {
        try office.lender.read(office.caller()) { try $0.texts(noun.type, try $0.find(noun, ref).id) }
    }

    @Test func `a meeting on a day to come is planned, and any other was held`() throws {
        let planned = try show(.meeting, try add("2026-11-22").meeting.ref)
        #expect(planned["planned"] == "2026-11-22")
        #expect(planned["held"] == nil)
        let held = try show(.meeting, try add("today") { $0.fields["present"] = "5" }.meeting.ref)
        #expect(held["held"] == "2026-11-21")
        #expect(held["planned"] == nil)
    }

    @Test(arguments: ["present", "paid", "declined_pay", "quorate"])
    func `nobody was at a meeting that has not come`(field: String) throws {
        let refused = RecordError.invalid(
            field: field,
            problem: "Nov 22, 2026 is in the future (today is Nov 21, 2026)",
            advice: Advice(
                "To plan the meeting, leave it out",
                .perform(.add(.meeting), ["board": "pab", "date": "2026-11-22"])
            )
        )
        #expect(throws: refused) { try add("2026-11-22") { $0.fields[field] = field == "quorate" ? "yes" : "1" } }
    }

    @Test func `a meeting that has not come asked for nothing, and no part of one is stored`() throws {
        #expect(throws: RecordError.self) { try add("2026-11-22") { $0.asked = ["A lamp"] } }
        let count = try office.lender.read(office.caller()) { store in
            try store.reader.value("SELECT count(*) FROM meeting", as: Int.self)
        }
        #expect(count == 2)
    }

    @Test(arguments: RecommendationAnswer.allCases)
    func `what was accepted, wholly or partly, is to be done`(answer: RecommendationAnswer) throws {
        var operation = AnswerRecommendation()
        operation.recommendation = "saturdays"
        operation.answer = answer
        operation.reason = "The lease"
        let answered = try office.lender.perform(operation, office.caller())
        let done: [Advice.Step] = [.perform(.implementRecommendation, ["recommendation": "saturdays"])]
        #expect((answered.next?.steps ?? []) == (answer == .accepted || answer == .partly ? done : []))
        #expect(answered.recommendation.day == Day(iso: "2026-11-21"))
    }

    @Test func `a recommendation without a meeting was made today, unless a day is given`() throws {
        var operation = AddRecord(.recommendation)
        operation.fields = ["board": "pab", "text": "A longer bench"]
        let made = try office.lender.perform(operation, office.caller()).found.ref
        #expect(try show(.recommendation, made)["made"] == "2026-11-21")
        #expect(try show(.recommendation, "saturdays")["made"] == "2026-11-12")
    }

    @Test func `an agenda holds no words unless they are asked for, and never what somebody said`() throws {
        var operation = ListAgenda()
        operation.board = "pab"
        #expect(try office.lender.perform(operation, office.caller()).allSatisfy { $0.words == nil })
        operation.words = true
        let words = try office.lender.perform(operation, office.caller()).compactMap(\.words)
        #expect(words.contains("Open on Saturdays"))
        #expect(!words.contains("No supplies on Fridays"))
    }
}
