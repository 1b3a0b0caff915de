import Files
import FoundationEssentials
import Glibc

/// The folder beside a record by which its public pages live: what they may show, and what people sent.
///
/// Whoever has the record writes `published.json`, and whoever serves the public pages writes the inbox; a lock keeps
/// them apart where an inbox is taken.
package struct PublicFolder: Sendable {
    /// The folder's path.
    package let path: String

    /// The folder of the record at a path: `groundwork.public` beside `groundwork.db`.
    ///
    /// A link to a record leads to the folder beside the record itself, so that all who use it meet.
    package init(besideRecord record: String) {
        let whole = realpath(record, nil)
        defer { free(whole) }
        let record = whole.map { String(cString: $0) } ?? record
        path = (record.hasSuffix(".db") ? String(record.dropLast(3)) : record) + ".public"
    }

    /// The folder itself.
    package init(path: String) { self.path = path }

    /// Whether anything was ever published here.
    package var exists: Bool { access(path, F_OK) == 0 }

    private var publishedPath: String { path + "/published.json" }

    /// Makes the folder, for the owner alone, where it is not there yet.
    ///
    /// - Throws: `PublicFolderProblem` where it can't be made, or what has its name is no folder of ours that others can't
    ///   write to.
    package func make() throws(PublicFolderProblem) {
        if mkdir(path, 0o700) == 0 { return }
        guard errno == EEXIST else { throw .unwritable(path: path, code: errno) }
        var status = stat()
        guard lstat(path, &status) == 0 else { throw .unwritable(path: path, code: errno) }
        guard status.st_mode & S_IFMT == S_IFDIR else { throw .unwritable(path: path, code: ENOTDIR) }
        guard status.st_uid == geteuid(), status.st_mode & 0o022 == 0 else {
            throw .unwritable(path: path, code: EPERM)
        }
    }
}

// MARK: - Published

extension PublicFolder {
    /// What is published here; nil where nothing is.
    ///
    /// - Throws: `FileProblem` where the file can't be read, `PublicFolderProblem.damaged` where it is none of ours.
    package func published() throws -> Published? {
        let bytes: [UInt8]
        do {
            bytes = try contents(publishedPath)
        } catch FileProblem.missing {
            return nil
        }
        do {
            return try JSONDecoder().decode(Published.self, from: Data(bytes))
        } catch {
            throw PublicFolderProblem.damaged(path: publishedPath)
        }
    }

    /// Publishes; within ``alone(_:)`` or before anybody serves.
    ///
    /// - Returns: whether it differs from what was published before.
    @discardableResult
    package func publish(_ published: Published) throws -> Bool {
        // What is damaged is written anew: it follows from the record.
        if let earlier = try? self.published(), earlier == published { return false }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        try replace(publishedPath, with: Array(encoder.encode(published)) + [10])
        return true
    }

    fileprivate func contents(_ path: String) throws -> [UInt8] {
        let file = try FileBytes(path: path)
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = try chunk.withUnsafeMutableBytes { try file.read(into: $0, at: bytes.count) }
            if count == 0 { return bytes }
            bytes += chunk[..<count]
        }
    }

    /// A file that is there whole, or as it was.
    fileprivate func replace(_ target: String, with bytes: [UInt8]) throws {
        let file = try OutputFile(target, OutputRule(database: nil))
        try bytes.withUnsafeBytes { try file.write($0) }
        try file.commit()
    }
}

/// Why the folder of the public pages could not be used.
package enum PublicFolderProblem: Error, Equatable, Sendable {
    /// It, or a file in it, can't be written; `code` is the `errno`.
    case unwritable(path: String, code: Int32)
    /// What is published is none that this program wrote.
    case damaged(path: String)
}

// MARK: - Where it is served

extension PublicFolder {
    /// The addresses at which the public pages answer now, the machine's own first; none where nobody serves them.
    package func addresses() -> [String] {
        guard let bytes = try? contents(addressesPath) else { return [] }
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    /// Says at which addresses they answer.
    package func announce(_ addresses: [String]) throws {
        try replace(addressesPath, with: Array(addresses.joined(separator: "\n").utf8))
    }

    /// Says that nobody serves them at these addresses any more; what another process announced stays.
    package func withdraw(_ addresses: [String]) {
        if self.addresses() == addresses { _ = unlink(addressesPath) }
    }

    private var addressesPath: String { path + "/addresses" }
}

// MARK: - Inbox

extension PublicFolder {
    /// Puts a response into the inbox, where its code is published and open.
    ///
    /// Many may do it at once; whoever takes the inbox waits for all of them, and they for whoever takes it.
    package func send(_ response: Response, to code: EntryCode, at now: Int64, day: String) throws -> Receipt {
        try locked(LOCK_SH) {
            guard let collection = try published()?.collection(code) else { return .closed }
            guard collection.isOpen(at: now) else { return .closed }
            return try InboxFile(path: inbox(code)).add(response, day: day)
        }
    }

