/// A workbook of tables on its way out, row by row: a sheet per table, and constant memory whatever their number.
///
/// `RowWriter` fills its sheets, one after the other; `finish` writes the file. Rows wait in a file of their own until
/// then, which is unlinked as it is made (tmpfileplus) and which nobody but the owner could have read.
package final class TableWorkbook {
    private let book: Workbook
    private var names = SheetNames()

    /// A workbook that stands at `path` once it is finished; its rows wait in a file in `folder`.
    package init(to path: String, waitingIn folder: String, title: String) throws(WorkbookProblem) {
        book = try Workbook(path: path, temporaryFolder: folder, streams: true)
        try book.describe(title: title, subject: nil, day: nil)
    }

    /// A sheet for a table, under its headings, which stay in view.
    func begin(_ table: String, _ columns: [Column]) throws(WorkbookProblem) -> TableSheet {
        let sheet = try book.addSheet(names.name(for: table))
        for (index, column) in columns.enumerated() {
            try sheet.setWidth(index, max(12, min(28, TextWidth.of(column.key) + 4)))
            let style = WorkbookStyle(role: .header, isRight: column.alignment == .right)
            try sheet.write(WorkbookText.escaped(column.key), 0, index, style)
        }
        try sheet.freeze(rows: 1, columns: 1)
        return TableSheet(sheet, table: table, columns: columns)
    }

    /// Writes the workbook.
    package func finish() throws(WorkbookProblem) { try book.close() }
}

/// A sheet that is filled row by row. What can't be written is said at the end of its row.
final class TableSheet {
    private let sheet: WorkbookSheet
    private let table: String
    private let columns: [Column]
    private var row = 1
    private var column = 0
    private var problem: WorkbookProblem?

    init(_ sheet: WorkbookSheet, table: String, columns: [Column]) {
        (self.sheet, self.table, self.columns) = (sheet, table, columns)
    }

    /// The next entry: text as it is, to its last character.
    func append(text: String) {
        write { (row, column) throws(WorkbookProblem) in
            let escaped = WorkbookText.escaped(text)
            guard escaped.utf16.count <= WorkbookText.limit else {
                throw .tooLong(table: table, row: row, column: columns[column].key)
            }
            try sheet.write(escaped, row, column, WorkbookStyle())
        }
    }

    /// The next entry: a day, or a day and a time; any other text as it is.
    func append(day: String) {
        guard WorkbookDay(iso: day) != nil else { return append(text: day) }
        write { (row, column) throws(WorkbookProblem) in try sheet.write(day: day, row, column, WorkbookStyle()) }
    }

    /// The next entry: a number, shown whole where it is.
    func append(number: Double, isWhole: Bool) {
        write { (row, column) throws(WorkbookProblem) in
            try sheet.write(number, row, column, WorkbookStyle(format: isWhole ? "0" : nil, isRight: true))
        }
    }

    /// No next entry.
    func appendEmpty() { column += 1 }

    /// Ends the row, with the first problem that it had.
    func endRow() throws(WorkbookProblem) {
        if let problem { throw problem }
        precondition(column == columns.count, "a row must have one entry per column")
        (row, column) = (row + 1, 0)
    }

    private func write(_ entry: (Int, Int) throws(WorkbookProblem) -> Void) {
        defer { column += 1 }
        guard problem == nil else { return }
        do throws(WorkbookProblem) {
            guard row < WorkbookSheet.rowLimit else { throw .tooManyRows(table: table) }
            try entry(row, column)
        } catch {
            problem = error
        }
    }
}
