import SQLite

/// What became of forms that were to be stored.
package struct StoredEvaluations: Equatable, Sendable {
    /// Forms that are new rows now; with `unchanged` they are all that were given.
    package internal(set) var created = 0
    /// Those that equal one that is stored, as a multiset.
    package internal(set) var unchanged = 0
    /// Refs of series whose matching is closed, so that no element was kept.
    package internal(set) var closedSeries: [String] = []
    /// The row id of the last one that was created.
    package internal(set) var lastID: Int64?
}

extension Store {
    /// Stores returned forms under random ids, which rise from session to session and within one tell nothing, so that
    /// nothing tells which came first; those that equal a stored one count as that one. Part of a `change`.
    ///
    /// Codes are matched anew in every series that got one.
    /// - Parameter takingEqual: whether one that equals a stored one is that one; two people may answer alike.
    package func add(evaluations new: NewEvaluations, takingEqual: Bool = true) throws -> StoredEvaluations {
        var stored = StoredEvaluations()
        guard new.count > 0 else { return stored }
        current?.log.touchAnonymous()
        var keys = SeriesKeys(self, makes: !new.elements.isEmpty)
        let rows = takingEqual ? try newRows(new, &keys, &stored) : Array(0..<Int32(new.count))
        let places = try inBulk(rows.count) { try insert(new, rows, &keys, &stored) }
        stored.created = rows.count
        stored.closedSeries = try keys.closed.map { try ref(.session, $0) }
        if !places.isEmpty { for series in keys.open { try rematch(series: series) } }
        return stored
    }

    /// Inserts rows with all that belongs to them and returns the series that got elements.
    private func insert(
        _ new: NewEvaluations,
        _ rows: [Int32],
        _ keys: inout SeriesKeys,
        _ stored: inout StoredEvaluations
    ) throws -> Set<Int64> {
        let drawn = inOrderOfSessions(try drawIDs(rows), new)
        stored.lastID = drawn.last?.id
        try insertAnswers(new, drawn)
        let isNamed = !wordsOwners(new).isEmpty || !new.matches.isEmpty
        let ids = Dictionary(uniqueKeysWithValues: isNamed ? drawn.map { ($0.row, $0.id) } : [])
        try insertWords(new, ids)
        try insertMatches(new, ids)
        return try insertElements(new, ids, &keys)
    }

    private func wordsOwners(_ new: NewEvaluations) -> [NewEvaluations.Words] {
        new.words.isEmpty ? new.elements : new.words
    }

    /// Gives the ids, which rise, to the rows by their sessions, and within a session in the order in which they were
    /// drawn: what an id tells of a row its session tells too, and indexes grow at their ends.
    private func inOrderOfSessions(_ drawn: [(id: Int64, row: Int32)], _ new: NewEvaluations) -> [(
        id: Int64, row: Int32
    )] {
        let ranks = Self.ranks(new.sessions)
        var starts = Array(repeating: 0, count: Int(ranks.max() ?? 0) + 2)
        for one in drawn { starts[Int(ranks[Int(one.row)]) + 1] += 1 }
        for rank in starts.indices.dropFirst() { starts[rank] += starts[rank - 1] }
        var rows = Array(repeating: Int32(0), count: drawn.count)
        for one in drawn {
            let rank = Int(ranks[Int(one.row)])
            rows[starts[rank]] = one.row
            starts[rank] += 1
        }
        return zip(drawn, rows).map { ($0.id, $1) }
    }

    /// The place of each row's session among all sessions in the order of their ids, from 0.
    private static func ranks(_ sessions: [Int64]) -> [Int32] {
        // Rows of a session mostly follow one another, so that few of them are looked up.
        var runs: [Int64] = []
        for session in sessions where session != runs.last { runs.append(session) }
        let sorted = Set(runs).sorted()
        let places = Dictionary(uniqueKeysWithValues: sorted.enumerated().map { ($1, Int32($0)) })
        var last = (session: sorted.first ?? 0, rank: Int32(0))
        return sessions.map { session in
            if session != last.session { last = (session, places[session] ?? 0) }
            return last.rank
        }
    }

