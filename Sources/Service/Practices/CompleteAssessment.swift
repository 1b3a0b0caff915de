package import Records

/// Says that an assessment is completed; its scores stand from then on.
package struct CompleteAssessment: Operation {
    /// The assessment's ref, an unambiguous beginning of it, or `last`.
    package var ref = ""
    /// The day as it was typed; today unless given.
    package var day: String?

    package let id = OperationID.completeAssessment
    package let role = Role.manager
    package let access = Access.change

    package init() {}

    package var parameters: [Parameter<Self>] {
        [.text("ref", \.ref), .text("day", \.day)]
    }

    package func run(_ context: Context, in store: Store) throws -> Dated {
        try store.dated(.assessment, ref, on: day, for: "day") { try store.complete(assessment: $0, on: $1) }
    }
}
