import Documents
import Testing

@Suite struct `Rows on their way out` {
    private static let columns = [Column(key: "name"), Column(key: "count", alignment: .right)]

    @Test func `CSV has a header of keys, line feeds, and quotes only where needed`() throws {
        let bytes = try written(
            .csv,
            rows: [["Harbor", "2"], ["a, b", "\"c\""], ["two\nlines", ""], [" x ", "'=1"]]
        )
        #expect(text(bytes) == "name,count\nHarbor,2\n\"a, b\",\"\"\"c\"\"\"\n\"two\nlines\",\n x ,'=1\n")
    }

    @Test func `for Excel there is a byte-order mark, CRLF, and no formula`() throws {
        let bytes = try written(.csvForExcel, rows: [["=1+1", "a;b"], ["\tx", "＝1"], ["'-2", "O'Neil"]])
        #expect(
            bytes == Array("\u{FEFF}name,count\r\n'=1+1,\"a;b\"\r\n\"'\tx\",'＝1\r\n''-2,O'Neil\r\n".utf8)
        )
    }

    @Test func `a number is never guarded`() throws {
        let bytes = try streamed(.csvForExcel) { writer in
            writer.appendInteger(-5)
            writer.appendReal(-0.5)
        }
        #expect(text(bytes).hasSuffix("\r\n-5,-0.5\r\n"))
    }

    @Test func `JSON is an array with an object per line`() throws {
        let bytes = try written(.json, rows: [["a", "b"], ["c", "\""]])
        #expect(
            text(bytes) == "[\n  {\"name\": \"a\", \"count\": \"b\"},\n  {\"name\": \"c\", \"count\": \"\\\"\"}\n]\n"
        )
    }

    @Test func `no rows are a header alone, or an empty array`() throws {
        #expect(try text(written(.csv, rows: [])) == "name,count\n")
        #expect(try text(written(.json, rows: [])) == "[]\n")
    }

    @Test func `every kind of entry has its form`() throws {
        let columns = ["i", "r", "w", "y", "e", "x", "h"].map { Column(key: $0) }
        for (shape, expected) in [
            (RowWriter.Shape.csv, "i,r,w,y,e,x,h\n-12,0.25,3,yes,,,*\n"),
            (
                .json,
                "[\n  {\"i\": -12, \"r\": 0.25, \"w\": 3, \"y\": true, \"e\": null, \"x\": null, \"h\": null}\n]\n"
            ),
        ] {
            var bytes: [UInt8] = []
            var writer = RowWriter(shape, columns: columns) { bytes += $0 }
            writer.appendInteger(Int64(-12))
            writer.appendReal(0.25)
            writer.appendReal(3)
            writer.appendYesNo(true)
            writer.appendEmpty()
            writer.appendReal(.nan)
            writer.append(.withheld)
            try writer.endRow()
            try writer.finish()
            #expect(text(bytes) == expected)
        }
    }

    @Test func `an only column that is empty is no empty line`() throws {
        var bytes: [UInt8] = []
        var writer = RowWriter(.csv, columns: [Column(key: "name")]) { bytes += $0 }
        writer.appendText("")
        try writer.endRow()
        writer.appendEmpty()
        try writer.endRow()
        try writer.finish()
        #expect(text(bytes) == "name\n\"\"\n\"\"\n")
    }

    @Test func `bytes that are no UTF-8 become replacement characters in JSON`() throws {
        let broken: [[UInt8]] = [
            [0x41, 0xFF, 0x42], [0xE2, 0x82], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF0, 0x9F, 0x91],
        ]
        for text in broken {
            let bytes = try streamed(.json) { writer in
                text.withUnsafeBytes { writer.appendText($0) }
                writer.appendEmpty()
            }
            let shown = String(decoding: text, as: UTF8.self)
            let row = ReferenceJSON.object(["name": .string(shown), "count": .null])
            #expect(String(validating: bytes, as: UTF8.self) != nil)
            #expect(try ReferenceJSON.read(bytes) == .array([row]))
        }
    }

    @Test func `text comes as a span as well`() throws {
        let name: [UInt8] = Array("Zoë".utf8)
        let bytes = try streamed(.csv) { writer in
            writer.appendText(name.span)
            writer.appendInteger(1)
        }
        #expect(text(bytes) == "name,count\nZoë,1\n")
    }

    @Test func `a long output is handed on in pieces of bounded size`() throws {
        var largest = 0
        var total = 0
        var writer = RowWriter(.csv, columns: Self.columns) {
            largest = max(largest, $0.count)
            total += $0.count
        }
        for number in 0..<20_000 {
            writer.appendText("Harbor Harm Reduction")
            writer.appendInteger(number)
            try writer.endRow()
        }
        #expect(writer.rowCount == 20_000)
        try writer.finish()
        #expect(total > 500_000)
        #expect(largest < 1 << 17)
    }

    @Test func `an output that fails ends the writing`() {
        struct Full: Error {}
        #expect(throws: Full.self) {
            var writer = RowWriter(.json, columns: Self.columns) { _ in throw Full() }
            writer.appendText("a")
            writer.appendEmpty()
            try writer.endRow()
            try writer.finish()
        }
    }

    @Test(arguments: Randomness.seeds) func `CSV reads back as it was, guards taken off`(seed: UInt64) throws {
        var random = Randomness(seed: seed)
        let rows = (0..<200).map { _ in [random.text(), random.text()] }
        let plain = try ReferenceCSV.rows(written(.csv, rows: rows))
        #expect(plain.dropFirst().elementsEqual(rows), "seed \(seed)")
        let excel = try ReferenceCSV.rows(Array(written(.csvForExcel, rows: rows).dropFirst(3)))
        #expect(excel.dropFirst().elementsEqual(rows.map { $0.map(FormulaGuard.add) }), "seed \(seed)")
        #expect(excel.dropFirst().map { $0.map(FormulaGuard.remove) } == rows, "seed \(seed)")
    }

    @Test(arguments: [
        "=1", "+1", "-1", "@a", "\ta", "\ra", "\na", "＝1", "＠a", "'=1", "''+", "=\u{301}", " =1", "\u{A0}=2",
        "\u{200B}+1", "\u{FEFF}-1",
        "\u{2060}@a", "\u{3000}=1", " ' \u{200D}=1", "\u{200E}=1", "\u{7F}=1", "\u{85}=1", "\u{2003}＝1", "\u{AD}=1",
    ])
    func `a guard is put on text that a spreadsheet would run, and comes off again`(hostile: String) {
        #expect(FormulaGuard.add(hostile).unicodeScalars.elementsEqual(["'"] + Array(hostile.unicodeScalars)))
        #expect(FormulaGuard.remove(FormulaGuard.add(hostile)) == hostile)
    }

    @Test(arguments: ["", "'", "O'Neil", "'tis", "1-2", "a=b", "２", " a=1", "' b", "\u{FEFF}1", "\u{A0}", "\u{301}=1"])
    func `other text is left alone`(text: String) {
        #expect(FormulaGuard.add(text) == text)
        #expect(FormulaGuard.remove(text) == text)
    }

    private func written(_ shape: RowWriter.Shape, rows: [[String]]) throws -> [UInt8] {
        var bytes: [UInt8] = []
        var writer = RowWriter(shape, columns: Self.columns) { bytes += $0 }
        for row in rows {
            for field in row { writer.appendText(field) }
            try writer.endRow()
        }
        try writer.finish()
        return bytes
    }

    private func streamed(_ shape: RowWriter.Shape, row: (inout RowWriter) -> Void) throws -> [UInt8] {
        var bytes: [UInt8] = []
        var writer = RowWriter(shape, columns: Self.columns) { bytes += $0 }
        row(&writer)
        try writer.endRow()
        try writer.finish()
        return bytes
    }

    private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
