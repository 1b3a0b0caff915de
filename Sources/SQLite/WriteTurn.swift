import Glibc
import Synchronization

/// The turn to write among processes: an advisory `flock` on the database file itself.
///
/// SQLite's own busy handler starves some of many writers; the kernel's queue does not. `flock` and the POSIX locks
/// that SQLite uses do not see each other on Linux (flock(2)).
///
/// The descriptor is kept until the process ends, on purpose: closing any descriptor of a file drops all POSIX locks
/// that the process holds on it, also SQLite's (<https://sqlite.org/howtocorrupt.html#_posix_advisory_locks_canceled_by_a_separate_thread_doing_close_>).
/// So there is one for each file, shared by the connections of the process; among those SQLite's own lock decides.
final class WriteTurn: Sendable {
    private let descriptor: Int32
    private let identity: FileIdentity
    private let path: String
    private let holders = Mutex(0)
    private static let known = Mutex<[FileIdentity: WriteTurn]>([:])

    private init(descriptor: Int32, identity: FileIdentity, path: String) {
        self.descriptor = descriptor
        self.identity = identity
        self.path = path
    }

    /// The turn for the file at `path`, which is made or must exist, as `mode` says, and must be a regular one.
    static func open(_ path: String, mode: Database.Mode) throws(DatabaseError) -> WriteTurn {
        let found: Result<WriteTurn, DatabaseError> = known.withLock { known in
            Result { () throws(DatabaseError) in
                if mode != .create, let turn = known[try FileIdentity(ofFileAt: path)] { return turn }
                let turn = try WriteTurn(opening: path, mode: mode)
                known[turn.identity] = turn
                return turn
            }
        }
        return try found.get()
    }

    private convenience init(opening path: String, mode: Database.Mode) throws(DatabaseError) {
        let flags = mode == .create ? O_RDWR | O_CREAT | O_EXCL : O_RDONLY | O_NONBLOCK
        let descriptor = unsafe Glibc.open(path, flags | O_CLOEXEC | O_NOCTTY, 0o600)
        guard descriptor >= 0 else { throw DatabaseError(cannotOpen: errno) }
        let identity = try FileIdentity(ofDescriptor: descriptor)
        self.init(descriptor: descriptor, identity: identity, path: path)
    }

    /// Waits at most `wait` seconds for the turn; `busy` then, `readOnlyDatabaseMoved` where another file has taken
    /// the path meanwhile.
    func take(wait: Double, interrupt: Interrupt) throws(DatabaseError) {
        let deadline = monotonicSeconds() + wait
        var pause: UInt32 = 500
        while !(try attempt()) {
            if interrupt.isRequested { throw DatabaseError(code: .interrupted, message: "interrupted") }
            if monotonicSeconds() >= deadline {
                throw DatabaseError(code: .busy, message: "Another program is writing to the file.")
            }
            usleep(pause)
            pause = min(pause * 2, 4000)
        }
        if try FileIdentity(ofFileAt: path) != identity {
            release()
            throw DatabaseError(code: .readOnlyDatabaseMoved, message: "Another file has taken this one's place.")
        }
    }

    /// Lets the next one write.
    func release() {
        holders.withLock { holders in
            holders -= 1
            // Unlocking an open descriptor of ours cannot fail.
            if holders == 0 { _ = flock(descriptor, LOCK_UN) }
        }
    }

    /// Whether the turn is ours now. A file system without `flock` leaves it to SQLite's own locks.
    private func attempt() throws(DatabaseError) -> Bool {
        let failure: Int32 = holders.withLock { holders in
            if holders == 0, flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
                let failure = errno
                let isMissing = failure != EWOULDBLOCK && failure != EINTR
                if !isMissing { return failure }
            }
            holders += 1
            return 0
        }
        return failure == 0
    }
}

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
