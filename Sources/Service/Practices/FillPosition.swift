package import Calendar
package import Records

/// Says that a designated position is filled, from a day on; by whom is never asked.
package struct FillPosition: Operation {
    /// The position's ref, an unambiguous beginning of it, or `last`.
    package var ref = ""
    /// The first day as it was typed; today unless given.
    package var day: String?

    package let id = OperationID.fillPosition
    package let role = Role.manager
    package let access = Access.change

    package init() {}

    package var parameters: [Parameter<Self>] {
        [.text("ref", \.ref), .text("day", \.day)]
    }

    package func run(_ context: Context, in store: Store) throws -> FilledPosition {
        var later: String?
        let position = try store.dated(.position, ref, on: day, for: "day") {
            later = try store.fill(position: $0, from: $1)
        }
        return FilledPosition(position: position, authorizedLater: later.flatMap { Day(iso: $0) })
    }
}

/// A position that was filled.
package struct FilledPosition: Sendable {
    /// The position, and the first day on which it was filled.
    package let position: Dated
    /// The day since which it was authorized, as it was written down before, where somebody was hired earlier.
    package let authorizedLater: Day?
}
