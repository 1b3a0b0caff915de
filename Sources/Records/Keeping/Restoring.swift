import Calendar
import Glibc
package import SQLite

/// What going back to a backup did.
package struct Restored: Equatable, Sendable {
    /// Where the record lies that was there before; nil where there was none.
    package let aside: String?
    /// How many people were forgotten since the backup was made, and are so again; nil where nothing could be compared.
    package let forgotten: Int?
    /// How many sessions' facilitators were forgotten since, and are so again.
    package let facilitators: Int
    /// Where the full names of people who were forgotten stand in texts that came back with it.
    package let places: [NamePlace]
}

extension Store {
    /// What a backup holds. Nothing is changed.
    ///
    /// - Throws: `StoreError` where the file is none of ours, damaged, or of another version: its schema is held to that
    ///   of its version before anything in it is asked.
    package static func contents(of backup: String, wait: Double, surroundings: Surroundings) throws -> Contents {
        let store = try openRecovered(backup, wait: wait, surroundings: surroundings)
        return try store.database.read {
            try store.requireSound()
            return try store.contents()
        }
    }

    /// Opens a record to read. A journal that a killed process left beside it is rolled back first, which gives back what
    /// the file held before.
    package static func openRecovered(_ path: String, wait: Double, surroundings: Surroundings) throws -> Store {
        do {
            return try open(path, mode: .readOnly, wait: wait, surroundings: surroundings)
        } catch let error as DatabaseError where error.code == .readOnlyRollback {
            _ = try open(path, mode: .readWrite, wait: wait, surroundings: surroundings)
            return try open(path, mode: .readOnly, wait: wait, surroundings: surroundings)
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
        watch: Watch = { _ in {} }
    ) throws -> Restored {
        let path = resolved(path)
        let aside = freeName(aside(path, "restore", surroundings.clock))
        let source = try openRecovered(backup, wait: wait, surroundings: surroundings)
        let unwatch = watch(source.database.interrupt)
        defer { unwatch() }
        let gone = forgotten(since: source, in: path, wait: wait, surroundings: surroundings)
        var again = ForgottenAgain()
        let isReplaced = try source.database.restore(to: path, aside: aside, wait: wait, watch: watch) { copy in
            let store = try open(copy, mode: .readWrite, wait: 0, surroundings: surroundings)
            try store.requireSound()
            if let gone { again = try store.forgetAll(gone) }
            try store.note("restore", undoable: false)
        }
        return Restored(
            aside: isReplaced ? aside : nil,
            forgotten: gone == nil ? nil : again.people,
            facilitators: again.facilitators,
            places: again.places
        )
    }

    /// What the record at `path` has forgotten of what a backup holds; nil where there is no record, or not of that
    /// program.
    private static func forgotten(
        since backup: Store,
        in path: String,
        wait: Double,
        surroundings: Surroundings
    ) -> ForgottenSince? {
        // What can't be opened or read can't be asked; the command says that nobody was compared.
        guard let present = try? openRecovered(path, wait: wait, surroundings: surroundings),
            present.program.origin == backup.program.origin
        else { return nil }
        return try? present.forgotten(since: backup)
    }

    /// Forgets again whom the present record has forgotten, and cleans the file.
    private func forgetAll(_ gone: ForgottenSince) throws -> ForgottenAgain {
        var again = ForgottenAgain()
        let people = try named(gone.people)
        let names = try namesOf(gone.facilitators)
        let everyName = NameSet(try names + people.flatMap { try self.names(of: $0) })
        try change("person forget", undoable: false) { change in
            change.log.muted = true
            again.facilitators = try forgetAgain(gone)
            if !gone.lines.isEmpty { change.log.sawBulk() }
        }
        if people.isEmpty, again.facilitators == 0, gone.lines.isEmpty, gone.files.isEmpty { return again }
        // Of facilitators is known which they were: none is looked for by the people's names. A file that goes on
        // otherwise than the present one may hold them in other places.
        let request = ForgetRequest(people: people, names: gone.isOther ? names : [], isSame: false)
        guard try forget(request).isCleaned else {
            throw StoreError.damaged("people who were forgotten could not be removed from the copy")
        }
        again.people = people.count
        again.places = try places(of: everyName)
        return again
    }

    /// The names that these facilitators have here.
    private func namesOf(_ facilitators: [String: String]) throws -> [FullName] {
        try facilitators.keys.sorted().compactMap { key in
            try database.value(
                "SELECT name FROM session_facilitator WHERE session_id || ',' || position = \(key)",
                as: String.self
            )
        }
        .filter { !ForgottenLabel.isOne($0) }.compactMap { FullName($0) }
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
    static func resolved(_ path: String) -> String {
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

/// What a copy forgot again.
private struct ForgottenAgain {
    var people = 0
    var facilitators = 0
    var places: [NamePlace] = []
}
