import Records
import SQLite
import Testing

@testable import Intake

@Suite struct `The columns of a report` {
    private func desk() throws -> ImportDesk {
        let desk = try ImportDesk()
        try desk.take(.session, "ref,organization,starts\ns1,Cove,2026-03-01T10:00\n", name: "sessions.csv")
        return desk
    }

    private func options(_ request: inout ImportRequest) { request.session = "s1" }

    private func people(_ desk: ImportDesk) throws -> [String] {
        try desk.rows(
            """
            SELECT p.name, p.email, a.status, a.minutes FROM attendance AS a JOIN person AS p ON p.id = a.person_id
            ORDER BY p.name, p.email
            """
        )
    }

    @Test(arguments: [
        "Nombre (nombre original),Correo electrónico,Hora de entrada,Hora de salida,Duración (minutos),Invitado,En sala de espera|Sí|No",
        "En sala de espera;Duración (minutos);Hora de salida;Hora de entrada;Correo electrónico;Nombre (nombre original)|Sí|No",
        "이름(원래 이름),사용자 이메일,참가 시간,나간 시간,기간(분),게스트,대기실에서|예|아니요",
        "名前（元の名前）,ユーザーメール,参加時刻,退出時刻,所要時間（分）,ゲスト,待機室|はい|いいえ",
        "Name (originaler Name),Benutzer-E-Mail,Beitrittszeit,Austrittszeit,Dauer (Minuten),Gast,Im Warteraum|Ja|Nein",
    ])
    func `a report is read in the language in which it comes`(_ layout: String) throws {
        let parts = layout.split(separator: "|").map(String.init)
        let separator = parts[0].contains(";") ? ";" : ","
        let names = parts[0].split(separator: Character(separator)).map(String.init)
        func row(_ name: String, _ minutes: String, _ waiting: String) -> String {
            names.map { title in
                switch Header.key(title) {
                case let key where ReportWords.names[.name]?.contains(key) == true: name
                case let key where ReportWords.names[.email]?.contains(key) == true: "\(name)@x.example"
                case let key where ReportWords.names[.joined]?.contains(key) == true: "2026/03/01 10:00:00"
                case let key where ReportWords.names[.left]?.contains(key) == true: "2026/03/01 10:\(minutes):00"
                case let key where ReportWords.names[.minutes]?.contains(key) == true: minutes
                case let key where ReportWords.names[.waiting]?.contains(key) == true: waiting
                default: parts[2]
                }
            }.joined(separator: separator)
        }
        let desk = try desk()
        let text = [parts[0], row("kit", "40", parts[2]), row("bo", "10", parts[1])].joined(separator: "\n") + "\n"
        let summary = try desk.take(.attendance, text, options)
        #expect(summary.words == "rows 2, created 1, skipped 1, people_created 1")
        #expect(summary.notes.skipped.map(\.name) == ["waiting room"])
        #expect(try people(desk) == ["kit|kit@x.example|2|40"])
    }

    private static let polish =
        "Name (original name),Email,Join time,Leave time,Duration (minutes),W poczekalni\n"
        + "Kit,kit@x.example,03/01/2026 10:00:00 AM,03/01/2026 10:40:00 AM,40,Nie\n"
        + "Bo,bo@x.example,03/01/2026 10:00:00 AM,03/01/2026 10:40:00 AM,40,Tak\n"

