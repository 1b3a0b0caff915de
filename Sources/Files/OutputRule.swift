import Glibc

/// What a command must not write over: the database, what SQLite keeps beside it, and every file that it reads.
///
/// The one place that decides where an output may stand. Files are compared by device and inode, so that another
/// spelling, a link or a second name of a file is the same file; of what is not there yet, by folder and name.
package struct OutputRule: Sendable {
    /// What is written there.
    package enum Kind: Sendable {
        /// What the command was asked for, with `-o`: it takes the place of an older file of that name.
        case result
        /// What an option keeps beside it, such as rows that were rejected: it never takes the place of a file.
        case helper
    }

    private let database: String?
    private let inputs: [String]
    /// Whether somebody asked to stop, while a reader holds up what is no file on a disk.
    let isStopped: @Sendable () -> Bool

    /// - Parameters:
    ///   - database: the path of the database, there or not.
    ///   - inputs: the paths of the files that the command reads; `-` is standard input.
    ///   - isStopped: whether somebody asked to stop, while a reader holds up what is no file on a disk.
    package init(
        database: String?,
        reading inputs: [String] = [],
        isStopped: @escaping @Sendable () -> Bool = { false }
    ) {
        self.database = database
        self.isStopped = isStopped
        self.inputs = inputs.map { $0 == "-" ? "/dev/stdin" : $0 }
    }

    /// Where a path leads, and whether a file may take its place there.
    ///
    /// A link to a file is refused: following it would write over a file that was not named, and replacing it would
    /// break what somebody set up (`/dev/stdout` is such a link). What is no regular file (a device, a pipe) is written
    /// to as it is.
    /// - Throws: `OutputProblem`.
    package func target(_ path: String, as kind: Kind = .result) throws(OutputProblem) -> (
        path: String, isRegular: Bool
    ) {
        var (status, entry) = (stat(), stat())
        if let database, Self.isBeside(path, database) { throw .isDatabase(path) }
        guard stat(path, &status) == 0 else {
            let code = errno
            if code == ENOENT, lstat(path, &entry) == 0 { throw .isLink(path) }
            if code == ENOENT, !path.hasSuffix("/"), !path.isEmpty { return (path, true) }
            throw .cannotCreate(path, path.hasSuffix("/") ? EISDIR : code)
        }
        if let database, Self.companions(of: database).contains(where: { Self.isSame($0, status) }) {
            throw .isDatabase(path)
        }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: throw .cannotCreate(path, EISDIR)
        case S_IFREG:
            if inputs.contains(where: { Self.isSame($0, status) }) { throw .isInput(path) }
            if lstat(path, &entry) == 0, entry.st_mode & S_IFMT == S_IFLNK { throw .isLink(path) }
            if kind == .helper { throw .exists(path) }
            return (path, true)
        default: return (path, false)
        }
    }

    /// Refuses two outputs of one command that would be one file.
    package func requireApart(_ paths: [String]) throws(OutputProblem) {
        for (index, path) in paths.enumerated() {
            var status = stat()
            // What is no regular file takes both.
            if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG { continue }
            if paths[..<index].contains(where: { Self.isOnePlace($0, path) }) { throw .isTwice(path) }
        }
    }

    private static func isSame(_ path: String, _ status: stat) -> Bool {
        var own = stat()
        return stat(path, &own) == 0 && own.st_dev == status.st_dev && own.st_ino == status.st_ino
    }

    /// The database and the files that SQLite keeps beside it. Source: <https://sqlite.org/tempfiles.html>
    private static func companions(of database: String) -> [String] {
        ["", "-journal", "-wal", "-shm"].map { database + $0 }
    }

    /// Whether a path is that of a file which SQLite keeps beside the database, there now or not.
    private static func isBeside(_ path: String, _ database: String) -> Bool {
        companions(of: resolved(database) ?? database).dropFirst().contains { isOnePlace(path, $0) }
    }

    /// Whether two paths name one entry of one folder.
    private static func isOnePlace(_ path: String, _ other: String) -> Bool {
        let (a, b) = (parts(path), parts(other))
        guard a.name == b.name, let folder = resolved(a.folder) else { return false }
        return folder == resolved(b.folder)
    }

    private static func parts(_ path: String) -> (folder: String, name: String) {
        guard let slash = path.lastIndex(of: "/") else { return (".", path) }
        return (slash == path.startIndex ? "/" : String(path[..<slash]), String(path[path.index(after: slash)...]))
    }

    /// The path without links; nil where there is nothing.
    private static func resolved(_ path: String) -> String? {
        guard let found = realpath(path, nil) else { return nil }
        defer { free(found) }
        return String(cString: found)
    }
}
