import Records
import SQLite
import Testing

@testable import Intake

@Suite struct `Answers in Groundwork's own columns` {
    let desk: ImportDesk

    init() throws {
        desk = try ImportDesk()
        try desk.add(
            SampleForm().agreement().list("topics", "stigma=Stigma", "naloxone=Naloxone, by nose", "other=Other")
                .asking(.likert, "q1=The pace was right", "q2=I learned something", list: "agreement")
                .asking(.choices, "topics=What we should come back to", list: "topics")
                .asking(.text, "words=Anything else?"),
            "after"
        )
        try desk.hold("a@2026-11-10", "b@2026-11-12")
    }

    @Test func `one row is one returned form, its answers in the columns of its items`() throws {
        let summary = try desk.answers(
            """
            session,submitted,q1,q2,topics,words
            a,2026-11-10,5,4,stigma;naloxone,More of this
            A,2026-11-11T09:30,Agree,,stigma,
            b,,na,Does not apply,,

            """
        )
        #expect(summary.words == "rows 3, created 3")
        #expect(try desk.evaluations() == ["a|2026-11-10|3|5|4|3", "a|2026-11-11|2|4||1", "b||2|na|na|"])
        #expect(try desk.rows("SELECT text FROM answer_text") == ["More of this"])
        #expect(try desk.rows("SELECT item, count(*) FROM answer_fact GROUP BY 1") == ["q1|3", "q2|2", "topics|2"])
    }

    @Test func `spelling does not matter: case, blanks, quotation marks, a number with a point`() throws {
        try desk.answers(
            "q1,q2,topics\nSTRONGLY\u{A0}AGREE,neither  agree nor disagree,\"naloxone, by nose, Stigma\"\n4.0,neutral,STIGMA\n",
            session: "a"
        )
        #expect(try desk.evaluations() == ["a||3|4|3|1", "a||3|5|3|3"])
    }

    @Test func `lines of averages and totals are no responses, and are named`() throws {
        let summary = try desk.answers("no,q1,q2\n1,5,4\nTotal: 1,5,4\nDurchschnitt,5,4\n", session: "a") {
            $0.mapping.ignored = ["no"]
        }
        #expect(summary.words == "rows 3, created 1, skipped 2")
        #expect(summary.notes.skipped.map(\.name) == ["total", "average"])
    }

    @Test func `columns are found by code and by question`() throws {
        try desk.answers("session,The pace was  RIGHT,Q2\na,5,4\n")
        #expect(try desk.evaluations() == ["a||2|5|4|"])
    }

    @Test func `what is listed nowhere is other, and its words are kept`() throws {
        try desk.answers("q1,topics\n5,stigma;a room with windows; and light\n", session: "a")
        #expect(try desk.evaluations() == ["a||2|5||5"])
        #expect(try desk.rows("SELECT text FROM answer_text") == ["stigma;a room with windows; and light"])
    }

