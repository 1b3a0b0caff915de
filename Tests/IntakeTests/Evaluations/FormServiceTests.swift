import Calendar
import Records
import SQLite
import Testing

@testable import Intake

/// Small files as form services write them; every word and person in them is made up.
@Suite struct `Answers as form services write them` {
    let desk: ImportDesk

    init() throws {
        desk = try ImportDesk()
        try desk.add(
            SampleForm().agreement()
                .list("topics", "stigma=Stigma", "naloxone=Naloxone, by nose", "pipes=Safer smoking", "other=Other")
                .asking(.likert, "pace=The pace was right", "learned=I learned something", list: "agreement")
                .asking(.choices, "topics=What should we come back to?", list: "topics")
                .asking(.recommend, "recommend=Would you recommend it?"),
            "after"
        )
        try desk.hold("tuesday@2026-11-10")
    }

    private static let columns: SQL = "e.a1, e.a2, e.a3, e.a4"

    @discardableResult
    private func take(_ text: String, _ configure: (inout ImportRequest) -> Void = { _ in }) throws -> ImportSummary {
        try desk.answers(text, session: "tuesday", configure)
    }

    @Test func `Google Forms, downloaded: quoted, zones behind the times, options joined by semicolons`() throws {
        let summary = try take(
            """
            "Timestamp","Username","How was it? [The pace was right]","How was it? [I learned something]","What should we come back to?","Would you recommend it?"
            "2026/11/10 10:29:47 PM EST","fennel@cci.example","Agree","Strongly agree","Naloxone, by nose;Stigma","9"
            "2026/11/10 1:50:36 AM GMT+3","sorrel@cci.example","","Does not apply","Safer smoking","10"

            """
        )
        #expect(summary.source == "google-forms" && summary.words == "rows 2, created 2")
        #expect(summary.notes.neverKept == ["Username"])
        #expect(
            try desk.evaluations(Self.columns) == ["tuesday|2026-11-09|3||na|4|10", "tuesday|2026-11-11|4|4|5|3|9"]
        )
    }

    @Test
    func `Google Forms, as a sheet: no zone, options joined by commas of which one holds a comma, scores of a quiz`()
        throws
    {
        let summary = try take(
            """
            Timestamp,Score,Email Address,The pace was right,The pace was right [Score],I learned something,What should we come back to?,Email Address2
            11/10/2026 19:08:16,4 / 5,rowan@cci.example,agree,1 / 1,neutral,"Stigma, Naloxone, by nose, Safer smoking",x@cci.example

            """
        )
        #expect(summary.source == "google-forms")
        #expect(try desk.evaluations(Self.columns) == ["tuesday|2026-11-10|3|4|3|7|"])
    }

    @Test func `SurveyMonkey: two header rows, a matrix, a column for each choice, line breaks in questions`() throws {
        let summary = try take(
            """
            Respondent ID,Collector ID,Start Date,End Date,IP Address,Email Address,First Name,Last Name,Custom Data 1,"How much
            do you agree?",,What should we come back to?,,,,Would you recommend it?
            ,,,,,,,,,The pace was right,I learned something,Stigma,"Naloxone, by nose",Safer smoking,Other (please specify),Response
            114900000001,400000001,11/10/2026 09:58:02 AM,11/10/2026 10:05:11 AM,192.0.2.7,fennel@cci.example,Fennel,Kettle,,Agree,Disagree,Stigma,,Safer smoking,,8
            114900000002,400000001,11/10/2026 10:00:00 AM,11/11/2026 10:05:11 AM,192.0.2.8,,,,,,Agree,,,,More time,10

            """
        )
        #expect(summary.source == "surveymonkey" && summary.words == "rows 2, created 2")
        #expect(summary.notes.neverKept.count == 8)
        #expect(try desk.evaluations(Self.columns) == ["tuesday|2026-11-10|4|4|2|5|8", "tuesday|2026-11-11|3||4|8|10"])
        #expect(try desk.rows("SELECT text FROM answer_text") == ["More time"])
    }

    @Test func `SurveyMonkey, condensed: the second row is blank`() throws {
        try take(
            """
            Respondent ID,Collector ID,Start Date,End Date,The pace was right,I learned something
            ,,,,,
            1,1,2026-11-10,2026-11-10,5,4

            """
        )
        #expect(try desk.evaluations(Self.columns) == ["tuesday|2026-11-10|2|5|4||"])
    }

    private static let qualtrics = """
        StartDate,EndDate,Status,IPAddress,Progress,Duration (in seconds),Finished,RecordedDate,ResponseId,RecipientLastName,LocationLatitude,UserLanguage,pace,learned,topics_1,topics_4_TEXT
        Start Date,End Date,Response Type,IP Address,Progress,Duration (in seconds),Finished,Recorded Date,Response ID,Recipient Last Name,Location Latitude,User Language,How was it? - The pace was right,How was it? - I learned something,What should we come back to? - Selected Choice - Stigma,What should we come back to? - Other - Text
        IDS
        2026-11-10 18:00:00,2026-11-10 18:10:00,IP Address,192.0.2.7,100,600,True,2026-11-10 23:30:00,R_1,Kettle,47.1,EN,5,Agree,Stigma,
        2026-11-10 18:00:00,2026-11-10 18:10:00,Survey Preview,,100,600,True,2026-11-10 18:10:01,R_2,,,EN,1,1,,
        2026-11-10 18:00:00,2026-11-10 18:10:00,0,192.0.2.8,40,600,False,2026-11-10 18:10:01,R_3,,,EN,4,,,
        2026-11-10 18:00:00,2026-11-10 18:10:00,Spam,192.0.2.9,100,600,1,2026-11-10 18:10:01,R_4,,,EN,4,4,,
        2026-11-10 18:00:00,2026-11-10 18:10:00,0,192.0.2.9,100,600,1,2026-11-10 18:10:01,R_5,,,EN,4,4,,More time

        """

    @Test(arguments: [true, false])
    func `Qualtrics: the zone of the import ids, previews and spam left out and named, what was begun is taken`(
        hasIDs: Bool
    ) throws {
        let ids = #""{""ImportId"":""startDate"",""timeZone"":""America/Denver""}","#
        let row =
            ids
            + (1..<16).map { index in
                index == 7
                    ? #""{""ImportId"":""recordedDate"",""timeZone"":""America/Denver""}""#
                    : #""{""ImportId"":""QID\#(index)""}""#
            }.joined(separator: ",")
        let text = Self.qualtrics.replacing(hasIDs ? "IDS" : "IDS\n", with: hasIDs ? row : "")
        let summary = try take(text) { $0.mapping.ignoreUnknown = true }
        #expect(summary.source == "qualtrics" && summary.words == "rows 5, created 3, skipped 2")
        #expect(summary.notes.skipped.map { "\($0.name) \($0.count)" } == ["preview 1", "spam 1"])
        // 23:30 in Denver is the next day in UTC, the program's zone.
        let first = hasIDs ? "2026-11-11" : "2026-11-10"
        let second = hasIDs ? "tuesday|2026-11-11|3|4|4|8|" : "tuesday|2026-11-10|3|4|4|8|"
        let begun = "tuesday|\(first)|1|4|||"
        #expect(try desk.evaluations(Self.columns) == [begun, second, "tuesday|\(first)|3|5|4|1|"].sorted())
    }

    @Test func `Qualtrics of old: two header rows, names in the second`() throws {
        let summary = try take(
            """
            V1,V2,V3,V4,V5,V6,V8,V9,V10,pace,learned
            ResponseID,ResponseSet,Name,ExternalDataReference,EMail,IPAddress,StartDate,EndDate,Finished,The pace,What I learned
            R_1,Default Response Set,Fennel,,fennel@cci.example,192.0.2.7,2026-11-10 10:00:00,2026-11-10 10:09:00,1,5,4

            """
        )
        #expect(summary.source == "qualtrics" && summary.words == "rows 1, created 1")
        #expect(try desk.evaluations(Self.columns) == ["tuesday|2026-11-10|2|5|4||"])
    }

    @Test(arguments: [
        "feedback/pace,learned,topics,topics/stigma,topics/naloxone|4,5,stigma pipes,1,0",
        "pace,learned,topics|Agree,Strongly agree,Stigma Safer smoking",
        "pace,learned,topics/stigma,topics/naloxone,topics/pipes|4,5,1,0,1",
        "The pace was right,I learned something,What should we come back to?,What should we come back to?/Stigma|4,5,Safer smoking;Stigma,1",
    ])
    func `KoboToolbox: names or labels, several answers in one column or in one each, times in UTC`(
        sample: String
    ) throws {
        let parts = sample.split(separator: "|")
        let summary = try take(
            """
            start,end,\(parts[0]),_id,_uuid,_submission_time,_validation_status,_submitted_by,_index
            2026-11-10T09:00:00.000-08:00,2026-11-10T09:05:00.000-08:00,\(parts[1]),77,c0ffee,2026-11-10T17:05:10,,fennel,1
            2026-11-10T09:00:00.000-08:00,2026-11-10T09:05:00.000-08:00,\(parts[1]),78,c0ffed,2026-11-10T17:05:10,validation_status_not_approved,,2

            """
        )
        #expect(summary.source == "kobo" && summary.words == "rows 2, created 1, skipped 1")
        #expect(try desk.evaluations(Self.columns) == ["tuesday|2026-11-10|3|4|5|5|"])
    }

    @Test
    func `columns of KoboToolbox that say who and where are never kept, also where nothing tells that it is its file`()
        throws
    {
        let names =
            "meta/instanceID,meta/rootUuid,_xform_id_string,__version__,_submitted_by,_tags,_notes,_status,"
            + "_validation_status,_geolocation,_attachments,formhub/uuid"
        let cells = names.split(separator: ",").map { _ in "x" }.joined(separator: ",")
        let plain = try take("pace,learned,\(names)\n4,5,\(cells)\n")
        #expect(plain.source == "groundwork" && plain.notes.neverKept.count == 12)
        let summary = try take(
            "_id,_uuid,_submission_time,pace,learned,\(names),meta/deprecatedID\n"
                + "7,c0,2026-11-10T17:05:10,5,4,\(cells.replacing("x", with: "")),\n"
        )
        #expect(summary.source == "kobo" && summary.notes.neverKept.count == 15)
    }

    @Test func `LimeSurvey writes 1980-01-01 where it keeps no day: the day is unknown`() throws {
        try take(
            """
            id,submitdate,lastpage,startlanguage,seed,pace,learned
            1,1980-01-01 00:00:00,3,en,42,5,4
            2,2026-11-11 10:00:00,3,en,43,5,4

            """
        )
        #expect(try desk.evaluations(Self.columns) == ["tuesday|2026-11-11|2|5|4||", "tuesday||2|5|4||"])
    }

    @Test(arguments: [
        ("2026/11/10 10:29:47 PM QQT", "the time zone \"QQT\" is unknown"),
        ("yesterday", "Timestamp is \"yesterday\". Say how"),
        ("13/14/2026 10:00:00", "Say how dates are written"),
        ("31.12.2026 10:00", "Timestamp is \"31.12.2026\". Say how"),
        ("31.12.2026T10:00:07", "Timestamp is \"31.12.2026\". Say how"),
        ("46336.4373", "Timestamp can't be used. Say how"),
        ("10:29 on Tuesday", "Timestamp can't be used. Say how"),
    ])
    func `a time that does not fit is a problem, and nothing is swapped`(time: String, problem: String) throws {
        let found = try desk.problems(.evaluation, "Timestamp,pace\n\(time),5\n") {
            $0.form = "after"
            $0.session = "tuesday"
        }
        #expect(found.count == 1 && found[0].hasPrefix("file.csv:2: Timestamp") && found[0].contains(problem))
    }

    @Test(arguments: [
        ("2026-11-10T23:30:00Z", nil, "2026-11-10"), ("2026-11-10 23:30", "America/Denver", "2026-11-11"),
        ("2026-11-10T23:30:00.123+0100", "America/Denver", "2026-11-10"),
        ("2026-11-10", "America/Denver", "2026-11-10"),
        ("10.11.2026 23:30:00", nil, "2026-11-10"), ("2026/11/10 12:00:00 AM UTC+5:30", nil, "2026-11-09"),
        ("10.11.26 12:10", nil, "2026-11-10"),
    ])
    func `the day counts in the zone of the session`(time: String, zone: String?, day: String) throws {
        try take("Timestamp,pace\n\(time),5\n") {
            $0.timeZone = zone.flatMap { TimeZoneName($0) }
            $0.mapping.dates = .dmy
        }
        #expect(try desk.rows("SELECT submitted_on FROM evaluation") == [day])
    }

    @Test func `a mapping goes before what a header says, and --source before what is recognized`() throws {
        let summary = try take("Timestamp,Tempo,Anders,Notes\n2026-11-10,5,1,x\n") {
            $0.mapping.source = .groundwork
            $0.mapping.columns = ["submitted": "Timestamp", "pace": "tempo", "topics/pipes": "Anders", "notes": ""]
        }
        #expect(summary.source == "groundwork")
        #expect(try desk.evaluations(Self.columns) == ["tuesday|2026-11-10|2|5||4|"])
    }

    @Test func `a report of Zoom and a list of Eventbrite hold no answers`() throws {
        for (text, words) in [
            (
                "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest\n",
                "a Zoom meeting report"
            ),
            ("Order #,Order Date,First Name,Attendee #\n", "an Eventbrite list"),
        ] {
            let found = try desk.problems(.evaluation, text) { $0.form = "after" }
            #expect(found.count == 1 && found[0].contains("this is \(words)") && found[0].hasSuffix("not evaluations"))
        }
    }
}
