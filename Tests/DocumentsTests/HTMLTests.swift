import Documents
import Glibc
import Measures
import Support
import Testing

@Suite struct `A page` {
    static let about = About(
        title: "What we did about stigma",
        subtitle: "Harbor Harm Reduction, Oct–Dec 2026",
        facts: [About.Fact("As of", "2026-12-31")],
        definitions: [About.Definition(term: "TR-01", name: "Trainings held", meaning: "Sessions that were held.")],
        further: "The rows: groundwork report trainings --explain TR-01"
    )

    private func page(_ blocks: [Document.Block], about: About? = about, closing: [Document.Block] = []) -> Document {
        let rows = Table(columns: [], rows: [])
        return Document(title: "Stigma — Harbor", about: about, blocks: blocks, closing: closing, data: [], rows: rows)
    }

    private func drawn(_ blocks: [Document.Block], closing: [Document.Block] = []) -> String {
        // Only a workbook can fail to be drawn.
        Sample.text((try? Format.html.draw(page(blocks, closing: closing))) ?? [])
    }

    @Test func `interpolation escapes, and markup goes in as it is`() {
        let hostile = #"</td><script>alert("1")</script>&'"#
        let cell: HTML = "<td title=\"\(hostile)\">\(hostile)</td>"
        let escaped = "&lt;/td&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;&#39;"
        #expect(cell.text == "<td title=\"\(escaped)\">\(escaped)</td>")
        let row: HTML = "<tr>\(cell)\(3)</tr>"
        #expect(row.text == "<tr>\(cell.text)3</tr>")
        let turned: HTML = "\("a\u{202E}b\u{0}c")"
        #expect(turned.text == #"a\u{202E}b\u{0}c"#)
    }

