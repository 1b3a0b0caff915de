package import Records

/// What the notice for the sign-in table says: whose record it is, and how long it keeps names.
package struct ShowNotice: Operation {
    package let id = OperationID(rawValue: "notice")
    package let role = Role.coordinator
    package let access = Access.read
    package let parameters: [Parameter<Self>] = []

    package init() {}

    package func run(_ context: Context, in store: Store) throws -> Notice {
        Notice(program: store.program.name, keepNamesMonths: store.program.keepNamesMonths)
    }
}

/// The values in a notice; its sentences are promises, and stand where words do.
package struct Notice: Equatable, Sendable {
    /// The program's name.
    package let program: String
    /// How many months a name is kept after the last session that its person came to.
    package let keepNamesMonths: Int
}
