package import Calendar
package import Records

/// A record, and the day on which something was noted of it: what most steps of a loop answer.
package struct Dated: Sendable {
    /// The record's row id and ref.
    package let found: Found
    /// The civil day that was noted, which is not always today.
    package let day: Day
}

extension Store {
    /// Notes something of a record that somebody typed, on the day that they typed for `parameter`, else today.
    ///
    /// Whether that day may be one to come is the record's own rule.
    func dated(
        _ noun: Noun,
        _ ref: String,
        on day: String?,
        for parameter: String = "on",
        _ note: (Found, Day) throws -> Void
    ) throws -> Dated {
        let found = try find(noun, ref)
        let day = try dayDone(day, for: parameter)
        try note(found, day)
        return Dated(found: found, day: day)
    }
}