    @Test func `a document is drawn as it was agreed`() {
        let table = Table(
            caption: "Figures",
            columns: [
                Column(key: "name", title: ""), Column(key: "now", title: "This period", alignment: .right),
                Column(key: "id", title: "Id"),
            ],
            sections: [
                Table.Section(
                    title: "TRAINING AND EDUCATION",
                    rows: [
                        [.text("Trainings held"), .whole(3), Cell.text("TR-01").defined(by: "TR-01")],
                        [.text("Completion"), .withheld, Cell.text("TR-07").defined(by: "TR-07")],
                        [Cell.text("All").emphasized(.total), .whole(3)],
                    ]
                )
            ],
            notes: ["* is withheld."]
        )
        let page = Markup.withoutStyle(
            drawn(
                [
                    .sentence("3 trainings were held."), .heading("You said, we did"), .list(["Open on Saturdays."]),
                    .table(table), .code(["SELECT 1 < 2"]),
                ],
                closing: [.note("These are counts.")]
            )
        )
        #expect(
            page == """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
                <title>Stigma — Harbor</title>
                <style>
                …
                </style>
                </head>
                <body>
                <header>
                <p class="subtitle">Harbor Harm Reduction, Oct–Dec 2026</p>
                <h1>What we did about stigma</h1>
                </header>
                <main>
                <p>3 trainings were held.</p>
                <section>
                <h2>You said, we did</h2>
                <ul>
                <li>Open on Saturdays.</li>
                </ul>
                <table role="table" class="stacks grouped">
                <caption id="table-1">Figures</caption>
                <thead role="rowgroup">
                <tr role="row"><td role="cell"></td><th role="columnheader" scope="col" class="number">This period</th>\
                <th role="columnheader" scope="col">Id</th></tr>
                </thead>
                <tbody role="rowgroup">
                <tr role="row" class="group"><th role="rowheader" scope="rowgroup" colspan="3">TRAINING AND EDUCATION\
                </th></tr>
                <tr role="row"><th role="rowheader" scope="row">Trainings held</th>\
                <td role="cell" class="number figure" data-label="This period">3</td>\
                <td role="cell" data-label="Id"><a href="#term-TR-01">TR-01</a></td></tr>
                <tr role="row"><th role="rowheader" scope="row">Completion</th>\
                <td role="cell" class="number mark" data-label="This period">*</td>\
                <td role="cell" data-label="Id">TR-07</td></tr>
                <tr role="row" class="total"><th role="rowheader" scope="row">All</th>\
                <td role="cell" class="number figure" data-label="This period">3</td><td role="cell"></td></tr>
                </tbody>
                </table>
                <p class="note">* is withheld.</p>
                <pre tabindex="0"><code>SELECT 1 &lt; 2</code></pre>
                </section>
                </main>
                <footer>
                <p class="note">These are counts.</p>
                <h2>About this page</h2>
                <dl class="facts">
                <div><dt>As of</dt><dd>2026-12-31</dd></div>
                </dl>
                <details class="definitions">
                <summary>What each figure means</summary>
                <dl>
                <div id="term-TR-01"><dt><span class="term">TR-01</span> Trainings held</dt>\
                <dd>Sessions that were held.</dd></div>
                </dl>
                <p class="note">The rows: groundwork report trainings --explain TR-01</p>
                </details>
                </footer>
                </body>
                </html>

                """
        )
    }

    @Test(arguments: [0, 1]) func `words stand out from the paper, in light and in dark`(scheme: Int) throws {
        let style = try #require(Markup(drawn([])).all("style").first).text
        func luminance(_ name: String) throws -> Double {
            let digits = style.split(separator: "--\(name):#")[scheme + 1].prefix(6)
            let color = try #require(Int(digits, radix: 16))
            let parts = [16, 8, 0].map { shift -> Double in
                let part = Double(color >> shift & 255) / 255
                return part <= 0.04045 ? part / 12.92 : Double(pow((part + 0.055) / 1.055, 2.4))
            }
            return parts[0] * 0.2126 + parts[1] * 0.7152 + parts[2] * 0.0722
        }
        for (name, least) in [("ink", 12.0), ("quiet", 5.5), ("accent", 6.0)] {
            for paper in ["paper", "tint"] {
                let both = [try luminance(name), try luminance(paper)].sorted()
                let contrast = (both[1] + 0.05) / (both[0] + 0.05)
                #expect(contrast >= least, "\(name) on \(paper): \(contrast)")
            }
        }
    }

    @Test func `every table has a name of its own, and one of many columns scrolls`() {
        let narrow = Table(columns: [Column(key: "a"), Column(key: "b")], rows: [[.whole(1), .whole(2)]])
        let wide = Table(columns: (0..<8).map { Column(key: "c\($0)") }, rows: [[.text("Harbor")]])
        let page = Markup(drawn([.heading("By outlet"), .table(narrow), .table(narrow), .table(wide)]))
        #expect(page.problems == [])
        #expect(page.all("caption").map(\.text) == ["By outlet", "By outlet (2)", "By outlet (3)"])
        #expect(page.elements.filter { $0["role"] == "region" }.map { $0["tabindex"] } == ["0"])
    }

    @Test(arguments: Randomness.seeds) func `whatever stands in a document, the page is well formed`(seed: UInt64)
        throws
    {
        var random = Randomness(seed: seed)
        for _ in 0..<20 {
            let texts = (0..<12).map { _ in "x" + random.text() }
            let cells: [Cell] = [.text(texts[0]), .text(texts[1]), .decimal(1, printed: texts[2])]
            let table = Table(
                caption: texts[3],
                columns: [Column(key: "a", title: texts[4]), Column(key: "b", title: texts[5]), Column(key: "c")],
                sections: [Table.Section(title: texts[6], rows: [cells])],
                notes: [texts[7]]
            )
            let periods = (0..<5).map { Chart.Columns.Period(texts[$0], short: texts[$0 + 1], group: texts[$0 + 2]) }
            let series = Chart.Columns.Series(texts[8], (0..<5).map { .whole($0, printed: texts[$0]) })
            let columns = Chart.Columns(over: texts[9], periods, [series, series])
            let page = Document(
                title: texts[0],
                blocks: [
                    .heading(texts[1]), .sentence(texts[2]), .note(texts[3]), .list(texts), .code(texts), .table(table),
                    .chart(.columns(title: texts[10], summary: texts[11], columns)),
                ],
                data: [],
                rows: table
            )
            #expect(Markup(try Format.html.draw(page)).problems == [], "seed \(seed)")
        }
    }

    @Test func `a list without a title is named by whoever shows it`() throws {
        let list = Sample.list([[.text("Harbor"), .whole(1)]])
        #expect(Markup(try Format.html.draw(list)).all("h1").map(\.text) == ["Groundwork"])
        let named = list.named("Sessions")
        #expect(Markup(try Format.html.draw(named)).all("title").map(\.text) == ["Sessions"])
        #expect(try Format.table.draw(named) == Format.table.draw(list))
        #expect(page([]).named("Other") == page([]))
    }

    @Test(arguments: [
        "<p>a", "<p class=b></p>", "</p>", "<table><tr><td>1</td></tr></table>", "<script>1</script>",
        "<p onclick=\"1\"></p>", "<p>&nbsp;</p>", "<h3>x</h3>", "<a href=\"https://example.org\">x</a>",
        "<p id=\"a\"></p><p id=\"a\"></p>", "<svg viewBox=\"0 0 1 1\"></svg>", "<main></main>",
    ]) func `the reader of pages finds what is wrong`(fault: String) {
        let page = drawn([.sentence("Here.")])
        #expect(Markup(page).problems == [])
        let parts = page.split(separator: "<p>Here.</p>", maxSplits: 1)
        #expect(Markup(parts.joined(separator: fault)).problems != [])
    }
}
