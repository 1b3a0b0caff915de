import Files
import PlainText
import Records

/// A small sheet of a form, read whole: its columns by their meaning, its rows with their lines.
struct Sheet {
    /// A row with anything in it.
    struct Row {
        /// The physical line, from 1.
        let line: Int
        fileprivate let cells: [String]
    }

    /// The file as it was named.
    let name: String
    private(set) var columns = SheetColumns()
    private(set) var rows: [Row] = []

    /// Reads the file at `path`.
    ///
    /// - Throws: `FileProblem`; `ImportRefused` where the text cannot be read, or it is no such sheet.
    init(_ kind: SheetKind, path: String, language: String?) throws {
        try self.init(kind, FileBytes(path: path), language: language)
    }

    /// Reads bytes that are there already.
    ///
    /// - Throws: as ``init(_:path:language:)`` does.
    init(_ kind: SheetKind, _ bytes: FileBytes, language: String?) throws {
        name = bytes.name
        do {
            try Self.refuseWorkbook(bytes)
            let survey = try Survey(of: bytes)
            let isGuarded = survey.encoding != .utf8 && survey.encoding != .windows1252
            let reader = CSVReader(bytes, survey: survey)
            var header: [String]?
            while try reader.next() {
                if reader.isBlank { continue }
                let cells = (0..<reader.count).map { index in
                    String(decoding: reader.bytes(index, guarded: isGuarded), as: UTF8.self).trimmed
                }
                guard let header else {
                    columns = try SheetColumns(kind, cells, language: language, file: name, line: reader.line)
                    header = cells
                    continue
                }
                if cells.count > header.count, !reader.hasOnlyBlanks(from: header.count) {
                    let what = "the row has \(cells.count) cells, but the header has \(header.count)"
                    throw refusal(
                        reader.line,
                        what,
                        advice: "Put quotation marks around cells that contain the separator."
                    )
                }
                try requirePlain(cells, header, reader.line)
                rows.append(Row(line: reader.line, cells: cells))
            }
            if header == nil { throw refusal(nil, "the file is empty", advice: "Save it again with its header line.") }
        } catch let problem as CSVProblem {
            throw ImportRefused([ImportIssue(problem, file: bytes.name)])
        }
    }

    /// Refuses a cell that holds a character which no text of a record may.
    private func requirePlain(_ cells: [String], _ header: [String], _ line: Int) throws {
        for (title, cell) in zip(header, cells) {
            guard let stray = StrayCharacter(in: cell, isOneLine: false) else { continue }
            throw ImportRefused([ImportIssue(file: name, line: line, column: title.clipped, what: stray.problem)])
        }
    }

    /// The text of a row in the column of this meaning; nil where it is blank, or there is no such column.
    subscript(row: Row, column: String) -> String? {
        guard let index = columns.places[column], row.cells.indices.contains(index) else { return nil }
        return row.cells[index].isEmpty ? nil : row.cells[index]
    }

    /// The name of a column as the file has it.
    func title(_ column: String) -> String { columns.titles[column] ?? column }

    private func refusal(_ line: Int?, _ what: String, advice: Advice? = nil) -> ImportRefused {
        ImportRefused([ImportIssue(file: name, line: line, what: what, advice: advice)])
    }

    /// A workbook begins as every ZIP file does.
    private static func refuseWorkbook(_ bytes: FileBytes) throws {
        var beginning = [UInt8](repeating: 0, count: 4)
        let count = try beginning.withUnsafeMutableBytes { try bytes.read(into: $0, at: 0) }
        guard count == 4, beginning == [0x50, 0x4B, 0x03, 0x04] else { return }
        throw ImportRefused([
            ImportIssue(
                file: bytes.name,
                line: nil,
                what: "this is a workbook, not a CSV file",
                advice: "Save each sheet as CSV UTF-8."
            )
        ])
    }
}

/// The sheets of a form, as XLSForm names them, and scales beside them.
/// Source: <https://xlsform.org/en/>
enum SheetKind {
    case survey, choices, scales

    /// The columns that are read.
    var columns: [String] {
        switch self {
        case .survey:
            [
                "type", "name", "label", "scale", "reversed", "min", "max", "kirkpatrick", "key", "digits", "metric",
                "appearance", "parameters", "disabled",
            ]
        case .choices: ["list_name", "name", "label", "value", "also"]
        case .scales: ["scale", "title", "scoring", "min_valid", "direction", "instrument"]
        }
    }

    var required: [String] {
        switch self {
        case .survey: ["type", "name", "label"]
        case .choices: ["list_name", "name"]
        case .scales: ["scale"]
        }
    }

    /// Columns of XLSForm that say how a form looks or behaves on a device.
    var foreign: Set<String> {
        [
            "hint", "guidance_hint", "required", "required_message", "relevant", "relevance", "constraint",
            "constraint_message", "default", "calculation", "choice_filter", "read_only", "readonly", "repeat_count",
            "media", "image", "audio", "video", "big-image", "trigger", "note", "bind", "body", "instance", "hxl",
            "$kuid", "$autoname", "$xpath", "$qpath", "$prev", "order", "geometry", "version", "save_to", "intent",
        ]
    }
}
