import CSQLite
import Glibc

extension Database {
    /// Calls `observer` before each row that is inserted, changed or removed; nil ends it.
    ///
    /// The change may still be undone with its transaction. The observer must not use this connection. Statements
    /// compiled before are dropped, because one may empty a table without looking at its rows; one that is lent
    /// meanwhile by `prepared` is not.
    /// Source: <https://sqlite.org/c3ref/preupdate_blobwrite.html>
    package borrowing func observeChanges(_ observer: ((borrowing RowChange) -> Void)?) {
        connection.cache.removeAll()
        connection.observer = observer
        guard observer != nil else {
            _ = unsafe sqlite3_preupdate_hook(connection.pointer, nil, nil)
            return
        }
        let context = unsafe Unmanaged.passUnretained(connection).toOpaque()
        _ = unsafe sqlite3_preupdate_hook(
            connection.pointer,
            { context, handle, kind, _, table, old, new in
                guard let context = unsafe context, let handle = unsafe handle, let table = unsafe table,
                    let kind = RowChange.Kind(rawValue: kind)
                else { return }
                let connection = unsafe Unmanaged<Connection>.fromOpaque(context).takeUnretainedValue()
                let name = unsafe connection.tableNames.name(table)
                connection.observer?(unsafe RowChange(handle, kind, name, old, new))
            },
            context
        )
    }

    /// Calls `body` about every so many instructions of SQLite's machine; true stops the statement with `interrupted`.
    ///
    /// Use it with `write`: a single statement that writes on its own may be stopped just after it has been stored.
    /// Source: <https://sqlite.org/c3ref/progress_handler.html>
    package borrowing func onProgress(everyInstructions count: Int32, _ body: (() -> Bool)?) {
        connection.progress = body
        guard body != nil else {
            unsafe sqlite3_progress_handler(connection.pointer, 0, nil, nil)
            return
        }
        let context = unsafe Unmanaged.passUnretained(connection).toOpaque()
        unsafe sqlite3_progress_handler(
            connection.pointer,
            count,
            { context in
                guard let context = unsafe context else { return 0 }
                let connection = unsafe Unmanaged<Connection>.fromOpaque(context).takeUnretainedValue()
                if connection.isControlling { return 0 }
                return connection.progress?() == true ? 1 : 0
            },
            context
        )
    }
}

extension Connection {
    /// Makes statements wait for a lock, up to `wait` seconds or until somebody asks to stop.
    ///
    /// SQLite's own busy timeout would not heed an interrupt while it sleeps.
    /// Source: <https://sqlite.org/c3ref/busy_handler.html>
    func waitWhenBusy() throws(DatabaseError) {
        let context = unsafe Unmanaged.passUnretained(self).toOpaque()
        let code = unsafe sqlite3_busy_handler(
            pointer,
            { context, attempt in
                guard let context = unsafe context else { return 0 }
                let connection = unsafe Unmanaged<Connection>.fromOpaque(context).takeUnretainedValue()
                return connection.waitsAgain(attempt) ? 1 : 0
            },
            context
        )
        try check(code)
    }

    /// Sleeps a little longer each time, at most 20 ms; false when it is time to give up.
    private func waitsAgain(_ attempt: Int32) -> Bool {
        let now = monotonicSeconds()
        if attempt == 0 { busyDeadline = now + wait }
        if now >= busyDeadline || interrupt.isRequested { return false }
        usleep(min(20_000, 500 << UInt32(min(attempt, 10))))
        return true
    }
}
