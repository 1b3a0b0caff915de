package import Records

/// Something that a person can ask for: its value holds what is asked, its result is in the record's terms, and neither
/// holds the words of an interface.
package protocol Request: Sendable {
    /// Its name, by which advice refers to it.
    var id: OperationID { get }
    /// The role that it takes at least.
    var role: Role { get }
    /// Its parameters by name, for forms that are filled in beforehand and for tests of bad input.
    var parameters: [Parameter<Self>] { get }
    /// The words under which the history keeps a change.
    var entry: String { get }
}

/// Something that a person can do with the record.
///
/// The command line and the browser both ask for operations and show what comes back; what is allowed, looked up and
/// stored is decided here, once. ``StoreLender`` lends the store, inside the transaction that ``access`` names.
package protocol Operation: Request {
    /// What was found or done.
    associatedtype Result: Sendable

    /// What it needs of the file. It may depend on what is asked: a dry run needs a copy, the same import a file to
    /// write to.
    var access: Access { get }

    /// Refuses what a role alone does not decide, such as another board's pages.
    func permit(_ context: Context, in store: Store) throws
    /// Does it.
    func run(_ context: Context, in store: Store) throws -> Result
}

extension Request {
    /// The operation's name as words, such as "session edit".
    package var entry: String { id.rawValue.replacing(".", with: " ") }
}

extension Operation {
    package func permit(_ context: Context, in store: Store) throws {}
}

/// What an operation needs of the database file.
package enum Access: Sendable {
    /// A read transaction: everything it reads is of one moment.
    case read
    /// A connection that only reads, without a transaction: for copies, which take long and see one moment by themselves.
    case look
    /// A write transaction that is one entry of the history, undone whole where it throws.
    case change
    /// The same, at which `undo` stops: it cannot be taken back.
    case lastingChange
    /// A connection that may write; the operation makes its own transactions.
    case work
    /// The record as it is now, in a copy that may be written to and is thrown away: for what takes long, and for trying
    /// out what would be stored. Nobody who writes waits for it.
    case snapshot
}
