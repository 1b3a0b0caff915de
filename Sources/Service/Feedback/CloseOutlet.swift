package import Records

/// Notes that an outlet was closed. What people said there stays open until it is answered.
package struct CloseOutlet: Operation {
    /// The outlet's ref, an unambiguous beginning of it, or `last`.
    package var outlet = ""
    /// The day as it was typed; today unless given.
    package var on: String?

    package let id = OperationID.closeOutlet
    package let role = Role.manager
    package let access = Access.change

    package init() {}

    package var parameters: [Parameter<Self>] {
        [.text("outlet", \.outlet), .text("on", \.on)]
    }

    package func run(_ context: Context, in store: Store) throws -> ClosedOutlet {
        var open = 0
        let outlet = try store.dated(.outlet, outlet, on: on) { open = try store.close(outlet: $0, on: $1) }
        return ClosedOutlet(outlet: outlet, open: open)
    }
}

/// An outlet that was closed.
package struct ClosedOutlet: Sendable {
    /// The outlet, and the last day on which it took feedback.
    package let outlet: Dated
    /// How many of its items are still open.
    package let open: Int
}
