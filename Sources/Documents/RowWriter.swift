/// Rows on their way out, one by one, in constant memory: CSV, a JSON array with an object per line, or a sheet.
///
/// The appending functions take bytes as SQLite lends them, so that a row costs no `String` per cell (performance.md:
/// that is 5.9 times slower). They only write into a buffer; `endRow` hands it on when it is full, and `finish` the
/// rest. Each row must have one entry per column.
package struct RowWriter: ~Copyable {
    /// How rows are written.
    package enum Shape: Sendable, Hashable, CaseIterable {
        /// UTF-8, LF, no byte-order mark.
        case csv
        /// With byte-order mark, CRLF, and formulas guarded.
        case csvForExcel
        /// An array of objects under the keys of the columns.
        case json
    }

    /// Takes bytes that are valid during the call only.
    package typealias Output = (UnsafeRawBufferPointer) throws -> Void

    /// Where rows go.
    package enum Target {
        /// As text, piece by piece.
        case text(Shape, Output)
        /// Into a new sheet of a workbook, under this name.
        case sheet(TableWorkbook, String)
    }

    private static let limit = 1 << 16

    private var buffer = ByteBuffer(capacity: RowWriter.limit * 2)
    private let shape: Shape
    private let names: [[UInt8]]
    private let output: Output?
    private let sheet: TableSheet?
    private var column = 0

    /// Rows of text ended so far.
    package private(set) var rowCount = 0

    /// Writes the header; nothing reaches `output` before the first full buffer or `finish`.
    package init(_ shape: Shape, columns: [Column], output: @escaping Output) {
        self.init(shape, columns: columns, handingOnTo: output)
    }

    /// Without an output everything stays in the buffer, to be taken with `bytes`.
    init(_ shape: Shape, columns: [Column], handingOnTo output: Output? = nil) {
        self.shape = shape
        self.output = output
        sheet = nil
        names = columns.map { Self.name($0.key) }
        if shape == .json { buffer.append("[") } else { appendHeader(columns) }
    }

    /// Writes the header to a target.
    package init(to target: Target, columns: [Column]) throws(WorkbookProblem) {
        switch target {
        case .text(let shape, let output): self.init(shape, columns: columns, handingOnTo: output)
        case .sheet(let workbook, let table): self.init(sheet: try workbook.begin(table, columns))
        }
    }

    private init(sheet: TableSheet) {
        (self.sheet, shape, output, names) = (sheet, .csv, nil, [])
    }

    private mutating func appendHeader(_ columns: [Column]) {
        if shape == .csvForExcel { buffer.append("\u{FEFF}") }
        for column in columns { appendText(column.key) }
        endLine()
    }

    /// Text as UTF-8 bytes; CSV passes them on as they are, JSON replaces what is not UTF-8.
    package mutating func appendText(_ bytes: UnsafeRawBufferPointer) {
        if let sheet { return sheet.append(text: String(decoding: bytes, as: UTF8.self)) }
        beginCell()
        if shape == .json { return buffer.appendJSON(bytes) }
        if bytes.isEmpty { return appendNothing() }
        buffer.appendCSV(bytes, forExcel: shape == .csvForExcel)
    }

    /// Text as a span of UTF-8 bytes.
    package mutating func appendText(_ bytes: Span<UInt8>) {
        bytes.withUnsafeBytes { appendText($0) }
    }

    /// Text that is a string already.
    package mutating func appendText(_ text: String) {
        var text = text
        text.withUTF8 { appendText(UnsafeRawBufferPointer($0)) }
    }

    /// A civil date, or a date and time, in ISO form: text but for a sheet, which knows days.
    package mutating func appendDay(_ bytes: UnsafeRawBufferPointer) {
        if let sheet { return sheet.append(day: String(decoding: bytes, as: UTF8.self)) }
        appendText(bytes)
    }

    /// A day that is a string already.
    package mutating func appendDay(_ day: String) {
        sheet?.append(day: day) ?? appendText(day)
    }

    /// A whole number.
    package mutating func appendInteger(_ value: Int) {
        if let sheet { return sheet.append(number: Double(value), isWhole: true) }
        beginCell()
        buffer.append(decimal: value)
    }

    /// A whole number as SQLite holds it.
    package mutating func appendInteger(_ value: Int64) { appendInteger(Int(value)) }

    /// The shortest number that reads back the same; empty where it is not finite.
    package mutating func appendReal(_ value: Double) {
        if let sheet {
            return value.isFinite ? sheet.append(number: value, isWhole: false) : sheet.appendEmpty()
        }
        beginCell()
        shape == .json ? buffer.appendJSON(value) : buffer.append(Decimal.shortest(value))
    }

    /// Yes or no; true or false in JSON.
    package mutating func appendYesNo(_ value: Bool) {
        if let sheet { return sheet.append(text: value ? "yes" : "no") }
        beginCell()
        if shape == .json { buffer.append(value ? "true" : "false") } else { buffer.append(value ? "yes" : "no") }
    }

    /// Nothing: an empty field, null in JSON.
    package mutating func appendEmpty() {
        if let sheet { return sheet.appendEmpty() }
        beginCell()
        if shape == .json { buffer.append("null") } else { appendNothing() }
    }

    /// A cell by its exact value; in CSV one that has none prints its word, `*` among them, and null in JSON.
    package mutating func append(_ cell: Cell) {
        switch cell.content {
        case .text(let text): appendText(text)
        case .day(let day): appendDay(day)
        case .whole(let value): appendInteger(value)
        case .decimal(let value), .share(let value): appendReal(value)
        case .yesNo(let value): appendYesNo(value)
        case .empty: appendEmpty()
        case .withheld, .notCollected, .notApplicable: shape == .json ? appendEmpty() : appendText(cell.mark ?? "")
        }
    }

    /// Ends a row, and hands on what is written when there is enough of it.
    package mutating func endRow() throws {
        if let sheet { return try sheet.endRow() }
        closeRow()
        if buffer.count >= Self.limit { try flush() }
    }

    mutating func closeRow() {
        precondition(column == names.count, "a row must have one entry per column")
        endLine()
        rowCount += 1
    }

    /// Ends the output; what was not handed on yet is handed on.
    package consuming func finish() throws {
        if sheet != nil { return }
        end()
        try flush()
    }

    /// Ends the output and takes what was not handed on.
    consuming func bytes() -> [UInt8] {
        end()
        return buffer.array
    }

    private mutating func end() {
        if shape == .json { buffer.append(rowCount > 0 ? "\n]\n" : "]\n") }
    }

    private mutating func flush() throws {
        guard let output else { return }
        try buffer.withBytes { try output($0) }
        buffer.removeAll()
    }

    private mutating func beginCell() {
        if shape == .json {
            if column == 0 { buffer.append(rowCount == 0 ? "\n  {" : ",\n  {") } else { buffer.append(", ") }
            if column < names.count { buffer.append(names[column]) }
        } else if column > 0 {
            buffer.append(UInt8(ascii: ","))
        }
        column += 1
    }

    /// An only column is quoted where it is empty, since readers skip an empty line.
    private mutating func appendNothing() {
        if names.count == 1 { buffer.append("\"\"") }
    }

    private mutating func endLine() {
        if shape == .json {
            buffer.append("}")
        } else {
            buffer.append(shape == .csvForExcel ? "\r\n" : "\n")
        }
        column = 0
    }

    private static func name(_ key: String) -> [UInt8] {
        var name = ByteBuffer()
        name.appendJSON(key)
        name.append(": ")
        return name.array
    }
}
