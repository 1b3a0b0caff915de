import Records
import SQLite

extension CommonOptions {
    /// What `body` reads from the record, all of one moment; the file is free again before anything is printed.
    ///
    /// - Parameter before: what must be done before the transaction begins.
    func read<R>(before: (Store) throws -> Void = { _ in }, _ body: (Store) throws -> R) throws -> R {
        try naming {
            let store = try openToRead()
            try before(store)
            return try store.database.read { try body(store) }
        }
    }

    /// Changes the record by one command, wholly or not at all; `words` are the command's own, without arguments.
    func change<R>(
        _ words: String,
        _ body: (Store) throws -> R
    ) throws -> R {
        try naming {
            let store = try open(.readWrite)
            var entry: Int64?
            do {
                return try store.change(words) { change in
                    entry = change.id
                    return try body(store)
                }
            } catch let error as DatabaseError where error.isCommitUncertain {
                throw UncertainCommit(error: error, isStored: try wasStored(entry, words))
            }
        }
    }

    /// Writes down in the history that something was done which changed nothing.
    func note(_ words: String) throws {
        try naming { try open(.readWrite).note(words) }
    }

    /// Opens the record for work that makes its own transactions.
    func work<R>(_ body: (Store) throws -> R) throws -> R {
        try naming { try body(try open(.readWrite)) }
    }

    /// Runs `body`, and puts the database's path to what goes wrong with the file.
    func naming<R>(_ body: () throws -> R) throws -> R {
        let environment = Environment.current
        do {
            try environment.interruption.check()
            return try body()
        } catch let error as DatabaseError where error.isCommitUncertain {
            throw UncertainCommit(error: error, isStored: nil)
        } catch let error as DatabaseError {
            throw DatabaseTrouble(path: environment.shown(databasePath), error: error)
        }
    }

    private func open(_ mode: Database.Mode) throws -> Store {
        let environment = Environment.current
        let store = try Store.open(databasePath, mode: mode, wait: wait, surroundings: environment.surroundings)
        environment.interruption.watch(store.database.interrupt)
        return store
    }

    /// A process that was killed while it wrote left a journal, which only a writer may roll back.
    func openToRead() throws -> Store {
        do {
            return try open(.readOnly)
        } catch let error as DatabaseError where error.code == .readOnlyRollback {
            _ = try open(.readWrite)
            return try open(.readOnly)
        }
    }

    /// Whether an entry of the history is in the file, looked up afresh.
    private func wasStored(_ entry: Int64?, _ words: String) throws -> Bool {
        guard let entry else { return false }
        let store = try openToRead()
        let found = try store.entry(entry)
        return found?.command == words && found?.account == Environment.current.account
    }
}

/// What SQLite could not do, and with which file.
struct DatabaseTrouble: Error {
    let path: String
    let error: DatabaseError
}

/// A COMMIT that reported a failure, and what a second look at the file showed, if there was one.
struct UncertainCommit: Error {
    let error: DatabaseError
    let isStored: Bool?
}
