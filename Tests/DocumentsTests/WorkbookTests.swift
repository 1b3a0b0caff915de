import Measures
import Support
import Testing

@testable import Documents

@Suite struct WorkbookTests {
    private func archive(_ document: Document) throws -> Archive {
        try #require(Archive(try Format.xlsx.draw(document)))
    }

    @Test func `a page is a workbook with its text, a sheet per table, and what it is about`() throws {
        let about = About(
            title: "Trainings",
            subtitle: "Harbor Harm Reduction, 2026-Q1",
            day: "2026-03-31",
            facts: [About.Fact("As of", "2026-03-31")],
            definitions: [About.Definition(term: "TR-01", name: "Trainings held", meaning: "Sessions that were held.")]
        )
        let page = Document(title: nil, about: about, blocks: Sample.page.blocks, data: [], rows: Sample.scorecard)
        let archive = try archive(page)
        #expect(archive.count("xl/worksheets/sheet") == 3)
        #expect(archive.count("xl/charts/chart") == 0)
        #expect(archive.entries.first?.name == "[Content_Types].xml")
    }

    @Test func `a list is one sheet, and a list of nothing is one sheet of text`() throws {
        #expect(try archive(Sample.list([[.text("Harbor"), .whole(7)]])).count("xl/worksheets/sheet") == 1)
        let nothing = Document(
            title: nil,
            blocks: [.sentence("There are none.")],
            data: [],
            rows: Table(columns: [], rows: [])
        )
        #expect(try archive(nothing).count("xl/worksheets/sheet") == 1)
        let empty = Document(title: nil, blocks: [], data: [], rows: Table(columns: [], rows: []))
        #expect(try archive(empty).count("xl/worksheets/sheet") == 1, "a workbook without a sheet opens nowhere")
    }

    @Test func `every kind of chart is a spreadsheet's own, and what has a scale of its own is one of its own`() throws
    {
        let pictures = `A chart`.all.map { chart in
            switch chart.plot {
            case .columns(let columns): columns.arrangement == .apart ? columns.series.count : 1
            case .progress(let progress): progress.count
            case .rates, .changes, .sparkline: 1
            }
        }
        let drawn = try archive(`A chart`.page(`A chart`.all))
        #expect(drawn.count("xl/charts/chart") == pictures.reduce(0, +))
    }

    @Test func `equal documents are equal bytes, and another day is another`() throws {
        func page(_ day: String) -> Document {
            let about = About(title: "Trainings", day: day)
            return Document(title: nil, about: about, blocks: Sample.page.blocks, data: [], rows: Sample.scorecard)
        }
        let first = try Format.xlsx.draw(page("2026-03-31"))
        #expect(try Format.xlsx.draw(page("2026-03-31")) == first)
        #expect(try Format.xlsx.draw(page("2026-04-01")) != first)
        #expect(try Format.xlsx.draw(Sample.page) == Format.xlsx.draw(Sample.page))
    }

    @Test(arguments: Randomness.seeds) func `whatever stands in a document, it is a workbook`(seed: UInt64) throws {
        var random = Randomness(seed: seed)
        let texts = (0..<60).map { _ in random.text() }
        let table = Table(
            caption: texts[0],
            columns: [Column(key: "a", title: texts[1]), Column(key: "b", title: texts[2])],
            sections: [Table.Section(title: texts[3], rows: texts.map { [.text($0), .decimal(1, printed: $0)] })],
            notes: [texts[4]]
        )
        let page = Document(
            title: texts[5],
            about: About(title: texts[6], subtitle: texts[7], day: texts[8], facts: [About.Fact(texts[9], texts[10])]),
            blocks: [.heading(texts[11]), .sentence(texts[12]), .list([texts[13]]), .table(table), .table(table)],
            data: [],
            rows: table
        )
        #expect(try archive(page).count("xl/worksheets/sheet") == 4, "seed \(seed)")
    }

