package import Records

/// Notes that what a recommendation asked for is done.
package struct ImplementRecommendation: Operation {
    /// The recommendation's ref, an unambiguous beginning of it, or `last`.
    package var recommendation = ""
    /// The day as it was typed; today unless given.
    package var on: String?

    package let id = OperationID.implementRecommendation
    package let role = Role.manager
    package let access = Access.change

    package init() {}

    package var parameters: [Parameter<Self>] { [.text("recommendation", \.recommendation), .text("on", \.on)] }

    package func run(_ context: Context, in store: Store) throws -> Dated {
        try store.dated(.recommendation, recommendation, on: on) { try store.implement(recommendation: $0, on: $1) }
    }
}
