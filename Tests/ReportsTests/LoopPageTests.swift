import Documents
import Measures
import Records
import SQLite
import Support
import Testing

@testable import Reports

/// Pages of the loop: what is open, what was said and done, what is missing.
@Suite struct LoopPageTests {
    /// A quarter of a program in which every theme has records.
    static func year() throws -> Sample {
        let sample = try LoopExampleTests.feedback()
        try sample.outlet(2, anonymous: 1)
        for (id, kind) in [(1, "complaint"), (2, "suggestion"), (3, "concern")] {
            try sample.database.execute("UPDATE feedback SET kind = \(kind) WHERE id = \(id)")
        }
        try sample.heard(
            8,
            "2025-12-20",
            answered: "2026-01-09",
            told: "poster",
            changed: 1,
            said: "No vein care supplies on Fridays",
            did: "Ordered; on the shelf since 4 January",
            wording: (said: "Supplies ran out late in the week", did: "They are ordered twice a week now")
        )
        try sample.heard(
            9,
            "2026-02-20",
            kind: "thanks",
            answered: "2026-02-21",
            told: "person",
            said: "PRIVATE WORDS",
            did: "PRIVATE ANSWER"
        )
        try sample.heard(10, "2026-02-21", answered: "2026-02-22", told: "other", said: "PRIVATE WORDS", did: "x")
        try sample.heard(11, "2026-02-22", answered: "2026-02-23", said: "PRIVATE WORDS", did: "PRIVATE ANSWER")
        try sample.heard(12, "2026-02-23", said: "PRIVATE WORDS")
        try sample.database.execute("INSERT INTO feedback_code VALUES (1, 1, 'form', '1', 'institutional')")
        try sample.board(1, seats: 11, filled: 9, designatedFilled: 5, perYear: 12)
        try sample.meeting(1, held: "2026-01-20", present: 6, paid: 6, levels: ["consult", "empower"])
        try sample.meeting(2, held: "2026-02-20", present: 4)
        try sample.recommended(1, "2026-01-20", due: "2026-03-01", answer: "accepted", answered: "2026-02-01")
        try sample.recommended(2, "2026-02-20", due: "2026-03-20")
        try sample.assessed(
            1,
            due: "2026-02-01",
            completed: "2026-02-01",
            scores: ["met", "partial", "not_applicable"]
        )
        try sample.action(1, of: 1, due: "2026-03-01")
        try sample.organization(Int(Sample.program.organizationID), "lakeside")
        let own = Int(Sample.program.organizationID)
        try sample.position(1, of: own, hundredths: 50, authorized: "2025-01-01", filled: [("2025-01-15", nil)])
        try sample.position(2, of: own, capacity: "training", authorized: "2025-01-01")
        try sample.activity(1, "campaign", "2026-02-02", reach: 400)
        try sample.activity(2, "event", "2026-02-03")
        try sample.target("FB-02", "2026-Q1", 24)
        return sample
    }

    private func page(_ name: String, _ profile: Profile = .team, _ format: Format = .table) throws -> String {
        let sample = try Self.year()
        let report = try #require(Report.named(name))
        return try sample.document(report, try scope("2026-Q1"), profile: profile, format: format).text(format)
    }

    @Test func `the scorecard begins with what was said and done, and tells each theme in a sentence`() throws {
        let page = try page("scorecard")
        for words in [
            "You said: No vein care supplies on Fridays. We did: Ordered; on the shelf since 4 January.",
            "2 feedback outlets were open. We received 10 comments and answered 8. 3 are still open (oldest: 44 days, drop-in lead).",
            "1 of 2 practice criteria is fully met. 1 improvement action is overdue.",
            "1 of 2 designated positions is filled.",
            "The advisory board met twice. It made 2 recommendations, 1 answered.",
            "1 recommendation is still open (oldest: 39 days, program director).",
            "Activities: 1 awareness campaign, 0 policy and advocacy actions, 1 event with partners.",
            "Not measured: what organizations changed, what attendees said and did.", "5 days · 30 days",
            "24 (feedback received)",
            "42% of the target of 24; period ended", "In 2 of 7 capacities", "4 answered, people not told yet",
            "1 overdue",
        ] {
            #expect(page.contains(words), "\(words)")
        }
    }

