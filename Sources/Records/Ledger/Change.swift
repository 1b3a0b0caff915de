import Calendar
import Files
import SQLite

/// A command that is changing the record: one transaction, one entry of the history.
package struct Change {
    /// The row id of its entry in the history.
    package let id: Int64
    /// What it does to rows, noted as it does it.
    let log: ChangeLog
    /// The import that the command is, whose id the rows carry that it makes.
    package internal(set) var importID: Int64?
    /// Records that rows of the file have been found to be, or have become: no further row is one of them.
    var claimed: Set<Int64> = []
    /// The names on file, once words for everybody were held against them.
    var names: NamesOnFile?
    var position = 0
    var digest = Digest()
    let salt: [UInt8]

    /// Notes no row from here on: the history says that the command was done, and no value. Not for what `undo` may take
    /// back.
    package func stopNotingRows() { log.muted = true }
}

extension Store {
    /// Runs `body` in one transaction and writes down what it changed, under the words of `command` ("log",
    /// "organization edit"; never its arguments, which may name people).
    ///
    /// Nothing is stored where `body` throws, and nothing, not even the entry, where it changed nothing; only an entry
    /// that takes another one back is stored all the same, so that the next `undo` goes on from there.
    /// - Parameters:
    ///   - undoable: whether `undo` may take it back.
    ///   - undoes: the entry that this one takes back.
    ///   - byDay: whether the entry keeps the day only, and no time; one that stores, changes or removes what people
    ///     returned without a name always does.
    @discardableResult
    package func change<R>(
        _ command: String,
        undoable: Bool = true,
        undoes: Int64? = nil,
        byDay: Bool = false,
        _ body: (Change) throws -> R
    ) throws -> R {
        let log = ChangeLog(tables: try shapes.get())
        log.muted = undoes != nil
        let settings = program
        var result: R?
        var entry: Int64?
        lastChange = nil
        defer {
            database.observeChanges(nil)
            current = nil
        }
        do {
            try database.write {
                let change = try begin(command, undoable: undoable, undoes: undoes, byDay: byDay, log: log)
                current = change
                database.observeChanges { log.note($0) }
                let made = try body(change)
                database.observeChanges(nil)
                result = made
                if let failure = log.failure { throw failure }
                guard log.sawChange || undoes != nil else { throw NothingChanged() }
                try finish(change, undoes)
                entry = change.id
            }
            lastChange = entry
        } catch is NothingChanged {
            program = settings
        } catch {
            program = settings
            throw error
        }
        guard let result else { throw StoreError.damaged("a change came to no end") }
        return result
    }

    /// Writes down that `command` was done, which changed no row: an export with names, which `undo` passes over, or one
    /// that is not `undoable`, at which it stops.
    package func note(_ command: String, undoable: Bool = true) throws {
        try database.write {
            let change = try begin(command, undoable: undoable, undoes: nil, byDay: false, log: ChangeLog(tables: [:]))
            try loosenTypedForms(before: change.id, but: nil)
            try seal(change.id, salt: change.salt, lines: change.digest)
        }
    }

    /// Writes down what was noted so far; long imports call it between rows, so that memory stays bounded.
    package func flushHistory() throws {
        guard var change = current, change.log.lines.count > 4_096 else { return }
        database.observeChanges(nil)
        try write(change.log.drain(), of: &change)
        current = change
        let log = change.log
        database.observeChanges { log.note($0) }
    }

    private func begin(
        _ command: String,
        undoable: Bool,
        undoes: Int64?,
        byDay: Bool,
        log: ChangeLog
    ) throws -> Change {
        let salt = randomness.bytes(16)
        let instant = byDay ? "\(today)T00:00:00Z" : clock.instant
        try database.execute(
            """
            INSERT INTO history (at, account, command, undoable, undoes_id, salt, values_digest, digest)
            VALUES (\(instant), \(account), \(command), \(undoable), \(undoes.sqlValue), \(salt), x'', x'')
            """
        )
        return Change(id: database.lastInsertRowID, log: log, salt: salt)
    }

    private func finish(_ started: Change, _ undoes: Int64?) throws {
        var change = current ?? started
        try write(change.log.drain(), of: &change)
        if change.log.isAnonymous {
            try database.execute("UPDATE history SET at = \("\(today)T00:00:00Z") WHERE id = \(change.id)")
        }
        if change.log.isFinal { try database.execute("UPDATE history SET undoable = 0 WHERE id = \(change.id)") }
        try loosenTypedForms(before: change.id, but: undoes)
        try seal(change.id, salt: change.salt, lines: change.digest)
    }

    /// Adds lines to an entry, and to the digest of its values.
    private func write(_ lines: [ChangeLog.Line], of change: inout Change) throws {
        guard !lines.isEmpty else { return }
        let entry = change.id
        try database.prepared(
            """
            INSERT INTO history_value
                (history_id, position, change, record_table, record_key, column_name, old, new)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """
        ) { insert in
            for line in lines {
                change.position += 1
                change.digest.update(line)
                try insert.insert(
                    entry,
                    change.position,
                    line.change,
                    line.table,
                    line.key,
                    line.column,
                    line.old,
                    line.new
                )
            }
        }
    }
}

/// Ends a transaction that has nothing to store.
private struct NothingChanged: Error {}

extension Digest {
    /// Takes in one line of the history.
    mutating func update(_ line: ChangeLog.Line) {
        for field in [line.change, line.table, line.key, line.column ?? "", line.old.plain, line.new.plain] {
            update(field: field)
        }
    }
}
