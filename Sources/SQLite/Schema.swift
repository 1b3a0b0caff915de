/// A column of a table, as the schema declares it.
package struct Column: Hashable, Sendable {
    /// As it was declared, its case kept; SQLite compares it without case.
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

    /// The views, in order.
    borrowing func views() throws -> [Identifier] {
        try all("SELECT name FROM sqlite_schema WHERE type = 'view' ORDER BY name") { row in
            Identifier(fromSchema: try row[0])
        }
    }

    /// Every object of the schema as written, ordered by kind and name, one after the other: what a caller hashes to
    /// tell whether a file has the schema that it should have.
    ///
    /// SQLite's own tables are left out where they are written as SQLite writes them: a file from elsewhere may give any
    /// object a name that begins with `sqlite_`.
    package borrowing func schemaText() throws -> [UInt8] {
        var text: [UInt8] = []
        try forEach(
            """
            SELECT type || ' ' || name || ' ' || tbl_name || char(10) || sql || char(10) FROM sqlite_schema
            WHERE sql IS NOT NULL AND \(Self.isNotOfSQLite) ORDER BY type, name
            """
        ) { row in
            unsafe try row.withBytes(0) { unsafe text.append(contentsOf: $0) }
        }
        return text
    }

    /// Tables, indexes and triggers as written.
    borrowing func schemaObjects() throws -> [SchemaObject: String] {
        let objects = try all(
            """
            SELECT type, name, tbl_name, sql FROM sqlite_schema
            WHERE sql IS NOT NULL AND type <> 'view' AND \(Self.isNotOfSQLite)
            """
        ) { row in
            (SchemaObject(kind: try row[0], name: try row[1]), "\(try row[2] as String)\n\(try row[3] as String)")
        }
        return Dictionary(objects) { $0 + $1 }
    }

    /// <https://sqlite.org/fileformat2.html#internal_schema_objects>
    private static let isNotOfSQLite: SQL = """
        NOT (type = 'table' AND sql IN ('CREATE TABLE sqlite_sequence(name,seq)',
            'CREATE TABLE sqlite_stat1(tbl,idx,stat)', 'CREATE TABLE sqlite_stat4(tbl,idx,neq,nlt,ndlt,sample)'))
        """
}

/// A table, index or trigger, by its kind and name.
struct SchemaObject: Hashable, Comparable {
    let kind: String
    let name: String

    static func < (one: SchemaObject, other: SchemaObject) -> Bool {
        (one.kind, one.name) < (other.kind, other.name)
    }
}
