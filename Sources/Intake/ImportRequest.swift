package import Calendar
package import Files
package import Records

/// What somebody asked to have imported, and how.
package struct ImportRequest: Sendable {
    /// Whether people keep their names.
    package enum Keeping: String, CaseIterable, Sendable {
        case names, count
    }

    /// The kind of record that the files hold.
    package var kind: Noun
    /// Paths; `-` is standard input.
    package var files: [String]
    /// Files whose bytes are there already, such as one that was handed over in a browser; they come before the others.
    package var handed: [FileBytes] = []
    /// The session that all rows are about, as somebody typed it.
    package var session: String?
    /// The evaluation form, as somebody typed it.
    package var form: String?
    /// Within how many days of its session a form is returned, where the day tells of which session it is.
    package var within: Int?
    /// Columns, values and constants; the file of `--mapping` with the options laid over it.
    package var mapping = Mapping()
    /// The zone of civil times in the file; the program's unless given.
    package var timeZone: TimeZoneName?
    /// Whether people keep their names; by the session's audience unless given.
    package var keep: Keeping?
    /// Whether an unknown organization or course is refused instead of made.
    package var strict = false
    /// Whether everything is done and then undone.
    package var dryRun = false
    /// Where rows go that are not acceptable; without it one such row refuses the import.
    package var rejects: String?
    /// Whether rows may change what is stored.
    package var update = false
    /// Whether a report of another day than its session's is taken all the same.
    package var otherDay = false

    /// What matching came to for the forms of an export, by the numbers in its column `id`.
    var matches: [Int64: KnownMatch] = [:]

    package init(kind: Noun, files: [String]) {
        self.kind = kind
        self.files = files
    }
}
