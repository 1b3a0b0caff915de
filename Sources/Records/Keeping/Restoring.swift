import Calendar
import Glibc
package import SQLite

/// What going back to a backup did.
package struct Restored: Equatable, Sendable {
    /// Where the record lies that was there before; nil where there was none.
    package let aside: String?
    /// How many people were forgotten since the backup was made, and are so again; nil where nothing could be compared.
    package let forgotten: Int?
}

extension Store {
    /// What a backup holds. Nothing is changed.
    ///
    /// - Throws: `StoreError` where the file is none of ours, damaged, or of another version: its schema is held to that
    ///   of its version before anything in it is asked.
    package static func contents(of backup: String, wait: Double, surroundings: Surroundings) throws -> Contents {
        let store = try open(backup, mode: .readOnly, wait: wait, surroundings: surroundings)
        return try store.database.read {
            try store.requireSound()
            return try store.contents()
        }
    }

    /// Puts a copy of a backup in the place of the record at `path`, which goes on under another name beside it. There
    /// need be none; where it is damaged, it is moved as it is.
    ///
    /// People whom the present record has forgotten since are forgotten in the copy before it takes its place. The last
    /// entry of its history says that it was restored, so that `undo` takes nothing of it for its own.
    package static func restore(
        _ backup: String,
        to path: String,
        wait: Double,
        surroundings: Surroundings,
        watch: (Interrupt) -> Void = { _ in }
    ) throws -> Restored {
        let path = resolved(path)
        let aside = freeName("\(path).before-restore-\(surroundings.clock.instant.filter { $0 != ":" && $0 != "-" })")
        let source = try open(backup, mode: .readOnly, wait: wait, surroundings: surroundings)
        watch(source.database.interrupt)
        let gone = forgottenPeople(in: path, of: source.program, wait: wait, surroundings: surroundings)
        var again = 0
        let isReplaced = try source.database.restore(to: path, aside: aside, wait: wait) { copy in
            let store = try open(copy, mode: .readWrite, wait: 0, surroundings: surroundings)
            try store.requireSound()
            let people = try store.named(gone ?? [])
            if !people.isEmpty {
                guard try store.forget(people).isCleaned else {
                    throw StoreError.damaged("the copy could not be cleaned of people who were forgotten")
                }
            }
            again = people.count
            try store.note("restore", undoable: false)
        }
        return Restored(aside: isReplaced ? aside : nil, forgotten: gone == nil ? nil : again)
    }

    /// Rows of people whom the record at `path` has forgotten; nil where there is no record, or not of that program.
    private static func forgottenPeople(
        in path: String,
        of program: Program,
        wait: Double,
        surroundings: Surroundings
    ) -> [Int64]? {
        // What can't be opened can't be asked; the command says that nobody was compared.
        func opened(_ mode: Database.Mode) -> Store? {
            try? open(path, mode: mode, wait: wait, surroundings: surroundings)
        }
        // The second rolls back what a killed process left.
        guard let present = opened(.readOnly) ?? opened(.readWrite), present.program.origin == program.origin
        else { return nil }
        return try? present.database.all("SELECT id FROM person WHERE forgotten_on IS NOT NULL ORDER BY id") {
            try $0[0]
        }
    }

    /// Of those rows, the people whom this record still knows.
    private func named(_ rows: [Int64]) throws -> [Found] {
        try rows.compactMap { id in
            try database.one("SELECT ref FROM person WHERE id = \(id) AND forgotten_on IS NULL") { row in
                Found(id: id, ref: try row.text(0))
            }
        }
    }

    /// The path without links, where there is a file.
    private static func resolved(_ path: String) -> String {
        guard let found = realpath(path, nil) else { return path }
        defer { free(found) }
        return String(cString: found)
    }

    private static func freeName(_ name: String) -> String {
        var status = stat()
        var (free, number) = (name, 1)
        while lstat(free, &status) == 0 {
            number += 1
            free = "\(name)-\(number)"
        }
        return free
    }
}
