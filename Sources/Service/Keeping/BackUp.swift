import Calendar
import Glibc
package import Records
import SQLite

/// Copies the whole record to one file, also while others write, and looks the copy over before it has its name.
package struct BackUp: Operation {
    /// The file to make, or the folder for it, from the root; beside the record unless given.
    package var to: String?
    /// Where given, all but the newest so many backups of this record in that folder are removed then.
    package var keep: Int?

    package let id = OperationID(rawValue: "backup")
    package let role = Role.admin
    package let access = Access.look

    package init() {}

    package var parameters: [Parameter<Self>] { [.number("keep", 1...1_000_000, \.keep)] }

    package func run(_ context: Context, in store: Store) throws -> BackedUp {
        try RecordError.require(keep, in: 1...1_000_000, of: "keep")
        let place = try BackupPlace(to, of: store.path)
        let path = place.file(of: store.path, at: context.clock.instant)
        let contents: Contents
        do { contents = try store.backUp(to: path) } catch let error as DatabaseError { throw Self.naming(path, error) }
        var made = BackedUp(path: path, contents: contents)
        guard let keep else { return made }
        let shelf = try store.backups(beside: path)
        made.notCounted = shelf.others
        for old in shelf.own.dropFirst(keep) where old != path {
            if unlink(old) != 0, errno != ENOENT {
                made.notRemoved = (old, errno)
                break
            }
            made.removed.insert(old, at: 0)
        }
        return made
    }

    /// What SQLite reports of the file that was to be made; the record itself is only read.
    private static func naming(_ path: String, _ error: DatabaseError) -> any Error {
        if error.isCommitUncertain { return FileNotMade(path: path, reason: .uncertain) }
        if error.isFull { return FileNotMade(path: path, reason: .full) }
        let isOfPath = error.code == .cannotOpen && error.systemError != 0
        return isOfPath ? FileNotMade(path: path, reason: .system(error.systemError)) : error
    }
}

/// A backup that was made.
package struct BackedUp: Sendable {
    /// Where the copy lies; it got this name only after it was looked over.
    package let path: String
    /// What it holds, read from the copy itself.
    package let contents: Contents
    /// Older backups that were removed, the oldest first.
    package internal(set) var removed: [String] = []
    /// Files with the name of a backup that were not counted, and why.
    package internal(set) var notCounted: [BackupShelf.Other] = []
    /// An older backup that the system refused to remove, with its error number.
    package internal(set) var notRemoved: (path: String, code: Int32)?
}

/// What the path means that was given for a backup.
package enum BackupPlace: Equatable, Sendable {
    /// A folder: the copy is named after the record and the instant.
    case folder(String)
    case file(String)

    /// - Parameter path: from the root; nil for the record's own folder.
    /// - Throws: `FileNotMade` for a path where nothing is and that means a folder: it ends with a slash, or its name has
    ///   no ending.
    package init(_ path: String?, of record: String) throws {
        var status = stat()
        let path = path ?? DatedBackup.parts(of: record).folder
        if stat(path, &status) != 0 {
            if errno == ENOENT || errno == ENOTDIR { try Self.requireEnding(path) }
            self = .file(path)
        } else if status.st_mode & S_IFMT == S_IFDIR {
            self = .folder(path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path)
        } else {
            self = .file(path)
        }
    }

    /// The file to make.
    func file(of record: String, at instant: String) -> String {
        switch self {
        case .folder(let folder): DatedBackup.fresh(for: record, in: folder, at: instant).path
        case .file(let path): path
        }
    }

    private static func requireEnding(_ path: String) throws {
        guard let name = path.split(separator: "/").last else { return }
        let dot = name.dropFirst().lastIndex(of: ".")
        let hasEnding = dot.map { name.index(after: $0) < name.endIndex } ?? false
        if !hasEnding { throw FileNotMade(path: path, reason: .noFolder(String(name))) }
        if path.hasSuffix("/") { throw FileNotMade(path: path, reason: .noFolder(nil)) }
    }
}
