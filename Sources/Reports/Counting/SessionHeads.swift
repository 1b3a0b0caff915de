import SQLite

/// Who came to held sessions: whether anybody came or counted, and how many attendances there are.
///
/// `session_fact` says it, a session at a time. Of many sessions the sources are gone through first: where only one of
/// them speaks of a session, it is the answer, and the view decides between several.
struct SessionHeads {
    /// By place.
    private(set) var areCounted: [Bool]
    /// By place; 0 where nobody counted.
    private(set) var attendances: [Int]

    init(_ sessions: HeldSessions, throughAll: Bool, in database: borrowing Database) throws {
        areCounted = Array(repeating: false, count: sessions.count)
        attendances = Array(repeating: 0, count: sessions.count)
        let open = throughAll ? try readSources(of: sessions, in: database) : Array(sessions.rows.indices)
        if !open.isEmpty { try readFacts(open, of: sessions, in: database) }
    }

    /// The names, the rows without a name, the headcounts; of a headcount that is split as if it were several.
    private static let sources: [SQL] = [
        "SELECT session_id, count(*), 1 FROM named_head GROUP BY session_id",
        "SELECT session_id, count(*), 1 FROM nameless_head GROUP BY session_id",
        """
        SELECT session_id, count, iif(organization_id IS NULL AND category = '', 1, 2) FROM headcount NOT INDEXED
        WHERE scope = 'everyone' OR scope = 'unnamed'
        """,
    ]

    /// Reads the sources, and returns the places of the sessions of which several speak.
    private mutating func readSources(of sessions: HeldSessions, in database: borrowing Database) throws -> [Int] {
        var speaking = [Int](repeating: 0, count: sessions.count)
        for source in Self.sources {
            try database.forEach(source) { row in
                guard let place = sessions.place(of: try row[0]) else { return }
                attendances[place] = try row[1]
                areCounted[place] = true
                speaking[place] += try row[2] as Int
            }
        }
        return speaking.indices.filter { speaking[$0] > 1 }
    }

    private mutating func readFacts(_ places: [Int], of sessions: HeldSessions, in database: borrowing Database) throws
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
