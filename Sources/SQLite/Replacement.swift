import Glibc

extension Database {
    /// Makes a database at `path`, where nothing may be yet, out of what `filling` puts into it.
    ///
    /// It has another name until it is whole and durable, so that a killed process or a power cut leaves either all of it
    /// or nothing. What SQLite kept beside a database of that name which is gone moves to `aside`.
    package static func make(
        at path: String,
        aside: String,
        filling: (consuming Database) throws -> Void
    ) throws {
        let path = try absolutePath(path)
        var status = stat()
        if unsafe lstat(path, &status) == 0 { throw DatabaseError(cannotOpen: EEXIST) }
        PartialFile.sweep(path)
        var file = try PartialFile(beside: path)
        try unplaced { try filling(try Database(unplaced: file)) }
        try file.sync()
        try moveCompanions(of: path, to: aside)
        try file.place(at: path)
    }

    /// Replaces the database at `path` by what `changing` makes of a copy of it, in one step; what was there is kept as a
    /// copy, whose path is returned: `aside`, with a number where something has that name.
    ///
    /// No other process writes meanwhile. A killed process or a power cut leaves the file as it was or as it is
    /// afterwards, and perhaps the copy.
    ///
    /// - Parameters:
    ///   - watch: gets what interrupts it, one for each connection, of which there are three at most at once.
    ///   - checking: looks at the file before anything is made; what it throws is thrown.
    ///   - keeping: looks at the copy that is kept.
    package static func rebuild(
        _ path: String,
        aside: String,
        wait: Double,
        watch: Watch,
        checking: (borrowing Database) throws -> Void,
        keeping: (borrowing Database) throws -> Void,
        changing: (consuming Database) throws -> Void
    ) throws -> String {
        let path = try absolutePath(path)
        let held = try HeldFile(path, wait: wait, watch: watch)
        let present = try Database(path: path, mode: .readOnly, wait: wait)
        let unwatch = watch(present.interrupt)
        defer { unwatch() }
        try checking(present)
        var old = try present.copy(beside: path)
        try unplaced {
            let copy = try Database(path: old.path, mode: .readOnly, wait: 0)
            let unwatch = watch(copy.interrupt)
            defer { unwatch() }
            try keeping(copy)
        }
        var new = try present.copy(beside: path)
        try unplaced {
            let copy = try Database(unplaced: new)
            let unwatch = watch(copy.interrupt)
            defer { unwatch() }
            try changing(copy)
        }
        try new.sync()
        try old.sync()
        old.resemble(path)
        new.resemble(path)
        if present.interrupt.isRequested { throw DatabaseError(code: .interrupted, message: "interrupted") }
        let kept = try old.placed(at: aside)
        do {
            try new.rename(to: held.path)
        } catch {
            // The first error is the one to report.
            if !error.isCommitUncertain { _ = unsafe unlink(kept) }
            throw error
        }
        return kept
    }

    /// Puts a copy of this database at `path`. What is there goes on under the name `aside`; whether anything was.
    ///
    /// The copy is shown to `preparing`, which may change it, and takes its place in one step: whoever opens `path`
    /// finds the one or the other. No other process writes meanwhile, and one that waits to write finds that the file
    /// was replaced.
    package borrowing func restore(
        to path: String,
        aside: String,
        wait: Double,
        watch: Watch,
        preparing: (String) throws -> Void
    ) throws -> Bool {
        let path = try absolutePath(path)
        var file = try copy(beside: path)
        try unplaced { try preparing(file.path) }
        try file.sync()
        guard try exists(path) else {
            try moveCompanions(of: path, to: aside)
            try file.place(at: path)
            return false
        }
        let held = try HeldFile(path, wait: wait, evenDamaged: true, watch: watch)
        try held.give(placeTo: &file, aside: aside)
        return true
    }
}

/// Runs `body` on a file that has not its name yet: whatever becomes of a COMMIT there, nothing is stored.
private func unplaced<R>(_ body: () throws -> R) throws -> R {
    do {
        return try body()
    } catch var error as DatabaseError {
        error.isCommitUncertain = false
        throw error
    }
}
