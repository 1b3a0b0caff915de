import Files

@testable import Intake

/// Everything that `reader` has, as strings.
func records(_ reader: CSVReader) throws -> [[String]] {
    var records: [[String]] = []
    while try reader.next() { records.append((0..<reader.count).map(reader.text)) }
    return records
}

/// The records of `text` in a given dialect, read through a buffer of `bufferSize`.
func records(
    _ text: String,
    delimiter: Character = ",",
    carriageReturnEnds: Bool = false,
    blankLines: CSVReader.BlankLines = .skipped,
    bufferSize: Int = 1 << 16
) throws -> [[String]] {
    try records(reader(text, delimiter, carriageReturnEnds, blankLines, bufferSize))
}

/// A reader of `text` in a given dialect.
func reader(
    _ text: String,
    _ delimiter: Character = ",",
    _ carriageReturnEnds: Bool = false,
    _ blankLines: CSVReader.BlankLines = .skipped,
    _ bufferSize: Int = 1 << 16
) -> CSVReader {
    CSVReader(
        FileBytes(bytes: Array(text.utf8), name: "text"),
        dialect: Dialect(delimiter: delimiter.asciiValue ?? 44, carriageReturnEnds: carriageReturnEnds),
        blankLines: blankLines,
        bufferSize: bufferSize
    )
}

/// The records of a file of these bytes, after a survey, with everything found out from the bytes.
func surveyed(
    _ bytes: [UInt8],
    delimiter: UInt8? = nil,
    blankLines: CSVReader.BlankLines = .skipped
) throws -> [[String]] {
    let file = FileBytes(bytes: bytes, name: "bytes")
    return try records(
        CSVReader(file, survey: Survey(of: file, delimiter: delimiter), blankLines: blankLines)
    )
}

/// The problem that reading `text` to its end meets.
func problem(_ text: String, carriageReturnEnds: Bool = false) -> CSVProblem? {
    do {
        _ = try records(text, carriageReturnEnds: carriageReturnEnds)
        return nil
    } catch {
        return error as? CSVProblem
    }
}

/// `text` as bytes of an encoding other than Windows-1252, with its byte-order mark.
func encoded(_ text: String, as encoding: TextEncoding) -> [UInt8] {
    switch encoding {
    case .utf8, .windows1252: Array(text.utf8)
    case .markedUTF8: [0xEF, 0xBB, 0xBF] + text.utf8
    case .utf16LittleEndian: [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case .utf16BigEndian: [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    }
}

/// `records` as text in which every cell is in quotation marks.
func quoted(_ records: [[String]], delimiter: Character = ",", lineEnd: String = "\n") -> String {
    records.map { record in
        record.map { cell in
            "\"" + String(cell.unicodeScalars.flatMap { $0 == "\"" ? [$0, $0] : [$0] }.map(Character.init)) + "\""
        }
        .joined(separator: String(delimiter))
    }
    .joined(separator: lineEnd)
}
