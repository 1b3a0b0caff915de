import PlainText

/// Draws the blocks of a document as GitHub Flavored Markdown.
struct MarkdownRenderer {
    func draw(_ document: Document) -> [UInt8] {
        var parts: [String] = []
        if let title = document.title { parts.append("# " + MarkdownText.inline(title)) }
        parts += (document.blocks + document.closing).map(text)
        let page = parts.filter { !$0.isEmpty }.joined(separator: "\n\n")
        return page.isEmpty ? [] : Array((page + "\n").utf8)
    }

    private func text(_ block: Document.Block) -> String {
        switch block {
        case .heading(let text): "## " + MarkdownText.inline(text)
        case .sentence(let text), .advice(let text, _): MarkdownText.block(text)
        case .note(let text): "> " + MarkdownText.block(text)
        case .list(let items): items.map { "- " + MarkdownText.block($0) }.joined(separator: "\n")
        case .code(let lines): lines.map { "    " + VisibleText.of($0) }.joined(separator: "\n")
        case .table(let table): text(table)
        case .chart(let chart): text(chart)
        }
    }

    private func text(_ chart: Chart) -> String {
        [bold(MarkdownText.inline(chart.title)), MarkdownText.block(chart.summary), text(chart.table)]
            .filter { !$0.isEmpty }.joined(separator: "\n\n")
    }

    private func text(_ table: Table) -> String {
        guard !table.columns.isEmpty else { return "" }
        let header = line(table.columns.map { MarkdownText.inline($0.title) })
        let rule = line(table.columns.map { $0.alignment == .right ? "---:" : "---" })
        let rows = table.sections.flatMap { section in
            heading(section, columns: table.columns.count) + section.rows.map { line($0.map(text)) }
        }
        let notes = table.notes.map { "> " + MarkdownText.block($0) }.joined(separator: "\n>\n")
        return ([header, rule] + rows).joined(separator: "\n") + (notes.isEmpty ? "" : "\n\n" + notes)
    }

    private func heading(_ section: Table.Section, columns: Int) -> [String] {
        guard let title = section.title else { return [] }
        return [line([bold(MarkdownText.inline(title))] + Array(repeating: "", count: columns - 1))]
    }

    private func line(_ cells: [String]) -> String {
        "|" + cells.map { $0.isEmpty ? " |" : " \($0) |" }.joined()
    }

    private func text(_ cell: Cell) -> String {
        let text = MarkdownText.inline(cell.printed)
        return cell.emphasis == .total ? bold(text) : text
    }

    /// Bold, unless nothing is there or a space at an end would leave the asterisks standing.
    private func bold(_ text: String) -> String {
        text.isEmpty || text.hasPrefix(" ") || text.hasSuffix(" ") ? text : "**\(text)**"
    }
}
