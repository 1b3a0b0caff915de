package import Records
package import SQLite

/// The account's role may not do this.
package struct Forbidden: Error, Equatable {
    package let operation: OperationID
    /// The role that may.
    package let needed: Role
}

/// What SQLite could not do, and with which file.
package struct DatabaseTrouble: Error {
    package let path: String
    package let error: DatabaseError

    package init(path: String, error: DatabaseError) {
        self.path = path
        self.error = error
    }
}

/// A COMMIT that reported a failure, and what a second look at the file showed, if there was one.
package struct UncertainCommit: Error {
    package let error: DatabaseError
    package let isStored: Bool?

    package init(error: DatabaseError, isStored: Bool?) {
        self.error = error
        self.isStored = isStored
    }
}
