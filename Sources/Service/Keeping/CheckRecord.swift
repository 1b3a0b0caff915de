package import Records

/// Looks the whole record over: damage, broken history, figures that contradict each other. Nothing is changed.
package struct CheckRecord: Operation {
    package let id = OperationID(rawValue: "check")
    package let role = Role.manager
    package let access = Access.read
    package let parameters: [Parameter<Self>] = []

    package init() {}

    package func run(_ context: Context, in store: Store) throws -> [CheckFinding] { try store.check() }
}
