/// A report or a list, ready to draw: blocks for people, `data` for JSON, `rows` for CSV.
package struct Document: Sendable, Hashable {
    /// A piece of a page, drawn in order by every format for people.
    package enum Block: Sendable, Hashable {
        /// A heading within the page.
        case heading(String)
        /// A sentence or paragraph.
        case sentence(String)
        /// A sentence with what to do next, which stands behind it once an interface has put it in words.
        case advice(String, [NextStep])
        /// A table with its notes.
        case table(Table)
        /// An explanation, quieter than a sentence.
        case note(String)
        /// Items one below the other.
        case list([String])
        /// Lines of a statement or a command, drawn as they stand so that they can be copied.
        case code([String])
        /// A picture of figures, with the table of the same figures.
        case chart(Chart)
    }

    /// Title of the page, if it has one.
    package let title: String?
    /// What a file that stands alone says about itself, if its maker knows.
    package let about: About?
    /// What people see.
    package let blocks: [Block]
    /// What stands below everything: how to read the marks, what figures cannot show.
    package let closing: [Block]
    /// What JSON draws.
    package let data: JSON
    /// What CSV draws.
    package let rows: Table

    /// A document whose three forms are made by its maker from the same figures.
    package init(
        title: String?,
        about: About? = nil,
        blocks: [Block],
        closing: [Block] = [],
        data: JSON,
        rows: Table
    ) {
        self.title = title
        self.about = about
        self.blocks = blocks
        self.closing = closing
        self.data = data
        self.rows = rows
    }

    /// A list of records, drawn from one table in every format: JSON is an array of objects under its keys.
    ///
    /// - Parameter nothing: what people read where the table has no row; an empty table unless given.
    package static func list(
        _ table: Table,
        title: String? = nil,
        about: About? = nil,
        orSaying nothing: String? = nil
    ) -> Document {
        let said = table.rows.isEmpty ? nothing : nil
        return Document(
            title: title,
            about: about,
            blocks: [said.map { .sentence($0) } ?? .table(table)],
            data: table.json,
            rows: table
        )
    }

    /// One record: an object in JSON, one row in CSV, and a line per field for people.
    package static func record(
        _ fields: [Field],
        title: String? = nil,
        about: About? = nil,
        notes: [String] = []
    ) -> Document {
        let lines = Table(
            columns: [Column(key: "field", title: ""), Column(key: "value", title: "")],
            rows: fields.map { [.text($0.column.title), $0.cell] },
            notes: notes
        )
        let row = Table(columns: fields.map(\.column), rows: [fields.map(\.cell)])
        let object = JSON.object(fields.map { JSON.Member($0.column.key, $0.cell.json) })
        return Document(title: title, about: about, blocks: [.table(lines)], data: object, rows: row)
    }

    /// The document under a title where it stands alone, unless its maker has given it one.
    package func named(_ title: String) -> Document {
        if self.title != nil || about != nil { return self }
        let about = About(title: title)
        return Document(title: nil, about: about, blocks: blocks, closing: closing, data: data, rows: rows)
    }

    /// A field of one record: the column that it has in a list, and its entry.
    package struct Field: Sendable, Hashable {
        /// Key and label.
        package let column: Column
        /// The entry.
        package let cell: Cell

        /// A field from a list's column.
        package init(_ column: Column, _ cell: Cell) {
            self.column = column
            self.cell = cell
        }

        /// A field under a key, with its label for people.
        package init(_ key: String, title: String? = nil, _ cell: Cell) {
            self.init(Column(key: key, title: title), cell)
        }
    }
}