    /// Many rows go into one statement: that spares the better part of what a statement costs beside its rows.
    private func insertAnswers(_ new: NewEvaluations, _ drawn: [(id: Int64, row: Int32)]) throws {
        let slots = try new.counted.map { try slotColumn($0) }
        let together = max(1, Self.mostBound / (slots.count + 8))
        var start = 0
        while start < drawn.count {
            let rows = drawn[start..<start + (drawn.count - start >= together ? together : 1)]
            try database.prepared(Self.insertion(slots, of: rows.count)) { insert in
                try insert.run { binder in bind(new, rows, to: &binder) }
            }
            start += rows.count
        }
    }

    private func bind(_ new: NewEvaluations, _ rows: ArraySlice<(id: Int64, row: Int32)>, to binder: inout Binder) {
        let form = new.form.id
        let importID = current?.importID
        for (id, row) in rows {
            let row = Int(row)
            binder.bind(id)
            binder.bind(form)
            binder.append(EvaluationPlace.session(new.sessions[row]))
            binder.append(EvaluationPlace.organization(of: new.sessions[row]))
            let day = new.days[row]
            if day < 0 { binder.bindNull() } else { binder.append(new.dayTexts[Int(day)]) }
            var answered: Int64 = 0
            for place in new.counted.indices where new.answer(row, place) != .none { answered += 1 }
            binder.bind(answered)
            binder.append(new.asked(row))
            binder.append(importID)
            for place in new.counted.indices {
                Self.bind(new.answer(row, place), new.takesNumber[place], new.names, &binder)
            }
        }
    }

    @inline(__always)
    private static func bind(_ answer: Answer, _ isNumber: Bool, _ names: [String], _ binder: inout Binder) {
        if answer == .none {
            binder.bindNull()
        } else if let name = answer.name, names.indices.contains(name) {
            binder.append(names[name])
        } else if isNumber {
            let number = answer.number
            if let whole = Int64(exactly: number) { binder.bind(whole) } else { binder.bind(number) }
        } else {
            binder.bind(answer.bits)
        }
    }

    /// Values that one statement binds at most.
    private static let mostBound = 2_000

    private static func insertion(_ slots: [Identifier], of rows: Int) -> SQL {
        let columns = slots.map { ", \(identifier: $0)" as SQL }.joined(separator: "")
        let row =
            "(?, ?, ?, ?, ?, ?, ?, ?\(repeatElement(", ?" as SQL, count: slots.count).joined(separator: "")))" as SQL
        return """
            INSERT INTO evaluation (id, form_id, session_id, organization_id, submitted_on, answered, asked, import_id\(columns))
            VALUES \(repeatElement(row, count: rows).joined(separator: ", "))
            """
    }

    /// The answer column of an item.
    func slotColumn(_ item: FormItem) throws -> Identifier {
        guard let slot = item.slot,
            let column = try database.columns(ofTable: "evaluation").first(where: { $0.name == "a\(slot)" })
        else { throw StoreError.damaged("the item \(item.code) has no answer column") }
        return column.identifier
    }

    private func insertWords(_ new: NewEvaluations, _ ids: [Int32: Int64]) throws {
        let known = new.words.compactMap { words in ids[words.row].map { ($0, words) } }.sorted { left, right in
            (left.0, left.1.place) < (right.0, right.1.place)
        }
        if known.isEmpty { return }
        try database.prepared("INSERT INTO answer_text (evaluation_id, position, text) VALUES (?, ?, ?)") { insert in
            for (id, words) in known {
                try new.with(words) { try insert.run(id, Int(words.place), Bytes($0)) }
            }
        }
    }

