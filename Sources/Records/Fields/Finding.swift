import SQLite

extension Store {
    /// The record that somebody typed: a whole ref, `last`, or an unambiguous beginning of a ref.
    ///
    /// A person who was merged is the one that they were merged into.
    /// - Throws: `RecordError` `notFound` with the nearest refs, `ambiguous` with the candidates, or `nothingLast`.
    package func find(_ noun: Noun, _ typed: String) throws -> Found { try named(noun, try found(noun, typed)) }

    private func found(_ noun: Noun, _ typed: String) throws -> Found {
        let text = typed.trimmed
        if text.lowercased() == Ref.last { return try last(noun) }
        if noun == .evaluation { return try evaluation(text) }
        let exact = try records(noun, "t.ref = \(text) COLLATE NOCASE")
        if exact.count == 1 { return exact[0] }
        let isShort = text.utf8.count <= Ref.longest
        let fitting = exact.isEmpty && isShort ? try records(noun, "t.ref LIKE \(text.likePrefix) ESCAPE '!'") : exact
        switch fitting.count {
        case 1: return fitting[0]
        case 0:
            let nearest = isShort ? try nearest(noun, text) : []
            throw RecordError.notFound(noun, noun.repeated(text, from: .typed), nearest: nearest)
        default:
            let typed = noun.repeated(text, from: .typed)
            throw RecordError.ambiguous(noun, typed, candidates: fitting.map(\.ref))
        }
    }

    /// The record that a cell of a file names: a whole ref, for an organization or a course else an exact title.
    ///
    /// - Throws: `RecordError.ambiguous` where it fits several.
    package func find(_ noun: Noun, inFile text: String) throws -> Found? {
        let cell = text.trimmed
        var fitting =
            noun == .evaluation
            ? try evaluations(cell).filter { $0.ref == cell.lowercased() }
            : try records(noun, "t.ref = \(cell) COLLATE NOCASE")
        if fitting.isEmpty, noun == .organization || noun == .course {
            fitting = try records(noun, "t.title = \(cell)")
        }
        if fitting.count > 1 {
            // What is a ref or a title of something on file may be repeated, but for a person's.
            let known = noun.repeated(cell, from: .typed)
            throw RecordError.ambiguous(noun, known, candidates: fitting.map(\.ref))
        }
        return fitting.first
    }

    /// The organization or course that somebody names in passing, who may mean a new one: nil.
    ///
    /// - Throws: `nearlyKnown` where a known one equals it but for case, spaces and punctuation, unless `new` is said.
    package func known(_ noun: Noun, _ typed: String, new: Bool) throws -> Found? {
        if let found = try find(noun, inFile: typed) { return found }
        guard !new else { return nil }
        let skeleton = Ref.skeleton(of: typed)
        guard !skeleton.isEmpty else { return nil }
        try database.forEach("SELECT t.ref, t.title FROM \(identifier: noun.table) AS t") { row in
            let (ref, title): (String, String) = (try row[0], try row[1])
            if Ref.skeleton(of: ref) == skeleton || Ref.skeleton(of: title) == skeleton {
                throw RecordError.nearlyKnown(noun, typed, known: ref)
            }
        }
        return nil
    }

    /// A ref for a new record, made from `base`: free now, and never given before.
    func newRef(_ noun: Noun, from base: String) throws -> String {
        let made = Ref.made(from: base)
        let stem = made.isEmpty ? noun.rawValue : made
        var candidate = stem
        var number = 1
        while try !isFree(noun, candidate) {
            number += 1
            candidate = "\(stem)-\(number)"
        }
        return candidate
    }

    /// Whether no record has, or had, this ref.
    func isFree(_ noun: Noun, _ ref: String) throws -> Bool {
        let taken = try database.value(
            """
            SELECT EXISTS (SELECT 1 FROM \(identifier: noun.table) WHERE ref = \(ref) COLLATE NOCASE)
                OR EXISTS (SELECT 1 FROM retired_ref WHERE noun = \(noun.rawValue) AND ref = \(ref))
            """,
            as: Bool.self
        )
        return taken == false
    }

    private func records(_ noun: Noun, _ condition: SQL) throws -> [Found] {
        if noun == .person {
            return try database.all(
                """
                SELECT DISTINCT p.id, p.ref FROM person AS t JOIN person AS p ON p.id = coalesce(t.merged_into_id, t.id)
                WHERE \(condition) ORDER BY p.ref LIMIT 21
                """
            ) { Found(id: try $0[0], ref: try $0[1]) }
        }
        guard noun.type.hasRef else { return [] }
        return try database.all(
            "SELECT t.id, t.ref FROM \(identifier: noun.table) AS t WHERE \(condition) ORDER BY t.ref LIMIT 21"
        ) { Found(id: try $0[0], ref: try $0[1]) }
    }

    /// The record of this kind that this account made or changed last, by an entry that still stands.
    private func last(_ noun: Noun) throws -> Found {
        let table = noun.table
        let found = try database.one(
            """
            SELECT t.id, t.ref FROM \(identifier: table) AS t JOIN (
                SELECT v.record_key AS id, v.history_id AS entry, v.position AS position FROM history_value AS v
                    WHERE v.record_table = \(table.name)
                UNION ALL
                SELECT s.id, i.history_id, s.id FROM \(identifier: table) AS s JOIN import AS i ON i.id = s.import_id
            ) AS made ON t.id = made.id
            JOIN history AS h ON h.id = made.entry
            WHERE h.account = \(account) AND h.undoes_id IS NULL
                AND NOT EXISTS (SELECT 1 FROM history AS u WHERE u.undoes_id = h.id)
            ORDER BY made.entry DESC, made.position DESC LIMIT 1
            """
        ) { Found(id: try $0[0], ref: try $0[1]) }
        guard let found else { throw RecordError.nothingLast(noun) }
        return found
    }

    /// At most three refs that are spelled much like `text`, or stand for a title that begins with it.
    package func nearest(_ noun: Noun, _ text: String) throws -> [String] {
        guard noun != .person, noun.type.hasRef else { return [] }
        let typed = Array(text.lowercased().utf8)
        var near: [(distance: Int, ref: String)] = []
        try database.forEach("SELECT ref FROM \(identifier: noun.table) LIMIT 20000") { row in
            let ref: String = try row[0]
            let distance = spelling(typed, Array(ref.lowercased().utf8))
            if distance <= max(2, typed.count / 3) { near.append((distance, ref)) }
        }
        return near.sorted { ($0.distance, $0.ref) < ($1.distance, $1.ref) }.prefix(3).map(\.ref)
    }
}

/// How many letters to add, drop or change to make one word of another (Levenshtein).
func spelling(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var row = Array(0...b.count)
    for (i, letter) in a.enumerated() {
        var diagonal = row[0]
        row[0] = i + 1
        for (j, other) in b.enumerated() {
            let change = diagonal + (letter == other ? 0 : 1)
            diagonal = row[j + 1]
            row[j + 1] = min(change, row[j] + 1, row[j + 1] + 1)
        }
    }
    return row[b.count]
}

extension String {
    /// The text as the beginning of a LIKE pattern, `!` escaping.
    fileprivate var likePrefix: String {
        reduce(into: "") { $0 += "!%_".contains($1) ? "!\($1)" : String($1) } + "%"
    }
}
