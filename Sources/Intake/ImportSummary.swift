package import Calendar
package import Records

/// What one file came to.
package struct ImportSummary: Equatable, Sendable {
    /// The number of the import; nil where nothing was stored.
    package var importNumber: Int64?
    /// The file as it was named.
    package var file: String
    /// Which program wrote it: `groundwork`, `zoom-meeting`, ….
    package var source: String
    /// Whether it was only tried out: the counts are what would have been stored.
    package var dryRun: Bool
    /// What became of its rows.
    package var counts: ImportCounts
    /// What else is to be said.
    package var notes = ImportNotes()

    /// The figures by their names, in the order of the contract; `import` and `dry_run` stand apart.
    package var figures: [(name: String, value: Int)] {
        [
            ("rows", counts.rows), ("created", counts.created), ("updated", counts.updated),
            ("unchanged", counts.unchanged), ("merged", counts.merged), ("skipped", counts.skipped),
            ("rejected", counts.rejected), ("people_created", counts.peopleCreated),
            ("organizations_created", counts.organizationsCreated),
        ]
    }
}

/// What an import has to say beside its figures.
package struct ImportNotes: Equatable, Sendable {
    /// What the file was recognised as: `groundwork; UTF-8, comma, LF`.
    package var recognized = ""
    /// The import by which the same file came in before.
    package var importedBefore: Int64?
    /// Names, or reasons, of rows that were left out, each with how many.
    package var skipped: [Named] = []
    /// Names of devices that were counted as heads.
    package var devices: [Named] = []
    /// How many rows were those of hosts and facilitators, who are no attendees.
    package var hosts: [Named] = []
    /// Refs of sessions that became held.
    package var sessionsHeld: [String] = []
    /// Refs of organizations that were made because a row named them.
    package var organizationsMade: [String] = []
    /// Refs of courses that were made because a row named them.
    package var coursesMade: [String] = []
    /// Whether people were kept as heads without names.
    package var countsOnly = false
    /// How many rows were of people who asked to be forgotten, and are heads without a name.
    package var forgotten = 0
    /// How many people registered and did not come.
    package var absent = 0
    /// An import from which the session has people by name, where this one has heads.
    package var namedBefore: Int64?
    /// The day of a vendor's report, where it is not that of its session.
    package var otherDay: OtherDay?
    /// How many rows went to each session, by its ref, where a report is of several days.
    package var rowsBySession: [Named] = []
    /// What was not read, each in words.
    package var unread: [String] = []
    /// The import whose heads this one replaced.
    package var replaced: Int64?
    /// Columns of which nothing is known, passed over because that was asked for.
    package var passedOver: [String] = []
    /// Columns that say who answered, and are never read.
    package var neverKept: [String] = []
    /// How many returned forms are of each session, by its ref.
    package var bySession: [Named] = []
    /// How many forms for after or a follow-up are of a day before their session, by its ref.
    package var beforeSession: [Named] = []
    /// How many forms are of a day more than a year from their session, by its ref.
    package var farFromSession: [Named] = []
    /// How many rows have words for everybody that somebody should look at again, by what is to be looked at.
    package var wordings: [Named] = []
    /// Series whose matching is closed: codes were not kept.
    package var closedMatching: [String] = []

    package init() {}

    /// Two days that should be one.
    package struct OtherDay: Equatable, Sendable {
        /// The civil day on which the report's meeting began.
        package let report: Day
        /// The civil day on which the session begins.
        package let session: Day
    }

    /// A name and how many rows had it.
    package struct Named: Equatable, Sendable {
        /// What was counted: words of the file, a ref, a reason; empty where they may not be repeated.
        package let name: String
        /// How many rows.
        package var count: Int
    }
}

extension [ImportNotes.Named] {
    /// As many, without their names.
    var nameless: [ImportNotes.Named] { map { ImportNotes.Named(name: "", count: $0.count) } }

    /// Counts one more of this name.
    mutating func count(_ name: String) {
        if let index = firstIndex(where: { $0.name == name }) {
            self[index].count += 1
        } else {
            append(ImportNotes.Named(name: name, count: 1))
        }
    }
}
