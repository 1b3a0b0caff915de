import SQLite
import Testing

@testable import Intake
@testable import Records

@Suite struct `People in an attendance file` {
    /// Sessions `s1` and `s2` of Cove, `joint` of Cove and Dune, `open` of nobody, `off` cancelled, `soon` in the future.
    private func desk() throws -> ImportDesk {
        let desk = try ImportDesk()
        try desk.take(
            .session,
            """
            ref,organization,starts,status,audience
            s1,Cove,2026-03-01,held,staff
            s2,Cove,2026-03-02,scheduled,staff
            joint,Cove;Dune,2026-03-03,held,staff
            open,,2026-03-04,held,community
            off,Cove,2026-03-05,cancelled,staff
            soon,Cove,2026-12-01,,staff
            today,Cove,2026-11-21,,staff

            """,
            name: "sessions.csv"
        )
        return desk
    }

    private let who: SQL = """
        SELECT s.ref, p.name, p.email, o.title, a.role, a.status, a.minutes FROM attendance AS a
        JOIN session AS s ON s.id = a.session_id JOIN person AS p ON p.id = a.person_id
        LEFT JOIN organization AS o ON o.id = p.organization_id ORDER BY s.ref, p.name, p.email, a.minutes
        """

    @Test func `a ref, an e-mail without case and a name find the same person`() throws {
        let desk = try desk()
        try desk.take(.person, "ref,name,email,organization\nkit,Kit Moss,kit@x.example,Cove\n")
        let summary = try desk.take(
            .attendance,
            "session,person,name,email,minutes\ns1,kit,,,60\ns2,,,KIT@X.example,30\njoint,,Kit Moss,kit@x.example,20\n"
        )
        #expect(summary.words == "rows 3, created 3")
        #expect(try desk.value("SELECT count(DISTINCT person_id) FROM attendance") == 1)
        #expect(try desk.take(.attendance, "session,name\ntoday,Kit Moss\n").words == "rows 1, created 1")
        #expect(try desk.value("SELECT count(*) FROM person") == 1)
    }

