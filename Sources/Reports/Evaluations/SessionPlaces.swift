import Records
import SQLite

/// The held sessions of a scope, and the groups that each of them belongs to.
struct SessionPlaces {
    /// A session's place: its groups, and whether its attendees are counted.
    struct Place {
        fileprivate(set) var groups: [Int]
        let isCounted: Bool
    }

    /// The keys of the groups.
    private(set) var keys: [String] = []
    private var places: [Place] = []
    private var found: [Int64: Int] = [:]

    init(_ scope: Scope, in database: borrowing Database) throws {
        var groups: [String: Int] = [:]
        try database.forEach(
            """
            WITH \(scope.clause)
            SELECT scope.session_id, scope.group_key,
                (SELECT fact.counted FROM session_count AS fact WHERE fact.session_id = scope.session_id)
            FROM scope CROSS JOIN session ON session.id = scope.session_id
            WHERE \(scope.held)
            GROUP BY scope.session_id, scope.group_key
            """
        ) { row in
            let (session, key): (Int64, String) = (try row[0], try row[1])
            let group = groups[key] ?? keys.count
            if group == keys.count {
                groups[key] = group
                keys.append(key)
            }
            if let place = found[session] {
                places[place].groups.append(group)
            } else {
                found[session] = places.count
                places.append(Place(groups: [group], isCounted: try row[2]))
            }
        }
    }

    /// How many sessions there are.
    var count: Int { places.count }

    /// The place of a session; nil for one that is not in the scope.
    func place(of session: Int64) -> Place? { found[session].map { places[$0] } }
}

extension Scope {
    /// The clause `sat (session_id)`: the held sessions, each once.
    var heldClause: SQL {
        """
        sat (session_id) AS MATERIALIZED (
            SELECT DISTINCT scope.session_id
            FROM scope CROSS JOIN session ON session.id = scope.session_id WHERE \(held)
        )
        """
    }

    /// The term over `evaluation` for what had come back by the as-of day; a day that is not known is no reason.
    func hasReturned(_ day: SQL) -> SQL { "(\(day) IS NULL OR \(day) <= \(asOf))" }
}
