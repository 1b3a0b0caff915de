import Records
import SQLite
import Testing

@testable import Intake

@Suite struct `A Zoom report` {
    private static let old = "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest\n"

    /// A record with a session `s1` of Cove for this audience.
    private func desk(_ audience: String = "staff", facilitators: String = "") throws -> ImportDesk {
        let desk = try ImportDesk()
        let text =
            "ref,organization,starts,audience,facilitators,status\ns1,Cove,2026-03-01,\(audience),\(facilitators),scheduled\n"
        try desk.take(.session, text, name: "sessions.csv")
        return desk
    }

    /// What is looked at is not the day.
    private func options(_ request: inout ImportRequest) {
        request.session = "s1"
        request.otherDay = true
    }

    private func people(_ desk: ImportDesk) throws -> [String] {
        try desk.rows(
            """
            SELECT p.name, p.email, a.role, a.status, a.minutes FROM attendance AS a JOIN person AS p ON p.id = a.person_id
            ORDER BY p.name, p.email
            """
        )
    }

    private func heads(_ desk: ImportDesk) throws -> [String] {
        try desk.rows("SELECT role, status, minutes FROM nameless_attendance ORDER BY role, minutes")
    }

    private static let layouts = [
        "Name (Original Name),User Email,Total Duration (Minutes),Guest\nKit Moss (K),kit@x.example,75,Yes\n",
        "Name (original name),Email,Total duration (minutes),Guest\nKit Moss,kit@x.example,75,Yes\n",
        "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest,Recording Consent\nKit Moss,kit@x.example,09/24/2020 11:00:00 AM,09/24/2020 12:14:30 PM,75,Yes,Y\n",
        "Name (original name),Email,Join time,Leave time,Duration (minutes),Guest,Recording disclaimer response,In waiting room\nKit Moss,kit@x.example,09/24/2026 11:00,09/24/2026 12:15,75,Yes,OK,No\n",
        "Meeting ID,Topic,Start Time,End Time,User Email,Duration (Minutes),Participants,\r\n001,T,09/24/2020 11:00:00 AM,09/24/2020 12:15:00 PM,host@x.example,75,1,\r\n\r\nName (Original Name),User Email,Total Duration (Minutes),Guest\r\nKit Moss,kit@x.example,75,Yes\r\n",
        "Meeting ID,Topic,Start Time,End Time,User Email,Duration (Minutes),Participants\n001,T,a,b,host@x.example,75,1\n,,,,,,\nName (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest,\nKit Moss,kit@x.example,9/24/2020 11:00:15 AM,9/24/2020 12:15:00 PM,75,Yes,\n",
        "Topic,ID,Host,Duration (minutes),Start time,End time,Participants\nT,8,Ash Reed (ash@x.example),75,a,b,1\n\nName (original name),Email,Join Time,Leave Time,Duration (minutes),Guest,Recording Disclaimer Response,In Waiting Room\nKit Moss,kit@x.example,09/24/2026 11:00:00 AM,09/24/2026 12:15:00 PM,75,Yes,OK,No\n",
        "名前（元の名前）,ユーザーメール,参加時刻,退出時刻,所要時間（分）\r\nKit Moss,kit@x.example,2020/12/8 8:35,2020/12/8 9:50,75\r\n",
        "Topic,Meeting ID,User Name,User Email,Department,Group,Has Zoom Rooms?,Creation Time,Start Time,End Time,Duration (Minutes),Participants,Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest,Recording Consent,In Waiting Room,Marketing Opt-In\nT,1,Ash Reed,ash@x.example,,,No,c,a,b,120,1,Kit Moss,kit@x.example,08/15/2022 01:27,08/15/2022 02:42,75,Yes,Y,No,-\n",
        "Attendee Report,,,,\nReport Generated:,\"Mar 23, 2025 6:26 PM\",,,\nTopic,Webinar ID,Actual Start Time,Actual Duration (minutes),# Registered\nT,1,\"Mar 22, 2025 7:13 PM\",75,1\nAttendee Details,,,,\nAttended,User Name (Original Name),Email,Join Time,Leave Time,Time in Session (minutes),Is Guest,\"Role, or job\",Country/Region Name\nYes,Kit Moss (Kit),kit@x.example,\"Mar 22, 2025 19:13:00\",\"Mar 22, 2025 20:28:00\",75,Yes,\"Nurse, \"\"lead\"\"\",Canada\n",
        "Attendee Report\nReport generated time,08/09/2026 02:31:08 PM\nTopic,Webinar ID\nT,1\nAttendee Details\nAttended,User Name (Original Name),First Name,Last Name,Email,Phone,Registration Time,Approval Status,Join Time,Leave Time,Time in Session (minutes),Is Guest,Country/Region Name\nYes,Kit Moss,Kit,Moss,kit@x.example,555,08/08/2026 09:00:00 PM,approved,08/09/2026 10:45:00 AM,08/09/2026 12:00:00 PM,75,Yes,Canada\n",
    ]

