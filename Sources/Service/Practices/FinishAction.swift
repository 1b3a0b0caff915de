package import Records

/// Says that a step that followed from an assessment is done.
package struct FinishAction: Operation {
    /// The step's ref, an unambiguous beginning of it, or `last`.
    package var ref = ""
    /// The day as it was typed; today unless given.
    package var day: String?

    package let id = OperationID.finishAction
    package let role = Role.manager
    package let access = Access.change

    package init() {}

    package var parameters: [Parameter<Self>] {
        [.text("ref", \.ref), .text("day", \.day)]
    }

    package func run(_ context: Context, in store: Store) throws -> Dated {
        try store.dated(.action, ref, on: day, for: "day") { try store.finish(action: $0, on: $1) }
    }
}
