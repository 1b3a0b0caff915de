package import Records

/// Says on which day a designated position was filled last; it stays authorized.
package struct VacatePosition: Operation {
    /// The position's ref, an unambiguous beginning of it, or `last`.
    package var ref = ""
    /// The last day as it was typed; today unless given.
    package var day: String?

    package let id = OperationID.vacatePosition
    package let role = Role.manager
    package let access = Access.change

    package init() {}

    package var parameters: [Parameter<Self>] {
        [.text("ref", \.ref), .text("day", \.day)]
    }

    package func run(_ context: Context, in store: Store) throws -> Dated {
        try store.dated(.position, ref, on: day, for: "day") { try store.vacate(position: $0, on: $1) }
    }
}
