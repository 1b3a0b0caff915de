import Records
import Testing

@testable import Intake

@Suite struct `Our own de-identified export` {
    private func desk() throws -> ImportDesk {
        let desk = try ImportDesk()
        try desk.take(.session, "ref,organization,starts\ns1,Cove,2026-03-01\n", name: "sessions.csv")
        return desk
    }

    private func header(_ kind: Noun) -> [String] {
        Extract.deidentifiedFields(of: kind.type).map(\.name)
    }

    /// A file of these columns, with what `cell` gives for each.
    private func text(_ names: [String], _ separator: String, _ cell: (String) -> String) -> String {
        names.joined(separator: separator) + "\n" + names.map(cell).joined(separator: separator) + "\n"
    }

    private func cell(_ name: String, person: String) -> String {
        switch name {
        case "session": "s1"
        case "person", "ref": person
        case "minutes": "30"
        default: ""
        }
    }

    @Test(arguments: [",", ";", "\t"]) func `is refused as attendance and as people`(_ separator: String) throws {
        let desk = try desk()
        let what =
            "file.csv:1: this is a de-identified Groundwork export, which has numbers instead of people"
        for kind in [Noun.attendance, .person] {
            for names in [header(kind), header(kind).reversed()] {
                let text = text(names, separator) { cell($0, person: "17") }
                #expect(try desk.problems(kind, text) == [what])
            }
        }
    }

    @Test func `is told by its numbers, so that refs and heads without a name go in`() throws {
        let desk = try desk()
        let refs = text(header(.attendance), ",") { cell($0, person: "kit-17") }
        #expect(try desk.take(.attendance, refs).counts.created == 1)
        let heads = text(header(.attendance), ",") { cell($0, person: "") }
        #expect(try desk.take(.attendance, heads).counts.created == 1)
        let without = text(header(.attendance), ",") { cell($0, person: "17") }
        #expect(try self.desk().take(.attendance, without) { $0.mapping.ignored = ["person"] }.counts.created == 1)
    }
}
