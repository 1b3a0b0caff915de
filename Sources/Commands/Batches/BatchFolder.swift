import CommandLineKit
import Files
import Glibc
import Measures
import Records
import Reports

/// The folder that a batch is made in: each file in it is whole, and one that would be the same is left as it is.
///
/// One process at a time makes a batch there: it holds the folder's `flock` until it ends.
final class BatchFolder {
    private let path: String
    private let rule: OutputRule
    private let descriptor: Int32
    private var added = 0
    private var replaced = 0
    private var same = 0

    /// - Parameter rule: what must not be written over: the database, and the plan.
    init(_ path: String, _ rule: OutputRule, of batch: Batch) throws {
        let path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
        self.path = try OutputFolder(path).path
        self.rule = rule
        descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw OutputProblem.cannotCreate(path, errno) }
        if flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            let code = errno
            close(descriptor)
            guard code == EWOULDBLOCK else { throw OutputProblem.cannotCreate(path, code) }
            throw Failure(
                "\(Environment.current.shown(path)): another batch is being made there",
                advice: "Nothing was made. Wait for it to end, or name another folder.",
                code: .temporaryFailure
            )
        }
        do {
            try refuseOthers(than: batch)
            try refuseKept(batch)
        } catch {
            close(descriptor)
            throw error
        }
        sweep(batch)
    }

    /// Refuses a folder in which a file of the batch would stand on its own plan, or on the database. Any other trouble
    /// with a name is that file's alone.
    private func refuseKept(_ batch: Batch) throws {
        for name in batch.files + [Manifest.file] {
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

    /// Refuses a folder that holds pages for other readers, which this batch would leave beside its own.
    private func refuseOthers(than batch: Batch) throws {
        // Without a manifest that can be read nobody knows for whom anything was made.
        guard let text = try? TextInput("\(path)/\(Manifest.file)").text, let earlier = Manifest.Earlier(text),
            earlier.profile != batch.profile.rawValue
        else { return }
        let names = Set(batch.files)
        let others = earlier.files.filter { !names.contains($0) && access("\(path)/\($0)", F_OK) == 0 }
        guard let first = others.first else { return }
        let more = others.count > 1 ? " and \(others.count - 1) more" : ""
        throw Failure(
            "\(shown): pages for other readers (profile \(earlier.profile)) lie there: \(first)\(more)",
            advice: "Nothing was made. Name another folder, or take them away first.",
            code: .cannotCreate
        )
    }

    deinit { close(descriptor) }

    /// What messages call it.
    var shown: String { Environment.current.shown(path) }

    /// `3 new, 1 changed, 8 as they were`
    var changes: String {
        let counts = [(added, "new"), (replaced, "changed"), (same, same == 1 ? "as it was" : "as they were")]
        let words = counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        return words.isEmpty ? "none" : words.joined(separator: ", ")
    }

    /// Makes a file of these bytes; where it holds them already, nothing is changed.
    ///
    /// The manifest that spoke of the files before goes with the first change, so that it never speaks of others than
    /// those that are there, whenever the process ends.
    func write(_ bytes: [UInt8], _ name: String) throws {
        let file = "\(path)/\(name)"
        var status = stat()
        let isThere = lstat(file, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
        let isManifest = name == Manifest.file
        if isThere, status.st_size == bytes.count, Self.holds(file, bytes) {
            if !isManifest { same += 1 }
            return
        }
        let output = try OutputFile(file, rule)
        try bytes.withUnsafeBytes { try output.write($0) }
        if !isManifest { remove(Manifest.file) }
        try output.commit()
        if isManifest { return }
        if isThere { replaced += 1 } else { added += 1 }
    }

    /// Removes a file of an earlier run that this one could not make. One that can't be removed stays.
    func remove(_ name: String) {
        var status = stat()
        let file = "\(path)/\(name)"
        if lstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG { unlink(file) }
    }

    /// What went wrong with a file, without the folder's own name.
    func words(_ error: any Error) -> String {
        Failure(error).message.replacing("\(shown)/", with: "")
    }

    private static func holds(_ file: String, _ bytes: [UInt8]) -> Bool {
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

    /// Removes what a killed process left of files of this batch. Nobody else writes here while the folder is held.
    private func sweep(_ batch: Batch) {
        let known = Set(batch.files + [Manifest.file])
        for name in FolderNames.all(in: path) {
            if let mark = name.firstRange(of: OutputFile.mark), known.contains(String(name[..<mark.lowerBound])) {
                unlink("\(path)/\(name)")
            }
        }
    }
}
