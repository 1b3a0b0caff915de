import SQLite
import Support

@testable import Records

/// Records as an older version of the program left them, and as a killed process did.
enum OlderRecord {
    /// Makes a file of an older version that holds what the record `current` holds, as far as it had places for it.
    static func make(_ path: String, version: Int, from current: String) throws {
        let database = try Database(path: path, mode: .create)
        let steps = Store.migrator.migrations.filter { $0.number <= version }
        _ = try Migrator(applicationID: Schema.applicationID, migrations: steps).migrate(database, appliedAt: 0)
        try database.execute("PRAGMA foreign_keys = OFF")
        try database.execute("ATTACH \(current) AS now")
        for table in try database.tables() where table.name != "migration" {
            let listing: SQL = "SELECT name FROM pragma_table_info(\(table.name), 'now')"
            let present = try database.all(listing) { try $0.text(0) }
            let columns = try database.columns(ofTable: table.name).filter { present.contains($0.name) }
                .map { "\(identifier: $0.identifier)" as SQL }.joined(separator: ", ")
            try database.execute("DELETE FROM main.\(identifier: table)")
            try database.execute(
                "INSERT INTO main.\(identifier: table) (\(columns)) SELECT \(columns) FROM now.\(identifier: table)"
            )
        }
        try database.execute("DELETE FROM main.sqlite_sequence")
        try database.execute(
            """
            INSERT INTO main.sqlite_sequence SELECT * FROM now.sqlite_sequence
            WHERE name IN (SELECT name FROM main.sqlite_schema)
            """
        )
        try database.execute("DETACH now")
    }

    /// Copies a record as it lies on the disk in the middle of a large change, with the journal beside it.
    static func cutShort(_ record: String, as copy: String) throws {
        struct Cut: Error {}
        let database = try Database(path: record, mode: .readWrite)
        do {
            try database.write {
                try database.execute("PRAGMA cache_size = 5")
                try database.execute("UPDATE organization SET title = 'half ' || title")
                for number in 0..<200 {
                    let title = String(repeating: "half ", count: 800)
                    try database.execute("INSERT INTO organization (ref, title) VALUES (\("half-\(number)"), \(title))")
                }
                for end in ["", "-journal"] {
                    guard let raw = bytes(of: record + end) else { throw StoreError.missing(record + end) }
                    try write(raw, to: copy + end)
                }
                throw Cut()
            }
        } catch is Cut {}
    }
}
