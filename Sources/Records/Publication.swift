package import Calendar
import Files
import SQLite

/// A folder of reports that was sent to somebody, with the figures that stood in it.
package struct Publication: Sendable {
    /// Its row id.
    package let id: Int64
    /// Names it on the command line.
    package let ref: String
    /// A role or an organization.
    package let sentTo: String
    /// When it was sent.
    package let sentOn: Day
    /// The first day of its period.
    package let from: Day
    /// The last day of its period.
    package let to: Day
    /// The day as of which it was made.
    package let asOf: Day
    /// For whom it was made, a word of `--profile`.
    package let profile: String
    /// The last entry of the history that it was made from.
    package let head: Int64
    /// What a difference from an earlier one would disclose, where it was sent all the same.
    package let despite: String?
}

/// A publication that is to be recorded.
package struct NewPublication: Sendable {
    /// A role or an organization.
    package var sentTo: String
    /// When it was sent.
    package var sentOn: Day
    /// The label of its period.
    package var period: String
    /// Its first day, its last day, and the day as of which it was made.
    package var days: (from: Day, to: Day, asOf: Day)
    /// For whom it was made, a word of `--profile`.
    package var profile: String
    /// The bytes of its manifest.
    package var manifest: [UInt8]
    /// The digest of the history's head in hexadecimal, as its manifest has it.
    package var head: String
    /// The text of its figures.json.
    package var figures: String
    /// What a difference would disclose, where it is sent all the same.
    package var despite: String?

    package init(
        sentTo: String,
        sentOn: Day,
        period: String,
        days: (from: Day, to: Day, asOf: Day),
        profile: String,
        manifest: [UInt8],
        head: String,
        figures: String,
        despite: String?
    ) {
        (self.sentTo, self.sentOn, self.period, self.days) = (sentTo, sentOn, period, days)
        self.profile = profile
        (self.manifest, self.head, self.figures, self.despite) = (manifest, head, figures, despite)
    }
}

extension RecordError {
    /// Reports whose history goes on nowhere in this record.
    package static let madeElsewhere = RecordError.refused(
        "the reports in this folder were not made from this database",
        advice: "Use the database they were made from, or make them again."
    )
}

extension Store {
    /// Records that a folder was sent.
    ///
    /// - Throws: `RecordError` where it was recorded before, or was made from another record's history.
    package func addPublication(_ new: NewPublication) throws -> Publication {
        if let known = try publication(ofManifest: new.manifest) {
            throw RecordError.refused(
                "this folder is recorded already: \(known.ref), sent to \(known.sentTo) on \(known.sentOn.words)",
                advice: "If you sent it to others too, there is nothing more to record."
            )
        }
        guard let head = try entry(ofDigest: new.head) else {
            throw RecordError.madeElsewhere
        }
        let base = Ref.made(from: "\(new.sentTo) \(new.period)")
        let ref = try freeRef(base)
        try database.execute(
            """
            INSERT INTO publication
                (ref, sent_to, sent_on, period_from, period_to, as_of, profile, manifest, head_id, figures, despite)
            VALUES (\(ref), \(new.sentTo), \(new.sentOn.iso), \(new.days.from.iso),
                \(new.days.to.iso), \(new.days.asOf.iso), \(new.profile), \(SQLValue.blob(Digest.of(new.manifest))),
                \(head), \(new.figures), \(new.despite.sqlValue))
            """
        )
        guard let made = try publication(ofManifest: new.manifest) else {
            throw StoreError.damaged("a publication was not stored")
        }
        return made
    }

    /// The text of a publication's figures.json.
    package func figures(of publication: Publication) throws -> String {
        try database.value("SELECT figures FROM publication WHERE id = \(publication.id)") ?? ""
    }

    /// The entry of the history with this digest in hexadecimal; nil where it is none of this record.
    package func head(_ hexadecimal: String) throws -> Int64? { try entry(ofDigest: hexadecimal) }

    /// Every publication, the latest first.
    package func publications() throws -> [Publication] {
        try publications("true")
    }

    /// The publication of a folder whose manifest has these bytes; nil where it was never recorded as sent.
    package func publication(ofManifest bytes: [UInt8]) throws -> Publication? {
        try publications("manifest = \(SQLValue.blob(Digest.of(bytes)))").first
    }

