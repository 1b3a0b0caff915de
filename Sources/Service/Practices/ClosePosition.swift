package import Records

/// Says that a designated position is authorized no longer.
package struct ClosePosition: Operation {
    /// The position's ref, an unambiguous beginning of it, or `last`.
    package var ref = ""
    /// The day as it was typed; today unless given.
    package var day: String?

    package let id = OperationID.closePosition
    package let role = Role.manager
    package let access = Access.change

    package init() {}

    package var parameters: [Parameter<Self>] {
        [.text("ref", \.ref), .text("day", \.day)]
    }

    package func run(_ context: Context, in store: Store) throws -> Dated {
        try store.dated(.position, ref, on: day, for: "day") { try store.close(position: $0, on: $1) }
    }
}