    @Test(arguments: [
        (
            "q1\n6\n",
            [
                "file.csv:2: q1 is \"6\". Use 1 Strongly disagree, 2 Disagree, 3 Neither agree nor disagree, 4 Agree, 5 Strongly agree, Does not apply."
            ]
        ),
        ("q1,q2,mood\n5,4,good\n", ["file.csv:1: mood: this column is not an item of form \"after\""]),
        ("q1,Q1\n5,5\n", ["file.csv:1: q1: the file has 2 columns with this name"]),
        ("strange\nx\n", ["file.csv:1: column 1: this column is not an item of form \"after\""]),
        ("session,q1\nnone,5\n", ["file.csv:2: session: unknown session"]),
        ("session,q1\nb,5\n", ["file.csv:2: session: this row names another session, not a"]),
        (
            "submitted,q1\n10/11/2026,5\n",
            [
                "file.csv:2: submitted is \"10/11/2026\". Write dates as 2026-11-10, or say how they are written, such as --dates mdy."
            ]
        ),
    ])
    func `a file that does not fit is refused, with line and column`(text: String, problems: [String]) throws {
        #expect(
            try desk.problems(.evaluation, text) {
                $0.form = "after"
                $0.session = "a"
            } == problems
        )
    }

    @Test func `the same rows again are unchanged, as a multiset`() throws {
        let header = "session,submitted,q1,q2,topics,words\n"
        let rows = ["a,2026-11-10,5,4,stigma,yes\n", "a,2026-11-10,5,4,stigma,yes\n", "a,2026-11-10,5,4,,\n"]
        try desk.answers(header + rows.joined())
        let overlap = header + rows.joined() + rows[0] + "a,2026-11-10,5,4,stigma,no\n"
        #expect(try desk.answers(overlap, name: "again.csv").words == "rows 5, created 2, unchanged 3")
        #expect(try desk.value("SELECT count(*) FROM evaluation") == 5)
        #expect(try desk.answers(overlap, name: "again.csv").words == "rows 5, unchanged 5")
        let fewer = "session,q1\na,5\na,5\na,5\na,5\na,5\na,5\n"
        #expect(try desk.answers(fewer, name: "fewer.csv").words == "rows 6, created 6")
    }

    @Test func `a column that a file does not have is a blank, so its rows are others`() throws {
        try desk.answers("session,submitted,q1,q2,words\na,2026-11-10,5,4,yes\na,,5,,\n")
        #expect(try desk.answers("session,q1\na,5\na,5\n", name: "fewer.csv").words == "rows 2, created 1, unchanged 1")
        let wordless = "session,submitted,q1,q2\na,2026-11-10,5,4\n"
        #expect(try desk.answers(wordless, name: "wordless.csv").words == "rows 1, created 1")
        #expect(try desk.answers(wordless + "\n", name: "again.csv").words == "rows 1, unchanged 1")
    }

    @Test func `an export of our own is compared by the columns that it has, because it leaves words out`() throws {
        try desk.answers("session,submitted,q1,q2,topics,words\na,2026-11-10,5,4,stigma,yes\n")
        let export = "session,submitted,form,id,pair,q1,q2\na,2026-11-10,after,7,,5,4\na,2026-11-10,after,3,,5,4\n"
        #expect(try desk.answers(export, name: "export.csv").words == "rows 2, created 1, unchanged 1")
    }

    @Test func `an export of our own says how many questions were asked, and by that a form counts as returned`() throws
    {
        try desk.answers("session,form,id,asked,q1,q2\na,after,1,2,5,\na,after,2,,5,\na,after,3,1,4,\n")
        let rows = try desk.rows(
            "SELECT asked, completeness FROM evaluation JOIN evaluation_fact USING (id) ORDER BY 1"
        )
        #expect(rows == ["1|complete", "2|partial", "2|partial"])
        #expect(
            try desk.problems(.evaluation, "session,form,id,asked,q1\na,after,1,4,5\na,after,2,few,5\na,after,3,-1,5\n")
            {
                $0.form = "after"
            }
                == (2...4).map { "file.csv:\($0): asked: use a whole number from 0 to 3" }
        )
    }

    @Test func `a day to come is refused, and so is a form of a session to come but what is asked before`() throws {
        try desk.take(
            .session,
            "ref,starts,status\nsoon,2026-12-01,scheduled\nnb,2026-11-12,nobody_came\n",
            name: "s.csv"
        )
        #expect(
            try desk.problems(.evaluation, "session,submitted,q1\na,2026-11-22,5\nsoon,,5\nnb,,5\n") {
                $0.form = "after"
            }
                == [
                    "file.csv:2: submitted: Nov 22, 2026 is in the future (today is Nov 21, 2026)",
                    "file.csv:3: session: session \"soon\" is on Dec 1, 2026, in the future, so it can't have evaluations yet",
                    "file.csv:4: session: session \"nb\" has the status \"nobody came\", so it can't have evaluations",
                ]
        )
        try desk.add(SampleForm().asking(.number, "q1"), "before", .before)
        #expect(try desk.answers("session,q1\nsoon,5\n", form: "before").words == "rows 1, created 1")
    }

    @Test func `a day that does not go with the session's is named`() throws {
        try desk.hold("old@2025-01-10")
        let notes = try desk.answers(
            "session,submitted,q1\na,2026-11-09,5\na,2026-11-10,4\nold,2026-11-10,4\nold,2025-12-10,4\n"
        ).notes
        #expect(
            notes.beforeSession == [.init(name: "a", count: 1)]
                && notes.farFromSession == [.init(name: "old", count: 1)]
        )
        #expect(
            try desk.store.check().map(\.words)
                == [
                    "session a: 1 response is dated before the session",
                    "session old: 1 response is dated over a year from the session",
                ]
        )
    }

    @Test func `a dry run stores nothing; undo leaves nothing`() throws {
        let text = "session,q1,words\na,5,yes\nb,4,no\n"
        let summary = try desk.answers(text) { $0.dryRun = true }
        #expect(summary.words == "rows 2, created 2")
        #expect(summary.notes.bySession.map { "\($0.name) \($0.count)" } == ["a 1", "b 1"])
        #expect(try desk.value("SELECT count(*) FROM evaluation") == 0)
        let number = try #require(try desk.answers(text).importNumber)
        #expect(try desk.store.undoImport(desk.store.program.origin << 32 | number).removed == 2)
        for table in ["evaluation", "answer_text"] as [Identifier] {
            #expect(try desk.value("SELECT count(*) FROM \(identifier: table)") == 0)
        }
        #expect(try desk.answers(text).words == "rows 2, created 2")
    }

    @Test func `no row can be changed, because none can be told from another`() throws {
        #expect(throws: ImportRefused.self) { try desk.answers("q1\n5\n", session: "a") { $0.update = true } }
    }

    @Test func `words that stand for nothing are blank in every item`() throws {
        try desk.answers("q1,q2,words\nNA,5,NA\n", session: "a") { $0.mapping.values["*"] = ["NA": ""] }
        #expect(try desk.evaluations() == ["a||1||5|"])
        #expect(try desk.value("SELECT count(*) FROM answer_text") == 0)
    }

    @Test func `nobody can have evaluated a session that was cancelled`() throws {
        try desk.take(.session, "ref,starts,status\nc,2026-11-11,cancelled\n", name: "cancelled.csv")
        #expect(
            try desk.problems(.evaluation, "session,q1\nc,5\n") { $0.form = "after" }
                == ["file.csv:2: session: session \"c\" is cancelled, so it can't have evaluations"]
        )
    }

    @Test func `rejects keep what was answered, and the day, and nothing of who answered`() throws {
        let text =
            "Email,submitted,session,q1,Name\nfennel@cci.example,2026-11-10T17:04,a,9,Fennel\nx@cci.example,,b,5,Sorrel\n"
        let summary = try desk.answers(text) { $0.rejects = desk.folder + "/rejects.csv" }
        #expect(summary.words == "rows 2, created 1, rejected 1")
        #expect(summary.notes.neverKept == ["Email", "Name"])
        let rejects = try desk.text("rejects.csv")
        #expect(rejects.hasPrefix("Email,submitted,session,q1,Name,problem\n,2026-11-10,a,9,,\"q1 is \"\"9\"\". Use"))
        let again = try desk.answers(rejects.replacing(",9,", with: ",4,"), name: "corrected.csv")
        #expect(again.words == "rows 1, created 1")
    }

    @Test func `a time of day that can't be read is in no message and in no reject`() throws {
        let text = "submitted,session,q1\n10.11.2026 17:04:31,a,4\n2026-11-10,b,5\n"
        let summary = try desk.answers(text) { $0.rejects = desk.folder + "/rejects.csv" }
        #expect(summary.words == "rows 2, created 1, rejected 1")
        let rejects = try desk.text("rejects.csv")
        #expect(!rejects.contains("17:04") && rejects.contains("10.11.2026"))
    }
}
