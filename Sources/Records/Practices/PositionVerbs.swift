package import Calendar
import SQLite

extension Store {
    /// Notes that a position is filled from a day on; by whom is never recorded. Part of a `change`.
    ///
    /// A position that somebody was hired into was authorized by then: an authorization that was written down later
    /// begins with the first filling, so that what happened last week can be logged today.
    ///
    /// - Returns: the day of the later authorization, where there was one.
    /// - Throws: `RecordError.refused` where it is filled or closed, or another filling began on that day.
    @discardableResult
    package func fill(position: Found, from day: Day? = nil) throws -> String? {
        let day = day ?? today
        let known = try database.one(
            """
            SELECT t.authorized_on, t.closed_on, f.filled_from, f.filled_to FROM position AS t
            LEFT JOIN position_filling AS f ON f.position_id = t.id AND f.filled_from = \(day.iso)
            WHERE t.id = \(position.id)
            """
        ) { row in
            (
                authorized: try row[0] as String?, closed: try row[1] as String?, from: try row[2] as String?,
                to: try row[3] as String?
            )
        }
        if let closed = known?.closed {
            throw RecordError.refused("\(position.ref) was closed on \(closed.dayWords)", advice: nil)
        }
        if let held = try currentFilling(of: position) {
            throw RecordError.refused(
                "\(position.ref) has been filled since \(held.dayWords)",
                advice: Advice("First", .perform(.vacatePosition, ["ref": position.ref], ask: ["day"]))
            )
        }
        if let from = known?.from, let to = known?.to {
            throw RecordError.refused(
                "\(position.ref) was already filled from \(from.dayWords) to \(to.dayWords)",
                advice: Advice(
                    "Give a first day after that",
                    .perform(.fillPosition, ["ref": position.ref], ask: ["day"])
                )
            )
        }
        let later = known?.authorized.flatMap { $0 > day.iso ? $0 : nil }
        var draft = Draft(["filled_from": .text(day.iso)])
        if later != nil { draft["authorized"] = .text(day.iso) }
        try edit(.position, position.id, draft)
        return later
    }

    /// Notes the last day on which a position was filled. Part of a `change`.
    ///
    /// - Throws: `RecordError.refused` where it is vacant, or the day is before it was filled.
    package func vacate(position: Found, on day: Day? = nil) throws {
        let day = day ?? today
        guard let held = try currentFilling(of: position) else {
            throw RecordError.refused("\(position.ref) is already vacant", advice: nil)
        }
        try edit(.position, position.id, Draft(["filled_from": .text(held), "filled_to": .text(day.iso)]))
    }

    /// Closes a position: it is authorized no longer. Part of a `change`.
    ///
    /// - Throws: `RecordError.refused` where it is filled or closed.
    package func close(position: Found, on day: Day? = nil) throws {
        let day = day ?? today
        if let closed = try database.value(
            "SELECT closed_on FROM position WHERE id = \(position.id)",
            as: String?.self
        ) ?? nil {
            throw RecordError.refused("\(position.ref) was already closed on \(closed.dayWords)", advice: nil)
        }
        try edit(.position, position.id, Draft(["closed": .text(day.iso)]))
    }

    /// The day since which a position is filled, where it has no end.
    private func currentFilling(of position: Found) throws -> String? {
        try database.value(
            """
            SELECT filled_from FROM position_filling WHERE position_id = \(position.id) AND filled_to IS NULL
            ORDER BY filled_from DESC LIMIT 1
            """
        )
    }

    /// Holds a position's days and fillings against each other: one holder at a time, while it is authorized.
    func verifyPosition(_ id: Int64) throws {
        let position = try database.one("SELECT authorized_on, closed_on, ref FROM position WHERE id = \(id)") { row in
            (authorized: try row[0] as String?, closed: try row[1] as String?, ref: try row.text(2))
        }
        guard let position else { return }
        let fillings = try database.all(
            "SELECT filled_from, filled_to FROM position_filling WHERE position_id = \(id) ORDER BY filled_from"
        ) { row in (from: try row.text(0), to: try row[1] as String?) }
        func refuse(_ words: String, advice: Advice? = nil) -> RecordError { .refused(words, advice: advice) }
        if let from = fillings.first?.from, let authorized = position.authorized, from < authorized {
            throw refuse("filled_from: \(from.dayWords) is before it was authorized (\(authorized.dayWords))")
        }
        for (earlier, later) in zip(fillings, fillings.dropFirst()) where (earlier.to ?? "9999-12-31") > later.from {
            let end = earlier.to.map { "to \($0.dayWords)" } ?? "on"
            throw refuse(
                "filled_from: \(later.from.dayWords) overlaps the time it was filled, from \(earlier.from.dayWords) \(end)"
            )
        }
        guard let closed = position.closed else { return }
        guard let last = fillings.last else { return }
        guard let to = last.to else {
            throw refuse(
                "closed: it has been filled since \(last.from.dayWords)",
                advice: Advice("First", .perform(.vacatePosition, ["ref": position.ref], ask: ["day"]))
            )
        }
        if to > closed { throw refuse("closed: \(closed.dayWords) is before it became vacant (\(to.dayWords))") }
    }
}
