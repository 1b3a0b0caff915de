import SQLite

/// Who came to held sessions: whether anybody came or counted, and how many attendances there are.
///
/// `session_fact` says it, a session at a time. Of many sessions the sources are gone through, and the view is asked only
/// where headcounts are split or several counted the same.
struct SessionHeads {
    /// By place.
    private(set) var areCounted: [Bool]
    /// By place; 0 where nobody counted.
    private(set) var attendances: [Int]

    init(_ sessions: HeldSessions, throughAll: Bool, in database: borrowing DatabaseReader) throws {
        areCounted = Array(repeating: false, count: sessions.count)
        attendances = Array(repeating: 0, count: sessions.count)
        var open = Array(sessions.rows.indices)
        if throughAll {
            let sources = try Source.all(of: sessions, in: database)
            for (place, source) in sources.enumerated() {
                (areCounted[place], attendances[place]) = (source.isCounted, source.attendances)
            }
            open = sources.indices.filter { sources[$0].isOpen }
        }
        if !open.isEmpty { try readFacts(open, of: sessions, in: database) }
    }

    private mutating func readFacts(_ places: [Int], of sessions: HeldSessions, in database: borrowing DatabaseReader)
        throws
    {
        try database.prepared("SELECT counted, attendances FROM session_fact WHERE session_id = ?") { facts in
            for place in places {
                try facts.forEach(sessions.rows[place]) { row in
                    areCounted[place] = try row[0]
                    attendances[place] = try row[1]
                }
            }
        }
    }
}

/// What is known of who came to one session.
private struct Source {
    var named = 0
    var nameless = 0
    /// A headcount of everyone, and one of those without a name.
    var everyone: Int?
    var unnamed: Int?
    /// Whether a headcount is split, or not the only one.
    var isOpen = false

    var isCounted: Bool { named > 0 || nameless > 0 || everyone != nil || unnamed != nil }

    /// As `session_fact` has it.
    var attendances: Int { named + max(nameless, (everyone ?? 0) - named, unnamed ?? 0) }

    /// Those of each session, by its place.
    static func all(of sessions: HeldSessions, in database: borrowing DatabaseReader) throws -> [Source] {
        var sources = [Source](repeating: Source(), count: sessions.count)
        func source(_ session: Int64, _ change: (inout Source) throws -> Void) rethrows {
            if let place = sessions.place(of: session) { try change(&sources[place]) }
        }
        try database.forEach("SELECT session_id, count(*) FROM named_head GROUP BY session_id") { row in
            try source(try row[0]) { $0.named = try row[1] }
        }
        try database.forEach("SELECT session_id, count(*) FROM nameless_head GROUP BY session_id") { row in
            try source(try row[0]) { $0.nameless = try row[1] }
        }
        try database.forEach(
            """
            SELECT session_id, count, scope = 'everyone', organization_id IS NOT NULL OR category <> ''
            FROM headcount NOT INDEXED WHERE scope = 'everyone' OR scope = 'unnamed'
            """
        ) { row in
            try source(try row[0]) { source in try source.take(row) }
        }
        return sources
    }

    private mutating func take(_ row: borrowing Row) throws {
        let (count, isOfEveryone, isSplit): (Int, Bool, Bool) = (try row[1], try row[2], try row[3])
        let isAnother = (isOfEveryone ? everyone : unnamed) != nil
        isOpen = isOpen || isSplit || isAnother
        if isOfEveryone { everyone = count } else { unnamed = count }
    }
}
