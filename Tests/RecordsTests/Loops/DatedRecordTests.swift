import Calendar
import Migrations
import SQLite
import Testing

@testable import Records

/// Seats, telling and changes have days: what begins on one leaves everything before it as it was.
struct DatedRecordTests {
    let desk: Desk

    init() throws { desk = try Desk() }

    private var store: Store { desk.store }

    private func refusal(_ body: () throws -> Void) -> String {
        do {
            try store.change("test") { _ in try body() }
            return "stored"
        } catch let error as RecordError {
            return error.message
        } catch {
            return "\(error)"
        }
    }

    private func typed(_ board: Found, _ texts: KeyValuePairs<String, String>, clearing: [String] = []) throws
        -> [String]
    {
        try store.change("board edit") { _ in
            try store.edit(.board, board.id, try desk.draft(.board, texts), clearing: clearing)
        }
    }

    private func state(_ board: Found, _ day: String) throws -> SeatHistory.State {
        try store.seatHistory(of: board.id).state(on: day)
    }

    // MARK: - Seats

    @Test func `a first number holds backward, and a change that somebody types begins today`() throws {
        let board = try desk.add(.board, ["ref": "pab", "seats": "9"])
        #expect(
            try typed(board, ["filled_seats": "5", "designated_filled": "3"]) == ["filled_seats", "designated_filled"]
        )
        #expect(try state(board, "2026-01-15")["filled_seats"] == 5)
        #expect(try typed(board, ["filled_seats": "7", "title": "Our board"]) == ["filled_seats", "title"])
        #expect(try typed(board, ["filled_seats": "7"]) == [])
        #expect(try state(board, "2026-11-20")["filled_seats"] == 5)
        #expect(try state(board, "2026-11-21") == ["seats": 9, "filled_seats": 7, "designated_filled": 3])
        // The same day again corrects it, and makes no second row.
        #expect(try typed(board, ["filled_seats": "8"]) == ["filled_seats"])
        #expect(try desk.value("SELECT count(*) FROM board_seats") == 1)
        _ = try store.undo()
        _ = try store.undo()
        #expect(try state(board, "2026-11-21")["filled_seats"] == 5)
        #expect(try desk.value("SELECT count(*) FROM board_seats") == 0)
    }

    @Test func `a file says what was first, whatever came later`() throws {
        let board = try desk.add(.board, ["ref": "pab", "seats": "9", "filled_seats": "5"])
        _ = try typed(board, ["filled_seats": "7"])
        let row = try desk.draft(.board, ["ref": "pab", "filled_seats": "5"])
        let same = try store.change("import") { _ in try store.take(.board, row, update: false) }
        #expect(same == .unchanged(Found(id: board.id, ref: "pab")))
        let seats = try desk.draft(.boardSeats, ["board": "pab", "on": "2026-11-21", "filled_seats": "7"])
        let later = try store.change("import") { _ in try store.take(.boardSeats, seats, update: false) }
        let isUnchanged = if case .unchanged = later { true } else { false }
        #expect(isUnchanged)
    }

    @Test func `numbers go together from each day on`() throws {
        let board = try desk.add(
            .board,
            ["ref": "pab", "seats": "9", "filled_seats": "7", "designated_filled": "4", "since": "2026-03-01"]
        )
        func set(_ day: String, _ texts: KeyValuePairs<String, String>) -> String {
            refusal {
                let draft = try desk.draft(.boardSeats, texts)
                _ = try store.setSeats(of: board, on: try #require(Day(iso: day)), draft)
            }
        }
        #expect(set("2026-02-28", ["seats": "10"]).contains("is before the board began (Mar 1, 2026)"))
        #expect(set("2026-05-01", ["seats": "6"]) == "filled_seats: 7 is more than the 6 seats from May 1, 2026 on")
        #expect(set("2026-05-01", ["seats": "6", "filled_seats": "5"]) == "stored")
        // What is earlier is held against what comes later, too.
        #expect(
            set("2026-04-01", ["designated_filled": "6"]).contains(
                "6 is more than the 5 filled seats from May 1, 2026 on"
            )
        )
        #expect(
            refusal { try store.removeSeats(of: board, on: try #require(Day(iso: "2026-05-02"))) }.contains("no change")
        )
        #expect(refusal { try store.removeSeats(of: board, on: try #require(Day(iso: "2026-05-01"))) } == "stored")
        #expect(try typed(board, [:], clearing: ["filled_seats"]) == ["filled_seats"])
    }

    @Test func `members at a meeting are held against the seats of its day`() throws {
        let board = try desk.add(.board, ["ref": "pab", "seats": "4"])
        try store.change("board seats") { _ in
            _ = try store.setSeats(
                of: board,
                on: try #require(Day(iso: "2026-06-01")),
                try desk.draft(.boardSeats, ["seats": "9"])
            )
        }
        func meet(_ day: String) -> String {
            refusal { try desk.addNow(.meeting, ["board": "pab", "held": day, "present": "6", "filled_seats": "7"]) }
        }
        #expect(meet("2026-05-31") == "present: 6 members were present, but the board has only 4 seats")
        #expect(meet("2026-06-01") == "stored")
    }

    @Test func `a board that is removed takes its changes along, and undo brings them back`() throws {
        let board = try desk.add(.board, ["ref": "pab", "seats": "9"])
        _ = try typed(board, ["seats": "10"])
        let before = try desk.content()
        try store.change("board remove") { _ in try store.remove(.board, board) }
        #expect(try desk.value("SELECT count(*) FROM board_seats") == 0)
        _ = try store.undo()
        #expect(try desk.content() == before)
    }

    // MARK: - Feedback

    private func days() throws -> [String] {
        try store.database.one("SELECT ifnull(told_on, '-'), ifnull(changed_on, '-') FROM feedback") { row in
            [try row.text(0), try row.text(1)]
        } ?? []
    }

    private func edit(_ item: Found, _ texts: KeyValuePairs<String, String>, clearing: [String] = []) -> String {
        refusal { try store.edit(.feedback, item.id, try desk.draft(.feedback, texts), clearing: clearing) }
    }

    private func heard() throws -> Found {
        let box = try desk.add(.outlet, ["title": "Box", "ref": "box", "opened": "2026-01-01", "resolve_days": "10"])
        return try store.change("heard") { _ in try store.hear(box, "Late", received: Day(iso: "2026-02-01")) }
    }

    @Test func `telling and changing take the day of the answer, unless they have one of their own`() throws {
        let item = try heard()
        #expect(edit(item, ["told_on": "2026-03-01"]) == "told_on: say how people were told, too")
        #expect(edit(item, ["led_to_change": "no", "changed_on": "2026-03-01"]) == "changed_on: led_to_change is no")
        try store.change("answered") { _ in
            try store.answer(feedback: item, "Earlier now", told: .poster, changed: true, on: Day(iso: "2026-02-10"))
        }
        #expect(try days() == ["2026-02-10", "2026-02-10"])
        // The answer's day is corrected, and what had no day of its own with it.
        #expect(edit(item, ["answered": "2026-02-12"]) == "stored")
        #expect(try days() == ["2026-02-12", "2026-02-12"])
        #expect(edit(item, ["told_on": "2026-04-01", "changed_on": "2026-02-05"]) == "stored")
        #expect(edit(item, ["answered": "2026-02-11"]) == "stored")
        #expect(try days() == ["2026-04-01", "2026-02-05"])
        #expect(edit(item, ["told_on": "2026-02-09"]).contains("is before it was answered (Feb 11, 2026)"))
        #expect(edit(item, ["led_to_change": "no"], clearing: ["told"]) == "stored")
        #expect(try days() == ["-", "-"])
        #expect(edit(item, ["changed_on": "2026-05-01"]) == "stored")
        #expect(try desk.value("SELECT led_to_change FROM feedback") == 1)
    }

    @Test func `people were told from a day on`() throws {
        let item = try heard()
        try store.change("answered") { _ in
            try store.answer(feedback: item, "Earlier now", on: Day(iso: "2026-02-10"))
        }
        try store.change("told") { _ in
            try store.tell(feedback: item, by: .poster, changed: true, on: Day(iso: "2026-03-01"))
        }
        #expect(try days() == ["2026-03-01", "2026-03-01"])
        #expect(try store.state(ofFeedback: item.id, asOf: try #require(Day(iso: "2026-02-28"))) == .notYetTold)
        #expect(try store.state(ofFeedback: item.id, asOf: try #require(Day(iso: "2026-03-01"))) == .closed)
    }

    @Test func `an item keeps the target days of its outlet as they were`() throws {
        let item = try heard()
        let box = try store.find(.outlet, "box")
        let edited = try store.change("outlet edit") { _ in
            try store.edit(.outlet, box.id, try desk.draft(.outlet, ["resolve_days": "20"]))
        }
        #expect(edited == ["resolve_days"])
        #expect(try store.dueDays(ofFeedback: item.id)?.answer.iso == "2026-02-11")
        let next = try store.change("heard") { _ in try store.hear(box, "Loud", received: Day(iso: "2026-02-01")) }
        #expect(try store.dueDays(ofFeedback: next.id)?.answer.iso == "2026-02-21")
    }

    // MARK: - Upgrading

    @Test func `what an older file says was told and changed takes the day of its answer`() throws {
        let database = try Database(inMemory: ())
        for step in SchemaStep.all where step.number < 20 && !step.isRemade { try database.executeScript(step.sql) }
        try database.execute("INSERT INTO organization (id, ref, title) VALUES (1, 'o', 'O')")
        try database.execute(
            """
            INSERT INTO outlet (id, ref, organization_id, title, resolve_days, working_days) VALUES (1, 'a', 1, 'A', 7, 1),
                (2, 'b', 1, 'B', NULL, NULL)
            """
        )
        try database.execute(
            """
            INSERT INTO feedback (ref, outlet_id, received_on, answered_on, told, led_to_change)
            VALUES ('f1', 1, '2026-01-01', '2026-01-05', 'poster', 1), ('f2', 2, '2026-01-01', '2026-01-06', NULL, 0),
                ('f3', 2, '2026-01-01', NULL, NULL, 1)
            """
        )
        for step in SchemaStep.all where step.number == 20 || step.number == 21 { try database.executeScript(step.sql) }
        let rows = try database.all(
            "SELECT told_on, changed_on, acknowledge_days, resolve_days, working_days FROM feedback ORDER BY ref"
        ) { row in try (0..<5).map { try row.value($0).plain }.joined(separator: " ") }
        #expect(rows == ["2026-01-05 2026-01-05 5 7 1", "  5 30 0", "  5 30 0"])
    }
}
