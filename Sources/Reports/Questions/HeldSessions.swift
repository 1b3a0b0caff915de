import Measures
import Records
import SQLite

/// The held sessions of a scope, gatherings among them, in flat arrays, each at a place of its own, and the groups that each belongs to.
struct HeldSessions {
    /// The keys of the groups.
    private(set) var keys: [String] = []
    /// By place, the row of the session; in ascending order.
    private(set) var rows: [Int64] = []
    /// By place, the row of the event that the session is a part of; 0 where it is of none.
    private(set) var parents: [Int64] = []
    /// By place, whether the session has a form.
    private(set) var haveForm: [Bool] = []
    /// By place, whether the session is a gathering.
    private(set) var areGatherings: [Bool] = []
    /// How many sessions the record has, whatever their day and status.
    let countOfAll: Int

    /// By place and one more, where the groups of the session start.
    private var starts: [Int] = []
    private var groups: [Int] = []
    private var index = SessionIndex([])

    init(_ scope: Scope, in database: borrowing DatabaseReader) throws {
        countOfAll = try database.value("SELECT count(*) FROM session") ?? 0
        let inPeriod: Int = try database.value("SELECT count(*) FROM session WHERE \(scope.inPeriod)") ?? 0
        let isOfMost = scope.organization == nil && inPeriod * HeldSessions.rowsForLookUp >= countOfAll
        var group = (known: [String: Int](), lastKey: "", last: -1)
        try database.forEach(Self.sql(scope, throughAll: isOfMost)) { row in
            let session: Int64 = try row[0]
            if session != rows.last {
                rows.append(session)
                starts.append(groups.count)
                parents.append(try row[2])
                haveForm.append(try row[3])
                areGatherings.append(try row[4])
            }
            let key: String = try row[1]
            if key != group.lastKey || group.last < 0 {
                (group.lastKey, group.last) = (key, group.known[key] ?? keys.count)
                if group.last == keys.count {
                    group.known[key] = group.last
                    keys.append(key)
                }
            }
            groups.append(group.last)
        }
        starts.append(groups.count)
        index = SessionIndex(rows)
    }

    /// A row per session and group, session by session.
    ///
    /// - Parameter throughAll: whether to go through the table of sessions, and not by the index of days.
    static func sql(_ scope: Scope, throughAll: Bool) -> SQL {
        let columns: SQL = "ifnull(session.parent_id, 0), session.form_id IS NOT NULL, session.kind = 'gathering'"
        return "\(scope.heldSessions(columns, throughAll: throughAll)) ORDER BY session.id"
    }

    /// How many sessions there are.
    var count: Int { rows.count }

    /// The place of a session; nil for one that is not in the scope.
    func place(of session: Int64) -> Int? { index.place(of: session) }

    /// Calls `body` with each group of the session at a place, by the place of its key.
    func forEachGroup(of place: Int, _ body: (Int) throws -> Void) rethrows {
        guard keys.count > 1 else { return try body(0) }
        for slot in starts[place]..<starts[place + 1] { try body(groups[slot]) }
    }
}

extension HeldSessions {
    /// A row found by an index costs about as much as this many rows of reading on.
    static let rowsForLookUp = 4

    /// Whether whatever belongs to sessions is sooner read from front to back, so many times, than looked up session by
    /// session.
    func areMost(readingTimes times: Int = 1) -> Bool { count * Self.rowsForLookUp >= countOfAll * max(1, times) }

    /// By place, whether the session is among those whose rows a statement gives.
    func marks(_ sql: SQL, in database: borrowing DatabaseReader) throws -> [Bool] {
        var marks = [Bool](repeating: false, count: count)
        try database.forEach(sql) { row in
            if let place = place(of: try row[0]) { marks[place] = true }
        }
        return marks
    }

    /// By the key of the group, the sums of what each column counts of the sessions with a condition; a group without
    /// such a session is absent.
    func counts(where isMeant: (Int) -> Bool, _ columns: [(Counted, (Int) -> Int)]) -> [String: Counts] {
        var (sums, isThere) = ([Int](repeating: 0, count: keys.count * columns.count), keys.map { _ in false })
        for place in rows.indices where isMeant(place) {
            forEachGroup(of: place) { group in
                isThere[group] = true
                for (column, counted) in columns.enumerated() {
                    let sum = sums[group * columns.count + column]
                    sums[group * columns.count + column] = sum.adding(saturating: counted.1(place))
                }
            }
        }
        var answers: [String: Counts] = [:]
        for group in keys.indices where isThere[group] {
            var counts = Counts()
            for (column, counted) in columns.enumerated() { counts[counted.0] = sums[group * columns.count + column] }
            answers[keys[group]] = counts
        }
        return answers
    }
}
