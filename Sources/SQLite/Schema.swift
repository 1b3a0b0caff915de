/// A column of a table, as the schema declares it.
package struct Column: Hashable, Sendable {
    /// The name.
    package let name: String
    /// The declared type, such as `INTEGER`; empty where none is.
    package let type: String
    /// Whether it is declared NOT NULL.
    package let isNotNull: Bool
    /// The place in the primary key, from 1; 0 where it is no part of it.
    package let primaryKeyPosition: Int

    /// The name, safe to write into a statement.
    package var identifier: Identifier { Identifier(fromSchema: name) }
}

extension Database {
    /// The columns of a table or view in their order, generated ones left out; none where there is no such table.
    ///
    /// Source: <https://sqlite.org/pragma.html#pragma_table_info>
    package borrowing func columns(ofTable table: String) throws -> [Column] {
        try all(#"SELECT name, type, "notnull", pk FROM pragma_table_info(\#(table)) ORDER BY cid"#) { row in
            Column(name: try row[0], type: try row[1], isNotNull: try row[2], primaryKeyPosition: try row[3])
        }
    }

    /// The table or view of this name, safe to write into a statement; nil where the schema has none.
    package borrowing func table(named name: String) throws -> Identifier? {
        try one("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name = \(name)") { row in
            Identifier(fromSchema: try row[0])
        }
    }

    /// The names of all tables, SQLite's own left out, in order.
    package borrowing func tables() throws -> [Identifier] {
        try all(
            #"SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\_%' ESCAPE '\' ORDER BY name"#
        ) { row in
            Identifier(fromSchema: try row[0])
        }
    }

    /// Every object of the schema as written, ordered by kind and name, one after the other: what a caller hashes to
    /// tell whether a file has the schema that it should have.
    package borrowing func schemaText() throws -> [UInt8] {
        var text: [UInt8] = []
        try forEach(
            #"""
            SELECT type || ' ' || name || ' ' || tbl_name || char(10) || sql || char(10) FROM sqlite_schema
            WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\_%' ESCAPE '\' ORDER BY type, name
            """#
        ) { row in
            unsafe try row.withBytes(0) { unsafe text.append(contentsOf: $0) }
        }
        return text
    }
}
