import Documents

/// A page for everybody: no navigation, one column, a link for each other language.
struct PublicPage {
    let title: String
    /// The program's name; nil where nothing is published.
    var program: String?
    let words: PublicWords
    /// Where the same page stands in another language; nil for one that must not be fetched anew.
    var address: String?
    /// What goes along to the other language.
    var query = ""
    let content: HTML

    var html: HTML {
        let name = program.map { "\(title) · \($0)" } ?? title
        let above: HTML = program.map { "<header><p class=\"program\">\($0)</p>\(languages)</header>\n" } ?? ""
        return """
            <!DOCTYPE html>
            <html lang="\(words.code)">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="robots" content="noindex">
            <title>\(name)</title>
            <link rel="stylesheet" href="/style.css">
            <link rel="icon" href="data:,">
            </head>
            <body class="app">
            \(above)<main id="main">
            \(content)</main>
            </body>
            </html>

            """
    }

    func response(_ status: Int = 200) -> Response {
        var response = Response.page(html, status: status)
        response.add("Content-Language", words.code)
        return response
    }

    private var languages: HTML {
        guard let address else { return "" }
        let links = PublicWords.all.filter { $0.code != words.code }.map { other -> HTML in
            "<a href=\"\(address)?lang=\(other.code)\(query)\" lang=\"\(other.code)\" hreflang=\"\(other.code)\">\(other.name)</a>"
        }
        return "<p class=\"languages\">\(links.joined(separator: " "))</p>"
    }
}

extension HTML {
    /// What the pages for everybody have beyond the staff's: rows of answers that a thumb finds.
    static let publicStyle: HTML = """

        .languages{margin:0}
        .app form>.question:first-of-type{margin-top:1.5rem}
        .app fieldset.question{margin:0 0 2rem;padding:0;min-width:0}
        .question legend,.question>label{display:block;margin:0 0 .5rem;padding:0;font-weight:600;font-size:1.0625rem}
        .question .choice{display:flex;gap:.75rem;align-items:center;min-height:2.75rem;margin:0;padding:.375rem .5rem;\
        font-weight:400;border-bottom:1px solid var(--rule)}
        .question .choice:hover{background:var(--tint)}
        .question [type=radio],.question [type=checkbox]{flex:none;width:1.5rem;min-height:1.5rem;height:1.5rem;margin:0}
        .question .scale{display:flex;flex-wrap:wrap;gap:.25rem}
        .question .scale .choice{flex-direction:column;justify-content:center;gap:.25rem;min-width:2.75rem;border:0}
        .question .none{color:var(--quiet)}
        """
}
