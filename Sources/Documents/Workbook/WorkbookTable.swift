import CXlsxWriter
import PlainText

/// Writes a table at the top of a sheet: headings that stay in view, typed entries, notes below.
struct WorkbookTable {
    /// From how many rows on a table without sections can be filtered.
    private static let fewestToFilter = 8

    let table: Table
    let layout: SheetLayout

    init(_ table: Table) {
        self.table = table
        layout = SheetLayout(table)
    }

    /// The row of the first entry.
    var firstRow: Int { layout.hasHeader ? 1 : 0 }

    /// Writes the table and sentences below it.
    func write(to sheet: WorkbookSheet, below sentences: [String] = []) throws(WorkbookProblem) {
        guard table.rows.count + table.sections.count < WorkbookSheet.rowLimit else {
            throw .tooManyRows(table: sheet.name)
        }
        for (column, place) in layout.places.enumerated() { try sheet.setWidth(column, place.width) }
        try writeHeader(to: sheet)
        var row = firstRow
        for section in table.sections {
            if let title = section.title {
                try line(title, row, sheet)
                row += 1
            }
            for cells in section.rows {
                try write(cells, row, sheet)
                row += 1
            }
        }
        try filter(sheet, upTo: row)
        try notes(table.notes + sentences, from: row + 1, sheet)
        try sheet.fitPaper(isWide: layout.places.map(\.width).reduce(0, +) > 90)
    }

    private func writeHeader(to sheet: WorkbookSheet) throws(WorkbookProblem) {
        guard layout.hasHeader else { return }
        for (column, place) in layout.places.enumerated() {
            let style = WorkbookStyle(
                role: .header,
                isRight: place.isRight,
                wraps: true,
                indents: column > 0 && !place.isRight
            )
            try sheet.write(WorkbookText.shown(place.title), 0, column, style)
        }
        try sheet.setHeight(0, layout.places.map { ($0.title, $0.width) })
        try sheet.freeze(rows: 1, columns: layout.places.count > 1 ? 1 : 0)
    }

    private func line(_ title: String, _ row: Int, _ sheet: WorkbookSheet) throws(WorkbookProblem) {
        for column in layout.places.indices {
            try sheet.write(column == 0 ? WorkbookText.shown(title) : "", row, column, WorkbookStyle(role: .section))
        }
    }

    private func write(_ cells: [Cell], _ row: Int, _ sheet: WorkbookSheet) throws(WorkbookProblem) {
        let isTotal = cells.contains { $0.emphasis == .total }
        for (column, place) in layout.places.enumerated() {
            let cell = cells[place.source]
            let role: WorkbookStyle.Role = isTotal ? .total : .normal
            let style = WorkbookStyle(
                role: role,
                isRight: place.isRight,
                wraps: place.wraps,
                indents: column > 0 && !place.isRight
            )
            if !place.holdsWords {
                try sheet.write(cell, row, column, style)
            } else if NumberFormat(cell)?.saysAll == false {
                try sheet.write(Cell.text(cell.printed).emphasized(cell.emphasis), row, column, style)
            } else {
                try sheet.writeNothing(row, column, style)
            }
        }
        let long = layout.places.filter { $0.wraps && cells[$0.source].number == nil }
        if !long.isEmpty { try sheet.setHeight(row, long.map { (cells[$0.source].printed, $0.width) }) }
    }

    private func filter(_ sheet: WorkbookSheet, upTo end: Int) throws(WorkbookProblem) {
        let isPlain = table.sections.count == 1 && table.sections[0].title == nil
        guard layout.hasHeader, isPlain, table.rows.count >= Self.fewestToFilter else { return }
        let last = lxw_col_t(layout.places.count - 1)
        try sheet.book.check(sheet.library.worksheet_autofilter(sheet.sheet, 0, 0, lxw_row_t(end - 1), last))
    }

    /// Sentences below, in lines as wide as the table.
    private func notes(_ notes: [String], from row: Int, _ sheet: WorkbookSheet) throws(WorkbookProblem) {
        var row = row
        let width = max(60, min(110, layout.places.map(\.width).reduce(0, +)))
        for note in notes {
            for line in LineWrapping.lines(VisibleText.of(note), width: width) {
                try sheet.write(WorkbookText.escaped(line), row, 0, WorkbookStyle(role: .quiet))
                row += 1
            }
        }
    }
}
