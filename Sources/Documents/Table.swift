/// A column of a table: its name for programs, its title for people, and the side on which its entries stand.
package struct Column: Sendable, Hashable {
    /// On which side entries stand; numbers on the right.
    package enum Alignment: Sendable, Hashable { case left, right }

    /// Name in CSV and JSON, `snake_case`.
    package let key: String
    /// Heading for people.
    package let title: String
    /// Side on which its entries stand.
    package let alignment: Alignment
    /// Whether its entries are refs or ids, which only those who can look them up read.
    package let isRef: Bool

    /// A column; its title is its key with spaces unless given.
    package init(key: String, title: String? = nil, alignment: Alignment = .left, isRef: Bool = false) {
        self.key = key
        self.isRef = isRef
        self.title = title ?? String(key.map { $0 == "_" ? " " : $0 })
        self.alignment = alignment
    }
}

/// Columns, and rows under them in sections; what stands below is in its notes.
package struct Table: Sendable, Hashable {
    /// Rows under a heading of their own, such as TRAINING AND EDUCATION.
    package struct Section: Sendable, Hashable {
        /// The heading, if any.
        package let title: String?
        /// One cell per column, in each row.
        package let rows: [[Cell]]

        /// Rows under a heading.
        package init(title: String? = nil, rows: [[Cell]]) {
            self.title = title
            self.rows = rows
        }
    }

    /// What the table is, for formats in which tables have names; it need not say what stands in a heading above.
    package let caption: String?
    /// The columns in order.
    package let columns: [Column]
    /// The rows in order, in one section unless the table has headings within.
    package let sections: [Section]
    /// Sentences below the table.
    package let notes: [String]

    /// A table in sections; a row with fewer cells than columns ends in empty ones, one with more is a defect.
    package init(caption: String? = nil, columns: [Column], sections: [Section], notes: [String] = []) {
        self.caption = caption
        self.columns = columns
        self.sections = sections.map { Section(title: $0.title, rows: Self.filled($0.rows, to: columns.count)) }
        self.notes = notes
    }

    /// A table without headings within.
    package init(caption: String? = nil, columns: [Column], rows: [[Cell]], notes: [String] = []) {
        self.init(caption: caption, columns: columns, sections: [Section(rows: rows)], notes: notes)
    }

    /// All rows, whatever their section.
    package var rows: [[Cell]] { sections.flatMap(\.rows) }

    /// The same table for readers who can't look up a record: without its columns of refs and ids.
    package var withoutRefs: Table {
        let kept = columns.indices.filter { !columns[$0].isRef }
        guard kept.count < columns.count else { return self }
        return Table(
            caption: caption,
            columns: kept.map { columns[$0] },
            sections: sections.map { section in
                Section(title: section.title, rows: section.rows.map { row in kept.map { row[$0] } })
            },
            notes: notes
        )
    }

    /// One object per row under the keys of the columns.
    package var json: JSON {
        .array(rows.map { row in .object(zip(columns, row).map { JSON.Member($0.key, $1.json) }) })
    }

    private static func filled(_ rows: [[Cell]], to count: Int) -> [[Cell]] {
        rows.map { row in
            precondition(row.count <= count, "a row has more cells than its table has columns")
            return row + Array(repeating: .empty, count: count - row.count)
        }
    }
}
