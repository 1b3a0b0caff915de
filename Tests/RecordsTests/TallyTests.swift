import SQLite
import Testing

@testable import Records

/// Shows of hands: which options a question has.
struct TallyTests {
    let desk: Desk

    init() throws {
        desk = try Desk()
        try desk.add(.session, ["ref": "s1", "starts": "2026-11-10"])
    }

    private var store: Store { desk.store }

    private func tally(_ question: String, _ option: String) throws -> String {
        do {
            try desk.add(.tally, ["session": "s1", "question": question, "option": option, "count": "5"])
            return "stored"
        } catch let error as RecordError {
            return error.message
        }
    }

    @Test(
        arguments: [
            ("resonates", "atonomy", "\"atonomy\" is not an option of \"resonates\" (did you mean autonomy?)"),
            ("Challenges", "voise", "\"voise\" is not an option of \"challenges\" (did you mean voice?)"),
            ("resonates", "something-else-altogether", "is not an option of \"resonates\""),
            ("resonates", "Wren Heron said no", "what was given is not an option of \"resonates\""),
        ]
    )
    func `an option that is on no list of principles is refused`(question: String, option: String, problem: String)
        throws
    {
        let refusal = try tally(question, option)
        #expect(refusal.hasSuffix(problem))
        #expect(!refusal.contains("Wren"))
        #expect(try desk.value("SELECT count(*) FROM tally") == 0)
    }

    @Test func `the options are listed with the refusal`() throws {
        let error = #expect(throws: RecordError.self) {
            try desk.add(.tally, ["session": "s1", "question": "resonates", "option": "x", "count": "1"])
        }
        let advice = error?.advice?.words ?? ""
        for code in ["autonomy", "voice", "seat-at-the-table"] { #expect(advice.contains(code)) }
    }

    @Test(arguments: [
        ("autonomy", "autonomy"), (" Autonomy ", "autonomy"), ("Participant autonomy", "autonomy"),
        ("autonomy of participants", "autonomy"), ("Health and dignity", "health-and-dignity"), ("voice", "voice"),
        ("LANGUAGE", "language"),
    ])
    func `an option is stored by its code, however it is written`(typed: String, code: String) throws {
        #expect(try tally(" Resonates", typed) == "stored")
        #expect(try desk.value("SELECT question || ' ' || option FROM tally") == "resonates \(code)")
        let again = try store.change("test") { _ in
            try store.take(
                .tally,
                try desk.draft(.tally, ["session": "s1", "question": "resonates", "option": code, "count": "5"]),
                update: false
            )
        }
        guard case .unchanged = again else { throw StoreError.damaged("stored twice") }
    }

    @Test func `a question of the program's own takes the options that were declared`() throws {
        _ = try desk.add(.question, ["question": "What next?", "options": "Tea, and a longer break"])
        #expect(try tally("What next?", "Tea, and a longer break") == "stored")
        #expect(try desk.value("SELECT option FROM tally") == "Tea, and a longer break")
    }

    @Test func `an option that was stored before is found by check, and can be removed`() throws {
        try store.change("before") { _ in
            try store.database.execute(
                """
                INSERT INTO tally (session_id, question, option, count)
                SELECT id, 'Resonates', 'Atonomy', 3 FROM session WHERE ref = 's1'
                """
            )
        }
        #expect(try store.check().map(\.rule) == ["tally"])
        let draft = try desk.draft(.tally, ["session": "s1", "question": "resonates", "option": "atonomy"])
        let id = try #require(try store.matching(.tally, draft).first)
        try store.change("remove") { _ in try store.remove(.tally, Found(id: id, ref: "s1")) }
        #expect(try store.check().isEmpty)
    }
}
