/// A table as markup: a caption, headers with their scope, a row group per section.
///
/// One of few columns becomes a list of its rows on a narrow screen, where each entry says under which heading it
/// stands; one of many is a region that scrolls. Roles are spelled out, because some browsers forget them where a style
/// changes how a table is laid out (<https://www.w3.org/WAI/tutorials/tables/>).
struct HTMLTable {
    /// From how many columns on a table scrolls.
    static let fewestThatScroll = 8

    /// From how many characters on an entry of a table that scrolls takes several lines.
    private static let longest = 40

    private let table: Table
    private let id: String
    private let caption: String
    private let isCaptionShown: Bool
    private let terms: Set<String>
    private let hasGroups: Bool

    init(_ table: Table, id: String, caption: String, isCaptionShown: Bool, terms: Set<String>) {
        self.table = table
        self.id = id
        self.caption = caption
        self.isCaptionShown = isCaptionShown
        self.terms = terms
        hasGroups = table.sections.contains { $0.title != nil }
    }

    var html: HTML {
        let isWide = table.columns.count >= Self.fewestThatScroll
        let shape: HTML = isWide ? "wide" : isSlim ? "slim" : "stacks"
        let kind: HTML = hasGroups ? shape + " grouped" : shape
        let hidden: HTML = isCaptionShown ? "" : " class=\"aside\""
        let markup: HTML = """
            <table role="table" class="\(kind)">
            <caption id="\(id)"\(hidden)>\(caption)</caption>
            \(header)\(table.sections.map(body).joined())</table>

            """
        let notes = table.notes.map { "<p class=\"note\">\($0)</p>\n" as HTML }.joined()
        guard isWide else { return markup + notes }
        return "<div class=\"scroll\" role=\"region\" aria-labelledby=\"\(id)\" tabindex=\"0\">\n\(markup)</div>\n"
            + notes
    }

    /// Whether it fits the narrowest screen as it is: two columns, or a few of numbers behind a name.
    private var isSlim: Bool {
        if table.columns.count <= 2 { return true }
        return table.columns.count <= 4 && table.columns.dropFirst().allSatisfy { $0.alignment == .right }
    }

    private var header: HTML {
        guard table.columns.contains(where: { !$0.title.isEmpty }) else { return "" }
        let cells = table.columns.map { column -> HTML in
            if column.title.isEmpty { return "<td role=\"cell\"></td>" }
            let side: HTML = column.alignment == .right ? " class=\"number\"" : ""
            return "<th role=\"columnheader\" scope=\"col\"\(side)>\(column.title)</th>"
        }
        return "<thead role=\"rowgroup\">\n<tr role=\"row\">\(cells.joined())</tr>\n</thead>\n"
    }

    private func body(_ section: Table.Section) -> HTML {
        guard section.title != nil || !section.rows.isEmpty else { return "" }
        let heading: HTML =
            section.title.map { title in
                """
                <tr role="row" class="group"><th role="rowheader" scope="rowgroup" colspan="\(table.columns.count)">\
                \(title)</th></tr>

                """
            } ?? ""
        return "<tbody role=\"rowgroup\">\n\(heading)\(section.rows.map(row).joined())</tbody>\n"
    }

    private func row(_ cells: [Cell]) -> HTML {
        let isTotal = cells.contains { $0.emphasis == .total }
        let entries = zip(cells, table.columns).enumerated().map { index, entry in
            self.entry(entry.0, entry.1, isFirst: index == 0)
        }
        let weight: HTML = isTotal ? " class=\"total\"" : ""
        return "<tr role=\"row\"\(weight)>\(entries.joined())</tr>\n"
    }

    private func entry(_ cell: Cell, _ column: Column, isFirst: Bool) -> HTML {
        let words = linked(cell)
        if isFirst, !cell.printed.isEmpty { return "<th role=\"rowheader\" scope=\"row\">\(words)</th>" }
        let kinds = [
            column.alignment == .right ? "number" : nil, cell.emphasis == .quiet ? "quiet" : nil,
            cell.isUnanswered ? "mark" : nil, cell.isShort ? "figure" : nil,
            cell.printed.count > Self.longest ? "long" : nil,
        ].compactMap(\.self)
        let kind: HTML = kinds.isEmpty ? "" : " class=\"\(kinds.joined(separator: " "))\""
        let label: HTML = column.title.isEmpty || cell.printed.isEmpty ? "" : " data-label=\"\(column.title)\""
        return "<td role=\"cell\"\(kind)\(label)>\(words)</td>"
    }

    /// The words of a cell, leading to what they mean where that is defined.
    private func linked(_ cell: Cell) -> HTML {
        guard let term = cell.term, terms.contains(term), !cell.printed.isEmpty else { return "\(cell.printed)" }
        return "<a href=\"#\(HTMLBlocks.anchor(term))\">\(cell.printed)</a>"
    }
}

extension Cell {
    /// Whether it is a number or a day, which is read in one piece.
    fileprivate var isShort: Bool {
        if case .day = content { return true }
        return number != nil
    }

    /// Whether its words stand for a figure that is none.
    fileprivate var isUnanswered: Bool {
        switch content {
        case .withheld, .notCollected, .notApplicable: true
        default: false
        }
    }
}
