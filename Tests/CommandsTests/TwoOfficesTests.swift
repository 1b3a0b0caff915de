import SQLite
import Support
import Testing

/// The rows of two programs stand in one file: no id and no rule of the schema is of one program only.
@Suite struct TwoOfficesTests {
    /// A week at an office, in the words in which its neighbor writes down its own.
    private static let week = [
        "log foundations cci 2026-11-10 22", "log foundations pier 2026-11-11 9", "log language cci 2026-11-12 4",
        "undo",
        "session add foundations cci 2026-11-13 --ref gone", "session remove gone",
        "tally add last resonates autonomy=4", "headcount set last 8 --organization pier",
        "outlet add \"Drop-in box\" --ref box --channel box --opened 2026-10-01",
        "heard box \"The door sticks\" --kind complaint",
        "feedback add box --ref talk --received 2026-11-01 --codes form:institutional",
        "answered talk \"The door was mended\"", "board add pab --title \"Advisory board\" --seats 9",
        "meeting add pab 2026-11-05 --present 5",
        "recommendation add pab \"Open on Saturdays\" --ref hours --made 2026-11-05",
        "assessment start --ref fall", "assessment score fall 1 met", "position add outreach --ref peer",
        "position fill peer 2026-11-02", "activity add event Walk --ref walk --held 2026-11-03",
        "target add TR-03 FY2027 100", "commitment add last 6", "reflection add last question",
        "organization profile add cci --employs yes --services drop-in",
    ]

    @Test func `two records become one by putting their rows side by side`() throws {
        let desk = try Desk()
        desk.run("--database other.db init --program Tern --time-zone UTC --fiscal-year-start 7")
        for line in Self.week {
            for database in ["groundwork.db", "other.db"] {
                let answer = desk.run("--database \(database) \(line)")
                #expect(answer.code == 0, "\(line): \(answer.errors)")
            }
        }
        let alone = try counts(desk)
        try join("\(desk.path)/other.db", into: "\(desk.path)/groundwork.db")
        let check = desk.run("check")
        #expect(check.code == 0, "\(check.both)")
        let together = try counts(desk)
        #expect(together.keys == alone.keys)
        for (table, count) in alone { #expect(together[table] == 2 * count, "\(table)") }
        // Both organizations go by one ref, so that a ref alone means neither.
        #expect(desk.run("log foundations cci 2026-11-14 3").errors.contains("matches 2 organizations"))
        // Each goes on in a chain of its own.
        #expect(desk.run("log writing tern 2026-11-14 3").code == 0)
        #expect(desk.run("check").code == 0)
    }

    /// How many rows each table has that are a program's own.
    private func counts(_ desk: Desk) throws -> [String: Int] {
        let database = try Database(path: "\(desk.path)/groundwork.db", mode: .readOnly)
        var counts: [String: Int] = [:]
        for table in try tables(database) {
            let own = try own(table, database)
            counts[table.name] = try database.value(
                "SELECT count(*) FROM \(identifier: table) WHERE \(own)",
                as: Int.self
            )
        }
        return counts
    }

    private func join(_ other: String, into record: String) throws {
        let database = try Database(path: record, mode: .readWrite)
        try database.execute("PRAGMA foreign_keys = OFF")
        try database.execute("ATTACH \(other) AS other")
        for table in try tables(database) {
            let columns = try database.columns(ofTable: table.name).map { "\(identifier: $0.identifier)" as SQL }
                .joined(separator: ", ")
            try database.execute(
                """
                INSERT INTO main.\(identifier: table) (\(columns))
                SELECT \(columns) FROM other.\(identifier: table) WHERE \(own(table, database))
                """
            )
        }
        #expect(try database.all("PRAGMA foreign_key_check") { try $0.text(0) } == [])
    }

    /// What every record has alike stays out.
    private func tables(_ database: borrowing Database) throws -> [Identifier] {
        try database.tables().filter { !["program", "migration", "code", "code_list"].contains($0.name) }
    }

    /// Rows that ship with the program have ids of origin 0.
    private func own(_ table: Identifier, _ database: borrowing Database) throws -> SQL {
        let key = try database.columns(ofTable: table.name).first { $0.primaryKeyPosition == 1 }
        guard let key, key.type == "INTEGER" else { return "1" }
        return "\(identifier: key.identifier) >> 32 <> 0"
    }
}
