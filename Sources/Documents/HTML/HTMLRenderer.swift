/// Draws a document as a page of its own: one file without scripts, fonts or anything else from elsewhere.
///
/// It reads by headings, landmarks and tables alone, on a screen from 320 units wide on, in light and dark, in forced
/// colors, and on Letter and A4. Rules: WCAG 2.2, level AA. What the page says of itself, its maker has said in the
/// document's `closing` and `about`.
struct HTMLRenderer {
    func draw(_ document: Document) -> [UInt8] {
        let page: HTML = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>\(document.title ?? document.about?.title ?? Self.nameless)</title>
            <style>
            \(HTML.style)
            </style>
            </head>
            <body>
            <header>
            \(heading(document))
            </header>
            \(body(document))\
            </body>
            </html>

            """
        return Array(page.text.utf8)
    }

    /// What a page is called whose maker gave it no name.
    private static let nameless = "Groundwork"

    private func heading(_ document: Document) -> HTML {
        let title = document.about?.title ?? document.title ?? Self.nameless
        let subtitle: HTML = document.about?.subtitle.map { "<p class=\"subtitle\">\($0)</p>\n" } ?? ""
        return "\(subtitle)<h1>\(title)</h1>"
    }

    private func body(_ document: Document) -> HTML {
        var writer = HTMLBlocks(document)
        let main = writer.blocks(document.blocks)
        let closing = writer.closing(document)
        return "<main>\n\(main)</main>\n" + (closing.isEmpty ? "" : "<footer>\n\(closing)</footer>\n")
    }
}
