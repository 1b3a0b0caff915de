import Files
import Migrations
import SQLite
import Testing

@testable import Records

struct MigrationTests {
    /// Files that were released, by their SHA-256: they never change again.
    private let released: [String: String] = [
        "core": "7aa2fef2d1ea4acf2197428bda92c21ebdb642ce8be009735c4d307c3653e833",
        "lists": "c848714d4a6c3b422ea3d2a92c3c2d670c998cb4be403732c477f40bc521750b",
        "feedback": "3cf0f964a106e17aadbf826a4479a1468b3e829619d7801d5fa01290aa31c98a",
        "boards": "9118d2895d60480aef465741d3b475f97bb923799268436723605f7ef35a358c",
        "practices": "4b17ce4d80f46a5cd39ee7896e52920128dbd964589d79fcf939a727a3ebf940",
        "requests": "12c785151ec9a0dee863eb0cd27bd4c68d101e7bbf1eaf21bcf5bbe910ed4446",
        "evaluations": "77f5884afae29d0c8543f630906064d5a2a2729be8092ad31185a7d2d43bf576",
        "organizations": "149aeab2fb58437259c2be01183098cb0da5be56610ea1dbf6f67f6b00a7f047",
        "publications": "60c2c7073f2d63d459af6b88242dbb945414afa9cfa841347a5b4c12218fa1be",
        "sessions": "2e1cc73c10c2d448d83a6a71352be5db66655f92f6ca00e538e8eac4edf04a25",
        "responses": "7d83d2ec82b9b6a8d18dcdff42a1d264ffb2d2054b2d393cea317017b3607094",
        "collecting": "049e0e814363e3da9432b704731dbcc3404a23712590c01d75819270196d3c99",
        "feedback days": "cd57eed0b421a53906ca360aaa5b38efb1852619b10faee420353f6c05f6c8dd",
        "board seats": "82bb72bad04bb7e0ba017bbb75b058f9b224a15dafbf6a63bd1ccd8c94cf8561",
    ]

    private func made() throws -> Database {
        let database = try Database(inMemory: ())
        for step in SchemaStep.all { try database.executeScript(step.sql) }
        return database
    }

    @Test func `steps are numbered without gaps`() {
        #expect(SchemaStep.all.map(\.number) == Array(SchemaStep.first..<SchemaStep.first + SchemaStep.all.count))
    }

    @Test func `a released file never changes`() {
        for step in SchemaStep.all where !step.isRemade {
            guard let digest = released[step.name] else { continue }
            #expect(Digest.hexadecimal(of: step.sql) == digest, "\(step.name)")
        }
    }

    @Test func `the fingerprint is that of the schema which the steps make`() throws {
        let database = try Database(inMemory: ())
        _ = try Store.migrator.migrate(database, appliedAt: 0)
        let fingerprint = Digest.hexadecimal(of: try database.schemaText())
        #expect(SchemaStep.fingerprint == fingerprint, "write this one into Migrations.swift on purpose")
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
            // Nobody removes a code.
            "list", "capacity_list",
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

    /// Columns that hold a day or an instant, by their names.
    private static let days: SQL = """
        SELECT t.name, c.name, c.name IN ('made_at', 'at', 'undone_at')
        FROM sqlite_schema AS t, pragma_table_info(t.name) AS c
        WHERE t.type = 'table' AND c.type = 'TEXT'
            AND (substr(c.name, -3) = '_on'
                OR c.name IN ('as_of', 'filled_from', 'filled_to', 'made_at', 'at', 'undone_at'))
        """

    @Test(arguments: ["2026-02-30", "2026-04-31", "2026-19-39", "2026-9-9", "26-09-09", "2026-09-09 ", "today", ""])
    func `no column for a day takes what the calendar has not`(day: String) throws {
        let database = try made()
        try database.execute("PRAGMA foreign_keys = OFF")
        let columns = try database.all(Self.days) {
            (table: try $0.text(0), column: try $0.text(1), instant: try $0[2] as Bool)
        }
        #expect(columns.count >= 28)
        for (table, column, instant) in columns {
            let identifier = try #require(try database.table(named: table))
            let name = try #require(try database.columns(ofTable: table).first { $0.name == column }?.identifier)
            let value = instant ? "\(day)T09:00:00Z" : day
            do {
                try database.execute("INSERT INTO \(identifier: identifier) (\(identifier: name)) VALUES (\(value))")
                Issue.record("\(table).\(column) takes \(value)")
            } catch let error as DatabaseError {
                // A missing value is found before a check is; the day alone decides where the row is whole.
                let isChecked = try database.value(
                    """
                    SELECT sql LIKE \("%CONSTRAINT \(table)_\(column)_is_a%") FROM sqlite_schema WHERE name = \(table)
                    """,
                    as: Bool.self
                )
                #expect(isChecked == true, "\(table).\(column) is not checked")
                #expect(error.isConstraint)
            }
        }
    }

    @Test func `the check of a day is true for every day and for none else`() throws {
        let database = try Database(inMemory: ())
        for (text, isDay) in [
            ("2024-02-29", true), ("2026-02-29", false), ("0001-01-01", true), ("9999-12-31", true),
            ("2026-06-31", false), ("2026-13-01", false), ("2026-00-10", false),
        ] {
            #expect(try database.value("SELECT \(text) IS date(\(text), '+0 days')", as: Bool.self) == isDay, "\(text)")
        }
    }
}
