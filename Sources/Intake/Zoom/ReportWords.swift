/// A column of a Zoom report that an import reads.
enum ReportColumn: String, CaseIterable {
    case name, email, joined, left, minutes, attended, waiting, approval, guest
    /// Where a report splits the name.
    case first, last
}

/// Zoom's words in one language, as `Header.key` writes them: one value of this type for each language.
struct ReportWords {
    /// Names of each column, the likelier first. A name in brackets says "shown (original)".
    var columns: [ReportColumn: [String]] = [:]
    /// Columns that an import has no use for.
    var useless: [String] = []
    /// Names of the columns of the block above the participants: its topic, its number, when it began.
    var topic: [String] = []
    var meeting: [String] = []
    var start: [String] = []
    /// Other columns of that block.
    var block: [String] = []
    /// Lines that begin a section.
    var sections: [ReportSection: [String]] = [:]
    var yes: [String] = []
    var no: [String] = []
    /// Words for what became of a registration.
    var approvals: [Approval: [String]] = [:]

    /// What became of a registration.
    enum Approval: String, CaseIterable { case approved, pending, denied, cancelled }
}

/// A part of a webinar's report.
enum ReportSection: Hashable {
    case hosts, panelists, attendees
}

extension ReportWords {
    static let languages: [ReportWords] = [
        .english, .spanish, .portuguese, .french, .german, .italian, .japanese, .korean, .chinese,
    ]

    /// The names of a column in all languages, bracketed ones first.
    static let names: [ReportColumn: [String]] = Dictionary(
        uniqueKeysWithValues: ReportColumn.allCases.map { column in
            let all = languages.flatMap { $0.columns[column] ?? [] }
            return (column, all.filter { $0.contains("(") } + all.filter { !$0.contains("(") })
        }
    )

    /// Every name of a column that holds a person's name, whole or in part.
    static let people = Set([ReportColumn.name, .first, .last].flatMap { names[$0] ?? [] })

    /// Every name of a column that is known, read or not.
    static let known = Set(languages.flatMap { $0.columns.values.joined() } + useless)

    static let useless = languages.flatMap { $0.useless + $0.topic + $0.meeting + $0.start + $0.block }
    static let topics = Set(languages.flatMap(\.topic))
    static let meetings = Set(languages.flatMap(\.meeting))
    static let starts = Set(languages.flatMap(\.start))
    static let blocks = Set(useless)

    private static let sections = table(languages.map(\.sections))
    private static let approvals = table(languages.map(\.approvals))
    private static let answers = table(languages.map { [true: $0.yes, false: $0.no] })

    private static func table<Meaning: Hashable>(_ all: [[Meaning: [String]]]) -> [String: Meaning] {
        var table: [String: Meaning] = [:]
        for words in all { for (meaning, list) in words { for word in list { table[word] = meaning } } }
        return table
    }

    /// The section that a line of one cell begins.
    static func section(_ title: String) -> ReportSection? { sections[Header.key(title)] }

    /// Yes or no; nil for a word that is neither in any language.
    static func answer(_ word: String) -> Bool? { answers[Header.key(word)] }

    /// What became of a registration; nil for a word that is not known.
    static func approval(_ word: String) -> Approval? { approvals[Header.key(word)] }
}
