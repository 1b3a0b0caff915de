import Calendar
import Records
import SQLite
import Testing

@testable import Intake

@Suite struct `The day of a report` {
    private static let header = "Name (original name),Email,Join time,Leave time,Duration (minutes),Guest\n"

    /// Sessions of Cove: s1 on March 1, s2 on March 2; another one on March 2 where `isFull`; a late one in Auckland.
    private func desk(also lines: String = "") throws -> ImportDesk {
        let desk = try ImportDesk()
        let text = """
            ref,course,organization,starts,minutes,time_zone,audience
            s1,Foundations,Cove,2026-03-01T22:30,120,UTC,staff
            s2,Foundations,Cove,2026-03-04T10:00,120,UTC,staff
            other,Other,Cove,2026-03-06T10:00,120,UTC,staff
            far,Foundations,Pier,2026-05-10T09:00,60,Pacific/Auckland,staff
            \(lines)

            """
        try desk.take(.session, text, name: "sessions.csv")
        return desk
    }

    private func row(_ name: String, _ joined: String, _ left: String) -> String {
        "\(name),\(name.lowercased())@x.example,\(joined),\(left),30,No\n"
    }

    private func attendances(_ desk: ImportDesk) throws -> [String] {
        try desk.rows(
            """
            SELECT s.ref, p.name FROM attendance AS a JOIN session AS s ON s.id = a.session_id
            JOIN person AS p ON p.id = a.person_id ORDER BY s.ref, p.name
            """
        )
    }

    private func problems(_ text: String, _ desk: ImportDesk, _ configure: (inout ImportRequest) -> Void = { _ in })
        throws -> [String]
    {
        try desk.problems(.attendance, text) {
            $0.session = "s1"
            configure(&$0)
        }
    }

