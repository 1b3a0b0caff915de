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
        ("", "m.json: this is no JSON object of a mapping"),
        ("[]", "m.json: this is no JSON object of a mapping"),
        (#"{"colums": {}}"#, "m.json: colums: this key is not known"),
        (#"{"columns": {"ref": 1}}"#, "m.json: columns.ref: another kind of value is expected here"),
        (#"{"source": "excel"}"#, #"m.json: source: "excel" is not known"#),
        (#"{"dates": "us"}"#, "m.json: dates: \"us\" is not one of iso, dmy, mdy, ymd"),
        (String(repeating: "[", count: 100_000), "m.json: brackets are nested too deeply for a mapping"),
    ])
    func `that is none is refused in words`(_ json: String, _ words: String) {
        #expect(refusal(json) == words)
    }

    @Test func `is written as it is read`() throws {
        let json = try mapping(#"{"columns": {"ref": "id"}}"#).json()
        #expect(json.suffix(2) == Array("}\n".utf8))
        #expect(try mapping(String(decoding: json, as: UTF8.self)).columns == ["ref": "id"])
    }
}
