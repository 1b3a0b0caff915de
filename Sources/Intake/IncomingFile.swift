import Files
import Records

/// A file that is to be imported, opened and recognised: its source, and where its rows begin.
struct IncomingFile {
    /// The path as it was given, or `standard input`.
    let name: String
    let bytes: FileBytes
    let survey: Survey
    let source: Source
    /// The records before the first row, at most a few; the header is the last of them.
    let preamble: [[String]]
    /// The physical line of the header.
    let headerLine: Int
    /// The record number, from 0, of the first row.
    let firstRow: Int

    /// The columns.
    var header: [String] { preamble.last ?? [] }
    /// The file as somebody names it to a command.
    var argument: String { name == "standard input" ? "-" : name }
    /// Its name without folders.
    var baseName: String { name.split(separator: "/").last.map(String.init) ?? name }
    /// What was recognised, in words.
    var words: String { "\(source.rawValue); \(survey.words)" }
    /// Whether the file carries a byte-order mark, as spreadsheets write it: only there formulas are guarded.
    var isGuarded: Bool { survey.encoding != .utf8 && survey.encoding != .windows1252 }

    /// How many records are looked at for a header.
    private static let preambleLimit = 40

    /// Opens and recognises the file at `path`.
    ///
    /// - Throws: `FileProblem`; `ImportRefused` where the text cannot be read, or the source does not hold `kind`.
    init(path: String, kind: Noun, mapping: Mapping) throws {
        try self.init(FileBytes(path: path), kind: kind, mapping: mapping)
    }

    /// Recognises a file whose bytes can be read.
    ///
    /// - Throws: as ``init(path:kind:mapping:)`` does.
    init(_ bytes: FileBytes, kind: Noun, mapping: Mapping) throws {
        self.bytes = bytes
        name = bytes.name
        do {
            survey = try Survey(of: bytes)
            let records = try Self.beginning(of: bytes, survey)
            let found = try Self.recognize(records, kind: kind, mapping: mapping, name: bytes.name)
            source = found.source
            preamble = records.prefix(found.header + 1).map(\.cells)
            headerLine = records.indices.contains(found.header) ? records[found.header].line : 1
            firstRow = found.header + 1
            if source == .groundwork, try OwnExport.includes(try reader(), header, kind, mapping) {
                throw Self.refusal(.ownExport, kind, name)
            }
        } catch let problem as CSVProblem {
            throw ImportRefused([ImportIssue(problem, file: bytes.name)])
        }
    }

    /// A reader at the first row.
    func reader() throws -> CSVReader {
        let reader = CSVReader(bytes, survey: survey)
        try reader.skip(firstRow)
        return reader
    }

    private typealias Beginning = [(cells: [String], line: Int)]

    private static func beginning(of file: FileBytes, _ survey: Survey) throws -> Beginning {
        let reader = CSVReader(file, survey: survey)
        var records: Beginning = []
        while records.count < preambleLimit {
            do {
                guard try reader.next() else { break }
            } catch let problem as CSVProblem {
                // A fault behind the header is met, and told, when the rows are read.
                if records.isEmpty { throw problem }
                break
            }
            records.append(((0..<reader.count).map(reader.text), reader.line))
        }
        return records
    }

    private static func recognize(
        _ records: Beginning,
        kind: Noun,
        mapping: Mapping,
        name: String
    ) throws -> (source: Source, header: Int) {
        guard !records.isEmpty else {
            throw ImportRefused([
                ImportIssue(
                    file: name,
                    line: nil,
                    what: "the file is empty",
                    advice: "Save it again with its header line."
                )
            ])
        }
        let rows = records.map(\.cells)
        if kind == .evaluation, let found = try answers(in: rows, mapping, name) { return found }
        if let source = mapping.source {
            guard source.holds(kind) else { throw refusal(source, kind, name) }
            let header = source == .groundwork ? 0 : ZoomReport.header(in: rows, source, mapping)
            guard let header else {
                let what = "the columns don't match \(source.rawValue)"
                let advice: Advice = "Map them: --map name=COLUMN --map minutes=COLUMN. Or leave out --source."
                throw ImportRefused([ImportIssue(file: name, line: 1, what: what, advice: advice)])
            }
            return (source, header)
        }
        if mapping.columns.isEmpty, Header.isNative(rows[0], kind, mapping) { return (.groundwork, 0) }
        if kind == .attendance || kind == .person, let other = OtherProgram(rows) {
            guard other.isTable, !mapping.columns.isEmpty else { throw refusal(other, kind, name) }
            return (.groundwork, 0)
        }
        for source in [Source.zoomWebinar, .zoomMeeting] {
            guard let header = ZoomReport.header(in: rows, source, mapping) else { continue }
            guard source.holds(kind) else { throw refusal(source, kind, name) }
            return (source, header)
        }
        if Header.isNative(rows[0], kind, mapping) { return (.groundwork, 0) }
        if let source = Source.survey(header: rows[0]), !source.holds(kind), mapping.columns.isEmpty {
            throw refusal(source, kind, name)
        }
        return (.groundwork, 0)
    }

    /// The source of answers, and the last row of its header; nil where it is a report of another kind.
    private static func answers(
        in rows: [[String]],
        _ mapping: Mapping,
        _ name: String
    ) throws -> (source: Source, header: Int)? {
        let isReport = [Source.zoomWebinar, .zoomMeeting].contains { ZoomReport.header(in: rows, $0) != nil }
        let known = mapping.source ?? SurveyHeader.source(of: rows)
        if known == nil, isReport { return nil }
        let source = known ?? .groundwork
        guard source.holds(.evaluation) else { throw refusal(source, .evaluation, name) }
        return (source, SurveyHeader.last(in: rows, source))
    }

    private static func refusal(
        _ other: OtherProgram,
        _ kind: Noun,
        _ name: String
    ) -> ImportRefused {
        let what =
            kind == .attendance || other == .ownExport
            ? "this is \(other.words)" : "this is \(other.words), not \(kind.plural)"
        let advice = kind == .attendance || other == .ownExport ? other.advice : nil
        return ImportRefused([ImportIssue(file: name, line: 1, what: what, advice: advice)])
    }

    private static func refusal(_ source: Source, _ kind: Noun, _ name: String) -> ImportRefused {
        let advice: Advice
        switch source {
        case .zoomMeeting, .zoomWebinar:
            advice = Advice(
                "Import it as attendance",
                .perform(.importRecords, ["kind": "attendance"], ask: ["files", "session"])
            )
        case .eventbrite:
            advice =
                "Eventbrite lists can't be imported directly yet. Map the columns: --source groundwork --map FIELD=COLUMN."
        default:
            advice = Advice(
                "Import it as evaluations",
                .perform(.importRecords, ["kind": "evaluations"], ask: ["files", "form", "session"])
            )
        }
        let issue = ImportIssue(
            file: name,
            line: 1,
            what: "this is \(source.holds), not \(kind.plural)",
            advice: advice
        )
        return ImportRefused([issue])
    }
}

extension ImportIssue {
    /// A place where the text itself cannot be read.
    init(_ problem: CSVProblem, file: String) {
        self.init(file: file, line: problem.line, column: "column \(problem.column)", what: problem.sentence)
    }
}
