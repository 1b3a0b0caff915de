import Documents

/// A page of the staff's: what stands around its content.
struct Page {
    /// Its title, as the window shows it.
    let title: String
    /// The program's name; nil where nobody is logged in.
    let program: String?
    /// The page in the navigation that it is, or belongs to.
    var section: Section?
    /// What it says.
    let content: HTML

    /// The pages that the navigation leads to.
    enum Section: String, CaseIterable {
        case today = "/"
        case log = "/log"
        case trainings = "/trainings"

        var title: String {
            switch self {
            case .today: "Today"
            case .log: "Log a training"
            case .trainings: "Trainings"
            }
        }
    }

    var html: HTML {
        let name = program.map { "\(title) · \($0)" } ?? title
        return """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>\(name)</title>
            <link rel="stylesheet" href="/style.css">
            <link rel="icon" href="data:,">
            </head>
            <body class="app">
            <a class="skip" href="#main">Skip to the page</a>
            \(header)<main id="main" tabindex="-1">
            \(content)</main>
            </body>
            </html>

            """
    }

    /// The page as an answer.
    func response(_ status: Int = 200) -> Response { .page(html, status: status) }

    private var header: HTML {
        guard let program else { return "<header><p class=\"program\">Groundwork</p></header>\n" }
        let links = Section.allCases.map { place -> HTML in
            let mark: HTML = place == section ? " aria-current=\"page\"" : ""
            return "<li><a href=\"\(place.rawValue)\"\(mark)>\(place.title)</a></li>\n"
        }
        return """
            <header>
            <p class="program">\(program)</p>
            <nav aria-label="Pages"><ul>
            \(links.joined())</ul></nav>
            <form method="post" action="/leave"><button class="quiet">Log out</button></form>
            </header>

            """
    }
}

/// Pieces that pages are made of.
enum Piece {
    /// A message at the top: what was done, with what can be done about it.
    static func notice(_ words: HTML, _ actions: HTML = "") -> HTML {
        "<div class=\"notice\" role=\"status\">\n<p>\(words)</p>\n\(actions)</div>\n"
    }

    /// A message at the top: what went wrong, and what to do.
    static func problem(_ words: String, _ next: HTML = "") -> HTML {
        "<div class=\"problem\" role=\"alert\">\n<p><strong>\(words)</strong></p>\n\(next)</div>\n"
    }

    /// A button that asks for something at once.
    static func button(_ label: String, _ action: String, _ hidden: [Form.Field] = [], style: HTML = "") -> HTML {
        let fields = hidden.map { Piece.hidden($0.name, $0.value) }.joined()
        let kind: HTML = style.isEmpty ? "" : " class=\"\(style)\""
        return "<form method=\"post\" action=\"\(action)\">\(fields)<button\(kind)>\(label)</button></form>\n"
    }

    /// A link that looks like a button.
    static func link(_ label: String, _ address: String, style: HTML = "button") -> HTML {
        "<a class=\"\(style)\" href=\"\(address)\">\(label)</a>\n"
    }

    /// A value that a form takes along.
    static func hidden(_ name: String, _ value: String) -> HTML {
        "<input type=\"hidden\" name=\"\(name)\" value=\"\(value)\">"
    }
}
