package import Records
package import SQLite

/// The account's role may not do this.
package struct Forbidden: Error, Equatable {
    /// What the account asked for.
    package let operation: OperationID
    /// The role that may.
    package let needed: Role
}

/// What SQLite could not do, and with which file.
package struct DatabaseTrouble: Error {
    /// The file's path as an interface shows it: the database's, or a backup's.
    package let path: String
    /// What SQLite refused; it holds no bound value.
    package let error: DatabaseError

    package init(path: String, error: DatabaseError) {
        self.path = path
        self.error = error
    }
}

extension DatabaseTrouble {
    /// What to do about it.
    package enum Kind: Sendable {
        /// Somebody else writes, or another file has just taken the place: try again.
        case busy
        case full
        case notPermitted
        /// Somebody asked to stop.
        case interrupted
        /// Reading or writing failed, or the file is damaged.
        case broken
    }

    /// What to do about it, for interfaces that know nothing of SQLite.
    package var kind: Kind {
        if error.code == .readOnlyDatabaseMoved { return .busy }
        return switch error.code.primary {
        case .busy, .locked: .busy
        case .full: .full
        case .readOnly, .permission, .authorization: .notPermitted
        case .interrupted, .abort: .interrupted
        default: .broken
        }
    }
}

/// A COMMIT that reported a failure, and what a second look at the file showed, if there was one.
package struct UncertainCommit: Error {
    /// What COMMIT reported.
    package let error: DatabaseError
    /// Whether the change is in the file; nil where nobody looked.
    package let isStored: Bool?

    package init(error: DatabaseError, isStored: Bool?) {
        self.error = error
        self.isStored = isStored
    }
}
