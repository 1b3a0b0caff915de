import CSQLite
import Glibc

extension Database {
    /// Puts a copy of this database at `path`. What is there goes on under the name `aside`; whether anything was.
    ///
    /// The copy is shown to `preparing`, which may change it, and takes its place in one step: whoever opens `path`
    /// finds the one or the other. No other process writes meanwhile, and one that waits to write finds that the file
    /// was replaced. A journal is never left beside a file that it does not belong to
    /// (<https://sqlite.org/howtocorrupt.html>, section 1.4).
    package borrowing func restore(
        to path: String,
        aside: String,
        wait: Double,
        preparing: (String) throws -> Void
    ) throws -> Bool {
        let path = try absolutePath(path)
        var file = try copy(beside: path)
        try preparing(file.path)
        try file.sync()
        guard try exists(path) else {
            try moveCompanions(of: path, to: aside)
            try file.rename(to: path)
            return false
        }
        let turn = try WriteTurn.open(path, mode: .readWrite)
        let present = try Connection(path: path, flags: SQLITE_OPEN_READWRITE, turn: turn, wait: wait)
        try turn.take(path: path, wait: wait, interrupt: present.interrupt)
        defer { turn.release() }
        try present.hold()
        let isLinked = unsafe link(path, aside) == 0
        if !isLinked, errno == EEXIST { throw DatabaseError(cannotOpen: errno) }
        try moveCompanions(of: path, to: aside)
        // A disk without second names knows no way that is one step.
        if !isLinked, unsafe rename(path, aside) != 0 { throw DatabaseError(cannotOpen: errno) }
        do {
            try file.rename(to: path)
        } catch {
            // The first error is the one to report.
            _ = unsafe isLinked ? unlink(aside) : rename(aside, path)
            throw error
        }
        return true
    }
}

extension Connection {
    /// Keeps every other process from writing, until this connection closes. A journal that a killed process left is
    /// rolled back first. A file that is damaged, or no database, has nobody who writes to it.
    fileprivate func hold() throws(DatabaseError) {
        do {
            try configure(mode: .readWrite, cacheKilobytes: 2_048)
            try control("BEGIN IMMEDIATE")
        } catch {
            guard error.isCorrupt else { throw error }
        }
    }
}

/// Whether there is a file.
private func exists(_ path: String) throws(DatabaseError) -> Bool {
    var status = stat()
    if unsafe stat(path, &status) == 0 { return true }
    guard errno == ENOENT else { throw DatabaseError(cannotOpen: errno) }
    return false
}

/// Moves the files that SQLite kept beside a database. <https://sqlite.org/tempfiles.html>
private func moveCompanions(of path: String, to aside: String) throws(DatabaseError) {
    for end in ["-journal", "-wal", "-shm"] where try exists(path + end) {
        guard unsafe rename(path + end, aside + end) == 0 else { throw DatabaseError(cannotOpen: errno) }
    }
}
