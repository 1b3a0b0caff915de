import SQLite

@testable import Reports

extension Sample {
    /// Whether a table has a column.
    func has(_ column: Identifier, in table: Identifier) throws -> Bool {
        try database.value(
            "SELECT count(*) FROM pragma_table_info(\(table.name)) WHERE name = \(column.name)",
            as: Int.self
        ) == 1
    }

    /// Sets columns of one row, all at once, so that rules about several of them hold.
    ///
    /// Columns that the table does not have are left out: records are made with everything that the definitions count,
    /// also in a schema that is older.
    func set(_ table: Identifier, _ id: Int, _ values: KeyValuePairs<Identifier, SQLValue>) throws {
        let known = try values.filter { try has($0.key, in: table) }
        guard !known.isEmpty else { return }
        let parts = known.map { "\(identifier: $0.key) = \($0.value)" as SQL }.joined(separator: ", ")
        try database.execute("UPDATE \(identifier: table) SET \(parts) WHERE id = \(id)")
    }
}
