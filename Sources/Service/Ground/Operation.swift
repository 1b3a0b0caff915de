package import Records

/// Something that a person can do with the record: the request is the value, the result is in the record's terms, and
/// neither holds the words of an interface.
///
/// The command line and the browser both ask for operations and show what comes back; what is allowed, looked up and
/// stored is decided here, once. ``StoreLender`` lends the store, inside the transaction that ``access`` names.
package protocol Operation: Sendable {
    /// What was found or done.
    associatedtype Result: Sendable

    /// Its name, by which advice refers to it.
    var id: OperationID { get }
    /// The role that it takes at least.
    var role: Role { get }
    /// What it needs of the file.
    var access: Access { get }
    /// Its parameters by name, for forms that are filled in beforehand and for tests of bad input.
    var parameters: [Parameter<Self>] { get }
    /// The words under which the history keeps a change.
    var entry: String { get }

    /// Refuses what a role alone does not decide, such as another board's pages.
    func permit(_ context: Context, in store: Store) throws
    /// Does it.
    func run(_ context: Context, in store: Store) throws -> Result
}

extension Operation {
    /// The operation's name as words, such as "session edit".
    package var entry: String { id.rawValue.replacing(".", with: " ") }

    package func permit(_ context: Context, in store: Store) throws {}
}

/// What an operation needs of the database file.
package enum Access: Sendable {
    /// A read transaction: everything it reads is of one moment.
    case read
    /// A write transaction that is one entry of the history, undone whole where it throws.
    case change
    /// A connection that may write; the operation makes its own transactions.
    case work
}
