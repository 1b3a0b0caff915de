package import Records

/// Notes that an outlet was reviewed: whether people know of it, use it and are answered.
package struct ReviewOutlet: Operation {
    /// The outlet's ref, an unambiguous beginning of it, or `last`.
    package var outlet = ""
    /// The day as it was typed; today unless given.
    package var on: String?

    package let id = OperationID.reviewOutlet
    package let role = Role.manager
    package let access = Access.change

    package init() {}

    package var parameters: [Parameter<Self>] {
        [.text("outlet", \.outlet), .text("on", \.on)]
    }

    package func run(_ context: Context, in store: Store) throws -> Dated {
        try store.dated(.outlet, outlet, on: on) { try store.review(outlet: $0, on: $1) }
    }
}
