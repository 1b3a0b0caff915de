import Records
import SQLite
import Testing

@testable import Intake

@Suite(.enabled(if: SharedData.isPresent, "shared/data is not beside this checkout"))
struct `Real registers of recommendations and feedback` {
    let desk: ImportDesk

    init() throws {
        desk = try ImportDesk()
        try desk.take(.board, "ref,title\npanel,A panel\n", name: "boards.csv")
        try desk.take(
            .outlet,
            "ref,title,opened\nsurvey,A survey,2018-01-01\nregister,A register,2018-01-01\n",
            name: "outlets.csv"
        )
    }

    private func mapping(_ json: String) throws -> Mapping { try Mapping(json: Array(json.utf8), name: "mapping.json") }

    private static let recommendations = """
        {"columns": {"made": "Date of report", "text": "Ref", "addressed_to": "Sent to", "answer": "Status"},
        "values": {"answer": {"completed": "noted", "partial": "noted", "overdue": ""}},
        "set": {"board": "panel"}, "dates": "dmy", "ignore_unknown": true}
        """

    @Test func `every recommendation comes in, and its answers and years are the publisher's`() throws {
        let bytes = try SharedData.bytes("pfd-recommendations/recommendations_to_2025-07.csv")
        let map = try mapping(Self.recommendations)
        #expect(try desk.take(.recommendation, bytes: bytes) { $0.mapping = map }.words == "rows 490, created 490")
        #expect(
            try desk.rows(
                "SELECT substr(made_on, 1, 4), count(*), count(answer) FROM recommendation GROUP BY 1 ORDER BY 1"
            ) == ["2018|1|1", "2019|1|1", "2022|1|1", "2023|5|5", "2024|101|99", "2025|381|363"]
        )
        #expect(try desk.value("SELECT count(answer) FROM recommendation") == 470)
        #expect(try desk.rows("SELECT min(made_on), max(made_on) FROM recommendation") == ["2018-09-25|2025-07-31"])
        #expect(try desk.value("SELECT count(DISTINCT text) FROM recommendation") == 489)
        let again = try desk.take(.recommendation, bytes: bytes + [10], name: "again.csv") { $0.mapping = map }
        #expect(again.words == "rows 490, unchanged 490")
    }

    @Test func `equal rows are as many records, and the same again adds none`() throws {
        let bytes = try SharedData.bytes("pfd-recommendations/recommendations_to_2025-07.csv")
        var map = try mapping(Self.recommendations)
        map.columns["text"] = "Category"
        #expect(try desk.take(.recommendation, bytes: bytes) { $0.mapping = map }.words == "rows 490, created 490")
        let again = try desk.take(.recommendation, bytes: bytes + [10], name: "again.csv") { $0.mapping = map }
        #expect(again.words == "rows 490, unchanged 490")
    }

    @Test func `a reference that occurs twice is no ref`() throws {
        let bytes = try SharedData.bytes("pfd-recommendations/recommendations_to_2025-07.csv")
        var map = try mapping(Self.recommendations)
        map.columns["ref"] = "Ref"
        map.columns["text"] = "Category"
        #expect(throws: ImportRefused.self) { try desk.take(.recommendation, bytes: bytes) { $0.mapping = map } }
        #expect(try desk.value("SELECT count(*) FROM recommendation") == 0)
    }

    private static let comments = """
        {"columns": {"received": "Date", "summary": "FFT answer", "kind": "FFT categorical answer"},
        "values": {"kind": {"1": "thanks", "2": "thanks", "3": "concern", "4": "complaint", "5": "complaint",
        "6": "", "7": ""}, "summary": {"Did not answer": ""}},
        "set": {"outlet": "survey"}, "dates": "dmy", "ignore_unknown": true}
        """

    @Test func `comments with a day that is none are refused with their lines, or left out`() throws {
        let bytes = try SharedData.bytes("nhs-patient-feedback/fft_comments_ambulance_trust.csv")
        let map = try mapping(Self.comments.replacing(#""6": "", "7": """#, with: #""6": "question", "7": "question""#))
        do {
            try desk.take(.feedback, bytes: bytes) { $0.mapping = map }
            Issue.record("it was not refused")
        } catch let refused as ImportRefused {
            #expect(refused.issues.allSatisfy { $0.what.contains("Write dates as") && $0.line != nil })
            #expect(refused.count == 75)
        }
        #expect(try desk.value("SELECT count(*) FROM feedback") == 0)
        let rejects = desk.folder + "/rejects.csv"
        let summary = try desk.take(.feedback, bytes: bytes) {
            $0.mapping = map
            $0.rejects = rejects
        }
        #expect(summary.words == "rows 1000, created 925, rejected 75")
        #expect(try desk.text("rejects.csv").split(separator: "\n").count == 76)
        #expect(
            try desk.rows(
                """
                SELECT substr(received_on, 1, 7), count(*) FROM feedback
                WHERE received_on BETWEEN '2021-09' AND '2022-02-29' GROUP BY 1 ORDER BY 1
                """
            ) == ["2021-09|22", "2021-10|68", "2021-11|56", "2021-12|49", "2022-01|69", "2022-02|89"]
        )
        #expect(try desk.value("SELECT count(*) FROM feedback WHERE summary IS NULL") == 244)
    }

    @Test func `rows that say nothing are refused and not counted`() throws {
        let bytes = try SharedData.bytes("nhs-patient-feedback/fft_comments_ambulance_trust.csv")
        var map = try mapping(Self.comments)
        map.columns["kind"] = nil
        map.values["kind"] = nil
        let summary = try desk.take(.feedback, bytes: bytes) {
            $0.mapping = map
            $0.rejects = desk.folder + "/rejects.csv"
        }
        #expect(summary.words == "rows 1000, created 681, rejected 319")
        #expect(try desk.text("rejects.csv").contains("give a summary, a kind or a code"))
    }

    @Test func `a complaint register comes in`() throws {
        let bytes = try SharedData.bytes("survey-exports/cfpb_complaints_5_rows.csv")
        let map = try mapping(
            """
            {"columns": {"ref": "Complaint ID", "received": "Date received", "summary": "Issue",
            "acknowledged": "Date sent to company", "reachable": "Consumer consent provided?"},
            "values": {"reachable": {"Consent provided": "yes", "Consent not provided": "no", "N/A": "", "Other": ""}},
            "set": {"outlet": "register", "kind": "complaint"}, "ignore_unknown": true}
            """
        )
        #expect(try desk.take(.feedback, bytes: bytes) { $0.mapping = map }.words == "rows 5, created 5")
        #expect(
            try desk.rows("SELECT ref, received_on, reachable FROM feedback ORDER BY received_on LIMIT 2")
                == ["3379500|2019-09-19|0", "3384392|2019-09-24|1"]
        )
    }
}
