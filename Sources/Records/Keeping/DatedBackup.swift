import Files
import Glibc

/// A backup under the name that Groundwork gives one: `groundwork-2026-11-21T120000Z.db` for `groundwork.db`.
package struct DatedBackup: Equatable, Sendable {
    /// Where it lies.
    package let path: String
    /// The instant in its name, in which colons would be no part of a name on some disks.
    let stamp: String
    /// Which one of that second, from 1.
    let number: Int

    /// A name in `folder` that nothing has yet, for a backup of the file `database` made at `instant`.
    package static func fresh(for database: String, in folder: String, at instant: String) -> DatedBackup {
        let name = Name(of: database)
        let stamp = instant.filter { $0 != ":" }
        var number = 1
        var status = stat()
        while true {
            let end = number == 1 ? "" : "-\(number)"
            let path = "\(folder)/\(name.stem)-\(stamp)\(end)\(name.end)"
            if lstat(path, &status) != 0 { return DatedBackup(path: path, stamp: stamp, number: number) }
            number += 1
        }
    }

    /// The files in `folder` with the name of a backup of `database` that are Groundwork databases, the newest name first.
    /// Another program's file may have such a name too.
    static func all(of database: String, in folder: String) -> [DatedBackup] {
        let name = Name(of: database)
        return FolderNames.all(in: folder).compactMap { found in
            guard let (stamp, number) = name.date(of: found) else { return nil }
            return DatedBackup(path: "\(folder)/\(found)", stamp: stamp, number: number)
        }
        .filter { isOurs($0.path) }
        .sorted { ($1.stamp, $1.number) < ($0.stamp, $0.number) }
    }

    /// What keeps an older state of `database` in its folder: dated backups, and the files that `upgrade` and `restore`
    /// moved aside; in the order of their names.
    static func older(than database: String) -> [String] {
        let (folder, file) = parts(of: database)
        let moved = FolderNames.all(in: folder).filter { name in
            ["upgrade", "restore"].contains { name.hasPrefix("\(file).before-\($0)-") }
        }
        return (all(of: database, in: folder).map(\.path) + moved.map { "\(folder)/\($0)" }.filter(isOurs)).sorted()
    }

    /// The folder of a file, and its name there.
    package static func parts(of path: String) -> (folder: String, file: String) {
        guard let slash = path.lastIndex(of: "/") else { return (".", path) }
        return (slash == path.startIndex ? "/" : String(path[..<slash]), String(path[path.index(after: slash)...]))
    }

    /// Whether a file's header says that it is a Groundwork database.
    /// Source: <https://sqlite.org/fileformat2.html#application_id>
    static func isOurs(_ path: String) -> Bool {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard descriptor >= 0 else { return false }
        // Nothing of this process has a backup open.
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return false }
        var header = [UInt8](repeating: 0, count: 72)
        guard pread(descriptor, &header, header.count, 0) == header.count else { return false }
        let id = header[68...].reduce(Int32(0)) { $0 << 8 | Int32($1) }
        return header.starts(with: Array("SQLite format 3\0".utf8)) && id == Schema.applicationID
    }

    /// The name of a database, between whose parts the date goes.
    private struct Name {
        let stem: String
        let end: String

        init(of path: String) {
            let file = DatedBackup.parts(of: path).file
            let dot = file.dropFirst().lastIndex(of: ".") ?? file.endIndex
            stem = String(file[..<dot])
            end = String(file[dot...])
        }

        /// The date and the number in the name of a backup of it.
        func date(of name: String) -> (stamp: String, number: Int)? {
            guard name.hasPrefix(stem + "-"), name.hasSuffix(end), name.utf8.count > stem.utf8.count + end.utf8.count
            else { return nil }
            let middle = name.dropFirst(stem.count + 1).dropLast(end.count)
            let shape = middle.prefix(18).map { $0.isASCII && $0.isNumber ? "0" : String($0) }.joined()
            guard shape == "0000-00-00T000000Z" else { return nil }
            let rest = middle.dropFirst(18)
            if rest.isEmpty { return (String(middle), 1) }
            guard rest.hasPrefix("-"), let number = Int(rest.dropFirst()), number > 1 else { return nil }
            return (String(middle.prefix(18)), number)
        }
    }
}
