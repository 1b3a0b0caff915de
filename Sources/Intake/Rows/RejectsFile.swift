import Records

/// The rows that are not acceptable, as they were, with a column `problem`.
final class RejectsFile {
    private let output: WholeFile
    private let path: String
    private var header: [UInt8]?
    /// The header of the first file, where no row was rejected.
    private var spare: [UInt8]?

    /// - Throws: `OutputProblem`, also where there is a file already, as the database and the files that are read are.
    init(path: String) throws(OutputProblem) {
        self.path = path
        output = try WholeFile(path: path)
    }

    /// Adds the rejected rows of a native file, read once more, in the order of their lines.
    ///
    /// - Throws: `ImportRefused` where an earlier file had another header: their rows have no table in common.
    func add(_ file: IncomingFile, _ rejected: [(position: CSVPosition, problem: String)]) throws {
        let reader = CSVReader(file.bytes, survey: file.survey)
        _ = try reader.skip(file.firstRow)
        try begin(reader.rawRecord, of: file, isNeeded: !rejected.isEmpty)
        for (position, problem) in rejected.sorted(by: { $0.position.line < $1.position.line }) {
            reader.seek(to: position)
            guard try reader.next() else { continue }
            try write(reader.rawRecord, problem, delimiter: file.survey.dialect.delimiter)
        }
    }

    /// Adds rows of a vendor's report, of which only what may be kept is written.
    func add(_ file: IncomingFile, header: [String], rows: [(cells: [String], problem: String)]) throws {
        try add(file, headers: [header], rows: rows)
    }

    /// Adds rows of a file whose header has several rows; `problem` stands in the first of them.
    func add(_ file: IncomingFile, headers: [[String]], rows: [(cells: [String], problem: String)]) throws {
        let comma = UInt8(ascii: ",")
        try begin(Self.record(headers.first ?? [], comma), of: file, delimiter: comma, isNeeded: !rows.isEmpty)
        if !rows.isEmpty {
            for header in headers.dropFirst() { try write(Self.record(header, comma), "", delimiter: comma) }
        }
        for row in rows { try write(Self.record(row.cells, comma), row.problem, delimiter: comma) }
    }

    /// Everything is on the disk but the name.
    func flush() throws {
        if header == nil, let spare { try output.write(spare) }
        try output.flushAndSync()
    }

    /// Gives the file its name.
    func finish() throws { try output.finish() }

    /// Writes the header of a file of which rows follow; that of the first without any is kept for want of another.
    private func begin(
        _ record: [UInt8],
        of file: IncomingFile,
        delimiter: UInt8? = nil,
        isNeeded: Bool
    ) throws {
        let line = record + [delimiter ?? file.survey.dialect.delimiter] + "problem\n".utf8
        guard isNeeded else {
            if spare == nil { spare = line }
            return
        }
        if let header {
            guard header == record else {
                let what = "its columns differ from the previous file's, so they can't share one rejects file"
                throw ImportRefused([
                    ImportIssue(file: file.name, line: nil, what: what, advice: "Import them one at a time.")
                ])
            }
            return
        }
        header = record
        try output.write(line)
    }

    private func write(_ record: [UInt8], _ problem: String, delimiter: UInt8) throws {
        try output.write(record + [delimiter] + Self.cell(problem, delimiter) + [10])
    }

    private static func record(_ cells: [String], _ delimiter: UInt8) -> [UInt8] {
        Array(cells.map { cell($0, delimiter) }.joined(separator: [delimiter]))
    }

    /// A cell, in quotation marks where it needs them (RFC 4180, section 2).
    private static func cell(_ text: String, _ delimiter: UInt8) -> [UInt8] {
        let quote = UInt8(ascii: "\"")
        guard text.utf8.contains(where: { $0 == quote || $0 == delimiter || $0 == 10 || $0 == 13 }) else {
            return Array(text.utf8)
        }
        var cell = [quote]
        for byte in text.utf8 { cell += byte == quote ? [quote, quote] : [byte] }
        return cell + [quote]
    }
}
