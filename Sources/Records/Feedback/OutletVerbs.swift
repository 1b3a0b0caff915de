import SQLite

extension Store {
    /// Notes that an outlet was reviewed: whether people know of it, use it and are answered. Part of a `change`.
    package func review(outlet: Found, on day: Day? = nil) throws {
        let day = day ?? today
        try requirePast(day, "reviewed")
        try edit(.outlet, outlet.id, Draft(["reviewed": .text(day.iso)]))
    }

    /// Closes an outlet and returns how many of its items still wait. Part of a `change`.
    ///
    /// - Throws: `RecordError.refused` where it is closed, or the day is before it opened or before its last item.
    @discardableResult
    package func close(outlet: Found, on day: Day? = nil) throws -> Int {
        let day = day ?? today
        try requirePast(day, "closed")
        if let closed = try database.value(
            "SELECT closed_on FROM outlet WHERE id = \(outlet.id)",
            as: String?.self
        ) ?? nil {
            throw RecordError.refused("\(outlet.ref) was closed before, on \(closed)", advice: nil)
        }
        try edit(.outlet, outlet.id, Draft(["closed": .text(day.iso)]))
        return try database.value(
            "SELECT count(*) FROM feedback WHERE outlet_id = \(outlet.id) AND excluded IS NULL AND told IS NULL"
        ) ?? 0
    }

    /// Holds the day on which an outlet closed against its items'.
    func verifyOutlet(_ id: Int64) throws {
        let found = try database.one(
            """
            SELECT o.closed_on, max(f.received_on) AS last FROM outlet AS o JOIN feedback AS f ON f.outlet_id = o.id
            WHERE o.id = \(id) GROUP BY o.id HAVING last > o.closed_on
            """
        ) { row in (closed: try row.text(0), last: try row.text(1)) }
        guard let found else { return }
        throw RecordError.invalid(
            field: "closed",
            problem: "\(found.closed) is before its last item was received, \(found.last)"
        )
    }
}
