package import Calendar
import SQLite

extension Store {
    /// Notes that an outlet was reviewed: whether people know of it, use it and are answered. Part of a `change`.
    ///
    /// - Throws: `RecordError.refused` where a later review is known: the last one is kept.
    package func review(outlet: Found, on day: Day? = nil) throws {
        let day = day ?? today
        let known =
            try database.value("SELECT reviewed_on FROM outlet WHERE id = \(outlet.id)", as: String?.self) ?? nil
        if let known, day.iso < known {
            throw RecordError.refused(
                "\(outlet.ref) was already reviewed later, on \(known.dayWords)",
                advice: Advice(
                    "If that date is wrong",
                    .perform(.edit(.outlet), ["ref": outlet.ref, "reviewed": "\(day)"])
                )
            )
        }
        try edit(.outlet, outlet.id, Draft(["reviewed": .text(day.iso)]))
    }

    /// Closes an outlet and returns how many of its items still wait. Part of a `change`.
    ///
    /// - Throws: `RecordError.refused` where it is closed, or the day is before it opened or before its last item.
    @discardableResult
    package func close(outlet: Found, on day: Day? = nil) throws -> Int {
        let day = day ?? today
        if let closed = try database.value(
            "SELECT closed_on FROM outlet WHERE id = \(outlet.id)",
            as: String?.self
        ) ?? nil {
            throw RecordError.refused("\(outlet.ref) was already closed on \(closed.dayWords)", advice: nil)
        }
        try edit(.outlet, outlet.id, Draft(["closed": .text(day.iso)]))
        return try database.value(
            "SELECT count(*) FROM feedback WHERE outlet_id = \(outlet.id) AND excluded IS NULL AND told IS NULL"
        ) ?? 0
    }

    /// Holds the days on which an outlet opened and closed against its items'.
    func verifyOutlet(_ id: Int64) throws {
        let early = try database.one(
            """
            SELECT o.opened_on, min(f.received_on) AS first FROM outlet AS o JOIN feedback AS f ON f.outlet_id = o.id
            WHERE o.id = \(id) GROUP BY o.id HAVING first < o.opened_on
            """
        ) { row in (opened: try row.text(0), first: try row.text(1)) }
        if let early {
            throw RecordError.broken(
                field: "opened",
                problem: "\(early.opened.dayWords) is after its first item was received (\(early.first.dayWords))"
            )
        }
        let found = try database.one(
            """
            SELECT o.closed_on, max(f.received_on) AS last FROM outlet AS o JOIN feedback AS f ON f.outlet_id = o.id
            WHERE o.id = \(id) GROUP BY o.id HAVING last > o.closed_on
            """
        ) { row in (closed: try row.text(0), last: try row.text(1)) }
        guard let found else { return }
        throw RecordError.broken(
            field: "closed",
            problem: "\(found.closed.dayWords) is before its last item was received (\(found.last.dayWords))"
        )
    }
}
