/// The formats of `--format`; each draws every document.
package enum Format: String, Sendable, Hashable, CaseIterable {
    /// For a terminal.
    case table
    /// Rows for programs and spreadsheets.
    case csv
    /// Data for programs.
    case json
    /// Pages for GitHub, wikis and mail.
    case markdown
    /// A page of its own for browsers and paper.
    case html
    /// A workbook for spreadsheets.
    case xlsx

    /// The extension of its files, without the dot.
    package var fileExtension: String {
        switch self {
        case .table: "txt"
        case .csv: "csv"
        case .json: "json"
        case .markdown: "md"
        case .html: "html"
        case .xlsx: "xlsx"
        }
    }

    /// Whether it is text, which a terminal can show; a workbook is not.
    package var isText: Bool { self != .xlsx }

    /// Finds out whether this machine can draw it, which for a workbook takes a library.
    package func prepare() throws(WorkbookProblem) {
        if self == .xlsx { try Workbook.open() }
    }

    /// The whole document: text as UTF-8, ending in one line end, or the bytes of a workbook, which alone can fail.
    ///
    /// `width` is the terminal's in columns and `color` whether it may be used; both are for `.table` only, which
    /// wraps nothing without a width. `forExcel` is for `.csv` only.
    package func draw(
        _ document: Document,
        width: Int? = nil,
        color: Bool = false,
        forExcel: Bool = false
    ) throws(WorkbookProblem) -> [UInt8] {
        switch self {
        case .table: TableRenderer(width: width, color: color).draw(document)
        case .csv: CSVRenderer(forExcel: forExcel).draw(document)
        case .json: JSONRenderer().draw(document)
        case .markdown: MarkdownRenderer().draw(document)
        case .html: HTMLRenderer().draw(document)
        case .xlsx: try XLSXRenderer().draw(document)
        }
    }
}
