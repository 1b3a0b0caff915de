import Glibc

/// A file that appears whole or not at all.
///
/// It is written without a name on the disk where it will stand (O_TMPFILE of open(2)), or where the disk knows no such
/// files or a file has the name already, under a temporary one, synced, renamed, and the folder synced (the order of
/// <https://sqlite.org/atomiccommit.html>). Mode 0600 under any umask. What is no regular file (a device, a pipe) is
/// written as it is. Dropped before `commit`, it leaves nothing behind; nor does a killed process, but on such disks.
package final class OutputFile {
    /// What stands between the name that it will have and a random end.
    static let mark = ".partial-"

    private let descriptor: Int32
    private let path: String
    private let temporary: String?
    /// Whether the temporary name is given only at the end.
    private var isNameless = false
    private var isOpen = true
    /// Whether it may take the place of a file that has come to be there meanwhile.
    private let replaces: Bool
    /// Whether it is a file on a disk, which no reader can hold up.
    package var isRegular: Bool { temporary != nil }

    private let isStopped: @Sendable () -> Bool

    /// - Parameter rule: what must not be written over.
    /// - Throws: `OutputProblem`.
    package init(_ path: String, _ rule: OutputRule, as kind: OutputRule.Kind = .result) throws {
        isStopped = rule.isStopped
        let target = try rule.target(path, as: kind)
        replaces = kind == .result
        if target.isRegular {
            let name = target.path + Self.mark + String(UInt64.random(in: .min ... .max), radix: 36)
            let nameless = Self.nameless(beside: target.path)
            descriptor = nameless ?? open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
            temporary = name
            isNameless = nameless != nil
        } else {
            descriptor = open(target.path, O_WRONLY | O_CLOEXEC | O_NOCTTY)
            temporary = nil
        }
        self.path = target.path
        guard descriptor >= 0 else { throw OutputProblem.cannotCreate(path, errno) }
    }

    deinit {
        guard isOpen else { return }
        close(descriptor)
        if let temporary, !isNameless { unlink(temporary) }
    }

    /// Writes all of the bytes, behind those that were written before.
    package func write(_ bytes: UnsafeRawBufferPointer) throws {
        do {
            try writeAll(bytes, to: descriptor, isStopped: isStopped)
        } catch {
            throw OutputProblem.failed(path, error.code)
        }
    }

    /// The path under which this process can open what is written so far (proc(5)).
    package var openPath: String { Self.door(descriptor) }

    /// The folder in which it will stand.
    package var folder: String { Self.folder(of: path) }

    /// Puts the file in its place, durably.
    package func commit() throws {
        guard let temporary else { return }
        guard fsync(descriptor) == 0 else { throw OutputProblem.failed(path, errno) }
        if !(isNameless && name(path)) {
            if isNameless {
                if !replaces, errno == EEXIST { throw OutputProblem.exists(path) }
                guard name(temporary) else { throw OutputProblem.cannotCreate(path, errno) }
                isNameless = false
            }
            if !replaces { try requireNothing(at: path) }
            guard rename(temporary, path) == 0 else { throw OutputProblem.cannotCreate(path, errno) }
        }
        isOpen = false
        guard close(descriptor) == 0 else { throw OutputProblem.failed(path, errno) }
        try Self.syncFolder(of: path)
    }

    /// Refuses what has come to be there since it was looked at, on a disk that gives no file a second name.
    private func requireNothing(at path: String) throws {
        var entry = stat()
        if lstat(path, &entry) == 0 { throw OutputProblem.exists(path) }
    }

    /// Gives the file this name, where nothing has it; so a new file never stands under another one.
    private func name(_ path: String) -> Bool {
        linkat(AT_FDCWD, Self.door(descriptor), AT_FDCWD, path, AT_SYMLINK_FOLLOW) == 0
    }

    /// A file without a name on the disk of `path`; nil where the disk, or the machine, knows none.
    private static func nameless(beside path: String) -> Int32? {
        let folder = folder(of: path)
        // O_TMPFILE, a macro that Swift does not import: __O_TMPFILE of asm-generic/fcntl.h with O_DIRECTORY.
        let withoutName = 0o20_000_000 | O_DIRECTORY
        let descriptor = open(folder, O_WRONLY | O_CLOEXEC | withoutName, 0o600)
        guard descriptor >= 0 else { return nil }
        if access(door(descriptor), F_OK) == 0 { return descriptor }
        close(descriptor)
        return nil
    }

    /// The path by which an open file is given a name (the example of open(2)).
    private static func door(_ descriptor: Int32) -> String { "/proc/self/fd/\(descriptor)" }

    private static func folder(of path: String) -> String {
        let slash = path.lastIndex(of: "/")
        return slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    }

    private static func syncFolder(of path: String) throws {
        let folder = folder(of: path)
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw OutputProblem.failed(path, errno) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw OutputProblem.failed(path, errno) }
    }
}
