import Glibc
import Synchronization

/// The right to be the one server that writes to a file: held until it is released or the process ends.
///
/// It is a lock of an open file description (fcntl(2), `F_OFD_SETLK`) on one byte far behind every page, so that it
/// neither meets SQLite's locks nor the turn to write, other processes go on as before, and nothing lies beside the file
/// that a crash could leave behind. Its descriptor stays open, for the reason that ``WriteTurn`` gives.
package final class ServingClaim: Sendable {
    private let descriptor: Int32
    private let identity: FileIdentity
    private let path: String
    private let isHeld = Mutex(true)

    private static let place: off_t = 0x4000_0000_0000_0000

    /// Claims the regular file at a path.
    ///
    /// - Throws: `busy` where another server has it.
    package init(path: String) throws(DatabaseError) {
        descriptor = unsafe Glibc.open(path, O_RDWR | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)
        guard descriptor >= 0 else { throw DatabaseError(cannotOpen: errno) }
        identity = try FileIdentity(ofDescriptor: descriptor)
        self.path = path
        guard Self.set(F_WRLCK, descriptor) else {
            if errno == EAGAIN || errno == EACCES {
                throw DatabaseError(code: .busy, message: "Another server has the file.")
            }
            throw DatabaseError(code: .inputOutput, message: "The file can't be locked.", systemError: errno)
        }
    }

    /// Whether the path still leads to the file that was claimed: a restore and an upgrade put another one there.
    package var isInPlace: Bool { (try? FileIdentity(ofFileAt: path)) == identity }

    /// Lets another server have it.
    package func release() {
        isHeld.withLock { isHeld in
            if isHeld { _ = Self.set(F_UNLCK, descriptor) }
            isHeld = false
        }
    }

    private static func set(_ type: Int32, _ descriptor: Int32) -> Bool {
        var lock = flock(
            l_type: Int16(type),
            l_whence: Int16(SEEK_SET),
            l_start: place,
            l_len: 1,
            l_pid: 0
        )
        return unsafe fcntl(descriptor, setOpenFileLock, &lock) == 0
    }

    /// `F_OFD_SETLK`, which the headers show only to those who ask for GNU's names.
    private static let setOpenFileLock: Int32 = 37
}
