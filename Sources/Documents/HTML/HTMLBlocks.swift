/// The blocks of a page as markup: a section from each heading to the next, ids that are unique in the page.
struct HTMLBlocks {
    private let terms: Set<String>
    private let title: String
    private var heading: String?
    private var sections = 0
    private var charts = 0
    private var captions: [String: Int] = [:]
    private var tables = 0

    init(_ document: Document) {
        terms = Set(document.about?.definitions.map(\.term) ?? [])
        title = document.about?.title ?? document.title ?? "Table"
    }

    mutating func blocks(_ blocks: [Document.Block]) -> HTML {
        let opened = sections
        var markup = HTML.empty
        for block in blocks {
            if case .heading = block, sections > opened { markup += "</section>\n" }
            markup += html(block)
        }
        return markup + (sections > opened ? "</section>\n" : "")
    }

    private mutating func html(_ block: Document.Block) -> HTML {
        switch block {
        case .heading(let text):
            heading = text
            sections += 1
            return "<section>\n<h2>\(text)</h2>\n"
        case .sentence(let text), .advice(let text, _): return "<p>\(text)</p>\n"
        case .note(let text): return "<p class=\"note\">\(text)</p>\n"
        case .list(let items): return "<ul>\n\(items.map { "<li>\($0)</li>\n" as HTML }.joined())</ul>\n"
        case .code(let lines):
            let code = lines.map { "\($0)" as HTML }.joined(separator: "\n")
            return "<pre tabindex=\"0\"><code>\(code)</code></pre>\n"
        case .table(let table): return html(table)
        case .chart(let chart): return html(chart)
        }
    }

    private mutating func html(_ table: Table) -> HTML {
        guard !table.columns.isEmpty else { return "" }
        tables += 1
        let above = heading ?? title
        let name = unique(table.caption ?? above)
        return HTMLTable(
            table,
            id: "table-\(tables)",
            caption: name,
            isCaptionShown: table.caption != nil,
            terms: terms
        )
        .html
    }

    /// The caption, with its number where one before it was the same.
    private mutating func unique(_ caption: String) -> String {
        let count = captions[caption, default: 0] + 1
        captions[caption] = count
        return count == 1 ? caption : "\(caption) (\(count))"
    }

    private mutating func html(_ chart: Chart) -> HTML {
        charts += 1
        tables += 1
        let id = "chart-\(charts)"
        let table = HTMLTable(
            chart.table,
            id: "table-\(tables)",
            caption: unique(chart.title),
            isCaptionShown: false,
            terms: terms
        )
        return """
            <figure class="chart" aria-labelledby="\(id)">
            <figcaption><span class="name" id="\(id)">\(chart.title)</span> \(chart.summary)</figcaption>
            \(HTMLPanels(chart: chart, id: id).html)\
            <details>
            <summary>The figures of this chart</summary>
            \(table.html)\
            </details>
            </figure>

            """
    }

    /// What stands below everything: the closing words, the facts, the definitions.
    mutating func closing(_ document: Document) -> HTML {
        heading = nil
        var markup = blocks(document.closing)
        guard let about = document.about else { return markup }
        if !about.facts.isEmpty {
            let facts = about.facts.map { "<div><dt>\($0.name)</dt><dd>\($0.value)</dd></div>\n" as HTML }.joined()
            markup += "<h2>About this page</h2>\n<dl class=\"facts\">\n\(facts)</dl>\n"
        }
        guard !about.definitions.isEmpty else { return markup }
        let definitions = about.definitions.map { definition -> HTML in
            """
            <div id="\(Self.anchor(definition.term))"><dt><span class="term">\(definition.term)</span> \
            \(definition.name)</dt><dd>\(definition.meaning)</dd></div>

            """
        }.joined()
        let further: HTML = about.further.map { "<p class=\"note\">\($0)</p>\n" } ?? ""
        return markup + """
            <details class="definitions">
            <summary>What each figure means</summary>
            <dl>
            \(definitions)</dl>
            \(further)</details>

            """
    }

    /// The id under which a term is defined.
    static func anchor(_ term: String) -> String { "term-" + term }
}