    @Test(arguments: [Profile.board, .funder, .public])
    func `no page that leaves the team carries what somebody said, or the answer that they got`(profile: Profile) throws
    {
        let sample = try Self.year()
        try sample.heard(
            13,
            "2026-02-24",
            answered: "2026-02-25",
            told: "poster",
            said: "SECRET WORDS",
            did: "SECRET ANSWER"
        )
        try sample.heard(
            14,
            "2026-02-24",
            answered: "2026-02-25",
            told: "meeting",
            said: "SECRET",
            did: "SECRET",
            mayPost: 0
        )
        var shown = 0
        for report in Report.all {
            let inquiry = Inquiry(
                report,
                of: Sample.program,
                scope: try scope("2026-Q1"),
                disclosure: Disclosure(profile)
            )
            let reply = try inquiry.reply(for: Format.allCases, from: sample.reader)
            for format in Format.allCases {
                let bytes = try format.draw(reply.document(for: format).withSteps)
                let text =
                    (format == .xlsx ? SheetDump(bytes)?.text : String(decoding: bytes, as: UTF8.self)) ?? "SECRET"
                for words in ["SECRET", "PRIVATE", "vein care", "on the shelf"] {
                    #expect(!text.contains(words), "\(words) \(report.name) \(format)")
                }
                if text.contains("ran out late in the week") { shown += 1 }
            }
        }
        // The wall in six formats, the scorecard in those for people.
        #expect(shown == 6 + 4)
    }

