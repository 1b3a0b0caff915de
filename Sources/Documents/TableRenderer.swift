import PlainText

/// Draws the blocks of a document for a terminal: plain text that fits the width, with weight where color is asked for.
///
/// Nothing is said by color alone: a total has a rule above it, and every state its word.
struct TableRenderer {
    /// Columns of the terminal; nil wraps nothing.
    var width: Int?
    var color = false

    func draw(_ document: Document) -> [UInt8] {
        var parts: [[String]] = []
        if let title = document.title { parts.append(wrapped(title, weight: .bold)) }
        parts += (document.blocks + document.closing).map(lines)
        let text = parts.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n")
        return text.isEmpty ? [] : Array((text + "\n").utf8)
    }

    private func lines(_ block: Document.Block) -> [String] {
        switch block {
        case .heading(let text): wrapped(text, weight: .bold)
        case .sentence(let text), .advice(let text, _): wrapped(text, weight: .plain)
        case .note(let text): wrapped(text, weight: .dim)
        case .list(let items): items.flatMap(item)
        case .code(let lines): lines.map { "    " + VisibleText.of($0) }
        case .table(let table): lines(table)
        case .chart(let chart): lines(chart)
        }
    }

    private func lines(_ chart: Chart) -> [String] {
        wrapped(chart.title, weight: .bold) + wrapped(chart.summary, weight: .plain) + [""] + lines(chart.table)
    }

    private func wrapped(_ text: String, weight: Weight) -> [String] {
        LineWrapping.lines(VisibleText.of(text), width: width).map { weight.apply(to: $0, color: color) }
    }

    private func item(_ text: String) -> [String] {
        let lines = LineWrapping.lines(VisibleText.of(text), width: width.map { max(1, $0 - 2) })
        return lines.enumerated().map { ($0.offset == 0 ? "- " : "  ") + $0.element }
    }

    /// A table that is too wide stands in parts, one below the other.
    private func lines(_ table: Table) -> [String] {
        guard !table.columns.isEmpty else { return [] }
        return TableLayout.parts(table, width: width).map(part).reduce([]) { $0 + ($0.isEmpty ? [] : [""]) + $1 }
    }

    private func part(_ table: Table) -> [String] {
        let layout = TableLayout(table, width: width)
        var lines = header(table, layout)
        for section in table.sections {
            if let title = section.title { lines += wrapped(title, weight: .bold) }
            lines += body(section, layout)
        }
        let notes = table.notes.flatMap { wrapped($0, weight: .dim) }
        return lines + (notes.isEmpty ? [] : [""] + notes)
    }

    private func header(_ table: Table, _ layout: TableLayout) -> [String] {
        let titles = table.columns.map { Cell.text($0.title) }
        guard titles.contains(where: { !$0.printed.isEmpty }) else { return [] }
        return layout.lines(titles) { Weight.bold.apply(to: $0, color: color && $1.content != .text("")) }
    }

    private func body(_ section: Table.Section, _ layout: TableLayout) -> [String] {
        var lines: [String] = []
        var wasTotal = true
        for row in section.rows {
            let isTotal = row.contains { $0.emphasis == .total }
            if isTotal, !wasTotal { lines.append(layout.rule) }
            lines += layout.lines(row) { Weight($1.emphasis).apply(to: $0, color: color) }
            wasTotal = isTotal
        }
        return lines
    }
}

/// The weight of text on a terminal (ECMA-48, SGR 1 and 2).
private enum Weight {
    case plain, bold, dim

    init(_ emphasis: Cell.Emphasis) {
        switch emphasis {
        case .normal: self = .plain
        case .total: self = .bold
        case .quiet: self = .dim
        }
    }

    func apply(to text: String, color: Bool) -> String {
        guard color, !text.isEmpty else { return text }
        switch self {
        case .plain: return text
        case .bold: return "\u{1B}[1m\(text)\u{1B}[0m"
        case .dim: return "\u{1B}[2m\(text)\u{1B}[0m"
        }
    }
}