    /// Runs `body` while nobody sends, publishes or takes.
    package func alone<R>(_ body: () throws -> R) throws -> R { try locked(LOCK_EX, body) }

    /// Sets aside what a code's inbox holds, under the name of a batch, so that it is read once. Within ``alone(_:)``.
    ///
    /// What an earlier batch set aside and never stored joins this one.
    package func setAside(_ code: EntryCode, batch: String) throws(PublicFolderProblem) -> Batch {
        var paths: [String] = []
        for found in try files(of: code) {
            let target = "\(path)/\(code).\(batch).\(paths.count + 1).taken"
            guard rename(found, target) == 0 else { throw .unwritable(path: found, code: errno) }
            paths.append(target)
        }
        return Batch(name: batch, files: paths.map { InboxFile(path: $0) })
    }

    /// Puts back what was set aside, so that people may go on where closing came to nothing. Within ``alone(_:)``.
    package func putBack(_ batch: Batch) {
        for file in batch.files {
            guard let name = file.path.split(separator: "/").last else { continue }
            let inbox = "\(path)/\(name.prefix(EntryCode.length)).inbox"
            // Where there are several, the others join the next batch from where they lie.
            if access(inbox, F_OK) != 0 { _ = rename(file.path, inbox) }
        }
    }

    /// The batches of each code that lie set aside.
    package func setAside() -> [EntryCode: Set<String>] {
        var found: [EntryCode: Set<String>] = [:]
        for name in FolderNames.all(in: path) where name.hasSuffix(".taken") {
            let parts = name.split(separator: ".")
            guard parts.count == 4, let code = EntryCode(String(parts[0])) else { continue }
            found[code, default: []].insert(String(parts[1]))
        }
        return found
    }

    /// Removes what batches set aside that are in the record now. Within ``alone(_:)``.
    package func drop(_ batches: Set<String>) throws(PublicFolderProblem) {
        for name in FolderNames.all(in: path) where name.hasSuffix(".taken") {
            let parts = name.split(separator: ".")
            guard parts.count == 4, batches.contains(String(parts[1])) else { continue }
            for end in ["-journal", ""] { _ = unlink("\(path)/\(name)\(end)") }
        }
    }

    /// How many responses wait under one code.
    package func waiting(under code: EntryCode) throws -> Int {
        try files(of: code).reduce(0) { try $0 + InboxFile(path: $1).count() }
    }

    /// How many responses wait under each code, by the code.
    package func waiting() throws -> [EntryCode: Int] {
        var counts: [EntryCode: Int] = [:]
        for name in FolderNames.all(in: path) where name.hasSuffix(".inbox") || name.hasSuffix(".taken") {
            guard let code = EntryCode(String(name.prefix(EntryCode.length))) else { continue }
            counts[code, default: 0] += try InboxFile(path: "\(path)/\(name)").count()
        }
        return counts
    }

    private func inbox(_ code: EntryCode) -> String { "\(path)/\(code).inbox" }

    private func files(of code: EntryCode) throws(PublicFolderProblem) -> [String] {
        FolderNames.all(in: path).filter { name in
            name.hasPrefix("\(code).") && (name.hasSuffix(".inbox") || name.hasSuffix(".taken"))
        }.sorted().map { "\(path)/\($0)" }
    }

    /// Runs `body` under the folder's lock; others wait for it, as they do for a few milliseconds.
    ///
    /// Whoever waits stands at the turnstile meanwhile, so that those who send can't go past somebody who takes.
    private func locked<R>(_ kind: Int32, _ body: () throws -> R) throws -> R {
        let turnstile = try door("turn")
        defer { close(turnstile) }
        let descriptor = try door("lock")
        // Closing gives the lock back (flock(2)).
        defer { close(descriptor) }
        let deadline = time(nil) + Self.patience
        try take(turnstile, LOCK_EX, deadline)
        try take(descriptor, kind, deadline)
        _ = flock(turnstile, LOCK_UN)
        return try body()
    }

    /// How many seconds anybody waits for the folder; a process that was stopped holds nobody up for longer.
    private static let patience = 20

    private func door(_ name: String) throws(PublicFolderProblem) -> Int32 {
        let descriptor = open("\(path)/\(name)", O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw .unwritable(path: path, code: errno) }
        return descriptor
    }

    private func take(_ descriptor: Int32, _ kind: Int32, _ deadline: Int) throws(PublicFolderProblem) {
        while flock(descriptor, kind | LOCK_NB) != 0 {
            guard errno == EWOULDBLOCK || errno == EINTR, time(nil) < deadline else {
                throw .unwritable(path: path, code: errno)
            }
            usleep(2_000)
        }
    }
}

/// What was set aside to be stored in the record.
package struct Batch: Sendable {
    /// Its name, by which the record remembers that it has it.
    package let name: String
    let files: [InboxFile]

    /// The responses, in an order that nothing follows from.
    package func responses() throws -> [[String: String]] {
        try files.flatMap { try $0.answers() }.shuffled()
    }
}