    @Test func `the team reads the words beside those for everybody, and how many items have none`() throws {
        let sample = try Self.year()
        try sample.heard(13, "2026-02-24", answered: "2026-02-25", told: "poster", said: "The door stuck", did: "Oiled")
        func lines(_ report: Report, _ profile: Profile) throws -> String {
            try sample.document(report, try scope("2026-Q1"), profile: profile, format: .table).text(.table)
        }
        let inside = try lines(.saidAndDone, .team)
        #expect(inside.contains("You said: The door stuck. We did: Oiled."))
        #expect(inside.contains("You said: No vein care supplies on Fridays."))
        #expect(
            inside.contains("8 answered items have no public wording yet. To list them: feedback.list unpublished")
        )
        #expect(inside.contains("feedback.publish item=? wording=?") && inside.contains("For the team only"))
        #expect(try lines(.scorecard, .team).contains("You said: The door stuck. We did: Oiled."))
        let outside = try lines(.saidAndDone, .board)
        #expect(
            outside.contains("You said: Supplies ran out late in the week. We did: They are ordered twice a week now.")
        )
        #expect(outside.contains("8 answered items are not shown here."))
        #expect(!outside.contains("feedback.") && !outside.contains("door stuck"))
        #expect(try lines(.scorecard, .board).contains("8 answered items are not shown here."))
        let rows = try sample.document(.saidAndDone, try scope("2026-Q1"), profile: .public, format: .csv).text(.csv)
        #expect(rows.hasPrefix("said,did,told,changed,answered,outlet\n"))
        let gaps = "answered feedback: no public wording yet"
        #expect(try lines(.gaps, .team).contains(gaps) && !lines(.gaps, .board).contains(gaps))
    }

    @Test func `words that were released for everybody are shown whether or not people were told before`() throws {
        let sample = try Self.year()
        try sample.heard(
            13,
            "2026-02-24",
            answered: "2026-02-25",
            said: "x",
            did: "y",
            wording: ("Hours", "Longer now")
        )
        try sample.heard(
            14,
            "2026-02-24",
            answered: "2026-02-25",
            excluded: "duplicate",
            said: "x",
            did: "y",
            wording: ("Hours twice", "Longer now")
        )
        let page = try sample.document(.saidAndDone, try scope("2026-Q1"), profile: .public, format: .table).text(
            .table
        )
        #expect(page.contains("You said: Hours. We did: Longer now."))
        #expect(!page.contains("Hours twice"))
    }

    @Test func `questions and answers of a show of hands that nobody declared stay with the team`() throws {
        let sample = try Self.year()
        try sample.session(900, "2026-02-10")
        try sample.tallied(900, "resonates", [("autonomy", 20)])
        try sample.tallied(900, "What did you hear?", [("SOMEBODY SAID", 30)])
        func text(_ profile: Profile) throws -> String {
            try sample.document(.evaluations, try scope("2026-Q1"), profile: profile, format: .table).text(.table)
        }
        #expect(try text(.team).contains("SOMEBODY SAID") && text(.team).contains("What did you hear?"))
        for profile in [Profile.board, .funder, .public] {
            let page = try text(profile)
            #expect(!page.contains("SOMEBODY") && !page.contains("What did you hear"))
            #expect(page.contains("autonomy") && page.contains("1 question added by the program is not shown here."))
        }
    }

    @Test(arguments: [Profile.team, .public])
    func `no page carries words that nobody was told in public`(profile: Profile) throws {
        let sample = try Self.year()
        for report in Report.all {
            let scope = try scope("2026-Q1")
            let inquiry = Inquiry(report, of: Sample.program, scope: scope, disclosure: Disclosure(profile))
            let reply = try inquiry.reply(for: Format.allCases, from: sample.reader)
            for format in Format.allCases {
                let bytes = try format.draw(reply.document(for: format).withSteps)
                let text = format == .xlsx ? SheetDump(bytes)?.text : String(decoding: bytes, as: UTF8.self)
                #expect(text?.contains("PRIVATE") == false, "\(report.name) \(format)")
            }
        }
    }

    @Test(arguments: [Profile.team, .board])
    func `no explanation carries words that somebody wrote`(profile: Profile) throws {
        let sample = try Self.year()
        let inquiry = Inquiry(
            .feedback,
            of: Sample.program,
            scope: try scope("2026-Q1"),
            disclosure: Disclosure(profile)
        )
        for metric in Catalogue.metrics {
            let document = try Explanation(metric, in: inquiry).document(from: sample.reader)
            for format in [Format.table, .json, .csv] {
                let text = document.text(format)
                #expect(
                    !text.contains("PRIVATE") && !text.contains("vein care") && !text.contains("Saturdays"),
                    "\(metric.id)"
                )
            }
        }
    }

    @Test func `an explanation lists the records of its theme`() throws {
        let sample = try Self.year()
        func records(_ id: String, _ profile: Profile) throws -> String {
            let metric = try #require(Catalogue.metric(id))
            let inquiry = Inquiry(
                .feedback,
                of: Sample.program,
                scope: try scope("2026-Q1"),
                disclosure: Disclosure(profile)
            )
            return try Explanation(metric, in: inquiry).document(from: sample.reader).text(.csv)
        }
        #expect(try records("FB-03", .team).contains("f1,box-1,2026-01-05,complaint,1,2026-01-06,2026-01-10"))
        #expect(try !records("FB-03", .board).contains("complaint"))
        #expect(try records("HI-03", .team).contains("2025-01-15"))
        #expect(try !records("HI-03", .board).contains("2025-01-15"))
        #expect(try records("AS-02", .board).contains("a1,2026-02-01,Welcome,c0,met"))
    }

    @Test func `only what was told in public is quoted to the team, as of its answer's day`() throws {
        let sample = try Self.year()
        func items(_ period: String, _ asOf: String? = nil) throws -> JSON? {
            try sample.document(.saidAndDone, try scope(period, asOf: asOf)).data["items"]
        }
        guard case .array(let rows) = try items("2026-Q1") else { return }
        #expect(rows.count == 1)
        #expect(rows.first?["said"] == .string("No vein care supplies on Fridays"))
        #expect(try items("2025-Q4") == .array([]))
        #expect(try items("2026-Q1", "2026-01-08") == .array([]))
        let wall = try page("you-said-we-did", .team)
        #expect(wall.contains("We answered 8 comments in this period and told people about 4 of the answers."))
        #expect(try !page("you-said-we-did", .public).contains("For the team only"))
        let csv = try sample.document(.saidAndDone, try scope("2026-Q1"), format: .csv).text(.csv)
        #expect(csv.hasPrefix("said,did,told,changed,answered,outlet,item,public_wording,public_answer\n"))
    }

    @Test func `what is open stands oldest first, whenever it came`() throws {
        let sample = try Self.year()
        try sample.heard(20, "2025-06-01")
        let document = try sample.document(.feedback, try scope("2026-Q1"))
        guard case .array(let rows) = document.data["open"] else { return }
        #expect(rows.map { $0["item"] } == [.string("f20"), .string("f5"), .string("f12"), .string("f6")])
        #expect(rows.first?["days"] == .integer(303))
        #expect(rows.first?["owner"] == .string("drop-in lead"))
    }

    @Test func `codes about few people are withheld from others`() throws {
        #expect(try page("feedback").contains("Institutional stigma"))
        let row = try page("feedback", .board).split(separator: "\n").first { $0.contains("Institutional stigma") }
        #expect(row?.hasSuffix("*") == true)
    }

    @Test func `wherever positions are counted it says what that does not tell`() throws {
        #expect(try page("hiring").contains(Theme.whatPositionsCannotShow))
        #expect(try page("scorecard").contains(Theme.whatPositionsCannotShow))
    }

    @Test func `a page of a period that is over names the day on which open and overdue are judged`() throws {
        let sample = try Self.year()
        let over = try sample.document(.feedback, try scope("2026-Q1", asOf: "2026-05-01"), format: .table).text(.table)
        #expect(over.contains("Data as of May 1, 2026. Open and overdue items as of Mar 31, 2026."))
        #expect(over.contains("Open on Mar 31, 2026, oldest first"))
        let running = try sample.document(.feedback, try scope("2026-Q1", asOf: "2026-03-01"), format: .table)
        #expect(running.text(.table).contains("Data as of Mar 1, 2026. "))
    }

    @Test(arguments: Report.all.map(\.name))
    func `every page says what counts do not show`(name: String) throws {
        #expect(try page(name, .board, .markdown).contains("On their own they don't show that stigma went down."))
    }

    @Test(arguments: Report.all.map(\.name))
    func `a page for the board names no record by its ref and no metric by its id`(name: String) throws {
        let page = try page(name, .board, .markdown)
        for ref in ["f5", "f6", "pab-1", "box-1", "m2", "act-2", "pos2", "s4", "TR-03", "FB-02", "PB-05"] {
            #expect(!page.contains("| \(ref) |") && !page.contains(ref + ","), "\(ref)")
        }
    }

    @Test func `a yardstick is printed with its name where a board picks one`() throws {
        let sample = try Self.year()
        func page(_ report: Report) throws -> String {
            try sample.document(report, try scope("2026-Q1"), format: .table).text(.table)
        }
        #expect(try !page(.boards).contains("ompare:") && !page(.scorecard).contains("HRSA"))
        try sample.database.execute("UPDATE board SET yardstick = 'hrsa'")
        #expect(try page(.boards).contains("ompare: a majority (HRSA governing board)"))
        #expect(try page(.scorecard).contains("a majority (HRSA governing board)"))
        try sample.database.execute("UPDATE board SET yardstick = 'none'")
        #expect(try !page(.boards).contains("ompare:"))
    }

    @Test func `criteria are counted by their codes, and what organizations report stands apart`() throws {
        let sample = try Self.year()
        try sample.database.execute(
            "INSERT INTO criterion_code SELECT id, 1, 'form', '1', 'institutional' FROM criterion"
        )
        try sample.database.execute(
            """
            INSERT INTO profile (id, organization_id, as_of, employs, outlets)
            VALUES (1, 1, '2026-01-01', 0, '2'), (2, 1, '2026-02-01', 1, '3'), (3, 1, '2026-05-01', 0, '4')
            """
        )
        let document = try sample.document(.practices, try scope("2026-Q1"))
        guard case .array(let codes) = document.data["codes"], case .array(let reported) = document.data["reported"]
        else { return }
        #expect(codes.map { $0["items"] } == [.integer(3)])
        #expect(reported.map { $0["outlets"] } == [.string("3")])
        let page = try sample.document(.practices, try scope("2026-Q1"), format: .table).text(.table)
        #expect(page.contains("Reported by the organizations"))
    }

    @Test func `a scorecard about one course says nothing of what belongs to no course`() throws {
        let sample = try Self.year()
        let page = try sample.document(.scorecard, try scope("2026-Q1", course: 1), format: .table).text(.table)
        #expect(!page.contains("You said"))
        #expect(
            page.contains(
                "Can't be split this way: what organizations changed, outlets for feedback, assessment of practices"
            )
        )
        #expect(!page.contains("Measured: outlets"))
    }

    @Test func `what is said on the wall stands in one line`() throws {
        let sample = try Self.year()
        try sample.database.execute(
            "UPDATE feedback SET answer = 'Ordered;' || char(10) || ' on the shelf' WHERE id = 8"
        )
        let wall = try sample.document(.saidAndDone, try scope("2026-Q1"), format: .table).text(.table)
        #expect(wall.contains("We did: Ordered; on the shelf."))
    }

    @Test func `a gap names the record and the command that fills it`() throws {
        let sample = try Self.year()
        try sample.session(2, "2026-02-11", minutes: nil)
        try sample.session(3, "2026-02-12", status: "scheduled")
        let csv = try sample.document(.gaps, try scope("2026-Q1"), format: .csv).text(.csv)
        for line in [
            "attendance not recorded,s2,2026-02-11,\"TR-03, 04, 10\",headcount.set session=s2 count=?",
            "past session not marked as held or cancelled,s3,2026-02-12,\"TR-01, 02\",session.hold session=s3",
            "minutes not recorded,s2,", "staff total not recorded,a,,",
            "feedback: kind not recorded,f4,2026-02-01,FB-02,feedback.edit ref=f4 kind=?",
            "\"feedback answered, people not told yet\",f11,2026-02-23,FB-06,feedback.told item=f11 how=?",
            "outlet: anonymous or not is not recorded,box-1,", "meeting: members paid not recorded,m2,",
            "designated position: full-time equivalent not recorded,pos2,", "event: partners not recorded,act-2,",
        ] {
            #expect(csv.contains(line), "\(line)")
        }
        #expect(!csv.contains("f7"))
    }

    @Test func `where nothing is missing the page says so`() throws {
        let document = try Sample().document(.gaps, try scope("2026-Q1"), format: .table)
        #expect(document.text(.table).contains("Nothing is missing."))
        #expect(try Sample().document(.gaps, try scope("2026-Q1")).data["gaps"] == .array([]))
    }

    @Test(arguments: Report.all.flatMap(\.details).map(\.key))
    func `a detail is read from a database without records`(key: String) throws {
        let sample = try Sample()
        for detail in Report.all.flatMap(\.details) where detail.key == key {
            let reading = try detail.reading(try scope("2026"), Disclosure(.team), from: sample.reader)
            #expect(reading.table.rows.isEmpty)
        }
    }
}
