import Records

/// Where the cells of a Zoom report stand: what one header of it says, in whatever language.
struct ZoomColumns: Equatable {
    private var places: [ReportColumn: Int] = [:]
    /// The columns of the wide layout that say of each row which meeting it is of, and who hosted it.
    private(set) var hostName: Int?
    private(set) var hostEmail: Int?
    private(set) var meeting: Int?
    private(set) var topic: Int?
    /// The names of the columns in the file.
    private(set) var titles: [ReportColumn: String] = [:]
    /// Columns of which nothing is known.
    private(set) var unknown: [Unknown] = []
    /// What `Header.key` makes of the names, to tell the same header when it comes again.
    let keys: [String]
    /// Codes for words of the file, by field.
    private let words: [ReportColumn: [String: String]]

    /// A column of which nothing is known.
    struct Unknown: Equatable {
        let index: Int
        let title: String
        /// Whether it stands where a webinar's report has the questions of its registration.
        let isQuestion: Bool
    }

    /// The columns of a header; nil where the record is none of a report of participants.
    ///
    /// A name in brackets, as in "Name (Original Name)", is Zoom's own. Where there is none, every column must be one of
    /// Zoom's, or mapped, or left out by name: other programs have a "Name" and a "Join Time" too.
    init?(_ header: [String], mapping: Mapping = Mapping()) {
        keys = header.map(Header.key)
        // Most lines of most files name nobody, and are looked at no further.
        let people: [ReportColumn] = [.name, .first, .last]
        let isMapped = people.contains { mapping.columns[$0.rawValue] != nil }
        guard isMapped || keys.contains(where: ReportWords.people.contains) else { return nil }
        let indices = Dictionary(grouping: keys.indices) { [keys] in keys[$0] }
        words = Dictionary(
            uniqueKeysWithValues: ReportColumn.allCases.map { ($0, Self.folded(mapping.words($0.rawValue))) }
        )
        for column in ReportColumn.allCases {
            guard let index = Self.index(of: column, in: indices, after: places[.name] ?? -1, mapping) else { continue }
            places[column] = index
            titles[column] = header[index].trimmed
        }
        guard let name = places[.name] ?? places[.first] ?? places[.last] else { return nil }
        let isBracketed = keys[name].contains("(") || mapping.source?.isZoom == true
        let marks: [ReportColumn] = [.email, .joined, .left, .minutes, .attended, .guest]
        guard marks.count(where: { places[$0] != nil }) >= (isBracketed ? 1 : 2) else { return nil }
        findMeeting(before: name)
        findUnknown(header, mapping)
        guard isBracketed || saysPresence && unknown.allSatisfy(\.isQuestion) else { return nil }
    }

    /// Whether it says who was there, or for how long: without that it is a header that is understood in part.
    var saysPresence: Bool { has(.minutes) || has(.joined) || has(.attended) }

    /// Whether the report has the column.
    func has(_ column: ReportColumn) -> Bool { places[column] != nil }

    /// What a record has in the column, or the code that a mapping gives for it; dashes stand for nothing.
    func text(_ column: ReportColumn, _ reader: CSVReader) -> String {
        guard let index = places[column] else { return "" }
        let text = reader.text(index).trimmed
        if let words = words[column], !words.isEmpty, let code = words[Header.key(text)] { return code }
        return text == "--" || text == "-" ? "" : text
    }

