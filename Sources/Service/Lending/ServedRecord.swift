import SQLite

/// The record that a server serves: it alone serves it for writing, and it is known again.
package final class ServedRecord: Sendable {
    private let claim: ServingClaim

    /// - Throws: `ServedAlready` where another server has it, else what is wrong with the file.
    package init(_ lender: StoreLender, _ context: Context) throws {
        // First of all as a record: what is wrong with it is said as everywhere else.
        try lender.look(context) { _ in }
        do {
            claim = try ServingClaim(path: lender.path)
        } catch {
            if error.code.primary == .busy { throw ServedAlready(path: lender.path) }
            throw DatabaseTrouble(path: lender.path, error: error)
        }
    }

    /// Whether it is still the file that was opened: a restore and an upgrade put another one in its place.
    package var isInPlace: Bool { claim.isInPlace }

    /// Lets another server have it.
    package func release() { claim.release() }
}

/// Another server writes to this file.
package struct ServedAlready: Error, Equatable {
    /// The record's path.
    package let path: String

    package init(path: String) { self.path = path }
}
