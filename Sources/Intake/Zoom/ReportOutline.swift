import Records

/// Follows a Zoom report record by record: in which section a row stands, under which header, and of which meeting it is.
final class ReportOutline {
    /// What a record is.
    enum Line {
        case row(ZoomColumns)
        /// The header above it once more.
        case repeatedHeader
        /// A title, a header, the block of a meeting; or a row that is not read, which is counted.
        case other
    }

    /// A meeting as the lines above its participants, or its rows, number it.
    struct Meeting: Equatable {
        /// The digits of its number; empty where the report has none.
        var number: String
        /// When it began, in civil time; nil where only its rows say.
        var start: Int64?
        /// What it is called. It may hold a name, and is compared only.
        var topic: String
    }

    /// Rows that stand under no header that is known.
    struct Unread: Equatable {
        /// The line of the header, or of the title, that is not known.
        let line: Int
        var rows = 0
        /// Whether the section is one of people.
        let isOfPeople: Bool
    }

    private(set) var columns: ZoomColumns?
    /// The header of the attendees, as it is in the report.
    private(set) var header: [String] = []
    /// All columns of which nothing is known, of every header, with the line where they stand.
    private(set) var unknown: [(column: ZoomColumns.Unknown, line: Int, header: Int)] = []
    /// The headers that were met.
    private(set) var headers: [ZoomColumns] = []
    private(set) var headerLines: [Int] = []
    private(set) var section: ReportSection? = .attendees
    private(set) var meetings: [Meeting] = []
    private(set) var unread: [Unread] = []
    private var present: Int?
    private var block: [String]?
    /// Whether nothing but lines above the first section was met.
    private var isPreface = true
    private let isWebinar: Bool
    private let mapping: Mapping

    init(_ source: Source, _ mapping: Mapping) {
        isWebinar = source == .zoomWebinar
        self.mapping = mapping
    }

    /// Which of the headers the present one is.
    var place: Int { headers.count - 1 }

    /// Takes the reader's record in.
    func take(_ reader: CSVReader) -> Line {
        if block != nil {
            takeBlock(reader)
            return .other
        }
        if let columns, !mayBeHeading(reader, columns) { return .row(columns) }
        let record = (0..<reader.count).map(reader.text)
        if isWebinar, ZoomReport.isTitle(record), takeTitle(record[0], reader.line) { return .other }
        if let found = ZoomColumns(record, mapping: mapping) { return takeHeader(found, record, reader.line) }
        let keys = record.map(Header.key)
        if isBlock(keys) {
            block = keys
            return .other
        }
        if let columns { return .row(columns) }
        countUnread(reader.line)
        return .other
    }

    /// The meeting of a row of the reader's record; nil where nothing says.
    func meeting(_ reader: CSVReader) -> Int? {
        guard let columns, let column = columns.meeting else { return present }
        let number = reader.text(column).filter(\.isNumber)
        if let known = meetings.firstIndex(where: { $0.number == number }) { return known }
        let topic = columns.topic.map { reader.text($0).trimmed.lowercased() } ?? ""
        meetings.append(Meeting(number: number, start: nil, topic: topic))
        return meetings.count - 1
    }

    // MARK: What a record is

    /// Whether a record may begin a section or be a header: where minutes stand in a header there is no number, and where
    /// it says whether somebody came there is no yes or no.
    private func mayBeHeading(_ reader: CSVReader, _ columns: ZoomColumns) -> Bool {
        if columns.has(.minutes), Double(columns.text(.minutes, reader)) != nil { return false }
        return !(columns.has(.attended) && ReportWords.answer(columns.text(.attended, reader)) != nil)
    }

    private func takeTitle(_ title: String, _ line: Int) -> Bool {
        let known = ReportWords.section(title)
        if known == nil, isPreface { return true }
        isPreface = false
        section = known
        columns = nil
        unread.append(Unread(line: line, isOfPeople: known != nil))
        return true
    }

    private func takeHeader(_ found: ZoomColumns, _ record: [String], _ line: Int) -> Line {
        if let columns, columns.keys == found.keys { return .repeatedHeader }
        isPreface = false
        guard section != nil else {
            unread.append(Unread(line: line, isOfPeople: true))
            return .other
        }
        columns = found
        unknown += found.unknown.map { ($0, line, headers.count) }
        headers.append(found)
        headerLines.append(line)
        if header.isEmpty || section == .attendees { header = record }
        return .other
    }

    private func countUnread(_ line: Int) {
        guard !isPreface, let last = unread.indices.last else { return }
        // The first line below the title of a section of people is its header.
        if unread[last].isOfPeople, unread[last].rows == 0, unread[last].line + 1 >= line, section != nil {
            unread[last] = Unread(line: line, isOfPeople: true)
            section = nil
        } else {
            unread[last].rows += 1
        }
    }

    // MARK: The block of a meeting

    private func isBlock(_ keys: [String]) -> Bool {
        let named = keys.count { ReportWords.topics.contains($0) || ReportWords.meetings.contains($0) }
        return named > 0 && keys.count(where: ReportWords.blocks.contains) >= 3
    }

    private func takeBlock(_ reader: CSVReader) {
        var meeting = Meeting(number: "", start: nil, topic: "")
        for (index, key) in (block ?? []).enumerated() {
            let text = reader.text(index).trimmed
            if ReportWords.meetings.contains(key) { meeting.number = text.filter(\.isNumber) }
            if ReportWords.topics.contains(key) { meeting.topic = text.lowercased() }
            if ReportWords.starts.contains(key) { meeting.start = Instant.vendor(text, dates: mapping.dates) }
        }
        block = nil
        meetings.append(meeting)
        present = meetings.count - 1
        // A report may stand below another one in the same file.
        if !isWebinar { columns = nil }
    }
}
