import Calendar
package import Records

/// Says that a planned session was held, and how many came where that is known.
package struct HoldSession: Operation {
    /// The session's ref, an unambiguous beginning of it, or `last`; refused before its day.
    package var session = ""
    /// How many attendees were counted, 0 to 1,000,000; nil where nobody counted.
    package var count: Int?

    package let id = OperationID.holdSession
    package let role = Role.manager
    package let access = Access.change

    package init() {}

    package var parameters: [Parameter<Self>] {
        [.text("session", \.session), .number("count", Headcount.range, \.count)]
    }

    package func run(_ context: Context, in store: Store) throws -> Found {
        let found = try store.find(.session, session)
        let day = try store.state(of: found).day
        guard day <= store.today.description else {
            throw RecordError.invalid(
                field: "session",
                problem: "\(found.ref) is on \(day.dayWords), which is in the future",
                advice: Advice("To correct the date", .perform(.edit(.session), ["ref": found.ref], ask: ["starts"]))
            )
        }
        _ = try store.edit(Noun.session.type, found.id, Draft(["status": .text(SessionStatus.held.rawValue)]))
        if let count { _ = try store.setHeadcount(found.id, count: count) }
        return found
    }
}
