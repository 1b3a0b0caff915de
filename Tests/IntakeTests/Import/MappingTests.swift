import Records
import Testing

@testable import Intake

@Suite struct `A mapping` {
    private func mapping(_ json: String) throws -> Mapping { try Mapping(json: Array(json.utf8), name: "m.json") }

    private func refusal(_ json: String) -> String? {
        do {
            _ = try mapping(json)
            return nil
        } catch {
            return (error as? MappingProblem)?.description ?? "another error"
        }
    }

    @Test func `holds what its options say, and is written as it is read`() throws {
        let mapping = try mapping(
            """
            {"source": "groundwork", "columns": {"Organisation": "host name"}, "set": {"minutes": 720, "status": "held"},
             "values": {"modality": {"vor Ort": "in_person"}}, "dates": "dmy", "ignore_unknown": true}
            """
        )
        #expect(mapping.columns == ["organization": "host name"])
        #expect(mapping.set == ["minutes": "720", "status": "held"])
        #expect(mapping.values == ["modality": ["vor Ort": "in_person"]])
        #expect(mapping.dates == .dmy && mapping.ignoreUnknown && mapping.source == .groundwork)
        #expect(try Mapping(json: mapping.json(), name: "again") == mapping)
    }

    @Test func `options go before the file`() throws {
        var options = Mapping()
        options.columns = ["ref": "slug"]
        options.dates = .mdy
        let both = try mapping(#"{"columns": {"ref": "id", "starts": "when"}, "dates": "dmy"}"#).overlaid(by: options)
        #expect(both.columns == ["ref": "slug", "starts": "when"])
        #expect(both.dates == .mdy)
    }

    @Test(arguments: [
        ("", "m.json: this is not a JSON object"),
        ("[]", "m.json: this is not a JSON object"),
        (#"{"colums": {}}"#, "m.json: colums: unknown key"),
        (#"{"columns": {"ref": 1}}"#, "m.json: columns.ref: this has the wrong kind of value"),
        (#"{"source": "excel"}"#, #"m.json: source is "excel", which is unknown"#),
        (#"{"dates": "us"}"#, "m.json: dates is \"us\". Use one of: iso, dmy, mdy, ymd."),
        (#"{"columns": {"ref": "a", "ref": "b"}}"#, #"m.json: "ref" is listed twice"#),
        (
            #"{"columns": {"organization": "a", "Organisation": "b"}}"#,
            "m.json: columns: two entries are for the same field"
        ),
        (#"{"set": {"job role": "a", "job_role": "b"}}"#, "m.json: set: two entries are for the same field"),
        (String(repeating: "[", count: 100_000), "m.json: the brackets are nested too deeply"),
    ])
    func `that is none is refused in words`(_ json: String, _ words: String) {
        #expect(refusal(json) == words)
    }

    @Test func `columns that are left out are in it too, and both lists hold`() throws {
        var options = Mapping()
        options.ignored = ["Date"]
        let both = try mapping(#"{"ignore": ["No."]}"#).overlaid(by: options)
        #expect(both.ignored == ["No.", "Date"])
        #expect(try Mapping(json: both.json(), name: "again") == both)
        let desk = try ImportDesk()
        let text = "ref,title,Date,No.\na,A,x,1\n"
        #expect(try desk.take(.organization, text) { $0.mapping = both }.counts.created == 1)
        #expect(
            try desk.problems(.organization, "ref,title,No.\nb,B,1\n") { $0.mapping = both }
                == ["file.csv:1: Date: the file has no such column"]
        )
    }

    @Test func `what is passed over is named, and values need a column`() throws {
        let desk = try ImportDesk()
        let summary = try desk.take(.organization, "ref,sector,titel\na,health,A\n") {
            $0.mapping.ignoreUnknown = true
            $0.mapping.set = ["title": "A"]
        }
        #expect(summary.notes.passedOver == ["titel"])
        #expect(
            try desk.problems(.organization, "ref,title\nb,B\n") { $0.mapping.values = ["sector": ["x": "health"]] }
                == ["file.csv:1: sector: its values are mapped, but the file has no such column"]
        )
    }

    @Test func `is written as it is read`() throws {
        let json = try mapping(#"{"columns": {"ref": "id"}}"#).json()
        #expect(json.suffix(2) == Array("}\n".utf8))
        #expect(try mapping(String(decoding: json, as: UTF8.self)).columns == ["ref": "id"])
    }
}
