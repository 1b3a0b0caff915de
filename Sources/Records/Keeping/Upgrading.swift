import Calendar
import Migrations
package import SQLite

/// What bringing a record to this version did.
package struct Upgraded: Equatable, Sendable {
    /// The version that it had.
    package let from: Int
    /// The version that it has now.
    package let to: Int
    /// Where a copy of it lies as it was.
    package let kept: String
}

extension Store {
    /// Brings an older record to this version, and keeps a copy of it as it was; nil where it is of this version.
    ///
    /// The file is held to the schema of its own version before anything in it is asked, so that nothing of a stranger's
    /// is run. The steps run on a copy, which takes the file's place in one step: whatever ends this early, the file is
    /// as it was. The last entry of its history says that it was upgraded, so that `undo` takes back nothing from before.
    /// - Parameter watch: gets what interrupts it.
    package static func upgrade(
        _ path: String,
        wait: Double,
        surroundings: Surroundings,
        watch: Watch = { _ in {} }
    ) throws -> Upgraded? {
        try requireFile(path)
        let path = resolved(path)
        var attempts = 0
        while let version = try olderVersion(path, wait: wait, watch: watch) {
            do {
                return try upgrade(path, from: version, wait: wait, surroundings: surroundings, watch: watch)
            } catch let error as DatabaseError where error.code == .readOnlyDatabaseMoved && attempts < 3 {
                // While this one waited, somebody else upgraded or restored the file.
                attempts += 1
            }
        }
        return nil
    }

    private static func upgrade(
        _ path: String,
        from version: Int,
        wait: Double,
        surroundings: Surroundings,
        watch: Watch
    ) throws -> Upgraded {
        var head: HistoryHead?
        let kept = try Database.rebuild(
            path,
            aside: aside(path, "upgrade", surroundings.clock),
            wait: wait,
            watch: watch,
            checking: { present in
                guard try migrator.version(of: present) == .older(version) else {
                    throw DatabaseError(code: .readOnlyDatabaseMoved, message: "The file was upgraded meanwhile.")
                }
                try requireSchema(ofVersion: version, present)
                head = try Self.head(of: present)
            },
            keeping: { copy in
                try requireSound(copy)
                try requireSchema(ofVersion: version, copy)
                guard try Self.head(of: copy) == head else { throw StoreError.damaged("a copy doesn't match") }
            },
            changing: { copy in try bringUp(copy, surroundings) }
        )
        return Upgraded(from: version, to: migrator.latest, kept: kept)
    }

    /// Runs the steps on a copy that nobody else knows.
    private static func bringUp(_ copy: consuming Database, _ surroundings: Surroundings) throws {
        do {
            _ = try migrator.migrate(copy, appliedAt: surroundings.clock.now()) {
                guard let origin = try copy.value("SELECT origin FROM program", as: Int64.self) else {
                    throw StoreError.damaged("it has no program")
                }
                try beginIDs(at: origin, in: copy)
            }
        } catch let error as DatabaseError where error.code == .constraintForeignKey {
            throw StoreError.damaged(error.message)
        }
        try requireFingerprint(copy)
        let program = try Program.load(from: copy)
        try Store(database: copy, program: program, surroundings: surroundings).note("upgrade", undoable: false)
    }

    /// The version of an older file; nil where it is of this one.
    ///
    /// Only a file that is ours is opened to write before it is looked at: one that a killed process was writing to, or
    /// that another program left with a write-ahead log.
    private static func olderVersion(
        _ path: String,
        wait: Double,
        watch: Watch
    ) throws -> Int? {
        do {
            return try olderVersion(try Database(path: path, mode: .readOnly, wait: wait), path, watch)
        } catch let error as DatabaseError
            where error.code == .readOnlyRollback
            || error.code == .cannotOpen && error.systemError == 0 && DatedBackup.isOurs(path)
        {
            return try olderVersion(try Database(path: path, mode: .readWrite, wait: wait), path, watch)
        }
    }

    private static func olderVersion(
        _ database: borrowing Database,
        _ path: String,
        _ watch: Watch
    ) throws -> Int? {
        let unwatch = watch(database.interrupt)
        defer { unwatch() }
        switch try migrator.version(of: database) {
        case .older(let number) where number >= SchemaStep.first: return number
        case .older(let number): throw StoreError.outgrown(number)
        case .newer(let number): throw StoreError.newer(number, known: migrator.latest)
        case .empty, .foreign: throw StoreError.foreign(path)
        case .current:
            try requireFingerprint(database)
            try requireSchema(ofVersion: migrator.latest, database)
            return nil
        }
    }
}
