package import Calendar
import SQLite

/// An entry of the history as people remember it: what was done to what.
package struct RecentEntry: Sendable, Equatable {
    /// The command's words, by whom and when.
    package let entry: HistoryEntry
    /// The civil day on which it was made, in the program's zone.
    package let day: Day
    /// What it was done to, where that is still there.
    package let subject: Subject?
    /// Courses and organizations that it made beside that.
    package let made: [Made]
    /// Whether it can be undone now.
    package let standing: Standing

    /// What an entry was about.
    package enum Subject: Sendable, Equatable {
        case training(Training)
        /// A record of another kind, by its title where that names nobody.
        case record(Noun, title: String?)
        /// A file that came in: the kind of its rows.
        case file(Noun)
    }

    /// A record that an entry made because a text named it.
    package struct Made: Sendable, Equatable {
        /// A course or an organization.
        package let noun: Noun
        /// As it was typed.
        package let title: String
    }

    /// What can become of an entry.
    package enum Standing: Sendable, Equatable {
        case undoable
        case undone
        /// It can't be undone, or something that can't be was done since.
        case lasting
    }
}

extension Store {
    /// The last entries that stand, the latest first: no undone ones, none that undid another, none that changed nothing.
    package func recentEntries(_ limit: Int) throws -> [RecentEntry] {
        let entries = try database.all(
            """
            SELECT \(HistoryEntry.columns) FROM history AS h
            WHERE h.undoes_id IS NULL AND NOT EXISTS (SELECT 1 FROM history AS u WHERE u.undoes_id = h.id)
                AND (h.undoable = 0 OR EXISTS (SELECT 1 FROM history_value AS v WHERE v.history_id = h.id)
                    OR EXISTS (SELECT 1 FROM import AS i WHERE i.history_id = h.id))
            ORDER BY h.id DESC LIMIT \(limit)
            """
        ) { try HistoryEntry($0) }
        return try entries.map(recent)
    }

    /// An entry with what it was about.
    package func recent(_ entry: HistoryEntry) throws -> RecentEntry {
        RecentEntry(
            entry: entry,
            day: day(of: entry),
            subject: try subject(of: entry.id),
            made: try recordsMade(by: entry.id),
            standing: try standing(of: entry)
        )
    }

    private func day(of entry: HistoryEntry) -> Day {
        guard let day = Day(iso: entry.at.prefix(10)) else { return today }
        if entry.isByDay { return day }
        let time = entry.at.dropFirst(11).prefix(8).split(separator: ":").compactMap { Int64($0) }
        let seconds = time.reduce(0) { $0 * 60 + $1 }
        return program.timeZone.civilDate(at: Int64(day.epochDay) * 86_400 + seconds)
    }

    /// Storing what came in by a code can't be undone, and bars nothing: it adds responses and touches no other row.
    private func standing(of entry: HistoryEntry) throws -> RecentEntry.Standing {
        let state = try database.one(
            """
            SELECT EXISTS (SELECT 1 FROM history AS u WHERE u.undoes_id = \(entry.id)),
                EXISTS (SELECT 1 FROM history AS l WHERE l.id > \(entry.id) AND l.undoable = 0 AND l.undoes_id IS NULL
                    AND l.command <> 'collect close' AND l.command <> 'inbox')
            """
        ) { row in (undone: try row[0] as Bool, barred: try row[1] as Bool) }
        guard let state else { return .lasting }
        if state.undone { return .undone }
        return entry.undoable && entry.undoes == nil && !state.barred ? .undoable : .lasting
    }

    /// Undoes one entry, whichever came after it. An organization or a course that it made in passing stays where others
    /// use it by now, and is named.
    ///
    /// - Throws: `RecordError.nothingToUndo` where it is undone already, can't be, was changed or built upon since, or where
    ///   something that can't be undone was done since, such as forgetting somebody.
    package func undo(entry id: Int64) throws -> Undone {
        guard let entry = try entry(id), entry.undoes == nil else {
            throw RecordError.nothingToUndo("there is no such entry to undo")
        }
        switch try standing(of: entry) {
        case .undone: throw RecordError.nothingToUndo("that is undone already")
        case .lasting:
            throw RecordError.nothingToUndo(
                entry.undoable
                    ? "something that can't be undone was done since" : "\(entry.command) can't be undone"
            )
        case .undoable: break
        }
        try requireUnloosened(entry)
        return try takeBack(entry, by: HistoryEntry.undo, keepsUsed: true) {
            // The entry that takes it back is the only one, whatever another process did since the look above.
            let count = try database.value("SELECT count(*) FROM history WHERE undoes_id = \(entry.id)", as: Int.self)
            guard count == 1 else { throw RecordError.nothingToUndo("that is undone already") }
        } last: { undone in
            guard undone.kept.allSatisfy({ isMadeInPassing($0, by: entry) }) else {
                throw RecordError.nothingToUndo(
                    "what that did was changed or used since",
                    advice: "Undo the later change first."
                )
            }
        }
    }

    /// Whether a record that stays is one that the entry made because a text named it: what others use of a log is
    /// its organization, and half a session is worth nothing.
    private func isMadeInPassing(_ kept: String, by entry: HistoryEntry) -> Bool {
        [Noun.course, .organization].contains { noun in
            kept.hasPrefix("\(noun.rawValue) ") && !entry.command.hasPrefix("\(noun.rawValue) ")
        }
    }

