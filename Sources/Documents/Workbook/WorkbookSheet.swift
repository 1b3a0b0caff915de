import CXlsxWriter

/// A sheet of a workbook, written cell by cell; rows and columns count from 0.
struct WorkbookSheet {
    /// How many rows a sheet holds (Excel specifications and limits).
    static let rowLimit = 1_048_576

    /// How high a row can be, in points (Excel specifications and limits).
    private static let highest = 409.0

    let book: Workbook
    let sheet: UnsafeMutablePointer<lxw_worksheet>
    let name: String

    init(_ book: Workbook, _ sheet: UnsafeMutablePointer<lxw_worksheet>, name: String) {
        (self.book, self.sheet, self.name) = (book, sheet, name)
    }

    var library: cxlsx_library { book.library.pointee }

    // MARK: - Cells

    /// Text as it is, never a formula; what a spreadsheet would run once it is edited is kept as text then too.
    func write(_ text: String, _ row: Int, _ column: Int, _ style: WorkbookStyle) throws(WorkbookProblem) {
        if text.isEmpty { return try writeNothing(row, column, style) }
        var style = style
        if FormulaGuard.add(text) != text { style.format = "@" }
        try book.check(
            library.worksheet_write_string(sheet, lxw_row_t(row), lxw_col_t(column), text, book.style(style))
        )
    }

    /// A number.
    func write(_ number: Double, _ row: Int, _ column: Int, _ style: WorkbookStyle) throws(WorkbookProblem) {
        try book.check(
            library.worksheet_write_number(sheet, lxw_row_t(row), lxw_col_t(column), number, book.style(style))
        )
    }

    /// A day, or the text where it is none that a workbook knows.
    func write(day: String, _ row: Int, _ column: Int, _ style: WorkbookStyle) throws(WorkbookProblem) {
        guard let known = WorkbookDay(iso: day) else { return try write(WorkbookText.shown(day), row, column, style) }
        var style = style
        style.format = known.format
        var value = known.value
        try book.check(
            library.worksheet_write_datetime(sheet, lxw_row_t(row), lxw_col_t(column), &value, book.style(style))
        )
    }

    /// An empty cell, there only where its style can be seen.
    func writeNothing(_ row: Int, _ column: Int, _ style: WorkbookStyle) throws(WorkbookProblem) {
        switch style.role {
        case .total, .header, .section:
            try book.check(
                library.worksheet_write_blank(sheet, lxw_row_t(row), lxw_col_t(column), book.style(style))
            )
        default: return
        }
    }

    /// A cell of a document: by its kind, its number with as many places as were printed.
    func write(_ cell: Cell, _ row: Int, _ column: Int, _ style: WorkbookStyle) throws(WorkbookProblem) {
        var style = style
        if style.role == .normal {
            switch cell.emphasis {
            case .normal: style.role = cell.isMark ? .quiet : .normal
            case .total: style.role = .total
            case .quiet: style.role = .quiet
            }
        }
        if let number = cell.number {
            style.format = NumberFormat(cell)?.code
            return try write(number, row, column, style)
        }
        if case .day(let day) = cell.content { return try write(day: day, row, column, style) }
        try write(WorkbookText.shown(cell.printed), row, column, style)
    }

    /// Words that lead to another sheet.
    func link(to other: String, _ row: Int, _ column: Int, words: String) throws(WorkbookProblem) {
        let target = "internal:'\(other.replacing("'", with: "''"))'!A1"
        let style = book.style(WorkbookStyle(role: .link))
        try book.check(
            library.worksheet_write_url_opt(sheet, lxw_row_t(row), lxw_col_t(column), target, style, words, nil)
        )
    }

    // MARK: - Columns and paper

    /// Makes a column so many letters wide.
    func setWidth(_ column: Int, _ width: Int) throws(WorkbookProblem) {
        try book.check(library.worksheet_set_column(sheet, lxw_col_t(column), lxw_col_t(column), Double(width), nil))
    }

    /// Makes a row as high as these texts need in columns of these widths: not every program does that by itself.
    func setHeight(_ row: Int, _ texts: [(text: String, width: Int)], size: Double = 11) throws(WorkbookProblem) {
        let lines =
            texts.map { text, width in
                text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
                    LineWrapping.lines(String(line), width: max(1, width)).count
                }.reduce(0, +)
            }.max() ?? 1
        guard lines > 1 || size > 11 else { return }
        let height = min(Double(lines) * size * 1.4, Self.highest)
        try book.check(library.worksheet_set_row(sheet, lxw_row_t(row), height, nil))
    }

    /// Keeps the first rows and columns in view, and the rows on every sheet of paper.
    func freeze(rows: Int, columns: Int) throws(WorkbookProblem) {
        library.worksheet_freeze_panes(sheet, lxw_row_t(rows), lxw_col_t(columns))
        if rows > 0 { try book.check(library.worksheet_repeat_rows(sheet, 0, lxw_row_t(rows - 1))) }
    }

    /// Prints it as wide as one sheet of paper, across where it has many columns.
    func fitPaper(isWide: Bool) throws(WorkbookProblem) {
        library.worksheet_fit_to_pages(sheet, 1, 0)
        if isWide { library.worksheet_set_landscape(sheet) }
        try book.check(library.worksheet_set_footer(sheet, "&L&A&R&P / &N"))
    }

    /// Hides the lines between cells, for a sheet of text.
    func hideLines() { library.worksheet_gridlines(sheet, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue)) }
}

extension Cell {
    /// Whether its words stand for a figure that is none.
    fileprivate var isMark: Bool {
        switch content {
        case .withheld, .notCollected, .notApplicable: true
        default: false
        }
    }
}
