import Glibc
import SQLite
import Support
import Synchronization
import Testing

@testable import Inbox

/// What people send through a public page, until the record takes it.
@Suite struct InboxTests {
    private let folder: TemporaryFolder
    private let pages: PublicFolder
    private let code: EntryCode

    init() throws {
        folder = try TemporaryFolder()
        pages = PublicFolder(besideRecord: "\(folder.path)/groundwork.db")
        code = try #require(EntryCode("KTB-WMRX"))
        try pages.make()
        try pages.publish(Published(program: "Harbor", timeZone: "UTC", collections: [collection()]))
    }

    private func collection(endsAt: Int64? = nil) -> Published.Collection {
        let choices = (1...5).map { Questionnaire.Choice(name: "\($0)", label: "Choice \($0)") }
        let questions = [
            Questionnaire.Question(name: "clear", label: "It was clear.", answer: .one(choices)),
            Questionnaire.Question(name: "anything", label: "Anything else?", answer: .words),
        ]
        let questionnaire = Questionnaire(title: "After", wave: "after", questions: questions)
        return .init(code: code, title: "Foundations", day: "2026-11-10", endsAt: endsAt, questionnaire: questionnaire)
    }

    private func send(_ number: Int, page: String? = nil, at now: Int64 = 0) throws -> Receipt {
        let response = Response(page: page ?? "page-\(number)", answers: ["anything": "answer \(number)"])
        return try pages.send(response, to: code, at: now, day: "2026-11-10")
    }

    @Test func `a page that is sent twice is stored once`() throws {
        #expect(try send(1) == .stored)
        #expect(try send(1) == .storedBefore)
        #expect(try send(2) == .stored)
        #expect(try pages.waiting() == [code: 2])
    }

    @Test func `nothing is taken for a code that is not published, or whose time is over`() throws {
        try pages.publish(Published(program: "Harbor", timeZone: "UTC", collections: [collection(endsAt: 100)]))
        #expect(try send(1, at: 99) == .stored)
        #expect(try send(2, at: 100) == .closed)
        try pages.publish(Published(program: "Harbor", timeZone: "UTC"))
        #expect(try send(3) == .closed)
        #expect(try pages.waiting() == [code: 1])
    }

    @Test func `what eight threads send at once is all there, each once`() throws {
        let faults = Mutex(0)
        inThreads(8) { thread in
            for number in 0..<12 where (try? send(thread * 100 + number)) != .stored { faults.withLock { $0 += 1 } }
        }
        #expect(faults.withLock { $0 } == 0)
        let batch = try pages.alone { try pages.setAside(code, batch: "b1") }
        let texts = try batch.responses().compactMap { $0["anything"] }
        #expect(Set(texts).count == 96 && texts.count == 96)
    }

    @Test func `neither the order of the rows nor their place in the file follows the order of arrival`() throws {
        let arrivals = Array(0..<40)
        for number in arrivals { _ = try send(number) }
        let path = "\(pages.path)/\(code).inbox"
        let database = try Database(path: path, mode: .readOnly)
        let rows: [String] = try database.all("SELECT answers FROM response ORDER BY place") { try $0[0] }
        #expect(rows.count == 40)
        #expect(rows != arrivals.map { #"{"anything":"answer \#($0)"}"# })
        // What was written before lies nowhere in the file any more: each answer stands in its bytes once.
        let file = bytes(of: path)
        let text = String(decoding: file ?? [], as: UTF8.self)
        for number in arrivals { #expect(text.components(of: #""answer \#(number)""#) == 1) }
    }

    @Test func `a response has a day and nothing else beside its answers`() throws {
        _ = try send(1)
        let database = try Database(path: "\(pages.path)/\(code).inbox", mode: .readOnly)
        let columns: [String] = try database.all("SELECT name FROM pragma_table_info('response')") { try $0[0] }
        #expect(columns == ["place", "day", "answers"])
    }

    @Test func `what was set aside and never stored joins the next batch, and is dropped only when it is stored`()
        throws
    {
        _ = try send(1)
        _ = try pages.alone { try pages.setAside(code, batch: "lost") }
        _ = try send(2)
        let batch = try pages.alone { try pages.setAside(code, batch: "kept") }
        let texts = try batch.responses().compactMap { $0["anything"] }
        #expect(Set(texts) == ["answer 1", "answer 2"])
        try pages.alone { try pages.drop(["another"]) }
        #expect(try pages.waiting() == [code: 2])
        try pages.alone { try pages.drop(["kept"]) }
        #expect(try pages.waiting() == [:])
        #expect(files(in: pages.path, endingIn: ".taken").isEmpty && files(in: pages.path, endingIn: ".inbox").isEmpty)
    }

    @Test func `no descriptor is kept of an inbox that nobody uses`() throws {
        let before = openFiles()
        for number in 0..<20 { _ = try send(number) }
        #expect(openFiles() == before)
    }

    @Test func `what is published is read back, and written only where it differs`() throws {
        let published = Published(program: "Harbor", timeZone: "UTC", collections: [collection(endsAt: 7)])
        #expect(try pages.publish(published))
        #expect(try pages.publish(published) == false)
        #expect(try pages.published() == published)
        try write("{", to: "\(pages.path)/published.json")
        #expect(throws: PublicFolderProblem.damaged(path: "\(pages.path)/published.json")) { try pages.published() }
    }

    private func openFiles() -> Int {
        (0..<1024).count { number in
            var target = [CChar](repeating: 0, count: 4096)
            guard readlink("/proc/self/fd/\(number)", &target, 4095) > 0 else { return false }
            return target.withUnsafeBufferPointer { buffer in
                buffer.baseAddress.map { String(cString: $0).hasPrefix(pages.path) } ?? false
            }
        }
    }
}

extension String {
    /// How often a text stands in it.
    fileprivate func components(of text: String) -> Int {
        var (count, rest) = (0, self[...])
        while let found = rest.firstRange(of: text) {
            count += 1
            rest = rest[found.upperBound...]
        }
        return count
    }
}