    // MARK: - What an entry was about

    /// A row that an entry touched.
    struct Touched {
        let table: String
        let key: String
        let isMade: Bool

        /// The row id at the front of its key.
        var id: Int64 { key.split(separator: ",").first.flatMap { Int64($0) } ?? 0 }
    }

    private func subject(of entry: Int64) throws -> RecentEntry.Subject? {
        let file = try database.one("SELECT kind, session_id FROM import WHERE history_id = \(entry) LIMIT 1") { row in
            (kind: try row.text(0), session: try row[1] as Int64?)
        }
        if let file {
            if let session = file.session, let training = try training(session) { return .training(training) }
            return Noun(plural: file.kind).map { .file($0) }
        }
        let touched = try touched(by: entry)
        let sessions = touched.filter { $0.table == Noun.session.rawValue }
        if let made = sessions.first(where: \.isMade) ?? sessions.first, let training = try training(made.id) {
            return .training(training)
        }
        for row in touched {
            if let session = try sessionOf(row), let training = try training(session) { return .training(training) }
        }
        for row in touched {
            if row.table == Noun.boardSeats.table.name, let board = try boardOf(row) {
                return .record(.board, title: try title(.board, board))
            }
            let parent = try shapes.get()[row.table]?.parent
            guard let noun = Noun(rawValue: row.table) ?? parent.flatMap({ Noun(rawValue: $0) }) else { continue }
            return .record(noun, title: try title(noun, row.id))
        }
        return nil
    }

    /// The first rows that an entry touched, in the order in which it did.
    func touched(by entry: Int64) throws -> [Touched] {
        try database.all(
            """
            SELECT record_table, record_key, max(change = 'created') FROM history_value
            WHERE history_id = \(entry) GROUP BY record_table, record_key ORDER BY min(position) LIMIT 60
            """
        ) { Touched(table: try $0[0], key: try $0[1], isMade: try $0[2]) }
    }

    private func boardOf(_ row: Touched) throws -> Int64? {
        try database.value("SELECT board_id FROM board_seats WHERE id = \(row.id)")
    }

    /// The session that a row belongs to; nil for what belongs to none.
    func sessionOf(_ row: Touched) throws -> Int64? {
        switch row.table {
        case "attendance": return row.id
        case "headcount", "tally", "nameless_attendance", "commitment", "reflection":
            guard let table = try database.table(named: row.table) else { return nil }
            return try database.value("SELECT session_id FROM \(identifier: table) WHERE id = \(row.id)") ?? nil
        default: return try shapes.get()[row.table]?.parent == Noun.session.rawValue ? row.id : nil
        }
    }

    /// A record's title, where it has one that names nobody.
    private func title(_ noun: Noun, _ id: Int64) throws -> String? {
        guard noun.type.hasRef, noun.type.field(named: "title")?.privacy == .open else {
            return nil
        }
        return try database.value("SELECT title FROM \(identifier: noun.table) WHERE id = \(id)") ?? nil
    }

    private func recordsMade(by entry: Int64) throws -> [RecentEntry.Made] {
        try touched(by: entry).compactMap { row in
            guard row.isMade, let noun = Noun(rawValue: row.table), noun == .course || noun == .organization,
                let title = try title(noun, row.id)
            else { return nil }
            return RecentEntry.Made(noun: noun, title: title)
        }
    }
}

extension HistoryEntry {
    /// The number by which people know it.
    package var number: Int64 { Store.number(of: id) }
}

extension Store {
    /// The entry of a number, the latest where two offices gave the same one.
    package func historyEntry(numbered number: Int64) throws -> HistoryEntry? {
        try database.one(
            "SELECT \(HistoryEntry.columns) FROM history AS h WHERE h.id & 4294967295 = \(number) ORDER BY h.id DESC LIMIT 1"
        ) { try HistoryEntry($0) }
    }

    /// The title of a record of a ref.
    package func title(_ noun: Noun, ref: String) throws -> String? {
        try database.value("SELECT title FROM \(identifier: noun.table) WHERE ref = \(ref) COLLATE NOCASE LIMIT 1")
            ?? nil
    }

    /// The title of a known record that is spelled much like one that was made.
    package func titleLike(_ made: RecentEntry.Made) throws -> String? {
        for ref in try nearest(made.noun, made.title) {
            if let title = try title(made.noun, ref: ref), title != made.title { return title }
        }
        return nil
    }

    /// How many other sessions there are of the course, organizations and start of the one that an entry made.
    package func twins(of recent: RecentEntry) throws -> Int {
        guard case .training(let training)? = recent.subject else { return 0 }
        let id = training.found.id
        let others: [Int64] = try database.all(
            """
            SELECT t.id FROM session AS t JOIN session AS s ON s.id = \(id)
            WHERE t.id <> s.id AND t.starts_on = s.starts_on AND t.start_time IS s.start_time
                AND t.course_id IS s.course_id
            """
        ) { try $0[0] }
        let trained = try organizationsTrained(id).sorted()
        return try others.count { try organizationsTrained($0).sorted() == trained }
    }
}
