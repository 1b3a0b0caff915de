import CSQLite
import Glibc

extension Database {
    /// Copies the whole database to a new file at `path`, mode 0600, durable when this returns.
    ///
    /// A temporary file beside it is written, shown to `verifying`, synced and renamed, then the folder synced, so that
    /// `path` is never a part of a copy, nor one that `verifying` refused. An existing file is refused unless
    /// `replacing`, also one that came meanwhile; the database itself always is.
    /// Source: <https://sqlite.org/backup.html>
    package borrowing func backup(
        to path: String,
        replacing: Bool = false,
        verifying: (String) throws -> Void = { _ in }
    ) throws {
        let path = try absolutePath(path)
        try refuse(path, replacing: replacing)
        var file = try copy(beside: path)
        try verifying(file.path)
        try file.sync()
        if replacing { try file.rename(to: path) } else { try file.place(at: path) }
    }

    /// A copy of the whole database under a temporary name beside `path`.
    borrowing func copy(beside path: String) throws -> PartialFile {
        PartialFile.sweep(path)
        let file = try PartialFile(beside: path)
        try copy(to: try Database(scratch: file.path))
        return file
    }

    /// A copy of the whole database as it is now, which nobody else can see or change, and of which nothing is left when
    /// it goes out of scope or the process is killed.
    ///
    /// It lies beside the database in a file (mode 0600) that has lost its name before the first page is written; where
    /// no file can be made there, in memory. Its own `interrupt` stops its statements.
    package borrowing func snapshot(cacheKilobytes: Int = 65_536) throws -> Database {
        if path != ":memory:" { PartialFile.sweep(path) }
        guard path != ":memory:", var file = try? PartialFile(beside: path) else {
            // A folder that takes no file is no reason to fail.
            let copy = try Database(inMemory: ())
            try self.copy(to: copy)
            return copy
        }
        let copy = try Database(scratch: file.path)
        try file.unname()
        try self.copy(to: copy)
        try copy.connection.configure(mode: .readOnly, cacheKilobytes: cacheKilobytes)
        return copy
    }

    /// Copies the whole database into another one, replacing what it holds.
    ///
    /// In steps of 4 MB with the read lock free between them. Another process that writes meanwhile makes SQLite
    /// start over; after five times the rest is copied in one step, so that it ends also during a storm.
    /// Source: <https://sqlite.org/c3ref/backup_finish.html>
    package borrowing func copy(to target: borrowing Database) throws {
        guard let backup = unsafe sqlite3_backup_init(target.connection.pointer, "main", connection.pointer, "main")
        else {
            throw target.connection.error(unsafe sqlite3_extended_errcode(target.connection.pointer), sql: nil)
        }
        let code = unsafe connection.copy(backup)
        let end = unsafe sqlite3_backup_finish(backup)
        if code != SQLITE_DONE { throw target.connection.error(code, sql: nil) }
        try target.connection.check(end)
    }

    private borrowing func refuse(_ path: String, replacing: Bool) throws(DatabaseError) {
        var status = stat()
        guard unsafe lstat(path, &status) == 0 else { return }
        let target = try FileIdentity(ofFileAt: path)
        let own = self.path == ":memory:" ? nil : try FileIdentity(ofFileAt: self.path)
        if target == own || !replacing { throw DatabaseError(cannotOpen: EEXIST) }
    }
}

extension Connection {
    /// Steps a backup to its end; the code of the last step.
    fileprivate func copy(_ backup: OpaquePointer) -> Int32 {
        let deadline = monotonicSeconds() + wait
        var pages: Int32 = 1024
        var least = Int32.max
        var restarts = 0
        while true {
            if interrupt.isRequested { return SQLITE_INTERRUPT }
            let code = unsafe sqlite3_backup_step(backup, pages)
            switch code & 0xff {
            case SQLITE_OK: usleep(200)
            case SQLITE_BUSY, SQLITE_LOCKED:
                if monotonicSeconds() > deadline { return code }
                usleep(2000)
            default: return code
            }
            let remaining = unsafe sqlite3_backup_remaining(backup)
            if remaining > least { restarts += 1 }
            if restarts >= 5 { pages = -1 }
            least = remaining
        }
    }
}
