import SQLite

/// What became of forms that were to be stored.
package struct StoredEvaluations: Equatable, Sendable {
    package internal(set) var created = 0
    /// Those that equal one that is stored, as a multiset.
    package internal(set) var unchanged = 0
    /// Refs of series whose matching is closed, so that no element was kept.
    package internal(set) var closedSeries: [String] = []
    /// The row id of the last one that was created.
    package internal(set) var lastID: Int64?
}

extension Store {
    /// Stores returned forms under random ids, in the order of those ids, so that nothing tells which came first; those
    /// that equal a stored one count as that one. Part of a `change`.
    ///
    /// Codes are matched anew in every series that got one.
    /// - Parameter takingEqual: whether one that equals a stored one is that one; two people may answer alike.
    package func add(evaluations new: NewEvaluations, takingEqual: Bool = true) throws -> StoredEvaluations {
        var stored = StoredEvaluations()
        guard new.count > 0 else { return stored }
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
        let drawn = try drawIDs(rows)
        stored.lastID = drawn.last?.id
        try insertAnswers(new, drawn)
        let ids = Dictionary(uniqueKeysWithValues: wordsOwners(new).isEmpty ? [] : drawn.map { ($0.row, $0.id) })
        try insertWords(new, ids)
        return try insertElements(new, ids, &keys)
    }

    private func wordsOwners(_ new: NewEvaluations) -> [NewEvaluations.Words] {
        new.words.isEmpty ? new.elements : new.words
    }

    private func insertAnswers(_ new: NewEvaluations, _ drawn: [(id: Int64, row: Int32)]) throws {
        let form = new.form.id
        let importID = current?.importID
        let isNumber = new.counted.map { $0.kind == .number || $0.kind == .recommend }
        try database.prepared(try insertion(new)) { insert in
            for (id, row) in drawn {
                let row = Int(row)
                try insert.run { binder in
                    binder.bind(id)
                    binder.bind(form)
                    binder.bind(new.sessions[row])
                    let day = new.days[row]
                    if day < 0 { binder.bindNull() } else { binder.append(new.dayTexts[Int(day)]) }
                    var answered: Int64 = 0
                    for place in isNumber.indices where new.answer(row, place) != .none { answered += 1 }
                    binder.bind(answered)
                    binder.append(importID)
                    for place in isNumber.indices {
                        Self.bind(new.answer(row, place), isNumber[place], new.names, &binder)
                    }
                }
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

    private func insertion(_ new: NewEvaluations) throws -> SQL {
        let slots = try new.counted.map { item -> SQL in
            ", \(identifier: try slotColumn(item))"
        }
        let marks = slots.map { _ in ", ?" as SQL }
        return """
            INSERT INTO evaluation (id, form_id, session_id, submitted_on, answered, import_id\(slots.joined(separator: "")))
            VALUES (?, ?, ?, ?, ?, ?\(marks.joined(separator: "")))
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
            guard let id = ids[element.row], let key = try keys.key(of: new.sessions[Int(element.row)]) else {
                continue
            }
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
            drawn.sort { $0.id < $1.id }
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

    private func draw(_ rows: [Int32]) -> [(id: Int64, row: Int32)] {
        let bytes = randomness.bytes(rows.count * 4)
        let origin = program.origin << 32
        return bytes.withUnsafeBytes { bytes in
            rows.enumerated().map { index, row in
                let low = bytes.loadUnaligned(fromByteOffset: index * 4, as: UInt32.self)
                return (origin | Int64(low), row)
            }
        }
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
    /// Rows below which indexes are left alone and the history looks on.
    private static let bulk = 20_000

    /// Runs `body`, which stores rows of the present import: nothing of it needs a line of the history, because all of
    /// it goes with the import; where they are many, indexes are made anew at the end, in the same words.
    private func inBulk<R>(_ rows: Int, _ body: () throws -> R) throws -> R {
        guard current?.importID != nil, rows > 0 else { return try body() }
        current?.log.sawBulk()
        return try unnoted {
            let there = try database.value("SELECT count(*) FROM evaluation", as: Int.self) ?? 0
            guard rows >= Self.bulk, rows >= there / 2 else { return try body() }
            var texts: [[UInt8]] = []
            for index: Identifier in ["evaluation_form_session", "evaluation_session"] {
                let text = try database.value(
                    "SELECT sql FROM sqlite_schema WHERE name = \(index.name)",
                    as: [UInt8].self
                )
                guard let text else { continue }
                texts.append(text)
                try database.execute("DROP INDEX \(identifier: index)")
            }
            let result = try body()
            for text in texts { try database.executeScript(text) }
            return result
        }
    }
}

extension Store {
    /// The ref of a session.
    package func ref(ofSession id: Int64) throws -> String { try ref(.session, id) }

    /// The ref of the form that a session is to be evaluated with, where that was said.
    package func form(ofSession id: Int64) throws -> String? {
        try database.value("SELECT form FROM session WHERE id = \(id)", as: String?.self) ?? nil
    }
}
