import Glibc

/// Which file: device and inode.
struct FileIdentity: Hashable, Sendable {
    private let device: UInt64
    private let inode: UInt64

    /// The regular file at `path`, links followed.
    init(ofFileAt path: String) throws(DatabaseError) {
        var status = stat()
        guard unsafe stat(path, &status) == 0 else { throw DatabaseError(cannotOpen: errno) }
        try self.init(status)
    }

    /// The regular file behind a descriptor.
    init(ofDescriptor descriptor: Int32) throws(DatabaseError) {
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else { throw DatabaseError(cannotOpen: errno) }
        try self.init(status)
    }

    private init(_ status: stat) throws(DatabaseError) {
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw DatabaseError(code: .cannotOpen, message: "This is not a regular file.")
        }
        device = UInt64(status.st_dev)
        inode = UInt64(status.st_ino)
    }
}

extension DatabaseError {
    /// The error for a file that the operating system does not open.
    init(cannotOpen number: Int32) {
        let words = unsafe strerror(number).map { unsafe String(cString: $0) } ?? "unknown error"
        self.init(code: .cannotOpen, message: words, systemError: number)
    }
}

/// Seconds on the clock that nobody sets.
func monotonicSeconds() -> Double {
    var time = timespec()
    // Fails only for a clock that does not exist.
    _ = unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