    @Test(arguments: ["é🙂", "_x0041_", "\u{1}"])
    func `a text that no cell can hold is clipped, and says so`(piece: String) throws {
        let long = String(repeating: piece, count: 20_000)
        let shown = WorkbookText.shown(long)
        #expect(shown.utf16.count <= WorkbookText.limit && shown.hasSuffix("…"))
        #expect(try archive(Sample.list([[.text(long), .whole(1)]])).count("xl/worksheets/sheet") == 1)
    }

    @Test(arguments: [
        ("_x0041_", "_x005F_x0041_"), ("a_x000A_b", "a_x005F_x000A_b"), ("_x00G1_", "_x00G1_"), ("_x0041", "_x0041"),
        ("a\u{0}b", "a\u{FFFD}b"), ("plain_name", "plain_name"),
    ])
    func `what looks like an escape is escaped`(text: String, escaped: String) {
        #expect(WorkbookText.escaped(text) == escaped)
    }
}

@Suite struct SheetNameTests {
    @Test(arguments: [
        ("Figures", "Figures"), ("By organization", "By organization"), ("a[b]:c*d?e/f\\g", "a b c d e f g"),
        ("'quoted'", "quoted"), ("", "Table"), ("***", "Table"), ("History", "History (2)"),
        ("Answers, rates and splits by organization", "Answers, rates and splits by or"),
        ("Trainings held and people in them 'x", "Trainings held and people in th"),
    ])
    func `a sheet's name is what Excel accepts`(title: String, name: String) {
        var names = SheetNames()
        #expect(names.name(for: title) == name)
    }

    @Test func `no two sheets have one name, whatever its case`() {
        var names = SheetNames(reserving: ["About"])
        let long = String(repeating: "x", count: 40)
        let given = ["About", "about", "Notes", "NOTES", long, long].map { names.name(for: $0) }
        #expect(
            given == [
                "About (2)", "about (3)", "Notes", "NOTES (2)", String(repeating: "x", count: 31),
                String(repeating: "x", count: 27) + " (2)",
            ]
        )
    }

    @Test(arguments: Randomness.seeds) func `whatever the title, the name is accepted`(seed: UInt64) {
        var random = Randomness(seed: seed)
        var names = SheetNames()
        var given: Set<String> = []
        for _ in 0..<200 {
            let name = names.name(for: random.text())
            #expect(!name.isEmpty && name.utf16.count <= 31, "seed \(seed)")
            #expect(
                !name.hasPrefix("'") && !name.hasSuffix("'") && !name.contains { "[]:*?/\\".contains($0) },
                "seed \(seed)"
            )
            #expect(given.insert(name.lowercased()).inserted, "seed \(seed): \(name)")
        }
    }
}

@Suite struct NumberFormatTests {
    static let formats: [(Cell, String, Bool)] = [
        (.whole(1593), "0", true), (.whole(1593, printed: "1,593"), "#,##0", true), (.whole(-4), "0", true),
        (.whole(4, printed: "4 of 12"), "0", false), (.decimal(26.98, printed: "27.0"), "0.0", true),
        (.decimal(0.5, printed: "+0.50"), "+0.00;−0.00;0.00", true),
        (.decimal(-0.5, printed: "−0.50"), "+0.00;−0.00;0.00", true),
        (.decimal(4.25, printed: "4.3 (n = 12)"), "0.0", false), (.share(0.75, printed: "3 of 4"), "0.0%", false),
        (.share(0.75, printed: "75%"), "0%", true), (.share(0.625, printed: "62.5%"), "0.0%", true),
        (.share(0.75, printed: "33 of 44 (75.0%)"), "0.0%", false), (.decimal(0.75, printed: "75%"), "0%", true),
        (.decimal(2, printed: "12.2"), "General", false),
        (.share(0.954, printed: "167 of 175 (95.4%, 95% CI 91.2% to 97.7%)"), "0.0%", false),
        (.share(0.95, printed: "19 of 20 (95.0%, 95% CI 76.4% to 99.1%)"), "0.0%", false),
        (.decimal(94.7, printed: "94.7 (95% CI 90.3 to 97.2, n = 171)"), "0.0", false),
        (.decimal(95, printed: "95.0 (95% CI 90.3 to 97.2, n = 171)"), "0.0", false),
        (.decimal(0.95, printed: "0.95 (95% CI 0.28 to 1.62, n = 38)"), "0.00", false),
        (.decimal(1574.5, printed: "1,574.5"), "#,##0.0", true),
    ]

