import SQLite
import Testing

@testable import Records

@Suite struct PersonWriterTests {
    private let desk: Desk
    private var store: Store { desk.store }

    init() throws { desk = try Desk() }

    private func add(_ writer: PersonWriter, ref: String, name: String = "", email: String = "") throws -> Int64 {
        var (ref, name, email) = (ref, name, email)
        return try ref.withUTF8 { ref in
            try name.withUTF8 { name in
                try email.withUTF8 { email in
                    try writer.add(
                        ref: UnsafeRawBufferPointer(ref),
                        name: UnsafeRawBufferPointer(name),
                        email: UnsafeRawBufferPointer(email),
                        organization: 0
                    )
                }
            }
        }
    }

    private func person(_ id: Int64) throws -> [String?]? {
        try store.database.one("SELECT ref, name, email, organization_id FROM person WHERE id = \(id)") { row in
            [try row[0], try row[1], try row[2], try (row[3] as Int64?).map { String($0) }]
        }
    }

    private func with(_ body: (PersonWriter) throws -> Void) throws {
        try store.change("import people") { _ in
            let file = ImportFile(
                kind: .attendance,
                source: "groundwork",
                name: "a.csv",
                sha256: String(repeating: "0", count: 64)
            )
            let importID = try store.beginImport(file)
            try body(PersonWriter(store, importID: importID))
            try store.finishImport(importID, ImportCounts())
        }
    }

    @Test func `what nobody said is not stored as an empty text`() throws {
        try with { writer in
            let known = try add(writer, ref: "p-1", name: "Sorrel Ladle", email: "s@clinic.example")
            let unknown = try add(writer, ref: "p-2")
            #expect(try person(known) == ["p-1", "Sorrel Ladle", "s@clinic.example", nil])
            #expect(try person(unknown) == ["p-2", nil, nil, nil])
        }
    }

    @Test(arguments: ["", "two words", "-", "é", "p/1"])
    func `what is no ref makes nobody`(ref: String) throws {
        try with { writer in
            #expect(throws: RecordError.self) { try add(writer, ref: ref) }
        }
        #expect(try desk.value("SELECT count(*) FROM person") == 0)
    }

    @Test func `a ref that was somebody else's is not given again`() throws {
        try store.change("test") { _ in
            try store.database.execute("INSERT INTO retired_ref (noun, ref, origin) VALUES ('person', 'p-older', 1)")
        }
        try with { writer in
            #expect(throws: RecordError.self) { try add(writer, ref: "p-older") }
            _ = try add(writer, ref: "p-other")
        }
    }

    @Test func `an e-mail is given to nobody who has one`() throws {
        try with { writer in
            let without = try add(writer, ref: "p-1")
            let has = try add(writer, ref: "p-2", email: "old@clinic.example")
            for id in [without, has] { try writer.give(email: "new@clinic.example", to: id) }
            #expect(try person(without)?[2] == "new@clinic.example")
            #expect(try person(has)?[2] == "old@clinic.example")
        }
    }

    @Test func `somebody is given other values, or none`() throws {
        let organization = try desk.add(.organization, ["title": "Tidewater"])
        try with { writer in
            let id = try add(writer, ref: "p-1", name: "Sorrel", email: "s@clinic.example")
            try writer.change(id, name: "Sorrel Ladle", email: nil, organization: organization.id)
            #expect(try person(id) == ["p-1", "Sorrel Ladle", nil, String(organization.id)])
        }
    }
}
