import Records
import SQLite

/// The held sessions of a scope, and the groups that each of them belongs to.
struct SessionPlaces {
    /// The keys of the groups.
    private(set) var keys: [String] = []
    /// How many sessions there are.
    private(set) var count = 0
    /// By place, whether the attendees of the session are counted.
    private var counted: [Bool] = []
    /// By place and one more, where the groups of the session start.
    private var starts: [Int] = []
    private var groups: [Int] = []
    private var found = SessionIndex([])

    init(_ scope: Scope, in database: borrowing Database) throws {
        var (known, sessions) = ([String: Int](), [Int64]())
        var last = (key: "", group: -1)
        try database.forEach(Self.sql(scope)) { row in
            let session: Int64 = try row[0]
            if session != sessions.last {
                sessions.append(session)
                starts.append(groups.count)
                counted.append(try row[2])
            }
            let key: String = try row[1]
            if key != last.key || last.group < 0 { last = (key, known[key] ?? keys.count) }
            if last.group == keys.count {
                known[key] = last.group
                keys.append(key)
            }
            groups.append(last.group)
        }
        starts.append(groups.count)
        count = sessions.count
        found = SessionIndex(sessions)
    }

    private static func sql(_ scope: Scope) -> SQL {
        """
        WITH \(scope.clause)
        SELECT scope.session_id, scope.group_key,
            (SELECT fact.counted FROM session_count AS fact WHERE fact.session_id = scope.session_id)
        FROM scope CROSS JOIN session ON session.id = scope.session_id
        WHERE \(scope.held)
        GROUP BY scope.session_id, scope.group_key
        ORDER BY scope.session_id
        """
    }

    /// The place of a session; nil for one that is not in the scope.
    func place(of session: Int64) -> Int? { found.place(of: session) }

    /// Whether the attendees of the session at a place are counted.
    func isCounted(_ place: Int) -> Bool { counted[place] }

    /// The groups of the session at a place.
    func groups(of place: Int) -> ArraySlice<Int> { groups[starts[place]..<starts[place + 1]] }
}

/// The places of sessions by their ids: in a table where ids lie close together, as those of one office do.
private struct SessionIndex {
    private let first: Int64
    /// -1 where there is no session.
    private var table: [Int32] = []
    private var others: [Int64: Int] = [:]

    /// - Parameter sessions: in ascending order.
    init(_ sessions: [Int64]) {
        first = sessions.first ?? 0
        let span = (sessions.last ?? 0).subtractingReportingOverflow(first)
        guard !span.overflow, span.partialValue < Int64(1_024 + sessions.count * 4) else {
            for (place, session) in sessions.enumerated() { others[session] = place }
            return
        }
        table = Array(repeating: -1, count: Int(span.partialValue) + 1)
        for (place, session) in sessions.enumerated() { table[Int(session - first)] = Int32(place) }
    }

    func place(of session: Int64) -> Int? {
        if table.isEmpty { return others[session] }
        let (place, isBeyond) = session.subtractingReportingOverflow(first)
        guard !isBeyond, place >= 0, place < table.count else { return nil }
        let found = table[Int(place)]
        return found < 0 ? nil : Int(found)
    }
}

extension Scope {
    /// The clause `sat (session_id)`: the held sessions, each once.
    var heldClause: SQL {
        // Elsewhere a scope has each session once, and sorting them out costs as much as reading them.
        let session: SQL = split == .organization ? "DISTINCT scope.session_id" : "scope.session_id"
        return """
            sat (session_id) AS MATERIALIZED (
                SELECT \(session)
                FROM scope CROSS JOIN session ON session.id = scope.session_id WHERE \(held)
            )
            """
    }

    /// The term over `evaluation` for what had come back by the as-of day; a day that is not known is no reason.
    func hasReturned(_ day: SQL) -> SQL { "(\(day) IS NULL OR \(day) <= \(asOf))" }
}
