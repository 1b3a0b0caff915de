import Glibc

/// The bytes of a file, a pipe or standard input, readable at any offset and as often as needed.
///
/// Reads with `pread`, so that several readers can share one value. A file is never mapped: one that is cut short
/// meanwhile would be a `SIGBUS`. What cannot be read twice (standard input, a FIFO, a terminal, a socket) is copied
/// to a temporary file first that has no name any more and mode 0600.
package final class FileBytes: Sendable {
    private enum Storage: Sendable {
        case memory([UInt8])
        /// `start` is where the bytes begin: standard input may be redirected from the middle of a file.
        case descriptor(Int32, start: Int, closes: Bool)
    }

    private struct State: Equatable, Sendable {
        let size: Int
        let seconds: Int
        let nanoseconds: Int

        init(_ status: stat) {
            size = Int(status.st_size)
            seconds = status.st_mtim.tv_sec
            nanoseconds = status.st_mtim.tv_nsec
        }
    }

    /// The path as it was given, or `standard input`.
    package let name: String
    private let storage: Storage
    private let opened: State?

    /// The bytes of the file at `path`; `-` is standard input.
    package convenience init(path: String) throws(FileProblem) {
        guard path != "-" else {
            try self.init(descriptor: STDIN_FILENO, name: "standard input", closes: false)
            return
        }
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
        guard descriptor >= 0 else { throw FileProblem(path: path, code: errno) }
        try self.init(descriptor: descriptor, name: path, closes: true)
    }

    /// Bytes that are in memory already.
    package init(bytes: [UInt8], name: String) {
        self.name = name
        storage = .memory(bytes)
        opened = nil
    }

    /// The bytes behind an open descriptor, which is closed in the end where `closes` says so.
    init(descriptor: Int32, name: String, closes: Bool) throws(FileProblem) {
        do {
            (storage, opened) = try Self.storage(of: descriptor, name: name, closes: closes)
            self.name = name
        } catch {
            if closes { close(descriptor) }
            throw error
        }
    }

    deinit {
        if case .descriptor(let descriptor, _, closes: true) = storage { close(descriptor) }
    }

    /// Fills `buffer` from `offset` on and returns how many bytes there were; fewer than asked means the end.
    package func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(FileProblem) -> Int {
        switch storage {
        case .memory(let bytes):
            let count = max(0, min(buffer.count, bytes.count - offset))
            guard count > 0 else { return 0 }
            bytes.withUnsafeBytes { buffer.copyMemory(from: .init(rebasing: $0[offset..<offset + count])) }
            return count
        case .descriptor(let descriptor, let start, _):
            return try Self.fill(buffer, from: descriptor, at: start + offset, name: name)
        }
    }

    /// All bytes of the file; nil where it has more than `limit`.
    ///
    /// - Throws: `FileProblem`, as `read` does.
    package func all(limit: Int) throws -> [UInt8]? {
        var bytes: [UInt8] = []
        var page = [UInt8](repeating: 0, count: 1 << 16)
        while bytes.count <= limit {
            let count = try page.withUnsafeMutableBytes { try read(into: $0, at: bytes.count) }
            if count == 0 { return bytes }
            bytes += page[..<count]
        }
        return nil
    }

    /// Throws `changed` where the file has another length or modification time than when it was opened.
    package func checkUnchanged() throws(FileProblem) {
        guard case .descriptor(let descriptor, _, _) = storage, let opened else { return }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw FileProblem(path: name, code: errno) }
        guard State(status) == opened else { throw .changed(path: name) }
    }

    private static func storage(
        of descriptor: Int32,
        name: String,
        closes: Bool
    ) throws(FileProblem) -> (Storage, State?) {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw FileProblem(path: name, code: errno) }
        switch status.st_mode & S_IFMT {
        case S_IFREG:
            let start = closes ? 0 : max(0, lseek(descriptor, 0, SEEK_CUR))
            return (.descriptor(descriptor, start: start, closes: closes), State(status))
        case S_IFDIR:
            throw .directory(path: name)
        case S_IFCHR where !isReadable(device: status.st_rdev, descriptor), S_IFBLK:
            throw .device(path: name)
        default:
            let copy = try Spool.copy(of: descriptor, name: name)
            if closes { close(descriptor) }
            return (.descriptor(copy, start: 0, closes: true), nil)
        }
    }

    /// A terminal and `/dev/null` end; other devices may not.
    private static func isReadable(device: dev_t, _ descriptor: Int32) -> Bool {
        let null: dev_t = 0x103
        return device == null || isatty(descriptor) == 1
    }

    private static func fill(
        _ buffer: UnsafeMutableRawBufferPointer,
        from descriptor: Int32,
        at offset: Int,
        name: String
    ) throws(FileProblem) -> Int {
        guard let base = buffer.baseAddress else { return 0 }
        var done = 0
        while done < buffer.count {
            let count = pread(descriptor, base + done, buffer.count - done, offset + done)
            guard count >= 0 else { throw FileProblem(path: name, code: errno) }
            if count == 0 { break }
            done += count
        }
        return done
    }
}