    @Test(arguments: layouts.indices)
    func `every layout gives the person, the e-mail and the minutes`(_ index: Int) throws {
        let desk = try desk()
        let summary = try desk.take(.attendance, Self.layouts[index], options)
        #expect(summary.words == "rows 1, created 1, people_created 1")
        #expect(try people(desk) == ["Kit Moss|kit@x.example|1|2|75"])
        #expect(summary.notes.sessionsHeld == ["s1"])
    }

    @Test(arguments: [
        ("Kit Moss (Katherine Moss)", "Kit Moss"), ("Kit (they/them)", "Kit"), ("Kit (she/her) Moss", "Kit Moss"),
        ("24AB1A(Gita Example)", "24AB1A"), ("Kit（Kathrin）", "Kit"), ("Kit (they/them) (Kathrin (K) Moss)", "Kit"),
        ("Kit [they/them]", "Kit"), ("Kit [Cove]", "Kit [Cove]"), ("015_Kit", "015_Kit"), ("太郎1", "太郎1"),
        ("  Kit  ", "Kit"),
        ("(Kit)", ""), ("Kit (", "Kit ("), ("Kit (North) Moss", "Kit (North) Moss"),
    ])
    func `a name is what was shown, without original names and pronouns`(_ name: String, _ shown: String) {
        #expect(PersonName.shown(name) == shown)
    }

    @Test func `rejoins are one attendance of the time they cover together`() throws {
        let desk = try desk()
        let text =
            Self.old + """
                Kit (K),kit@x.example,03/01/2026 10:00:00 AM,03/01/2026 10:30:10 AM,31,Yes
                K. Moss,KIT@x.example,03/01/2026 10:20:00 AM,03/01/2026 11:00:00 AM,40,Yes
                Bo,,03/01/2026 10:00:00 AM,03/01/2026 10:10:00 AM,10,Yes
                Bo,,03/01/2026 10:20:00 AM,03/01/2026 10:30:00 AM,10,Yes

                """
        #expect(try desk.take(.attendance, text, options).words == "rows 4, created 2, merged 2, people_created 2")
        #expect(try people(desk) == ["Bo||1|2|20", "K. Moss|kit@x.example|1|2|60"])
    }

