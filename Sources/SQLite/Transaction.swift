extension Database {
    /// Runs `body` in one write transaction: wholly done when this returns, wholly undone when it throws.
    ///
    /// BEGIN IMMEDIATE, because a read that upgrades gets SQLITE_BUSY without the timeout. Processes take turns.
    /// Within another transaction it throws `misuse`; use `savepoint` there.
    /// Source: <https://sqlite.org/lang_transaction.html>
    package borrowing func write<R>(_ body: () throws -> R) throws -> R {
        try connection.requireNoTransaction()
        try connection.takeTurn()
        defer { connection.turn?.release() }
        return try connection.transaction(.writing, begin: "BEGIN IMMEDIATE", body)
    }

    /// Runs `body` in one read transaction: everything it reads is from one moment. A statement that writes throws.
    ///
    /// Writers wait meanwhile, so print afterwards.
    package borrowing func read<R>(_ body: () throws -> R) throws -> R {
        try connection.read(body)
    }

    /// Runs `body` so that its changes alone are undone when it throws. Only within `write` or `read`.
    ///
    /// Source: <https://sqlite.org/lang_savepoint.html>
    package borrowing func savepoint<R>(_ body: () throws -> R) throws -> R {
        guard connection.scope != .none, !connection.isAutocommit else {
            throw DatabaseError(code: .misuse, message: "There is no transaction to put a savepoint in.")
        }
        try connection.control("SAVEPOINT step")
        do {
            let result = try body()
            try connection.control("RELEASE step")
            return result
        } catch {
            connection.returnToSavepoint()
            throw error
        }
    }
}

extension Connection {
    /// Runs `body` in one read transaction.
    func read<R>(_ body: () throws -> R) throws -> R {
        try requireNoTransaction()
        return try transaction(.reading, begin: "BEGIN DEFERRED", body)
    }

    fileprivate func requireNoTransaction() throws(DatabaseError) {
        // One that could not be undone at its end, because a statement around it was being interrupted.
        if scope == .none { rollBack() }
        guard scope == .none, isAutocommit else {
            throw DatabaseError(code: .misuse, message: "A transaction is open already.")
        }
        if interrupt.isRequested { throw DatabaseError(code: .interrupted, message: "interrupted") }
    }

    fileprivate func transaction<R>(_ kind: Scope, begin: StaticString, _ body: () throws -> R) throws -> R {
        scope = kind
        defer { scope = .none }
        do {
            try control(begin)
            let result = try body()
            if isAutocommit { throw DatabaseError(code: .abort, message: "The transaction has been undone.") }
            if interrupt.isRequested { throw DatabaseError(code: .interrupted, message: "interrupted") }
            try commit(kind)
            return result
        } catch {
            rollBack()
            throw error
        }
    }

    /// A COMMIT that fails and leaves the transaction open has stored nothing, nor has one that found the disk full.
    /// After any other failure the change may be stored all the same.
    private func commit(_ kind: Scope) throws(DatabaseError) {
        do {
            try control("COMMIT")
        } catch {
            var report = error
            report.isCommitUncertain = kind == .writing && isAutocommit && !error.isFull
            throw report
        }
    }

    /// Undoes what was done since the savepoint; the whole transaction where that fails, so that no half is stored.
    /// Where SQLite has ended the transaction itself, there is no savepoint left.
    fileprivate func returnToSavepoint() {
        guard !isAutocommit else { return }
        do {
            try control("ROLLBACK TO step")
            try control("RELEASE step")
        } catch {
            rollBack()
        }
    }

    /// Undoes the transaction if SQLite has not done so itself.
    private func rollBack() {
        guard !isAutocommit else { return }
        do {
            try control("ROLLBACK")
        } catch {
            // The first error is the one to report; the next transaction, or closing, undoes what is left.
        }
    }
}