    @Test func `somebody who is not known is made, of the organization trained where there is one`() throws {
        let desk = try desk()
        let summary = try desk.take(
            .attendance,
            """
            session,person,name,email,organization
            s1,P-1,Ash Reed,,
            s1,,Bo Lind,bo@x.example,
            s1,,Cleo Ray,,Dune
            joint,,Dee Fox,,
            s1,,,,

            """
        )
        #expect(summary.words == "rows 5, created 5, people_created 4")
        #expect(
            try desk.rows(who) == [
                "joint|Dee Fox|||1|2|", "s1|Ash Reed||Cove|1|2|", "s1|Bo Lind|bo@x.example|Cove|1|2|",
                "s1|Cleo Ray||Dune|1|2|",
            ]
        )
        #expect(try desk.value("SELECT count(*) FROM nameless_attendance") == 1)
        #expect(try desk.value("SELECT count(*) FROM person WHERE ref = 'P-1'") == 1)
    }

    @Test func `two rows of one name with neither ref nor e-mail are two heads, the same two at the next session`()
        throws
    {
        let desk = try desk()
        let summary = try desk.take(.attendance, "session,name,minutes\ns1,Kit,60\ns1,Kit,30\ns2,Kit,10\ns2,Kit,20\n")
        #expect(summary.words == "rows 4, created 4, people_created 2")
    }

    @Test func `a name that several stored people have is a problem, never a guess`() throws {
        let desk = try desk()
        try desk.take(.person, "ref,name,organization\na,Kit,Cove\nb,Kit,Cove\nc,Kit,Dune\n")
        let refused = try desk.problems(.attendance, "session,name\ns1,Kit\n")
        #expect(
            refused == [
                "file.csv:2: name: several people have this name. Give a ref or an e-mail, or merge them."
            ]
        )
        #expect(try desk.take(.attendance, "session,name,organization\ns1,Kit,Dune\n").words == "rows 1, created 1")
    }

    @Test func `an e-mail that nobody has takes a stored person of that name who has none, whatever the order`() throws
    {
        for reversed in [false, true] {
            let desk = try desk()
            try desk.take(.person, "ref,name,organization\nkit,Kit,Cove\n")
            let rows = ["s1,Kit,kit@x.example", "s2,K. Moss,KIT@x.example"]
            let text = "session,name,email\n" + (reversed ? rows.reversed() : rows).joined(separator: "\n")
            #expect(try desk.take(.attendance, text).words == "rows 2, created 2")
            #expect(try desk.rows("SELECT ref, name, lower(email) FROM person") == ["kit|Kit|kit@x.example"])
        }
    }

    @Test func `two e-mails that claim one stored person by name are a problem`() throws {
        let desk = try desk()
        try desk.take(.person, "ref,name,organization\nkit,Kit,Cove\n")
        let problems = try desk.problems(.attendance, "session,name,email\ns1,Kit,a@x.example\ns2,Kit,b@x.example\n")
        #expect(problems.count == 2)
        #expect(
            problems.first
                == "file.csv:2: email: there is a person with this name, but the rows have different e-mails"
        )
    }

    @Test func `an e-mail of somebody else than the ref is a problem`() throws {
        let desk = try desk()
        try desk.take(.person, "ref,email\na,a@x.example\nb,b@x.example\n")
        #expect(
            try desk.problems(.attendance, "session,person,email\ns1,a,b@x.example\ns1,new,b@x.example\n") == [
                "file.csv:2: email: this e-mail and this ref belong to different people",
                "file.csv:3: email: this e-mail and this ref belong to different people",
            ]
        )
    }

    @Test func `a ref goes before an e-mail that several people have, where it is theirs`() throws {
        let desk = try desk()
        try desk.take(.person, "ref,email\na,team@x.example\nb,TEAM@x.example\nc,c@x.example\n")
        #expect(try desk.take(.attendance, "session,person,email\ns1,a,team@x.example\n").words == "rows 1, created 1")
        #expect(
            try desk.problems(.attendance, "session,person,email\ns1,c,team@x.example\ns1,,team@x.example\n") == [
                "file.csv:2: email: this e-mail and this ref belong to different people",
                "file.csv:3: email: several people have this e-mail. Give a ref, or merge them.",
            ]
        )
    }

    @Test func `somebody who was merged away is who they were merged into`() throws {
        let desk = try desk()
        try desk.take(
            .person,
            "ref,name,email,organization\na,Kit,kit@x.example,Cove\nb,Kit Moss,moss@x.example,Cove\n"
        )
        try desk.store.change("test merge") { _ in
            try desk.store.database.execute(
                "UPDATE person SET merged_into_id = (SELECT id FROM person WHERE ref = 'b') WHERE ref = 'a'"
            )
        }
        let summary = try desk.take(.attendance, "session,person,name,email\ns1,a,,\ns2,,,kit@x.example\ntoday,,Kit,\n")
        #expect(summary.words == "rows 3, created 3")
        #expect(
            try desk.rows("SELECT DISTINCT p.ref FROM attendance AS a JOIN person AS p ON p.id = a.person_id") == ["b"]
        )
    }

    @Test(arguments: [
        ("with times, minutes are the union of the intervals, rounded up", "14:00,14:30:10,40\n14:20,15:00,50", "60"),
        ("at most the sum of what the rows report", "14:00,14:30,10\n14:40,15:00,15", "25"),
        ("without times they add", ",,30\n,,20", "50"),
        ("an identical repeated line counts once", ",,30\n,,30\n,,20", "50"),
        ("a row without minutes adds nothing", ",,30\n,,", "30"),
        ("missing minutes are unknown, not zero", ",,\n,,", ""),
        ("times alone give minutes", "14:00,14:30,\n14:30,14:45,", "45"),
        ("a single row keeps its own minutes", "14:00,15:00,90", "90"),
        ("offsets are reckoned with", "2026-03-01T14:00:00Z,2026-03-01T16:30:00+02:00,", "30"),
    ])
    func `rows of one person are one attendance`(_ rule: String, _ cells: String, _ minutes: String) throws {
        let desk = try desk()
        let lines = cells.split(separator: "\n")
        let text = "session,person,joined,left,minutes\n" + lines.map { "s1,kit,\($0)\n" }.joined()
        let summary = try desk.take(.attendance, text)
        #expect(summary.counts.created == 1, "\(rule)")
        #expect(summary.counts.merged == lines.count - 1)
        #expect(try desk.rows("SELECT minutes FROM attendance") == [minutes], "\(rule)")
    }

    @Test func `the stronger role and status of several rows hold`() throws {
        let desk = try desk()
        try desk.take(.attendance, "session,person,role,status\ns1,kit,observer,registered\ns1,KIT,attendee,attended\n")
        #expect(try desk.rows("SELECT role, status FROM attendance") == ["2|2"])
    }

    @Test func `a stored attendance is unchanged, a problem, or updated, and a blank changes nothing`() throws {
        let desk = try desk()
        try desk.take(.attendance, "session,person,minutes,role\ns1,kit,60,observer\n")
        #expect(try desk.take(.attendance, "session,person,minutes\ns1,kit,\n").words == "rows 1, unchanged 1")
        let other = "session,person,minutes\ns1,kit,50\n"
        #expect(
            try desk.problems(.attendance, other) == [
                "file.csv:2: minutes: this person's attendance at s1 already has a different value for minutes"
            ]
        )
        #expect(try desk.take(.attendance, other) { $0.update = true }.words == "rows 1, updated 1")
        #expect(try desk.rows("SELECT role, minutes FROM attendance") == ["2|50"])
    }

    @Test func `nameless rows are matched as a multiset`() throws {
        let desk = try desk()
        #expect(try desk.take(.attendance, "session,minutes\ns1,60\ns1,60\ns1,30\n").words == "rows 3, created 3")
        #expect(
            try desk.take(.attendance, "session,minutes\ns1,30\ns1,60\ns1,60\ns1,60\n").words
                == "rows 4, created 1, unchanged 3"
        )
    }

    @Test func `without names everybody is a head, and rows of one person are one`() throws {
        let desk = try desk()
        let text = "session,person,name,email,minutes\ns1,kit,Kit,,10\ns1,kit,,,20\ns1,,Kit,,5\ns1,,Kit,,5\n"
        #expect(try desk.take(.attendance, text) { $0.keep = .count }.words == "rows 4, created 2, merged 2")
        #expect(try desk.value("SELECT count(*) FROM person") == 0)
        #expect(try desk.rows("SELECT minutes FROM nameless_attendance ORDER BY minutes") == ["5", "35"])
    }

    @Test
    func `attendance makes a scheduled session held once its day has come, and is refused where it did not take place`()
        throws
    {
        let desk = try desk()
        let summary = try desk.take(.attendance, "session,person,status\ns2,kit,\nsoon,kit,registered\ntoday,kit,\n")
        #expect(summary.notes.sessionsHeld == ["s2", "today"])
        #expect(
            try desk.rows("SELECT ref, status FROM session WHERE ref IN ('s2', 'soon', 'today') ORDER BY ref") == [
                "s2|held", "soon|scheduled", "today|held",
            ]
        )
        #expect(
            try desk.problems(.attendance, "session,person\noff,kit\n") == [
                "file.csv:2: session: session \"off\" is cancelled, so it can't have attendance"
            ]
        )
        #expect(try desk.take(.attendance, "session,person,status\noff,kit,registered\n").words == "rows 1, created 1")
    }

    @Test func `nobody has attended a session whose day has not come, by name or by count`() throws {
        let words = "session \"soon\" is on Dec 1, 2026, in the future, so it can't have attendance yet"
        let desk = try desk()
        for text in ["session,person\nsoon,kit\n", "session,person,status\nsoon,kit,attended\n"] {
            #expect(try desk.problems(.attendance, text) == ["file.csv:2: session: \(words)"])
            #expect(try desk.problems(.attendance, text) { $0.keep = .count } == ["file.csv:2: session: \(words)"])
        }
        #expect(try desk.problems(.headcount, "session,count\nsoon,12\n") == ["file.csv:2: \(words)"])
        let ahead = "ref,organization,starts,headcount\nlater,Cove,2026-12-24,9\n"
        #expect(try desk.problems(.session, ahead).count == 1)
        #expect(try desk.take(.headcount, "session,count,scope\nsoon,12,registered\n").counts.created == 1)
    }

    @Test(arguments: ["kit,\nkit,registered", "kit,registered\nkit,", "kit,attended\nkit,registered"])
    func `of two rows of one person, who came goes before who registered`(_ rows: String) throws {
        let desk = try desk()
        let text = "session,person,status\n" + rows.split(separator: "\n").map { "s1,\($0)\n" }.joined()
        #expect(try desk.take(.attendance, text).counts.merged == 1)
        #expect(try desk.rows("SELECT status FROM attendance") == ["2"])
    }

    @Test(arguments: [
        ("Total,,170", "a total"), ("TOTAL: 2,,", "a total"), ("Promedio,,85", "an average"), ("合計,,170", "a total"),
        ("name,,", "the header again"), (",,Total", "a total"),
    ])
    func `a line that is no person is a problem`(_ row: String, _ what: String) throws {
        let desk = try desk()
        let text = "name,email,note\nKit Moss,kit@x.example,\nAsh,,\n\(row)\n"
        let problems = try desk.problems(.attendance, text) {
            $0.session = "s1"
            $0.mapping.ignored = ["note"]
        }
        #expect(problems == ["file.csv:4: name: this is \(what), not a person"])
    }

    @Test(arguments: [("90.0", 90), ("1:30", 90), ("90 min", 90), ("1 hr 30 min", 90), ("2 hrs", 120), ("0", 0)])
    func `minutes are read as spreadsheets and people write them`(_ text: String, _ minutes: Int) throws {
        let desk = try desk()
        try desk.take(.attendance, "session,name,minutes\ns1,Kit,\(text)\n")
        #expect(try desk.value("SELECT minutes FROM attendance") == minutes)
    }

    @Test(arguments: ["90.5", "1:75", "min", "90 x", "-1", "99999999", "1:2:3"])
    func `what is no number of minutes is a problem`(_ text: String) throws {
        #expect(try desk().problems(.attendance, "session,name,minutes\ns1,Kit,\(text)\n").count == 1)
    }

    @Test func `the session may be said once for the whole file`() throws {
        let desk = try desk()
        #expect(
            try desk.take(.attendance, "name\nKit\nAsh\n") { $0.session = "s1" }.words
                == "rows 2, created 2, people_created 2"
        )
        #expect(
            try desk.problems(.attendance, "session,name\ns2,Kit\n") { $0.session = "s1" }
                == ["file.csv:2: session: this row names another session, not s1"]
        )
        #expect(try desk.problems(.attendance, "name\nKit\n") == ["file.csv:1: the file has no column session"])
    }

    @Test func `problems of cells name their columns`() throws {
        let desk = try desk()
        let text = """
            session,person,email,role,status,minutes,joined,left
            none,a,,,,,,
            ,a,,,,,,
            s1,a,,speaker,,,,
            s1,a,,,came,,,
            s1,a,,,,ninety,,
            s1,a,,,,20000,,
            s1,a,,,,,noon,
            s1,a,,,,,15:00,14:00
            s1,a,nowhere,,,,,
            s1,not a ref,,,,,,

            """
        #expect(
            try desk.problems(.attendance, text) == [
                "file.csv:2: session: unknown session",
                "file.csv:3: session is missing",
                "file.csv:4: role is \"speaker\". Use one of: attendee, observer, facilitator.",
                "file.csv:5: status is \"came\". Use one of: registered, attended.",
                "file.csv:6: minutes is \"ninety\". Use a whole number, such as 90.",
                "file.csv:7: minutes is \"20000\". Use a number from 0 to 14400.",
                "file.csv:8: joined is \"noon\". Write a time as 2026-11-10T14:00.",
                "file.csv:9: left is before joined",
                "file.csv:10: email is not an e-mail address",
                "file.csv:11: person can't be used. Use letters, digits, \".\", \"_\" and \"-\", at most 80.",
            ]
        )
    }

    @Test func `acceptable rows are stored and the others written as they were`() throws {
        let desk = try desk()
        let text = "session,person,minutes\r\ns1,\"kit\",60\r\nnone,\"ash\",5\r\ns1,bo,x\r\n"
        let summary = try desk.take(.attendance, text) { $0.rejects = desk.folder + "/rejects.csv" }
        #expect(summary.words == "rows 3, created 1, rejected 2, people_created 1")
        #expect(
            try desk.text("rejects.csv") == """
                session,person,minutes,problem
                none,"ash",5,session: unknown session
                s1,bo,x,"minutes is ""x"". Use a whole number, such as 90."

                """
        )
    }

    @Test func `the index by person is dropped and made again in the same words`() throws {
        let desk = try desk()
        let schema = try desk.store.database.schemaText()
        let text = "session,person\n" + (0..<20_001).map { "s1,p\($0)\n" }.joined()
        #expect(try desk.take(.attendance, text).counts.created == 20_001)
        #expect(try desk.store.database.schemaText() == schema)
        #expect(try desk.rows("PRAGMA integrity_check") == ["ok"])
    }
}
