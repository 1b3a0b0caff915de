import Records
import SQLite
import Testing

@testable import Intake

@Suite struct `What an import says beside its figures` {
    private func desk() throws -> ImportDesk {
        let desk = try ImportDesk()
        try desk.take(
            .session,
            "ref,organization,starts\ns1,Cove,2026-03-01\ns2,Cove,2026-03-02\n",
            name: "sessions.csv"
        )
        return desk
    }

    private func report(_ rows: String, day: String = "03/01/2026") -> String {
        "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest\n"
            + rows.split(separator: "\n").map { "\($0),,\(day) 09:00:00 AM,\(day) 10:00:00 AM,60,Yes\n" }.joined()
    }

    private func count(_ request: inout ImportRequest) {
        request.session = "s1"
        request.keep = .count
    }

    @Test func `a value names its column, also where it is a record that is not known`() throws {
        let problems = try desk().problems(.headcount, "session,count\nhh,3\n")
        #expect(problems == ["file.csv:2: session: unknown session"])
        let strict = try desk().problems(.session, "ref,course,starts\na,none,2026-03-01\n") { $0.strict = true }
        #expect(strict.allSatisfy { $0.hasPrefix("file.csv:2: course: ") } && strict.count == 1)
    }

    @Test func `of several unknown columns each has its nearest name, and a first line of names is not repeated`()
        throws
    {
        let several = try desk().problems(.person, "ref,job_role,nam,emial\na,b,c,d\n")
        #expect(
            several == [
                "file.csv:1: nam: unknown column. Did you mean name?",
                "file.csv:1: emial: unknown column. Did you mean email?",
            ]
        )
        let none = try desk().problems(.person, "Kit Moss,Ash Reed\nBo Lind,Cleo Ray\n")
        #expect(none == ["file.csv:1: the first line has no columns for people"])
    }

    @Test func `a corrected file of rejects goes in again with its column problem`() throws {
        let desk = try desk()
        #expect(try desk.take(.headcount, "session,count,problem\ns1,3,count: it was odd\n").counts.created == 1)
        #expect(try desk.take(.attendance, "session,name,problem\ns1,Kit,\n").counts.created == 1)
    }

    @Test func `a second native file of heads for a session is refused, and replaces the first with update`() throws {
        let desk = try desk()
        try desk.take(.attendance, "session,name,minutes\ns1,Kit,60\ns1,Ash,60\n", name: "first.csv") {
            $0.keep = .count
        }
        let second = "session,name,minutes\ns1,Kit,60\ns2,Bo,60\n"
        let problems = try desk.problems(.attendance, second) { $0.keep = .count }
        #expect(problems.count == 1)
        #expect(problems.first?.contains("session s1 already has attendance from first.csv") == true)
        let replaced = try desk.take(.attendance, second) {
            $0.keep = .count
            $0.update = true
        }
        #expect(replaced.notes.replaced != nil)
        #expect(try desk.rows("SELECT session_id FROM nameless_attendance").count == 2)
    }

    @Test func `heads beside people of another import are doubted, and devices and hosts have no names`() throws {
        let desk = try desk()
        let named = try desk.take(.attendance, "session,name\ns1,Kit\n", name: "first.csv")
        let summary = try desk.take(.attendance, report("Ash\nJo's iPad\n"), count)
        #expect(summary.notes.namedBefore == named.importNumber)
        #expect(summary.notes.devices.map(\.name) == [""])
    }

    @Test func `files of other columns share a file of rejects where only one of them has any`() throws {
        let desk = try desk()
        let files = [
            try desk.file("a.csv", Array("session,count\ns1,3\n".utf8)),
            try desk.file("b.csv", Array("count,session\nx,s2\n".utf8)),
        ]
        var request = ImportRequest(kind: .headcount, files: files)
        request.rejects = desk.folder + "/rejects.csv"
        _ = try Import(request, into: desk.store).run()
        let written = try desk.text("rejects.csv")
        #expect(written.hasPrefix("count,session,problem\nx,s2,\"count is "))
    }

    @Test func `the imports of one command are known beside each other`() throws {
        let desk = try desk()
        let files = [
            try desk.file("a.csv", Array("ref,title\na,A\n".utf8)),
            try desk.file("b.csv", Array("ref,title\nb,B\n".utf8)),
        ]
        let made = try Import(ImportRequest(kind: .organization, files: files), into: desk.store).run()
        let ids = try made.compactMap(\.importNumber).map { try desk.store.importID(ofNumber: $0) }
        #expect(try desk.store.lastImport() == ids.last)
        #expect(try desk.store.importsBeside(ids[0]) == [ids[1]])
    }
}
