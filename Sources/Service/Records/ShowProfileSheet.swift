package import Records

/// Gives the five questions that an organization answers about itself, to be printed or sent.
package struct ShowProfileSheet: Operation {
    /// The organization's ref, an unambiguous beginning of it, or `last`.
    package var organization = ""

    package let id = OperationID.showProfileSheet
    package let role = Role.manager
    package let access = Access.read

    package init() {}

    package var parameters: [Parameter<Self>] { [.text("organization", \.organization)] }

    package func run(_ context: Context, in store: Store) throws -> ProfileSheet {
        let owner = try store.find(.organization, organization)
        return ProfileSheet(
            program: store.program.name,
            organization: try store.title(of: .organization, owner),
            ref: owner.ref,
            capacities: try store.codes(in: "capacity").map(\.title),
            services: try store.codes(in: "service").map(\.title)
        )
    }
}

/// What the sheet of the five questions says; its sentences stand where words do.
package struct ProfileSheet: Equatable, Sendable {
    /// The program that asks.
    package let program: String
    /// The title of the organization that is asked.
    package let organization: String
    /// Its ref, under which the answers are typed in.
    package let ref: String
    /// In what capacities people can work there, in the list's order.
    package let capacities: [String]
    /// The services that it may offer, in the list's order.
    package let services: [String]
}
