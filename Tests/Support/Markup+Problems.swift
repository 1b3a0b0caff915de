extension Markup {
    /// What is wrong with the page, in words; empty where it is as a page must be.
    ///
    /// Rules: one title, heading and main part; headings in order; ids once, and every reference to one that is there;
    /// tables with a name and headers, rows of one length; pictures with a name and words; nothing that runs, and
    /// nothing from elsewhere.
    package var problems: [String] {
        faults.isEmpty ? frame + headings + references + tables + pictures + foreign : faults
    }

    private var frame: [String] {
        var problems: [String] = []
        if elements.first?.name != "html" || elements.first?["lang"] != "en" { problems.append("no language") }
        for name in ["html", "head", "body", "header", "main", "h1"] where all(name).count != 1 {
            problems.append("\(all(name).count) <\(name)>")
        }
        let titles = all("title").filter { $0.parent.map { elements[$0].name } == "head" }
        if titles.count != 1 { problems.append("\(titles.count) titles") }
        if all("footer").count > 1 { problems.append("several footers") }
        for name in ["title", "h1", "h2", "caption", "th", "summary", "figcaption"] {
            if all(name).contains(where: { $0.text.isEmpty }) { problems.append("an empty <\(name)>") }
        }
        return problems
    }

    private var headings: [String] {
        let levels = elements.compactMap { $0.name.count == 2 && $0.name.first == "h" ? Int($0.name.dropFirst()) : nil }
        return zip([0] + levels, levels).filter { $1 > $0 + 1 }.map { "a heading of level \($1) below one of \($0)" }
    }

    private var references: [String] {
        let ids = elements.compactMap { $0["id"] }
        let known = Set(ids)
        var problems = known.count == ids.count ? [] : ["an id stands twice"]
        problems += ids.filter { $0.isEmpty || $0.contains(" ") }.map { "no id: \($0)" }
        for element in elements {
            let names = (element["aria-labelledby"] ?? element["aria-describedby"] ?? "").split(separator: " ")
            problems += names.filter { !known.contains(String($0)) }.map { "nothing is called \($0)" }
            if let target = element["href"], !known.contains(String(target.dropFirst())) || target.first != "#" {
                problems.append("a link to \(target)")
            }
        }
        return problems
    }

    private var tables: [String] {
        elements.indices.filter { elements[$0].name == "table" }.flatMap { table -> [String] in
            var problems: [String] = []
            let inside = within(table)
            if inside.first.map({ elements[$0].name }) != "caption" { problems.append("a table without a caption") }
            let rows = inside.filter { elements[$0].name == "tr" }
            let lengths = rows.map { row in
                elements[row].children.reduce(0) { $0 + (Int(elements[$1]["colspan"] ?? "1") ?? 0) }
            }
            if Set(lengths).count > 1 { problems.append("rows of \(lengths) entries") }
            for row in rows {
                let cells = elements[row].children.map { elements[$0] }
                let isHeader = elements[row].parent.map { elements[$0].name } == "thead"
                let first = cells.first
                if !isHeader, first?.name != "th", !(first?.text.isEmpty ?? true) {
                    problems.append("a row without a header")
                }
                for cell in cells where cell.name == "th" {
                    let scopes = isHeader ? ["col"] : ["row", "rowgroup"]
                    if !scopes.contains(cell["scope"] ?? "") { problems.append("a header without its scope") }
                }
            }
            return problems
        }
    }

    private func within(_ index: Int) -> [Int] {
        elements[index].children.flatMap { [$0] + within($0) }
    }

    private var pictures: [String] {
        elements.indices.filter { elements[$0].name == "svg" }.flatMap { index -> [String] in
            let parents = sequence(first: index) { elements[$0].parent }
            if parents.contains(where: { elements[$0]["aria-hidden"] == "true" }) { return [] }
            let picture = elements[index]
            let names = picture.children.prefix(2).map { elements[$0].name }
            let isNamed = picture["role"] == "img" && names == ["title", "desc"] && picture["aria-labelledby"] != nil
            return isNamed ? [] : ["a picture without a name"]
        }
    }

    /// What would run, or would be fetched.
    private var foreign: [String] {
        var problems: [String] = []
        for name in ["script", "link", "img", "iframe", "object", "embed", "form", "base", "image", "use"] {
            if !all(name).isEmpty { problems.append("<\(name)>") }
        }
        for element in elements {
            for (name, _) in element.attributes where name.hasPrefix("on") || ["src", "srcset", "style"].contains(name)
            {
                problems.append("<\(element.name)> \(name)")
            }
        }
        let style = all("style").first?.text ?? ""
        for word in ["url(", "@import", "http"] where style.contains(word) { problems.append("\(word) in the style") }
        return problems
    }
}