    @Test func `a report of another day is refused, and taken where that is said`() throws {
        let desk = try desk()
        let text = Self.header + row("Kit", "03/04/2026 10:00:00 AM", "03/04/2026 10:30:00 AM")
        #expect(
            try problems(text, desk) == ["file.csv: every row is from Mar 4, 2026, but session s1 is on Mar 1, 2026"]
        )
        let summary = try desk.take(.attendance, text) {
            $0.session = "s1"
            $0.otherDay = true
        }
        #expect(summary.counts.created == 1 && summary.notes.otherDay != nil)
        #expect(try attendances(desk) == ["s1|Kit"])
    }

    @Test(arguments: [
        ("03/04/2026", "For the session on that date", "import kind=attendance files="),
        (
            "03/05/2026", "No session is on that date",
            "session.add course=foundations organization=cove starts=2026-03-05"
        ),
        ("01/03/2026", "With the day before the month, it is from Mar 1, 2026: add --dates dmy.", "dmy"),
    ])
    func `a refusal leads to the session of the report's day, or to the order of its dates`(
        _ day: String,
        _ advice: String,
        _ also: String
    ) throws {
        let desk = try desk()
        let text = Self.header + row("Kit", "\(day) 10:00:00 AM", "\(day) 10:30:00 AM")
        do {
            try desk.take(.attendance, text) { $0.session = "s1" }
            Issue.record("it was taken")
        } catch let refused as ImportRefused {
            let whole = refused.issues.first?.advice
            let given = ([whole?.words ?? ""] + (whole?.steps ?? []).map(\.description)).joined(separator: " ")
            #expect(given.contains(advice) && given.contains(also))
        }
    }

    @Test func `a meeting that goes past midnight is of the day on which it began`() throws {
        let desk = try desk()
        let text =
            Self.header + row("Kit", "03/01/2026 10:25:00 PM", "03/02/2026 12:40:00 AM")
            + row("Ash", "03/02/2026 12:10:00 AM", "03/02/2026 12:40:00 AM")
        #expect(try desk.take(.attendance, text) { $0.session = "s1" }.counts.created == 2)
        let early = Self.header + row("Bo", "03/02/2026 12:20:00 AM", "03/02/2026 12:29:00 AM")
        #expect(try desk.take(.attendance, early) { $0.session = "s1" }.counts.created == 1)
    }

    @Test func `days are those of the session's zone`() throws {
        let desk = try desk()
        // Nine in the morning of May 10 in Auckland is nine in the evening of May 9 in UTC.
        let text = Self.header + row("Kit", "05/09/2026 09:00:00 PM", "05/09/2026 10:00:00 PM")
        #expect(try desk.take(.attendance, text) { $0.session = "far" }.counts.created == 1)
        let local = Self.header + row("Ash", "05/10/2026 09:00:00 PM", "05/10/2026 10:00:00 PM")
        #expect(try desk.problems(.attendance, local) { $0.session = "far" }.count == 1)
        let zone = try desk.take(.attendance, local) {
            $0.session = "far"
            $0.timeZone = TimeZoneName("Pacific/Auckland")
        }
        #expect(zone.counts.created == 1)
    }

    @Test func `without times of their own rows are of the day on which the meeting began`() throws {
        let desk = try desk()
        func text(_ day: String) -> String {
            """
            Topic,ID,Host,Duration (minutes),Start time,End time,Participants
            T,88 1,Ash (ash@x.example),77,"\(day) 10:10:26 PM","\(day) 11:26:31 PM",1

            Name (original name),Email,Total duration (minutes),Guest
            Kit,,76,Yes

            """
        }
        #expect(try problems(text("03/04/2026"), desk).count == 1)
        #expect(try desk.take(.attendance, text("03/01/2026")) { $0.session = "s1" }.counts.created == 1)
    }

    private static let wide =
        "Topic,Meeting ID,User Name,User Email,Start Time,End Time,Participants,Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest\n"

    private func wide(_ topic: String, _ number: String, _ name: String, _ day: String) -> String {
        "\(topic),\(number),Ash,ash@h.example,,,2,\(name),\(name)@x.example,\(day) 10:40:00 PM,\(day) 11:10:00 PM,30,Yes\n"
    }

    @Test func `rows of several meetings are refused with what was found`() throws {
        let desk = try desk()
        let text =
            Self.wide + wide("Foundations", "811 0001", "Kit", "03/01/2026")
            + wide("Foundations", "811 0001", "Bo", "03/01/2026") + wide("Budget", "822 0002", "Kit", "03/04/2026")
        #expect(
            try problems(text, desk) == [
                "file.csv: the report covers 2 meetings: meeting 8110001, Mar 1, 2026 (2 rows); meeting 8220002, Mar 4, 2026 (1 row)"
            ]
        )
        let same = Self.wide + wide("F", "811 0001", "Kit", "03/01/2026") + wide("F", "822 0002", "Bo", "03/01/2026")
        #expect(try problems(same, desk).first?.contains("2 meetings") == true)
    }

    @Test func `rows of a series go to the sessions of their days`() throws {
        let desk = try desk()
        let text =
            Self.wide + wide("F", "811 0001", "Kit", "03/01/2026") + wide("F", "811 0001", "Bo", "03/04/2026")
            + wide("F", "811 0001", "Kit", "03/04/2026")
        let summary = try desk.take(.attendance, text) { $0.session = "s1" }
        #expect(summary.words == "rows 3, created 3, people_created 2")
        #expect(summary.notes.rowsBySession.map { "\($0.name) \($0.count)" } == ["s1 1", "s2 2"])
        #expect(try attendances(desk) == ["s1|Kit", "s2|Bo", "s2|Kit"])
        #expect(try desk.store.brokenEntries() == [])
    }

    @Test(arguments: ["03/05/2026", "03/06/2026", "03/04/2026"])
    func `a series whose day has no session of its kind, or two, is refused`(_ day: String) throws {
        let desk = try desk(also: "s3,Foundations,Cove,2026-03-04T15:00,60,UTC,staff")
        let text = Self.wide + wide("F", "811", "Kit", "03/01/2026") + wide("F", "811", "Bo", day)
        #expect(try problems(text, desk).first?.hasPrefix("file.csv: the report covers several days: ") == true)
    }

    @Test func `two reports pasted together are one session's where they are of its day`() throws {
        let desk = try desk()
        func block(_ from: String, _ to: String, _ name: String) -> String {
            "Topic,Meeting ID,Start Time,End Time,Participants\nF,811 0001,03/01/2026 \(from),03/01/2026 \(to),1\n\n"
                + Self.header + row(name, "03/01/2026 \(from)", "03/01/2026 \(to)")
        }
        let text = block("10:00:00 PM", "10:30:00 PM", "Kit") + block("10:40:00 PM", "11:00:00 PM", "Bo")
        #expect(try desk.take(.attendance, text) { $0.session = "s1" }.words == "rows 2, created 2, people_created 2")
    }
}
