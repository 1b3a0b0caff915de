import Records
import SQLite
import Testing

@testable import Intake

@Suite struct `Of which session answers are` {
    let desk: ImportDesk

    init() throws {
        desk = try ImportDesk()
        let form = SampleForm().agreement().asking(.likert, "q", list: "agreement")
        try desk.add(form, "after")
        try desk.add(form, "before", .before)
        try desk.hold("one@2026-11-02", "two@2026-11-09", "late@2026-11-24", rest: ",")
    }

    private func take(_ days: String..., form: String = "after", within: Int? = 7) throws -> [String] {
        let text = "submitted,q\n" + days.map { "\($0),5\n" }.joined()
        try desk.answers(text, form: form) { $0.within = within }
        return try desk.rows(
            "SELECT s.ref, e.submitted_on FROM evaluation AS e JOIN session AS s ON s.id = e.session_id ORDER BY 2"
        )
    }

    private func problem(_ day: String, form: String = "after", _ configure: (inout ImportRequest) -> Void = { _ in })
        throws -> String
    {
        try desk.problems(.evaluation, "submitted,q\n\(day),5\n") {
            $0.form = form
            $0.within = 7
            configure(&$0)
        }.joined(separator: "\n")
    }

    @Test func `the latest session on or before the day`() throws {
        #expect(
            try take("2026-11-02", "2026-11-08", "2026-11-09", "2026-11-16")
                == ["one|2026-11-02", "one|2026-11-08", "two|2026-11-09", "two|2026-11-16"]
        )
    }

    @Test func `the next session for what is asked before, planned ones among them`() throws {
        #expect(
            try take("2026-11-01", "2026-11-03", "2026-11-20", form: "before")
                == ["one|2026-11-01", "two|2026-11-03", "late|2026-11-20"]
        )
    }

    @Test func `a day too far from any session is a problem`() throws {
        #expect(
            try problem("2026-11-17")
                == "file.csv:2: submitted: no session was held within 7 days before Nov 17, 2026"
        )
        #expect(try problem("2026-11-10", form: "before").hasSuffix("within 7 days after Nov 10, 2026"))
        #expect(try problem("").hasSuffix("can't find the session, because the row has no date"))
        #expect(try problem("1980-01-01").hasSuffix("can't find the session, because the row has no date"))
    }

    @Test func `two sessions of a day are a problem that names both, unless one is to be evaluated with the form`()
        throws
    {
        try desk.hold("other@2026-11-09")
        #expect(try problem("2026-11-10") == "file.csv:2: submitted: other and two were both on Nov 9, 2026")
        #expect(throws: RecordError.self) {
            try problem("2026-11-10") { $0.mapping.set["organization"] = "nobody" }
        }
        try desk.take(
            .session,
            "ref,starts,status,form\nset,2026-11-09,held,after\nno,2026-11-10,held,foundations-after\n",
            name: "s.csv"
        )
        #expect(try take("2026-11-10") == ["set|2026-11-10"])
    }

    @Test func `a course or an organization narrows the choice`() throws {
        try desk.take(
            .session,
            "ref,starts,status,course,organization\nours,2026-11-09,held,Foundations,Harbor\n",
            name: "ours.csv"
        )
        try desk.answers("submitted,q\n2026-11-10,5\n", name: "a.csv") {
            $0.within = 7
            $0.mapping.set["organization"] = "harbor"
        }
        try desk.answers("submitted,q\n2026-11-11,5\n", name: "b.csv") {
            $0.within = 7
            $0.mapping.set["course"] = "foundations"
        }
        #expect(
            try desk.rows("SELECT DISTINCT s.ref FROM evaluation AS e JOIN session AS s ON s.id = e.session_id")
                == ["ours"]
        )
    }

    @Test func `a file that says nothing of sessions is refused, and says what to do`() throws {
        let found = try desk.problems(.evaluation, "q\n5\n") { $0.form = "after" }
        #expect(found == ["file.csv: the file doesn't say which session the answers belong to"])
    }

    @Test func `without --form the form that the session names is meant`() throws {
        try desk.take(.session, "ref,starts,status,form\nset,2026-11-09,held,AFTER\n", name: "s.csv")
        let summary = try desk.take(.evaluation, "q\n5\n") { $0.session = "set" }
        #expect(summary.words == "rows 1, created 1")
        #expect(throws: ImportRefused.self) { try desk.take(.evaluation, "q\n5\n") { $0.session = "one" } }
    }
}
