import Records

/// Where the cells of attendance stand, and what stands in them: bytes, trimmed, mapped, without guards.
final class AttendanceColumns {
    enum Field: Int, CaseIterable {
        case session, person, name, email, organization, role, status, registered, minutes, joined, left
    }

    /// The native header.
    static let fields = Field.allCases.map { "\($0)" }

    private struct Cell {
        var column = -1
        var constant: UnsafeRawBufferPointer?
        var values: [String: UnsafeRawBufferPointer] = [:]
        var title = ""
    }

    private var cells: [Cell] = []
    private var memory: [UnsafeMutableRawBufferPointer] = []
    private let isGuarded: Bool

    init(_ map: ColumnMap, guarded: Bool) {
        isGuarded = guarded
        for field in Self.fields {
            guard let place = map.place(field) else {
                cells.append(Cell(title: field))
                continue
            }
            var cell = Cell(column: place.column ?? -1, title: place.title)
            cell.constant = place.constant.map { keep($0.trimmed) }
            for (word, code) in place.values { cell.values[word.trimmed] = keep(code.trimmed) }
            cells.append(cell)
        }
    }

    deinit {
        for bytes in memory { bytes.deallocate() }
    }

    /// The column's name in the file.
    func title(_ field: Field) -> String { cells[field.rawValue].title }

    /// Whether a cell holds the name of its own column.
    func isTitle(_ cell: UnsafeRawBufferPointer, of field: Field) -> Bool {
        cells[field.rawValue].title.utf8.count == cell.count && cells[field.rawValue].title.utf8.elementsEqual(cell)
    }

    /// Whether the file, or an option, gives the field.
    func has(_ field: Field) -> Bool {
        cells[field.rawValue].column >= 0 || cells[field.rawValue].constant != nil
    }

    /// What the current record gives for a field; empty where it gives nothing.
    @inline(__always)
    func bytes(_ field: Field, _ reader: CSVReader) -> UnsafeRawBufferPointer {
        let cell = cells[field.rawValue]
        if let constant = cell.constant { return constant }
        guard cell.column >= 0 else { return UnsafeRawBufferPointer(start: nil, count: 0) }
        let bytes = Trimming.trimmed(reader.bytes(cell.column, guarded: isGuarded))
        if !cell.values.isEmpty, let mapped = cell.values[String(decoding: bytes, as: UTF8.self)] { return mapped }
        return bytes
    }

    private func keep(_ text: String) -> UnsafeRawBufferPointer {
        let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: text.utf8.count, alignment: 1)
        bytes.copyBytes(from: text.utf8)
        memory.append(bytes)
        return UnsafeRawBufferPointer(bytes)
    }
}

/// The codes of a few words, found by their bytes.
struct WordCodes {
    private let words: [String]
    private var seen: [(bytes: [UInt8], code: UInt8)]

    /// Codes from 1 in the order of `words`.
    init(_ words: [String]) {
        self.words = words
        seen = words.enumerated().map { (Array($0.element.utf8), UInt8($0.offset + 1)) }
    }

    /// The code of a word, blanks, hyphens and case aside; 0 for none, nil for one that is not known.
    @inline(__always)
    mutating func code(_ bytes: UnsafeRawBufferPointer) -> UInt8? {
        if bytes.isEmpty { return 0 }
        for word in seen where word.bytes.count == bytes.count && word.bytes.elementsEqual(bytes) { return word.code }
        let plain = String(decoding: bytes, as: UTF8.self).lowercased().map { $0 == " " || $0 == "-" ? "_" : $0 }
        guard let index = words.firstIndex(of: String(plain)) else { return nil }
        let code = UInt8(index + 1)
        if seen.count < 32 { seen.append((Array(bytes), code)) }
        return code
    }

    /// What is wrong with a word that is not known.
    func problem(_ bytes: UnsafeRawBufferPointer) -> String {
        let shown = Repeating.stated(String(decoding: bytes.prefix(240), as: UTF8.self))
        return "\(shown). Use one of: \(words.joined(separator: ", "))."
    }
}