    @Test(arguments: formats)
    func `a number has the decimals with which it was printed`(cell: Cell, code: String, saysAll: Bool) throws {
        let format = try #require(NumberFormat(cell))
        #expect(format.code == code && format.saysAll == saysAll)
    }

    @Test(arguments: [Cell.withheld, .notCollected, .notApplicable, .empty, .text("4"), .day("2026-01-01")])
    func `what is no number has no format`(cell: Cell) { #expect(NumberFormat(cell) == nil) }

    @Test func `the words of a share stand in a column beside it`() {
        let table = Table(
            columns: [Column(key: "name", title: ""), Column(key: "now", title: "This period"), Column(key: "note")],
            rows: [[.text("a"), .share(0.75, printed: "3 of 4")], [.text("b"), .whole(3)]]
        )
        let layout = SheetLayout(table)
        #expect(layout.places.map(\.title) == ["", "This period", "This period, with counts", "note"])
        #expect(layout.places.map(\.isRight) == [false, true, false, false])
        #expect(layout.column(of: 2) == 3)
    }

    @Test(arguments: [("1970-01-01", 0), ("2026-12-31", 1_798_675_200), ("2000-02-29", 951_782_400)])
    func `a day is so many seconds after 1970`(iso: String, seconds: Int) {
        #expect(WorkbookDay(iso: iso)?.seconds == seconds)
    }

    @Test(arguments: ["1899-12-31", "1900-02-28", "2026-13-01", "2026-1-1", "yesterday", ""])
    func `what is no day that a workbook knows stays text`(text: String) { #expect(WorkbookDay(iso: text) == nil) }
}

@Suite struct TableWorkbookTests {
    private static let columns = [Column(key: "ref"), Column(key: "held"), Column(key: "minutes", alignment: .right)]

    /// A workbook of one table with these rows.
    private func workbook(_ rows: [(String, String, Int)], _ table: String = "sessions") throws -> [UInt8] {
        let file = try MemoryFile()
        let workbook = try TableWorkbook(to: file.path, waitingIn: MemoryFile.folder, title: "Harbor")
        var writer = try RowWriter(to: .sheet(workbook, table), columns: Self.columns)
        for (ref, held, minutes) in rows {
            writer.appendText(ref)
            writer.appendDay(held)
            writer.appendInteger(minutes)
            try writer.endRow()
        }
        try writer.finish()
        try workbook.finish()
        return try file.bytes()
    }

    @Test func `rows go into a sheet, and equal rows are equal bytes`() throws {
        let rows = [("a", "2026-11-10", 120), ("=1+1", "2026-11-10T09:30", 90), ("שלום 👩‍👩‍👧‍👦", "never", 0)]
        let first = try workbook(rows)
        let archive = try #require(Archive(first))
        #expect(archive.count("xl/worksheets/sheet") == 1)
        #expect(!archive.entries.contains { $0.name == "xl/calcChain.xml" }, "there is no formula")
        #expect(try workbook(rows) == first)
    }

    @Test(arguments: [String(repeating: "x", count: 32_768), String(repeating: "_x0041_", count: 4_000)])
    func `a text that no cell can hold is a problem that says where`(long: String) {
        #expect(throws: WorkbookProblem.tooLong(table: "sessions", row: 2, column: "ref")) {
            try workbook([("a", "2026-11-10", 1), (long, "2026-11-10", 1)])
        }
    }

    @Test func `a text of exactly as much as a cell holds is kept`() throws {
        #expect(try Archive(workbook([(String(repeating: "x", count: 32_767), "", 1)])) != nil)
    }
}
