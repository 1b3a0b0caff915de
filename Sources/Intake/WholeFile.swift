import Glibc

/// Why a file cannot be made.
package struct OutputProblem: Error, Equatable, Sendable {
    /// Whether nothing could be made at all, or writing failed.
    package enum Kind: Equatable, Sendable {
        case cannotCreate, writeFailed
        /// There is a file already.
        case exists
    }

    /// The file that should be made, as it was named.
    package let path: String
    /// Which step failed, so that an interface can choose its words.
    package let kind: Kind
    /// The operating system's error number; EEXIST where a file is there already.
    package let code: Int32
}

/// A file that comes to be whole or not at all: written under a temporary name beside it, synced, then renamed.
///
/// It has mode 0600. Where it is not finished, nothing stays. It never takes the place of a file: one that is there is
/// refused, also where it came to be there meanwhile. A path that is no regular file, such as `/dev/null`, is written to
/// in the end.
final class WholeFile {
    private let path: String
    /// Nil where the path is no regular file.
    private let temporary: [CChar]?
    private let descriptor: Int32
    private var buffer: [UInt8] = []
    private var isOpen = true

    init(path: String) throws(OutputProblem) {
        self.path = path
        var status = stat()
        if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
            temporary = nil
            descriptor = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY)
        } else {
            if lstat(path, &status) == 0 { throw OutputProblem(path: path, kind: .exists, code: EEXIST) }
            var template = Array("\(path).XXXXXX".utf8CString)
            descriptor = template.withUnsafeMutableBufferPointer { name in
                name.baseAddress.map { mkstemp($0) } ?? -1
            }
            temporary = template
            if descriptor >= 0 { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
        }
        guard descriptor >= 0 else {
            isOpen = false
            throw OutputProblem(path: path, kind: .cannotCreate, code: errno)
        }
    }

    deinit {
        if isOpen {
            close(descriptor)
            if let temporary { unlink(temporary) }
        }
    }

    func write(_ bytes: some Collection<UInt8>) throws(OutputProblem) {
        buffer.append(contentsOf: bytes)
        if temporary != nil, buffer.count >= 1 << 16 { try flush() }
    }

    /// Writes what is left and syncs it, so that nothing but the name is missing.
    func flushAndSync() throws(OutputProblem) {
        guard temporary != nil else { return }
        try flush()
        if fsync(descriptor) != 0 { throw failure() }
    }

    /// Gives the file its name.
    func finish() throws(OutputProblem) {
        try flushAndSync()
        if let temporary {
            try name(temporary)
        } else {
            try flush()
        }
        isOpen = false
        close(descriptor)
        if temporary != nil { syncFolder() }
    }

    /// Puts the file in its place by a second name, which no file is replaced by; on a disk that knows none, by renaming.
    private func name(_ temporary: [CChar]) throws(OutputProblem) {
        if link(temporary, path) == 0 {
            unlink(temporary)
            return
        }
        var status = stat()
        if lstat(path, &status) == 0 { throw OutputProblem(path: path, kind: .exists, code: EEXIST) }
        guard rename(temporary, path) == 0 else { throw failure() }
    }

    private func flush() throws(OutputProblem) {
        var done = 0
        while done < buffer.count {
            let count = buffer.withUnsafeBytes { bytes in
                Glibc.write(descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw failure() }
            done += count
        }
        buffer.removeAll(keepingCapacity: true)
    }

    /// The rename itself is durable once the folder is. A folder that cannot be synced keeps the file all the same.
    private func syncFolder() {
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }

    private func failure() -> OutputProblem {
        OutputProblem(path: path, kind: .writeFailed, code: errno)
    }
}
