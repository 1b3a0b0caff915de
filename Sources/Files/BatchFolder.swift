import Glibc

/// A folder that one process at a time makes files in: each of them is whole, and one that would be the same is left as
/// it is. One of them, the index, speaks of all the others.
///
/// The folder's `flock` is held until this is dropped.
package final class BatchFolder {
    /// The folder's path, without a slash at its end.
    package let path: String
    /// The name of the file that speaks of the others.
    private let index: String
    private let rule: OutputRule
    private let descriptor: Int32
    /// How many files were made so far, how many were changed, and how many were the same already; without the index.
    package private(set) var counts = Counts()

    /// What became of the files.
    package struct Counts: Equatable, Sendable {
        /// Files that were not there before.
        package internal(set) var added = 0
        /// Files that held other bytes before.
        package internal(set) var replaced = 0
        /// Files that held the same bytes already, and were not touched.
        package internal(set) var same = 0
    }

    /// Makes the folder where there is none, and holds it.
    ///
    /// - Parameter rule: what must not be written over.
    /// - Throws: `OutputProblem`; `FolderProblem` where another process holds it.
    package init(_ path: String, index: String, _ rule: OutputRule) throws {
        let path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
        self.path = try OutputFolder(path).path
        self.index = index
        self.rule = rule
        descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw OutputProblem.cannotCreate(path, errno) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) != 0 else { return }
        // Thrown from here on, the descriptor is closed by `deinit`: all of the object is there.
        let code = errno
        guard code == EWOULDBLOCK else { throw OutputProblem.cannotCreate(path, code) }
        throw FolderProblem.isHeld(path)
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// Refuses the names of files that would stand on a file which is read, or on the database. Any other trouble with a
    /// name is that file's alone.
    ///
    /// - Throws: `OutputProblem`.
    package func requireKept(by names: [String]) throws(OutputProblem) {
        for name in names + [index] {
            do throws(OutputProblem) {
                _ = try rule.target("\(path)/\(name)")
            } catch {
                switch error {
                case .isInput, .isDatabase: throw error
                default: continue
                }
            }
        }
    }

    /// Removes what a killed process left of files of these names. Nobody else writes here while the folder is held.
    package func sweep(_ names: [String]) {
        let known = Set(names + [index])
        for name in FolderNames.all(in: path) {
            if let mark = name.firstRange(of: OutputFile.mark), known.contains(String(name[..<mark.lowerBound])) {
                unlink("\(path)/\(name)")
            }
        }
    }

    /// Whether there is anything of this name.
    package func holds(_ name: String) -> Bool { access("\(path)/\(name)", F_OK) == 0 }

    /// The bytes of the index that lies there; nil where there is none, it has more than `limit`, or can't be read.
    package func earlierIndex(limit: Int) -> [UInt8]? {
        // Whatever is wrong with it, it says nothing.
        try? FileBytes(path: "\(path)/\(index)").all(limit: limit)
    }

    /// Makes a file of these bytes; where it holds them already, nothing is changed.
    ///
    /// - Parameter isCounted: whether it is one of the files that were asked for.
    ///
    /// The index that spoke of the files before goes with the first change, so that it never speaks of others than those
    /// that are there, whenever the process ends.
    /// - Throws: `OutputProblem`.
    package func write(_ bytes: [UInt8], _ name: String, isCounted: Bool = true) throws {
        let file = "\(path)/\(name)"
        var status = stat()
        let isThere = lstat(file, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
        let isIndex = name == index
        if isThere, status.st_size == bytes.count, Self.isSame(file, bytes) {
            if !isIndex, isCounted { counts.same += 1 }
            return
        }
        let output = try OutputFile(file, rule)
        try bytes.withUnsafeBytes { try output.write($0) }
        if !isIndex { remove(index) }
        try output.commit()
        if isIndex || !isCounted { return }
        if isThere { counts.replaced += 1 } else { counts.added += 1 }
    }

    /// Removes a file of an earlier run that this one could not make. One that can't be removed stays.
    package func remove(_ name: String) {
        var status = stat()
        let file = "\(path)/\(name)"
        if lstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG { unlink(file) }
    }

    private static func isSame(_ file: String, _ bytes: [UInt8]) -> Bool {
        let descriptor = open(file, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var page = [UInt8](repeating: 0, count: 1 << 16)
        var done = 0
        while true {
            let count = read(descriptor, &page, page.count)
            guard count > 0 else { return count == 0 && done == bytes.count }
            guard done + count <= bytes.count, page[..<count].elementsEqual(bytes[done..<done + count]) else {
                return false
            }
            done += count
        }
    }
}
