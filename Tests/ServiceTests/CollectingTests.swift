import Calendar
import Glibc
import Inbox
import Records
import SQLite
import Service
import Support
import Testing

/// Evaluations by a code, from opening to the record.
@Suite struct CollectingTests {
    private let office: Office
    private let folder: PublicFolder

    init() throws {
        office = try Office()
        folder = PublicFolder(besideRecord: office.path)
        try office.perform(training("foundations", "cci"))
    }

    private func open(_ change: (inout OpenCollection) -> Void = { _ in }) throws -> ResponseCollection {
        var operation = OpenCollection()
        (operation.session, operation.form) = ("last", "foundations-after")
        change(&operation)
        return try office.lender.perform(operation, office.caller())
    }

    private func close(accepting: Acceptance = .nothing) throws -> ClosedCollection {
        var operation = CloseCollection()
        operation.session = "2026-11-10-cci-foundations"
        var caller = office.caller()
        caller.accepted = accepting
        return try office.lender.perform(operation, caller)
    }

    @discardableResult
    private func send(_ number: Int, _ answers: [String: String]? = nil, to code: String) throws -> Receipt {
        let response = Response(page: "page-\(number)", answers: answers ?? ["clear": "4", "anything": "Nr \(number)"])
        return try folder.send(response, to: #require(EntryCode(code)), at: 0, day: "2026-11-10")
    }

    private func look(_ caller: Context, take: Bool = false) throws -> InboxState {
        var operation = LookIntoInbox()
        operation.take = take
        return try office.lender.perform(operation, caller)
    }

    private func read<T>(_ body: (Store) throws -> T) throws -> T { try office.lender.read(office.caller(), body) }

    @Test func `what came in by a code is in the record once it is closed, and nothing more is taken`() throws {
        let opened = try open()
        #expect(try folder.published()?.collections.map(\.code.description) == [opened.code])
        for number in 0..<6 { #expect(try send(number, to: opened.code) == .stored) }
        let closed = try close()
        #expect(closed.stored == 6 && closed.empty == 0 && closed.attendance == 12)
        #expect(try send(7, to: opened.code) == .closed)
        #expect(try read { try $0.responses(to: opened.form, about: opened.session) } == 6)
        #expect(try folder.waiting() == [:])
    }

    @Test func `while a collection is open nobody sees how many have answered`() throws {
        let opened = try open()
        try send(1, to: opened.code)
        #expect(try office.lender.perform(ListCollections(), office.caller()).map(\.responses) == [nil])
        #expect(try look(office.caller()).waiting.map(\.waiting) == [nil])
        _ = try close()
        #expect(try office.lender.perform(ListCollections(), office.caller()).map(\.responses) == [1])
    }

    @Test func `the history says that it was closed on a day, and nothing of the responses`() throws {
        let opened = try open()
        for number in 0..<5 { try send(number, to: opened.code) }
        _ = try close()
        let last = try read { store in
            try store.reader.one(
                """
                SELECT h.command, h.at, (SELECT count(*) FROM history_value AS v WHERE v.history_id = h.id)
                FROM history AS h ORDER BY h.id DESC LIMIT 1
                """
            ) { "\(try $0.text(0)) \(try $0.text(1)) \(try $0[2] as Int)" }
        }
        #expect(last == "collect close 2026-11-21T00:00:00Z 0")
        let days = try read { try $0.reader.all("SELECT DISTINCT submitted_on FROM evaluation") { try $0.text(0) } }
        #expect(days == ["2026-11-21"])
    }

    @Test func `responses lie in the record in another order than they came in`() throws {
        let opened = try open()
        for number in 10..<40 { try send(number, to: opened.code) }
        _ = try close(accepting: .anything)
        let words = try read { store in
            try store.reader.all("SELECT text FROM answer_text ORDER BY evaluation_id") { try $0.text(0) }
        }
        #expect(words.count == 30)
        #expect(words != words.sorted())
    }

    @Test func `what was stored and not yet removed when the program was killed is not stored again`() throws {
        let opened = try open()
        try send(1, to: opened.code)
        let waiting = try #require(bytes(of: "\(folder.path)/\(opened.code).inbox"))
        _ = try close()
        let batch = try #require(try read { try $0.collections() }.first?.batch)
        try write(waiting, to: "\(folder.path)/\(opened.code).\(batch).1.taken")
        try office.perform(training("foundations", "harbor"))
        #expect(try folder.waiting() == [:])
        #expect(try read { try $0.responses(to: opened.form, about: opened.session) } == 1)
    }

    @Test func `more than twice as many responses as people are stored only where somebody says so`() throws {
        let opened = try open()
        for number in 0..<25 { try send(number, to: opened.code) }
        let asked = try #require(throws: Unconfirmed.self) { try close() }
        #expect(asked.consequence == .storingMany(attendance: 12))
        // Nothing was lost, and people may go on meanwhile.
        #expect(try send(25, to: opened.code) == .stored)
        #expect(try close(accepting: .only(asked.digest)).stored == 26)
    }

    @Test func `a close that fails loses nothing, and people may go on`() throws {
        let opened = try open()
        try send(1, to: opened.code)
        // Its day has not come where the session was moved.
        try office.perform(try Samples.filled(EditRecord(.session), ["ref": "last", "starts": "2026-12-20"]))
        #expect(throws: RecordError.self) { try close() }
        #expect(try send(2, to: opened.code) == .stored)
        _ = try office.lender.perform(UndoLast(), office.caller(as: .admin))
        #expect(try close().stored == 2)
    }

    @Test func `an opening is undone only while nobody has answered, and is published no more then`() throws {
        let first = try open()
        _ = try office.lender.perform(UndoLast(), office.caller())
        #expect(try folder.published()?.collections.isEmpty == true)
        #expect(try send(1, to: first.code) == .closed)
        let second = try open()
        try send(2, to: second.code)
        #expect(throws: RecordError.self) { try office.lender.perform(UndoLast(), office.caller()) }
        #expect(try close().stored == 1)
    }

    @Test func `closing bars no earlier entry from being undone`() throws {
        _ = try open()
        _ = try close()
        let done = try office.lender.perform(ListDone(), office.caller())
        let log = try #require(done.first { $0.entry.command == "log" })
        #expect(log.standing == .undoable)
    }

    @Test func `what came in by a code that the record does not know stays listed by its code`() throws {
        let opened = try open()
        try send(1, to: opened.code)
        // As after going back to a backup of before the opening.
        _ = try office.lender.work(office.caller()) { try $0.undo() }
        let entries = try look(office.caller()).waiting
        #expect(entries.map(\.code) == [opened.code])
        #expect(entries.first?.collection == nil && entries.first?.waiting == 1)
    }

    @Test func `a close that was killed lets nobody in until it is repeated, and loses and doubles nothing`() throws {
        let opened = try open()
        for number in 0..<3 { try send(number, to: opened.code) }
        let code = try #require(EntryCode(opened.code))
        _ = try folder.alone { try folder.setAside(code, batch: "killed") }
        try office.perform(training("foundations", "harbor"))
        #expect(try send(1, to: opened.code) == .closed)
        #expect(try close().stored == 3)
        #expect(try folder.waiting() == [:])
    }

    @Test func `what a killed process has just made is no inbox yet, and keeps nobody out`() throws {
        let opened = try open()
        try write("", to: "\(folder.path)/\(opened.code).inbox")
        #expect(try folder.waiting().values.reduce(0, +) == 0)
        #expect(try send(1, to: opened.code) == .stored)
        #expect(try close().stored == 1)
    }

    @Test func `where the folder with the responses is gone, nothing is closed`() throws {
        let opened = try open()
        try send(1, to: opened.code)
        rename(folder.path, "\(folder.path)-elsewhere")
        #expect(throws: RecordError.self) { try close() }
        rename("\(folder.path)-elsewhere", folder.path)
        #expect(try close().stored == 1)
    }

    @Test func `a blank form is left out, and so are answers that the form does not accept`() throws {
        let opened = try open()
        try send(1, ["clear": ""], to: opened.code)
        try send(2, ["clear": "9", "unknown": "5"], to: opened.code)
        try send(3, ["clear": "5", "relevant": "9"], to: opened.code)
        let closed = try close()
        #expect(closed.stored == 1 && closed.empty == 2)
    }

    @Test func `the form is the session's own, or its sibling that is asked at that time`() throws {
        #expect(throws: RecordError.self) {
            try open {
                $0.form = nil; $0.wave = .followup; $0.session = "nowhere"
            }
        }
        #expect(
            try open {
                $0.form = nil; $0.wave = .before
            }.form.ref == "foundations-before"
        )
        #expect(throws: RecordError.self) {
            try open {
                $0.form = "foundations-after"; $0.wave = .before
            }
        }
        // The same form is collected once at a time.
        #expect(throws: RecordError.self) { try open { $0.form = "foundations-before" } }
    }

    @Test(arguments: [("2026-11-30", 1_796_083_200), ("2026-11-22T17:30", 1_795_368_600)] as [(String, Int64)])
    func `collecting ends at the time that was typed`(typed: String, seconds: Int64) throws {
        #expect(try open { $0.until = typed }.endsAt == seconds)
    }

    @Test(arguments: ["17:00", "2026-11-20", "soon", "2026-11-31", "2026-11-30T25:00", "T", ":"])
    func `a time that is none, or is over, is refused`(typed: String) throws {
        #expect(throws: RecordError.self) { try open { $0.until = typed } }
        #expect(try read { try $0.collections() }.isEmpty)
    }

    @Test func `what has ended by itself comes in with the inbox`() throws {
        let opened = try open { $0.until = "2026-11-22T17:30" }
        try send(1, to: opened.code)
        #expect(try look(office.caller(), take: true).closed.isEmpty)
        var later = office.caller()
        later.clock = .init { 1_795_368_600 }
        #expect(try look(later).waiting.map(\.waiting) == [1])
        #expect(try look(later, take: true).closed.map(\.stored) == [1])
    }
}
