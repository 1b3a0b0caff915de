import SQLite

/// A column that names a row of another table by its id, as the schema declares it.
///
/// The schema's own foreign keys say what belongs to what and what needs what: undo, removal, the order of both and the
/// words about them ask here, and keep no list of their own.
/// Source: <https://sqlite.org/pragma.html#pragma_foreign_key_list>
struct Reference: Hashable, Sendable {
    /// The table that has the column.
    let table: String
    let column: String
    /// The table whose rows it names.
    let target: String
    /// Whether the row goes when the one goes that it names.
    let goesAlong: Bool

    /// Every reference by id. Codes, which are named by their list, version and code, are none: nobody removes one.
    static func all(in database: borrowing Database) throws -> [Reference] {
        try database.all(
            #"""
            SELECT t.name, f."from", f."table", f.on_delete = 'CASCADE'
            FROM sqlite_schema AS t, pragma_foreign_key_list(t.name) AS f
            WHERE t.type = 'table' AND f."to" = 'id' ORDER BY t.name, f.id
            """#
        ) { Reference(table: try $0[0], column: try $0[1], target: try $0[2], goesAlong: try $0[3]) }
    }

    /// Tables in an order in which rows can be removed: each before those that its rows name.
    static func dependentsFirst(_ tables: Set<String>, _ references: [Reference]) -> [String] {
        var (left, order) = (tables, [String]())
        while !left.isEmpty {
            let needed = Set(references.filter { left.contains($0.table) && $0.table != $0.target }.map(\.target))
            // Tables that name one another in a circle have no order; the schema has none such.
            let free = left.subtracting(needed)
            let next = (free.isEmpty ? left : free).sorted()
            order += next
            left.subtract(next)
        }
        return order
    }
}
