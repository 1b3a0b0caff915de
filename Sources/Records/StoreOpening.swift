import Calendar
import Files
import Glibc
import Migrations
package import SQLite

extension Store {
    /// Opens the record at `path`, which must exist and be of this binary's version.
    ///
    /// Nothing but `upgrade` migrates: reading never writes.
    package static func open(
        _ path: String,
        mode: Database.Mode,
        wait: Double,
        surroundings: Surroundings
    ) throws -> Store {
        try requireFile(path)
        let database = try Database(path: path, mode: mode, wait: wait)
        try requireCurrent(database, path)
        let program = try Program.load(from: database)
        return Store(database: database, program: program, surroundings: surroundings)
    }

    /// Refuses what is no path of a file.
    package static func requirePath(_ path: String) throws {
        if path.hasPrefix("file:") || path == ":memory:" || path.isEmpty { throw StoreError.notAPath(path) }
    }

    static func requireFile(_ path: String) throws {
        try requirePath(path)
        var status = stat()
        guard stat(path, &status) == 0 else {
            if errno == ENOENT || errno == ENOTDIR { throw StoreError.missing(path) }
            throw DatabaseError(code: .cannotOpen, message: "cannot open", systemError: errno)
        }
        guard status.st_mode & S_IFMT == S_IFREG else { throw StoreError.notAFile(path) }
        if status.st_size == 0 { throw StoreError.foreign(path) }
    }

    private static func requireCurrent(_ database: borrowing Database, _ path: String) throws {
        switch try migrator.version(of: database) {
        case .current: try requireFingerprint(database)
        case .older(let number): throw Self.older(number)
        case .newer(let number): throw StoreError.newer(number, known: migrator.latest)
        case .empty, .foreign: throw StoreError.foreign(path)
        }
    }

    /// What is said of a file of an earlier version.
    static func older(_ number: Int) -> StoreError {
        number < SchemaStep.first ? .outgrown(number) : .older(number, known: migrator.latest)
    }

    /// A file may name itself ours and hold tables, views or triggers of somebody else's: nothing of it is asked before
    /// its schema is the one that the steps make.
    static func requireFingerprint(_ database: borrowing Database) throws {
        if Digest.hexadecimal(of: try database.schemaText()) == schema.fingerprint { return }
        try requireSchema(ofVersion: migrator.latest, database)
        throw otherVersion
    }

    private static let otherVersion = StoreError.damaged("its structure doesn't match its version")

    /// Holds a file to what the steps up to `version` make.
    static func requireSchema(ofVersion version: Int, _ database: borrowing Database) throws {
        switch try migrator.difference(of: database, from: version) {
        case .added(let kind, let name)?:
            if try migrator.knows(kind: kind, name: name) { throw otherVersion }
            throw StoreError.strange("\(kind == "index" ? "an" : "a") \(kind) \"\(name.prefix(80))\"")
        case .missing(let kind, let name)?: throw StoreError.damaged("its \(kind) \(name) is missing")
        case .changed(let kind, let name)?: throw StoreError.damaged("its \(kind) \(name) was changed")
        case .step(let number)?: throw StoreError.damaged("its schema was changed at step \(number)")
        case nil: break
        }
    }
}