    private func insertElements(
        _ new: NewEvaluations,
        _ ids: [Int32: Int64],
        _ keys: inout SeriesKeys
    ) throws -> Set<Int64> {
        var touched: Set<Int64> = []
        var hashed: [(id: Int64, place: Int32, hash: [UInt8])] = []
        for element in new.elements {
            let place = new.sessions[Int(element.row)]
            guard let id = ids[element.row], place > 0, let key = try keys.key(of: place) else { continue }
            touched.insert(key.series)
            hashed.append((id, element.place, new.with(element) { key.hash($0, place: Int(element.place)) }))
        }
        hashed.sort { ($0.id, $0.place) < ($1.id, $1.place) }
        let sql: SQL = "INSERT INTO evaluation_element (evaluation_id, position, hash) VALUES (?, ?, ?)"
        try database.prepared(sql) { insert in
            for element in hashed { try insert.run(element.id, Int(element.place), element.hash) }
        }
        return touched
    }
}

// MARK: Random ids

extension Store {
    /// A random id for each row that no evaluation has, in the order of ids.
    private func drawIDs(_ rows: [Int32]) throws -> [(id: Int64, row: Int32)] {
        let isFirst = try database.value("SELECT NOT EXISTS (SELECT 1 FROM evaluation)") ?? false
        var drawn: [(id: Int64, row: Int32)] = []
        drawn.reserveCapacity(rows.count)
        var waiting = rows
        for _ in 0..<64 where !waiting.isEmpty {
            drawn += draw(waiting)
            if drawn.count > waiting.count { drawn.sort { $0.id < $1.id } }
            waiting = []
            var kept: [(id: Int64, row: Int32)] = []
            kept.reserveCapacity(drawn.count)
            for one in drawn {
                if kept.last?.id == one.id { waiting.append(one.row) } else { kept.append(one) }
            }
            drawn = isFirst ? kept : try withoutTaken(kept, &waiting)
        }
        guard waiting.isEmpty else { throw StoreError.damaged("random numbers repeat") }
        return drawn
    }

    /// An id for each row, in the order of ids. An id's lower half and its row are sorted as one number.
    private func draw(_ rows: [Int32]) -> [(id: Int64, row: Int32)] {
        let bytes = randomness.bytes(rows.count * 4)
        var packed = bytes.withUnsafeBytes { bytes in
            rows.enumerated().map { index, row in
                UInt64(bytes.loadUnaligned(fromByteOffset: index * 4, as: UInt32.self)) << 32 | UInt64(row)
            }
        }
        packed.sort()
        let origin = program.origin << 32
        return packed.map { (origin | Int64($0 >> 32), Int32(truncatingIfNeeded: $0)) }
    }

    /// Without the ids that stored evaluations have; their rows wait for another one.
    private func withoutTaken(
        _ drawn: [(id: Int64, row: Int32)],
        _ waiting: inout [Int32]
    ) throws -> [(id: Int64, row: Int32)] {
        var free: [(id: Int64, row: Int32)] = []
        free.reserveCapacity(drawn.count)
        try database.prepared("SELECT 1 FROM evaluation WHERE id = ?") { taken in
            for one in drawn {
                if try taken.value(one.id, as: Int.self) == nil { free.append(one) } else { waiting.append(one.row) }
            }
        }
        return free
    }
}

// MARK: In bulk

extension Store {
    /// Runs `body`, which stores rows of the present import: nothing of it needs a line of the history, because all of
    /// it goes with the import.
    private func inBulk<R>(_ rows: Int, _ body: () throws -> R) throws -> R {
        guard current?.importID != nil, rows > 0 else { return try body() }
        current?.log.sawBulk()
        return try unnoted(body)
    }
}

extension Store {
    /// How people name the session of a row id; empty where there is no such row.
    package func ref(ofSession id: Int64) throws -> String { try ref(.session, id) }

    /// How people name what returned forms are of: a session, or an organization whose clients returned them.
    package func ref(ofPlace place: Int64) throws -> String {
        if let organization = EvaluationPlace.organization(of: place) { return try ref(.organization, organization) }
        return try ref(.session, place)
    }

    /// The ref of the form that a session is to be evaluated with, where that was said.
    package func form(ofSession id: Int64) throws -> String? {
        try database.value("SELECT f.ref FROM session AS s JOIN form AS f ON f.id = s.form_id WHERE s.id = \(id)")
    }
}
