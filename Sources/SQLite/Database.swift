import CSQLite
import Glibc

/// One connection to one file, opened as reliability.md asks.
///
/// It cannot be copied or sent to another task. It closes when it goes out of scope.
package struct Database: ~Copyable {
    let connection: Connection

    /// What may be done with the file.
    package enum Mode: Sendable {
        /// Nothing in it, or beside it, is made or changed. A journal left by a killed process is not rolled back:
        /// `readOnlyRollback` is thrown, and opening once as `readWrite` heals it.
        case readOnly
        /// The file exists.
        case readWrite
        /// The file is made, with mode 0600, and must not have existed.
        case create
    }

    /// Opens the file at `path`.
    ///
    /// `wait` is how many seconds a statement waits for another process before it throws `busy`. A path is made
    /// absolute, because Debian's SQLite takes `file:` and `:memory:` for more than names.
    package init(
        path: String,
        mode: Mode,
        wait: Double = 10,
        cacheKilobytes: Int = 65_536
    ) throws(DatabaseError) {
        let path = try absolutePath(path)
        let file = try WriteTurn.open(path, mode: mode)
        let flags = mode == .readOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE
        do {
            if mode == .readOnly { try file.refuseWriteAheadLog() }
        } catch {
            file.close()
            throw error
        }
        do {
            let opened = try Connection(path: path, flags: flags, file: file, wait: wait)
            opened.identity = file.identity
            try opened.configure(mode: mode, cacheKilobytes: cacheKilobytes)
            connection = opened
        } catch {
            // An empty file that was made just now is of use to nobody.
            if mode == .create { _ = unsafe unlink(path) }
            throw error
        }
    }

    /// Opens an empty database in memory.
    package init(inMemory: Void) throws(DatabaseError) {
        let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MEMORY
        let opened = try Connection(path: ":memory:", flags: flags, file: nil, wait: 0)
        try opened.configure(mode: .create, cacheKilobytes: 65_536)
        connection = opened
    }

    /// Opens a file that no other process knows, to copy pages into: no turn, no syncs; the caller syncs.
    init(scratch path: String) throws(DatabaseError) {
        let opened = try Connection(path: path, flags: SQLITE_OPEN_READWRITE, file: nil, wait: 0)
        try opened.check(unsafe sqlite3_extended_result_codes(opened.pointer, 1))
        try opened.useMemoryJournal()
        connection = opened
    }

    /// Opens a file that no other process knows, to work on it as on any other; the caller syncs it.
    init(unplaced file: borrowing PartialFile) throws(DatabaseError) {
        let opened = try Connection(path: file.path, flags: SQLITE_OPEN_READWRITE, file: nil, wait: 0)
        try opened.configure(mode: .readWrite, cacheKilobytes: 65_536, isScratch: true)
        connection = opened
    }

    /// The absolute path of the file, or `:memory:`.
    package var path: String { connection.path }

    /// How many rows the last statement inserted, changed or removed. <https://sqlite.org/c3ref/changes.html>
    package var changes: Int { Int(unsafe sqlite3_changes64(connection.pointer)) }

    /// The row id of the last insert. <https://sqlite.org/c3ref/last_insert_rowid.html>
    package var lastInsertRowID: Int64 { unsafe sqlite3_last_insert_rowid(connection.pointer) }

    /// Stops this connection's statements from another thread or a signal handler.
    package var interrupt: Interrupt { connection.interrupt }

    /// Changes how many seconds a statement waits for another process before it throws `busy`.
    package borrowing func waitAtMost(_ seconds: Double) { connection.wait = Connection.bounded(seconds) }

    /// Whether the path still leads to the file that was opened; never for one in memory.
    package var isInPlace: Bool {
        guard let identity = connection.identity else { return false }
        // Where nothing is at the path any more, there is nothing to compare.
        return (try? FileIdentity(ofFileAt: connection.path)) == identity
    }

    /// Whether a transaction is open.
    package var isInTransaction: Bool { !connection.isAutocommit }
}

/// The path from the root; without resolving links, which SQLite does itself.
func absolutePath(_ path: String) throws(DatabaseError) -> String {
    if path.isEmpty || path.utf8.contains(0) {
        throw DatabaseError(code: .cannotOpen, message: "This is no path.")
    }
    if path.hasPrefix("/") { return path }
    guard let folder = unsafe getcwd(nil, 0) else {
        throw DatabaseError(code: .cannotOpen, message: "The current folder is gone.", systemError: errno)
    }
    defer { unsafe free(folder) }
    return unsafe String(cString: folder) + "/" + path
}
