import SQLite
import Testing

@Suite struct DatabaseReaderTests {
    private static let writing: [SQL] = [
        "INSERT INTO plant (id, name) VALUES (9, 'mint')", "UPDATE plant SET name = 'mint'", "DELETE FROM plant",
        "DELETE FROM plant RETURNING id", "CREATE TABLE bed (id INTEGER)", "DROP TABLE plant",
        "CREATE INDEX plant_name ON plant (name)", "PRAGMA user_version = 7", "VACUUM",
    ]

    private static func plants(_ database: borrowing Database) throws -> [String] {
        try database.all("SELECT name FROM plant ORDER BY id") { try $0.text(0) }
    }

    @Test(arguments: writing)
    func `a reader refuses what would write, however it is asked`(sql: SQL) throws {
        let database = try Database.garden()
        let before = try Self.plants(database)
        let schema = try database.schemaText()
        #expect(throws: DatabaseError.self) { try database.reader.forEach(sql) { _ in } }
        #expect(throws: DatabaseError.self) { try database.reader.all(sql) { try $0.text(0) } }
        #expect(throws: DatabaseError.self) { try database.reader.value(sql, as: Int.self) }
        #expect(throws: DatabaseError.self) { try database.reader.prepared(sql) { try $0.run() } }
        #expect(throws: DatabaseError.self) { try database.write { try database.reader.forEach(sql) { _ in } } }
        #expect(try Self.plants(database) == before)
        #expect(try database.schemaText() == schema)
        #expect(try database.value("PRAGMA user_version", as: Int.self) == 0)
    }

    @Test func `a reader answers as the database does, and sees what its transaction wrote`() throws {
        let database = try Database.garden()
        try database.write {
            try database.execute("UPDATE plant SET name = 'mint' WHERE id = 1")
            let name = try database.reader.value("SELECT name FROM plant WHERE id = \(1)", as: String.self)
            #expect(name == "mint")
            let names = try database.reader.prepared("SELECT name FROM plant WHERE id = ?") { query in
                try [1, 2].map { try query.value($0, as: String.self) }
            }
            #expect(try names.compactMap { $0 } == Self.plants(database))
        }
    }
}
