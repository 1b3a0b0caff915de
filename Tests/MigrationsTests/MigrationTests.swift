import Calendar
import Files
import Migrations
import SQLite
import Testing

@testable import Records

struct MigrationTests {
    /// Files that were released, by their SHA-256: they never change again.
    private let released: [String: String] = [:]

    private func made() throws -> Database {
        let database = try Database(inMemory: ())
        for step in SchemaStep.all { try database.executeScript(step.sql) }
        return database
    }

    @Test func `steps are numbered without gaps`() {
        #expect(SchemaStep.all.map(\.number) == Array(1...SchemaStep.all.count))
    }

    @Test func `a released file never changes`() {
        for step in SchemaStep.all where !step.isRemade {
            guard let digest = released[step.name] else { continue }
            #expect(Digest.hexadecimal(of: step.sql) == digest, "\(step.name)")
        }
    }

    @Test func `the fingerprint is that of the schema which the steps make`() throws {
        let desk = try Store.create(
            "/tmp/groundwork-fingerprint-\(UInt64.random(in: 0...UInt64.max)).db",
            program: "Fingerprint",
            timeZone: .utc,
            surroundings: Surroundings(clock: .machine, randomness: .system, account: "test")
        )
        let fingerprint = Digest.hexadecimal(of: try desk.database.schemaText())
        #expect(SchemaStep.fingerprint == fingerprint, "write this one into Migrations.swift on purpose")
        unlinkFile(desk.database.path)
    }

    @Test func `every table is strict, and every check is named after its rule`() throws {
        let database = try made()
        let tables = try database.all(
            "SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND substr(name, 1, 7) <> 'sqlite_'"
        ) { (name: try $0.text(0), sql: try $0.text(1)) }
        #expect(tables.count > 20)
        for table in tables {
            #expect(table.sql.contains(") STRICT"), "\(table.name) is not strict")
            let checks = table.sql.split(separator: "CHECK (", omittingEmptySubsequences: false).dropLast()
            for check in checks {
                let words = check.split(whereSeparator: \.isWhitespace)
                #expect(words.dropLast().last == "CONSTRAINT", "a check of \(table.name) has no name")
            }
        }
    }

    @Test func `a check over three words or more is written with OR, which builds no table for each row`() throws {
        let database = try made()
        let count = try database.value(
            "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND sql LIKE '% IN (%'",
            as: Int.self
        )
        #expect(count == 0)
    }

    @Test func `every foreign key is answered by an index, or the row it leads from is never looked up by it`() throws {
        let database = try made()
        // Rows that carry these are found by their own key; the other end is only ever removed by undo.
        let unindexed = [
            "import_id", "host_id", "provider_id", "replaced_by_id", "organization_id", "undoes_id", "other_id",
        ]
        let keys = try database.all(
            #"""
            SELECT t.name, f."from" FROM sqlite_schema AS t, pragma_foreign_key_list(t.name) AS f
            WHERE t.type = 'table' AND f.seq = 0 AND NOT EXISTS (
                SELECT 1 FROM pragma_index_list(t.name) AS i, pragma_index_info(i.name) AS c
                WHERE c.seqno = 0 AND c.name = f."from")
            AND NOT EXISTS (SELECT 1 FROM pragma_table_info(t.name) AS p WHERE p.name = f."from" AND p.pk = 1)
            """#
        ) { "\(try $0.text(0)).\(try $0.text(1))" }
        for key in keys {
            let column = key.split(separator: ".").last.map(String.init) ?? ""
            #expect(unindexed.contains(column), "\(key) has no index")
        }
    }
}