    @Test func `for an audience that is not staff people become heads, and names are nowhere`() throws {
        let desk = try desk("community")
        let text = Self.layouts[2] + "Ash,,09/24/2020 11:00:00 AM,09/24/2020 11:05:00 AM,5,Yes,Y\n"
        let summary = try desk.take(.attendance, text, options)
        #expect(summary.words == "rows 2, created 2")
        #expect(summary.notes.countsOnly)
        #expect(try heads(desk) == ["1|2|5", "1|2|75"])
        #expect(try desk.value("SELECT count(*) FROM person") == 0)
        let kept = try self.desk("community")
        #expect(
            try kept.take(.attendance, text) {
                options(&$0)
                $0.keep = .names
            }.counts.peopleCreated == 2
        )
    }

    @Test func `a second report of heads for one session is refused, and with update replaces them`() throws {
        let desk = try desk("community")
        let first = try desk.take(.attendance, Self.layouts[2], name: "first.csv", options)
        let second = Self.old + "Ash,,03/01/2026 10:00:00 AM,03/01/2026 10:30:00 AM,30,Yes\n"
        let number = try #require(first.importNumber)
        #expect(
            try desk.problems(.attendance, second, options) == [
                "file.csv: session s1 already has attendance from first.csv (import \(number), Nov 21, 2026)"
            ]
        )
        let replaced = try desk.take(.attendance, second) {
            options(&$0)
            $0.update = true
        }
        #expect(replaced.notes.replaced == number)
        #expect(try heads(desk) == ["1|2|30"])
        #expect(try desk.store.brokenEntries() == [])
        _ = try desk.store.undo()
        #expect(try heads(desk) == ["1|2|75"])
        #expect(try desk.problems(.attendance, second, options).count == 1)
    }

    @Test func `the host of the meeting block and the session's facilitators are no attendees`() throws {
        let desk = try desk(facilitators: "Bo Lind:lead")
        let text = """
            Topic,ID,Host,Duration (minutes),Start time,End time,Participants
            T,8,Ash Reed (ash@x.example),75,a,b,3

            Name (original name),Email,Total duration (minutes),Guest
            Ash at home,ash@x.example,75,No
            bo lind (Bo),,70,Yes
            Kit,,60,Yes

            """
        #expect(try desk.take(.attendance, text, options).counts.created == 3)
        #expect(
            try people(desk).map { $0.split(separator: "|", omittingEmptySubsequences: false)[2] } == ["3", "1", "3"]
        )
    }

    @Test func `a webinar's hosts and panelists are no attendees, and those who did not come are a number`() throws {
        let text = """
            Attendee Report
            Host Details
            Attended,User Name (Original Name),Email,Join Time,Leave Time,Time in Session (minutes),Is Guest,Country/Region Name
            Yes,Ash,ash@x.example,05/12/2026 09:00:00 AM,05/12/2026 11:00:00 AM,120,No,Canada
            Panelist Details
            Attended,User Name (Original Name),Email,Join Time,Leave Time,Time in Session (minutes),Is Guest,Country/Region Name
            Yes,Bo,bo@x.example,05/12/2026 09:00:00 AM,05/12/2026 10:00:00 AM,60,Yes,Canada
            Yes,Bo,bo@x.example,05/12/2026 09:30:00 AM,05/12/2026 11:00:00 AM,90,Yes,Canada
            Attendee Details
            Attended,User Name (Original Name),Email,Registration Time,Approval Status,Join Time,Leave Time,Time in Session (minutes),Is Guest
            Yes,Kit,kit@x.example,x,approved,05/12/2026 09:00:00 AM,05/12/2026 10:00:00 AM,60,Yes
            No,Cleo,cleo@x.example,x,approved,--,--,--,--
            No,Cleo Ray,CLEO@x.example,x,approved,--,--,--,--
            No,Kit,kit@x.example,x,approved,--,--,--,--
            No,Dee,dee@x.example,x,denied,--,--,--,--

            """
        let desk = try desk()
        let summary = try desk.take(.attendance, text, options)
        #expect(summary.words == "rows 8, created 4, merged 3, skipped 1, people_created 3")
        #expect(summary.notes.absent == 1)
        #expect(summary.notes.skipped.map(\.name) == ["registration denied"])
        #expect(
            try people(desk) == ["Ash|ash@x.example|3|2|120", "Bo|bo@x.example|3|2|120", "Kit|kit@x.example|1|2|60"]
        )
        #expect(try desk.rows("SELECT scope, method, count FROM headcount") == ["registered|2|2"])

        let named = try self.desk()
        #expect(
            try named.take(.attendance, text) {
                options(&$0)
                $0.keep = .names
            }.counts.created == 4
        )
        #expect(try people(named).contains("Cleo Ray|cleo@x.example|1|1|"))
    }

    @Test func `bots and the waiting room are skipped and named, devices and callers are heads`() throws {
        let desk = try desk()
        let text = """
            Name (original name),Email,Join time,Leave time,Duration (minutes),Guest,In waiting room
            Kit's OtterPilot,,03/01/2026 10:00,03/01/2026 10:30,30,Yes,No
            Fireflies.ai Notetaker Kit,,03/01/2026 10:00,03/01/2026 10:30,30,Yes,No
            Read.ai meeting notes,,03/01/2026 10:00,03/01/2026 10:30,30,Yes,No
            Dee,,03/01/2026 10:00,03/01/2026 10:30,30,Yes,Yes
            Jo's iPad,,03/01/2026 10:00,03/01/2026 10:30,30,Yes,No
            Jo's iPad,,03/01/2026 10:40,03/01/2026 10:50,10,Yes,No
            Galaxy S21,,03/01/2026 10:00,03/01/2026 10:20,20,Yes,No
            1206***4567,,03/01/2026 10:00,03/01/2026 10:15,15,Yes,No
            Kit,kit@x.example,03/01/2026 10:00,03/01/2026 10:30,30,Yes,No

            """
        let summary = try desk.take(.attendance, text, options)
        #expect(summary.words == "rows 9, created 4, merged 1, skipped 4, people_created 1")
        #expect(
            summary.notes.skipped.map { "\($0.name) \($0.count)" } == [
                "Otter 1", "Fireflies 1", "Read.ai 1", "waiting room 1",
            ]
        )
        #expect(summary.notes.devices.map { "\($0.name) \($0.count)" } == ["Jo's iPad 2", "Galaxy S21 1"])
        #expect(try heads(desk) == ["1|2|15", "1|2|20", "1|2|40"])
        #expect(try people(desk) == ["Kit|kit@x.example|1|2|30"])
    }

    @Test func `a day that comes first is read only where that is said`() throws {
        let text = Self.old + "Kit,,15/08/2022 01:27,15/08/2022 02:00,33,Yes\n"
        #expect(
            try desk().problems(.attendance, text, options)
                == ["file.csv:2: Join Time is \"15/08/2022 01:27\". Use a time with the month first."]
        )
        let desk = try desk()
        #expect(
            try desk.take(.attendance, text) {
                options(&$0)
                $0.mapping.dates = .dmy
            }.counts.created == 1
        )
    }

    @Test func `what would have been dropped is not written among the rejects either`() throws {
        let desk = try desk("community")
        let text = Self.old + "Kit (Katherine Moss),kit@x.example,never,03/01/2026 10:30:00 AM,30,Yes\n"
        let summary = try desk.take(.attendance, text) {
            options(&$0)
            $0.rejects = desk.folder + "/rejects.csv"
        }
        #expect(summary.words == "rows 1, rejected 1")
        let written = try desk.text("rejects.csv")
        let header = "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest,problem"
        #expect(written.hasPrefix("\(header)\nKit,,never,"))
        #expect(!written.contains("Katherine") && !written.contains("kit@"))
    }

    @Test func `a report needs a session, holds attendance only, and names of other programs are said`() throws {
        let desk = try desk()
        #expect(
            try desk.problems(.attendance, Self.layouts[0])
                == ["file.csv: this is a Zoom meeting report, which holds attendance. It doesn't say which session"]
        )
        #expect(
            try desk.problems(.person, Self.layouts[0]) == [
                "file.csv:1: this is a Zoom meeting report, which holds attendance, not people"
            ]
        )
        #expect(
            try desk.problems(.attendance, "Timestamp,How was it?\n2026/01/01,good\n")
                == ["file.csv:1: this is answers of a Google form, not attendance"]
        )
        #expect(
            try desk.take(.attendance, Self.layouts[0]) { $0.mapping.set = ["session": "s1"] }.words
                == "rows 1, created 1, people_created 1"
        )
    }

    @Test func `a cancelled session takes no report`() throws {
        let desk = try desk()
        try desk.take(.session, "ref,status\ns1,cancelled\n") { $0.update = true }
        #expect(
            try desk.problems(.attendance, Self.layouts[0], options) == [
                "file.csv:2: session \"s1\" is cancelled, so it can't have attendance"
            ]
        )
    }
}