    /// The publication of a ref or an unambiguous beginning of one, or of `last`.
    ///
    /// - Throws: `RecordError.notFound` or `ambiguous` in the words of publications.
    package func publication(_ typed: String) throws -> Publication {
        let all = try publications()
        if typed.lowercased() == "last", let last = all.first { return last }
        let wanted = typed.lowercased()
        if let exact = all.first(where: { $0.ref.lowercased() == wanted }) { return exact }
        let fitting = all.filter { $0.ref.lowercased().hasPrefix(wanted) }
        if let one = fitting.first, fitting.count == 1 { return one }
        throw RecordError.unknown("publication", typed, known: (fitting.isEmpty ? all : fitting).map(\.ref))
    }

    /// Publications that an entry of the history may touch: it changed something of a day that they are about.
    package func publications(touchedBy entry: Int64) throws -> [Publication] {
        guard try database.value("SELECT EXISTS (SELECT 1 FROM publication)") ?? false else { return [] }
        let days = try days(touchedBy: entry)
        return try publications().filter { publication in
            let last = min(publication.to, publication.asOf)
            return days.contains { $0 >= publication.from && $0 <= last }
        }
    }

    /// The days of the records that an entry touched, and the days that stood in them before.
    private func days(touchedBy entry: Int64) throws -> Set<Day> {
        var days = try database.all(
            """
            SELECT old, new FROM history_value
            WHERE history_id = \(entry) AND (column_name GLOB '*_on' OR column_name = 'as_of')
                AND coalesce(old, new) IS NOT NULL
            """
        ) { row in [try row[0] as String?, try row[1] as String?] }.flatMap { $0 }
        for row in try touched(by: entry) {
            if let session = try sessionOf(row) ?? (row.table == Noun.session.rawValue ? row.id : nil) {
                days.append(try database.value("SELECT starts_on FROM session WHERE id = \(session)") ?? nil)
            } else if let type = Noun(rawValue: row.table)?.type, let day = type.day {
                days.append(try database.value("SELECT \(day) FROM \(type.source) WHERE t.id = \(row.id)") ?? nil)
            }
        }
        return Set(days.compactMap { $0.flatMap { Day(iso: $0) } })
    }

    /// What was done to the record after a publication was made, with the kinds of record that each entry touched, the
    /// earliest first.
    ///
    /// What was undone since, and the undoing, are left out.
    package func entries(after head: Int64) throws -> [(entry: HistoryEntry, kinds: Set<Noun>)] {
        let entries = try database.all(
            """
            SELECT \(HistoryEntry.columns) FROM history AS h
            WHERE h.id > \(head) AND h.undoes_id IS NULL
                AND NOT EXISTS (SELECT 1 FROM history AS u WHERE u.undoes_id = h.id) ORDER BY h.id
            """
        ) { try HistoryEntry($0) }
        return try entries.map { ($0, try kinds(touchedBy: $0.id)) }
    }

    private func kinds(touchedBy entry: Int64) throws -> Set<Noun> {
        let shapes = try shapes.get()
        let tables = try database.all("SELECT DISTINCT record_table FROM history_value WHERE history_id = \(entry)") {
            try $0[0] as String
        }
        let imported = try database.all("SELECT kind FROM import WHERE history_id = \(entry)") { try $0[0] as String }
        let owners = tables.flatMap { [Noun(rawValue: $0), shapes[$0]?.parent.flatMap { Noun(rawValue: $0) }] }
        return Set(owners.compactMap(\.self) + imported.compactMap { Noun(plural: $0) })
    }

    private func publications(_ condition: SQL) throws -> [Publication] {
        try database.all(
            """
            SELECT id, ref, sent_to, sent_on, period_from, period_to, as_of, profile, head_id, despite
            FROM publication WHERE \(condition) ORDER BY sent_on DESC, id DESC
            """
        ) { row in
            Publication(
                id: try row[0],
                ref: try row[1],
                sentTo: try row[2],
                sentOn: try row[3],
                from: try row[4],
                to: try row[5],
                asOf: try row[6],
                profile: try row[7],
                head: try row[8],
                despite: try row[9]
            )
        }
    }

    private func freeRef(_ base: String) throws -> String {
        let taken = Set(try publications().map { $0.ref.lowercased() })
        if !taken.contains(base.lowercased()) { return base }
        return (2...).lazy.map { "\(base)-\($0)" }.first { !taken.contains($0.lowercased()) } ?? base
    }

    /// The row id of the entry of the history that has this digest.
    private func entry(ofDigest hexadecimal: String) throws -> Int64? {
        try database.value("SELECT id FROM history WHERE lower(hex(digest)) = \(hexadecimal.lowercased())") ?? nil
    }
}
