/// Which sheets a document becomes: a page of text first, one sheet per table and per chart, and what it is about last.
struct WorkbookPlan {
    /// A line of the page of text.
    enum Line: Hashable {
        case heading(String)
        case sentence(String)
        case note(String)
        case item(String)
        case code(String)
    }

    /// What a sheet shows.
    enum Content {
        case table(Table)
        case chart(Chart)
    }

    /// A sheet of figures.
    struct Sheet {
        /// What it is, in full; its name may be shorter.
        let title: String
        /// Its name in the workbook.
        let name: String
        /// What it shows.
        let content: Content
    }

    static let summary = "Summary"
    static let about = "About"

    private(set) var lines: [Line] = []
    private(set) var closing: [Line] = []
    private(set) var sheets: [Sheet] = []
    private var names = SheetNames(reserving: [summary, about])
    private var heading: String?
    private let title: String

    init(_ document: Document) {
        title = document.about?.title ?? document.title ?? "Table"
        for block in document.blocks { add(block) }
        let before = lines
        for block in document.closing { add(block) }
        closing = Array(lines.dropFirst(before.count))
        lines = before
    }

    /// Whether a page of text stands first; a single table alone needs none.
    var hasSummary: Bool { sheets.count != 1 || !lines.isEmpty || !closing.isEmpty }

    private mutating func add(_ block: Document.Block) {
        switch block {
        case .heading(let text): heading = text
        case .sentence(let text), .advice(let text, _): add([.sentence(text)])
        case .note(let text): add([.note(text)])
        case .list(let items): add(items.map { .item($0) })
        case .code(let lines): add(lines.map { .code($0) })
        case .table(let table):
            if !table.columns.isEmpty { add(table.caption ?? heading ?? title, .table(table)) }
        case .chart(let chart): add(chart.title, .chart(chart))
        }
    }

    /// Text under its heading; a heading without text names the table below it and stands nowhere else.
    private mutating func add(_ more: [Line]) {
        if let heading { lines.append(.heading(heading)) }
        heading = nil
        lines += more
    }

    private mutating func add(_ title: String, _ content: Content) {
        sheets.append(Sheet(title: title, name: names.name(for: title), content: content))
    }
}
