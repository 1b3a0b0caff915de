import CSQLite
import Glibc

extension Database {
    /// Copies the whole database to a new file at `path`, mode 0600, durable when this returns.
    ///
    /// A temporary file beside it is written, synced and renamed, then the folder synced, so that `path` is never a
    /// part of a copy. An existing file is refused unless `replacing`; the database itself always is.
    /// Source: <https://sqlite.org/backup.html>
    package borrowing func backup(to path: String, replacing: Bool = false) throws {
        let path = try absolutePath(path)
        try refuse(path, replacing: replacing)
        let temporary = path + ".partial-" + String(UInt64.random(in: .min ... .max), radix: 36)
        do {
            try makeEmptyFile(temporary)
            try copy(to: try Database(scratch: temporary))
            try sync(temporary, O_RDONLY)
            guard unsafe rename(temporary, path) == 0 else { throw DatabaseError(cannotOpen: errno) }
        } catch {
            // The first error is the one to report.
            _ = unsafe unlink(temporary)
            throw error
        }
        try sync(folder(of: path), O_RDONLY | O_DIRECTORY)
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

private func makeEmptyFile(_ path: String) throws(DatabaseError) {
    let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw DatabaseError(cannotOpen: errno) }
    // No connection has the file yet, so that closing drops no lock.
    _ = close(descriptor)
}

/// Makes a file or folder durable. No connection of this process has it open.
private func sync(_ path: String, _ flags: Int32) throws(DatabaseError) {
    let descriptor = unsafe open(path, flags | O_CLOEXEC)
    guard descriptor >= 0 else { throw DatabaseError(cannotOpen: errno) }
    defer { _ = close(descriptor) }
    guard fsync(descriptor) == 0 else {
        throw DatabaseError(code: .inputOutputSync, message: "The copy could not be made durable.", systemError: errno)
    }
}

private func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return "/" }
    return String(path[..<slash])
}