    @Test func `a column that may decide is refused until it is mapped or left out by name`() throws {
        let desk = try desk()
        let refusal =
            "file.csv:1: W poczekalni: unknown column. It has only a few different values, so it may decide who counts"
        #expect(try desk.problems(.attendance, Self.polish, options) == [refusal])
        #expect(
            try desk.problems(.attendance, Self.polish) {
                options(&$0)
                $0.mapping.ignoreUnknown = true
            } == [refusal]
        )
        let words = try desk.problems(.attendance, Self.polish) {
            options(&$0)
            $0.mapping.columns = ["waiting": "W poczekalni"]
        }
        #expect(words.count == 2 && words[0].hasPrefix("file.csv:2: W poczekalni has an unknown word"))
        let mapped = try desk.take(.attendance, Self.polish) {
            options(&$0)
            $0.mapping.columns = ["waiting": "W poczekalni"]
            $0.mapping.values = ["waiting": ["Tak": "yes", "nie": "no"]]
        }
        #expect(mapped.words == "rows 2, created 1, skipped 1, people_created 1")
        let other = try self.desk()
        let ignored = try other.take(.attendance, Self.polish) {
            options(&$0)
            $0.mapping.ignored = ["w poczekalni"]
        }
        #expect(ignored.counts.created == 2)
    }

    @Test func `a column of free text is named`() throws {
        let rows = (1...6).map { "P\($0),,03/01/2026 10:00:00 AM,03/01/2026 10:40:00 AM,40,word \($0)\n" }
        let text = "Name (original name),Email,Join time,Leave time,Duration (minutes),Remark\n" + rows.joined()
        let summary = try desk().take(.attendance, text, options)
        #expect(summary.counts.created == 6)
        #expect(summary.notes.unread == ["Remark"])
    }

    @Test func `what is mapped or left out must be in the report, and be a field of it`() throws {
        let desk = try desk()
        func problems(_ change: (inout Mapping) -> Void) throws -> [String] {
            try desk.problems(.attendance, Self.polish) {
                options(&$0)
                $0.mapping.ignored = ["W poczekalni"]
                change(&$0.mapping)
            }
        }
        #expect(
            try problems { $0.columns = ["email": "Poste", "waiting": "Poczekalnie"] } == [
                "file.csv:1: Poste: the file has no such column",
                "file.csv:1: Poczekalnie: the file has no such column. Did you mean \"W poczekalni\"?",
            ]
        )
        #expect(
            try problems { $0.ignored.append("Emial") } == [
                "file.csv:1: Emial: the file has no such column. Did you mean \"Email\"?"
            ]
        )
        #expect(
            try problems { $0.columns = ["wating": "W poczekalni"] } == [
                "file.csv: a zoom-meeting report has no field \"wating\""
            ]
        )
        #expect(
            try problems { $0.values = ["approval": ["ja": "approved"]] } == [
                "file.csv:1: approval: its values are mapped, but the report has no such column"
            ]
        )
        #expect(
            try problems { $0.set = ["minutes": "5"] } == [
                "file.csv: minutes can't be set for a zoom-meeting report"
            ]
        )
    }

    @Test func `a header of which the times are not known is a report that is not understood`() throws {
        let text = "Name (original name),Email,Zeit,Guest\nKit,kit@x.example,40,Yes\n"
        let desk = try desk()
        #expect(
            try desk.problems(.attendance, text, options) == [
                "file.csv:1: no column says when people joined, or for how long"
            ]
        )
        #expect(
            try desk.take(.attendance, text) {
                options(&$0)
                $0.mapping.columns = ["minutes": "Zeit"]
            }.counts.created == 1
        )
    }

    @Test func `a report in a language that is not known is read where its source and columns are said`() throws {
        let text = "Nazwa,Adres,Czas\nKit,kit@x.example,40\n"
        let desk = try desk()
        try desk.take(.attendance, text) {
            options(&$0)
            $0.mapping.source = .zoomMeeting
            $0.mapping.columns = ["name": "Nazwa", "email": "Adres", "minutes": "Czas"]
        }
        #expect(try people(desk) == ["Kit|kit@x.example|2|40"])
    }

    // MARK: Sections

    private static let of2020 = """
        Attendee Report,
        Report Generated:,"Mar 09, 2026 8:50 PM"
        Topic,Webinar ID,Actual Start Time,Actual Duration (minutes),# Registered,# Cancelled,Unique Viewers,Total Users,Max Concurrent Views
        Talk,111-222,"Mar 01, 2026 8:07 AM", 60, 3, 0,2,3,0
        Host Details,
        Attended,User Name,Email,Join Time,Leave Time,Time in Session (minutes),Country/Region Name
        Yes,Ash,ash@x.example,"Mar 01, 2026 08:07:27","Mar 01, 2026 09:07:45",60,Canada
        Attendee Details,
        "Attended","First Name","Last Name","Email","Registration Time","Approval Status","Join Time","Leave Time","Time in Session (minutes)","Agency","Country/Region Name"
        "Yes","Kit","Moss","kit@x.example","Mar 01, 2026 08:00:11","approved","Mar 01, 2026 08:10:00","Mar 01, 2026 08:30:00","20","Cove","Canada"
        "No","Bo","Lind","bo@x.example","Mar 01, 2026 07:18:58","approved","--","--","--","Cove","--"

        """

    @Test func `a name that stands in two columns is put together`() throws {
        let desk = try desk()
        let summary = try desk.take(.attendance, Self.of2020, options)
        #expect(summary.words == "rows 3, created 3, people_created 2")
        #expect(summary.notes.absent == 1)
        #expect(summary.notes.unread == ["Agency"])
        #expect(try people(desk) == ["Ash|ash@x.example|2|60", "Kit Moss|kit@x.example|2|20"])
    }

    @Test func `a section of people whose header is not known is refused, with its rows`() throws {
        let text = Self.of2020.replacing("\"First Name\",\"Last Name\"", with: "\"Given\",\"Family\"")
        let desk = try desk()
        #expect(
            try desk.problems(.attendance, text, options) == [
                "file.csv:9: the columns of this section are unknown, so its 2 rows can't be read"
            ]
        )
        #expect(
            try desk.take(.attendance, text) {
                options(&$0)
                $0.mapping.columns = ["first": "Given", "last": "Family"]
            }.counts.created == 3
        )
    }

    @Test func `a section that is not one of people is named with its rows`() throws {
        let text = Self.of2020 + "Question Details,\nQuestion,Asker\nWhy?,Kit\nHow?,Bo\n"
        let summary = try desk().take(.attendance, text, options)
        #expect(summary.notes.unread == ["the section on line 12 (3 rows)", "Agency"])
    }

    @Test(arguments: [("Nein", true), ("いいえ", true), ("nie", false), ("Нет", false), ("", false)])
    func `whether somebody came is known or a problem`(_ word: String, _ isKnown: Bool) throws {
        let text =
            "Attended,User Name (Original Name),Email,Join Time,Leave Time,Time in Session (minutes)\n\(word),Kit,,--,--,--\n"
        let desk = try desk()
        let problems = try desk.problems(.attendance, text) {
            options(&$0)
            $0.dryRun = true
        }
        #expect(problems.isEmpty == isKnown)
        #expect(problems.allSatisfy { $0.hasPrefix("file.csv:2: Attended ") })
    }

    @Test func `the header again and lines of totals are skipped and named`() throws {
        let header = "Name (original name),Email,Total duration (minutes),Guest\n"
        let text = header + "Kit,,40,No\n" + header + "Bo,,30,No\nTotal,,70,\nDurchschnitt: 2,,35,\n"
        let summary = try desk().take(.attendance, text, options)
        #expect(summary.words == "rows 5, created 2, skipped 3, people_created 2")
        #expect(summary.notes.skipped.map(\.name) == ["repeated header", "total", "average"])
    }

    // MARK: Other programs

    static let others: [(name: String, text: String, words: String)] = [
        (
            "Teams",
            "1. Summary\nMeeting title\tF\n\n2. Participants\nName\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail\tParticipant ID (UPN)\tRole\nKit\t3/1/26, 9:55:10 AM\t3/1/26, 11:31:02 AM\t1h 35m 52s\tkit@x.example\tkit@x.example\tPresenter\n\n3. In-Meeting Activities\nName\tJoin Time\tLeave Time\tDuration\tEmail\tRole\nKit\t3/1/26, 9:55:10 AM\t3/1/26, 11:31:02 AM\t1h 35m\tkit@x.example\tPresenter\n",
            "a Microsoft Teams attendance report"
        ),
        (
            "Teams in another language",
            "1. Zusammenfassung\nTitel\tF\n\n2. Teilnehmer\nName\tErste Teilnahme\tRolle\nKit\t01.03.26, 09:55\tReferent\n",
            "a Microsoft Teams attendance report"
        ),
        (
            "Teams during the meeting", "Full Name,User Action,Timestamp\nKit,Joined,\"3/1/2026, 9:55:10 AM\"\n",
            "a Microsoft Teams attendance report"
        ),
        (
            "GoToWebinar",
            "Attendee Report,,\nAttendee Details,,\nAttended,Interest Rating,Last Name,First Name,Email Address,Registration Date/Time,Join Time,Leave Time,Time in Session\nYes,90,Moss,Kit,kit@x.example,a,b,c,1 hour\n",
            "a GoToWebinar attendee report"
        ),
        (
            "Google Meet",
            "First name,Last name,Email,Duration,Time joined,Time exited\nKit,Moss,,1 hr,10:00 AM,11:00 AM\n",
            "a Google Meet attendance report"
        ),
        (
            "Webex",
            "Meeting Name,Display Name,Role,Attendee Email,Join Time,Leave Time\nF,Kit,Host,kit@x.example,2026-03-01 10:00,2026-03-01 11:00\n",
            "a Webex attendance report"
        ),
        (
            "registrations",
            "Registration Report,,\nAttendee Details,,\nFirst Name,Last Name,Email,Registration Time,Approval Status\nKit,Moss,kit@x.example,a,approved\n",
            "a Zoom registration list, which doesn't say who came"
        ),
    ]

    @Test(arguments: others.indices) func `another program's file is not taken for Zoom's`(_ index: Int) throws {
        let problems = try desk().problems(.attendance, Self.others[index].text) {
            options(&$0)
            $0.mapping.ignoreUnknown = true
        }
        #expect(problems == ["file.csv:1: this is \(Self.others[index].words)"])
    }

    @Test func `a name and times alone are Zoom's only where the whole header is`() throws {
        let desk = try desk()
        let row = "Kit,kit@x.example,03/01/2026 10:00:00 AM,03/01/2026 11:00:00 AM,60"
        #expect(
            try !desk.problems(
                .attendance,
                "Name,Email,Join Time,Leave Time,Duration (Minutes),Seat\n\(row),4\n",
                options
            )
            .isEmpty
        )
        let summary = try desk.take(
            .attendance,
            "Name,Email,Join Time,Leave Time,Duration (Minutes),Guest\n\(row),Yes\n",
            options
        )
        #expect(summary.source == "zoom-meeting" && summary.counts.created == 1)
    }
}