    /// The name that a record shows: in one column, or put together from two.
    func name(_ reader: CSVReader) -> String {
        let name = text(.name, reader)
        guard name.isEmpty else { return name }
        return [text(.first, reader), text(.last, reader)].filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// The cells of a record that may be written among the rejects: names without what is dropped from them; where names
    /// are not kept, nothing but the columns that are read, and no e-mail.
    func kept(_ reader: CSVReader, width: Int, names: Bool) -> [String] {
        let known = Set(places.values).union([hostName, hostEmail].compactMap { $0 })
        return (0..<width).map { index in
            guard index < reader.count, names || known.contains(index) else { return "" }
            if index == places[.email], !names { return "" }
            let text = reader.text(index)
            return index == places[.name] || index == hostName ? PersonName.shown(text) : text
        }
    }

    /// The column's name in the file.
    func title(_ column: ReportColumn) -> String { titles[column] ?? "\(column)" }

    private static func folded(_ words: [String: String]) -> [String: String] {
        Dictionary(words.map { (Header.key($0.key), $0.value.trimmed) }) { first, _ in first }
    }

    /// The wide layout has the meeting's own columns before those of the participant.
    private mutating func findMeeting(before name: Int) {
        hostName = keys[..<name].firstIndex(of: "username")
        hostEmail = keys[..<name].firstIndex(of: "useremail")
        meeting = keys[..<name].firstIndex(where: ReportWords.meetings.contains)
        topic = keys[..<name].firstIndex(where: ReportWords.topics.contains)
    }

    private mutating func findUnknown(_ header: [String], _ mapping: Mapping) {
        let read = Set(places.values)
        let ignored = Set(mapping.ignored.map(Header.key))
        let questions =
            has(.attended) ? [places[.minutes], places[.left], places[.guest]].compactMap { $0 }.max() : nil
        for (index, key) in keys.enumerated() where !key.isEmpty && !read.contains(index) {
            if ReportWords.known.contains(key) || ignored.contains(key) || key == "problem" { continue }
            let isQuestion = questions.map { index > $0 } ?? false
            unknown.append(Unknown(index: index, title: header[index].trimmed, isQuestion: isQuestion))
        }
    }

    /// The column of an option, else of the list; of two of one name the one behind the name, as the wide layout has it.
    private static func index(
        of column: ReportColumn,
        in indices: [String: [Int]],
        after name: Int,
        _ mapping: Mapping
    ) -> Int? {
        if let mapped = mapping.columns[column.rawValue] {
            return mapped.trimmed.isEmpty ? nil : indices[Header.key(mapped)]?.last
        }
        for alias in ReportWords.names[column] ?? [] {
            guard let fitting = indices[alias] else { continue }
            if let behind = fitting.first(where: { $0 > name }) ?? fitting.first { return behind }
        }
        return nil
    }
}

/// What can be told of a Zoom report from its first records.
enum ZoomReport {
    /// The record, from 0, that is the header of a meeting's report, or with which the first section of a webinar's
    /// begins; nil where it is no such report.
    static func header(in records: [[String]], _ source: Source, _ mapping: Mapping = Mapping()) -> Int? {
        switch source {
        case .zoomWebinar:
            return records.firstIndex { record in
                section(record) != nil || ZoomColumns(record, mapping: mapping)?.has(.attended) == true
            }
        case .zoomMeeting:
            return records.firstIndex { ZoomColumns($0, mapping: mapping).map { !$0.has(.attended) } ?? false }
        default:
            return nil
        }
    }

    /// The section that a record of one cell begins.
    static func section(_ record: [String]) -> ReportSection? {
        isTitle(record) ? ReportWords.section(record[0]) : nil
    }

    /// Whether a record is a line of one cell, padded with empty ones.
    static func isTitle(_ record: [String]) -> Bool {
        guard let first = record.first, !first.trimmed.isEmpty else { return false }
        return record.dropFirst().allSatisfy { $0.trimmed.isEmpty }
    }
}

/// Who held a meeting, as the lines above its participants and the session say. Names are compared without case.
struct HostMarks {
    private var emails: Set<String> = []
    private var names: Set<String> = []

    /// The host of the block above the header, and the session's facilitators.
    init(preamble: [[String]], facilitators: [String]) {
        for name in facilitators { add(name: name, email: "") }
        for (index, record) in preamble.enumerated() where index + 1 < preamble.count {
            let keys = record.map(Header.key)
            guard keys.contains(where: ReportWords.topics.contains), ZoomColumns(record) == nil else { continue }
            let values = preamble[index + 1]
            for (key, value) in zip(keys, values) { add(key, value.trimmed) }
        }
    }

    /// Whether a name or an e-mail is a host's.
    func includes(name: String, email: String) -> Bool {
        !email.isEmpty && emails.contains(email.lowercased()) || !name.isEmpty && names.contains(name.lowercased())
    }

    private mutating func add(_ key: String, _ value: String) {
        switch key {
        case "hostemail": add(name: "", email: value)
        case _ where ReportWords.names[.email]?.contains(key) == true: add(name: "", email: value)
        case "hostname", "username": add(name: value, email: "")
        case "host", "ホスト", "anfitrión", "호스트":
            let parts = value.split(separator: "(", maxSplits: 1)
            let inBrackets = parts.count > 1 ? parts[1].split(separator: ")").first.map { $0.trimmed } ?? "" : ""
            add(name: PersonName.shown(value), email: inBrackets.contains("@") ? inBrackets : "")
        default: break
        }
    }

    private mutating func add(name: String, email: String) {
        if !name.isEmpty { names.insert(name.trimmed.lowercased()) }
        if !email.isEmpty { emails.insert(email.trimmed.lowercased()) }
    }
}
