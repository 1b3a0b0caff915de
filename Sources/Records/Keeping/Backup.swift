import Glibc
import SQLite

extension Store {
    /// Copies the whole record to a new file at `path`, also while others write; what the copy holds.
    ///
    /// The copy is looked over before it has its name: its version and schema, SQLite's own check, and that its history
    /// is a part of this one. A file that is there already is replaced only where nothing is lost by that: an older
    /// backup of this record.
    /// - Throws: `BackupError`, `StoreError.damaged` where the record itself is.
    package func backUp(to path: String) throws -> Contents {
        var status = stat()
        let isThere = lstat(path, &status) == 0
        if isThere { try requireOlder(path) }
        var contents: Contents?
        try database.backup(to: path, replacing: isThere) { copy in
            let store = try Store.open(copy, mode: .readOnly, wait: 0, surroundings: surroundings)
            try store.requireSound()
            let held = try store.contents()
            guard try continues(held.head) else { throw StoreError.damaged("a copy doesn't match") }
            contents = held
        }
        guard let contents else { throw StoreError.damaged("a copy could not be checked") }
        return contents
    }

    /// What this store takes from outside.
    var surroundings: Surroundings { Surroundings(clock: clock, randomness: randomness, account: account) }

    /// - Throws: `StoreError.damaged`, with the first thing that SQLite finds.
    func requireSound() throws { try Self.requireSound(database) }

    /// - Throws: `StoreError.damaged`, with the first thing that SQLite finds.
    static func requireSound(_ database: borrowing Database) throws {
        let found = try database.value("PRAGMA quick_check(1)", as: String.self) ?? ""
        if found != "ok" { throw StoreError.damaged(found.trimmed) }
    }

    private func requireOlder(_ path: String) throws {
        do {
            let other = try Store.open(path, mode: .readOnly, wait: 0, surroundings: surroundings)
            if other.program.origin == program.origin, try continues(try other.head()) { return }
        } catch let error as DatabaseError where error.isInterrupted {
            throw error
        } catch {
            // Whatever it is, it is no older backup of this record.
        }
        throw BackupError.wouldReplace(path)
    }
}

/// Why a backup is not made.
package enum BackupError: Error, Equatable {
    /// There is a file that holds something else than an earlier state of the record.
    case wouldReplace(String)
}
