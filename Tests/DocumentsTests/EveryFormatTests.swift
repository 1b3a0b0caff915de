import Documents
import Measures
import Support
import Testing

@Suite struct `Every format` {
    private static let texts = Format.allCases.filter(\.isText)

    @Test(arguments: texts) func `a withheld cell never prints its number`(format: Format) throws {
        let figure = Disclosure(.board).publish(.count(4), class: .people)
        let share = Disclosure(.board).publish(.share(numerator: 4, denominator: 44), class: .rate)
        let rows: [[Cell]] = [
            [.text("Harbor"), .figure(figure)], [.text("Coast"), .figure(share).emphasized(.total)],
        ]
        let drawn = Sample.text(try format.draw(Sample.list(rows)))
        let shown = format == .html ? Markup(drawn).text : drawn
        #expect(!shown.contains("4") && !shown.contains("0"))
        #expect(drawn.contains(format == .json ? "null" : "*"))
    }

    @Test func `withheld, not collected, not applicable, empty and zero never look alike to people`() throws {
        let cells: [Cell] = [.withheld, .notCollected, .notApplicable, .empty, .whole(0)]
        #expect(Set(cells.map(\.printed)).count == cells.count)
        #expect(cells.map(\.printed) == ["*", "Not recorded", "Doesn't apply", "", "0"])
        let drawn = Sample.text(try Format.csv.draw(Sample.list(cells.map { [.text("x"), $0] })))
        #expect(drawn == "name,heads\nx,*\nx,not collected\nx,n/a\nx,\nx,0\n")
    }

    @Test(arguments: texts) func `no control character and no change of direction comes through`(
        format: Format
    ) throws {
        let hostile = "\u{1B}[2J\u{7}\u{9B}31m\u{202E}evil\u{2066}\u{2028}\u{0}\rname"
        let cells: [Cell] = [.text(hostile), .decimal(1, printed: hostile)]
        let table = Table(
            columns: [Column(key: "name", title: hostile), Column(key: "heads")],
            sections: [Table.Section(title: hostile, rows: [cells])],
            notes: [hostile]
        )
        let page = Document(
            title: hostile,
            blocks: [.heading(hostile), .sentence(hostile), .note(hostile), .list([hostile]), .table(table)],
            data: table.json,
            rows: table
        )
        let drawn = Sample.text(try format.draw(page, width: 30))
        if format == .csv {
            #expect(drawn == "name,heads\n\"\(hostile)\",1\n", "data goes out unchanged")
        } else {
            let forbidden = drawn.unicodeScalars.filter {
                $0 != "\n" && ($0.properties.generalCategory == .control || (0x2028...0x202E).contains($0.value))
                    || (0x2066...0x2069).contains($0.value)
            }
            #expect(forbidden.isEmpty)
        }
    }

    @Test(arguments: texts, Randomness.seeds) func `hostile text is well-formed output`(
        format: Format,
        seed: UInt64
    ) throws {
        var random = Randomness(seed: seed)
        let texts = (0..<100).map { _ in random.text() }
        let bytes = try format.draw(Sample.list(texts.map { [.text($0), .whole(1)] }), width: 60)
        #expect(String(validating: bytes, as: UTF8.self) != nil)
        #expect(bytes.last == 0x0A && bytes.dropLast().last != 0x0A, "one line end at the end")
        switch format {
        case .csv:
            #expect(try ReferenceCSV.rows(bytes).dropFirst().map { $0[0] } == texts, "seed \(seed)")
        case .json:
            let rows = texts.map { ReferenceJSON.object(["name": .string($0), "heads": .number(1)]) }
            #expect(try ReferenceJSON.read(bytes) == .array(rows), "seed \(seed)")
        case .html:
            #expect(Markup(bytes).problems == [], "seed \(seed)")
        case .table, .markdown, .xlsx:
            break
        }
    }

    @Test func `programs get the exact value and people the printed one`() throws {
        let list = Sample.list([[.text("Hours"), .decimal(26.98, printed: "27.0")]])
        #expect(Sample.text(try Format.csv.draw(list)) == "name,heads\nHours,26.98\n")
        #expect(list.data == [["name": "Hours", "heads": 26.98]])
        #expect(Sample.text(try Format.table.draw(list)).contains("27.0"))
        #expect(Sample.text(try Format.markdown.draw(list)).contains("27.0"))
    }

    @Test func `every kind of cell has its value in JSON and CSV`() throws {
        let columns = ["text", "whole", "share", "day", "flag", "none"].map { Column(key: $0) }
        let row: [Cell] = [
            .text("a"), .whole(1_593), .figure(.share(numerator: 3, denominator: 4)), .day("2026-11-10"), .yesNo(true),
            .text(nil),
        ]
        let document = Document.list(Table(columns: columns, rows: [row]))
        #expect(
            document.data
                == [["text": "a", "whole": 1593, "share": 0.75, "day": "2026-11-10", "flag": true, "none": nil]]
        )
        #expect(
            Sample.text(try Format.csv.draw(document))
                == "text,whole,share,day,flag,none\na,1593,0.75,2026-11-10,yes,\n"
        )
    }

    @Test func `formats have the names of the contract`() {
        #expect(Format.allCases.map(\.rawValue) == ["table", "csv", "json", "markdown", "html", "xlsx"])
        #expect(Format.allCases.map(\.fileExtension) == ["txt", "csv", "json", "md", "html", "xlsx"])
    }

    @Test func `CSV for Excel is asked for`() throws {
        let list = Sample.list([[.text("=1"), .whole(-1)]])
        #expect(try Format.csv.draw(list, forExcel: true) == Array("\u{FEFF}name,heads\r\n'=1,-1\r\n".utf8))
    }
}
