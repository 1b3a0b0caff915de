import CSQLite
import Glibc
import Synchronization

/// The turn to write among processes: an advisory `flock` on the database file itself.
///
/// SQLite's own busy handler starves some of many writers; the kernel's queue does not. `flock` and the POSIX locks
/// that SQLite uses do not see each other on a local disk; a network disk may make one of both (flock(2), NFS and
/// CIFS details), so that there SQLite's own lock is all there is.
///
/// There is one for each file, shared by the connections of the process, and its descriptor is closed with the last of
/// them: closing any descriptor of a file drops all POSIX locks that the process holds on it, SQLite's among them
/// (<https://sqlite.org/howtocorrupt.html>, section 2.2). Among those connections SQLite's own lock decides.
final class WriteTurn: Sendable {
    private let descriptor: Int32
    let identity: FileIdentity
    private let isLocal: Bool
    /// How many connections of this process have the turn. The lock is taken and freed only inside.
    private let holders = Mutex(0)
    private static let known = Mutex<[FileIdentity: Known]>([:])

    private struct Known {
        let turn: WriteTurn
        /// How many connections, and threads that wait for them, use its descriptor.
        var users = 1
    }

    /// The turn for the file at `path`, which is made or must exist, as `mode` says, and must be a regular one.
    ///
    /// Whoever gets it gives it back by ``close()``, once no connection of theirs has the file any more.
    static func open(_ path: String, mode: Database.Mode) throws(DatabaseError) -> WriteTurn {
        let found: Result<WriteTurn, DatabaseError> = known.withLock { known in
            Result { () throws(DatabaseError) in
                if mode != .create {
                    let identity = try FileIdentity(ofFileAt: path)
                    if let turn = known[identity]?.turn {
                        known[identity]?.users += 1
                        return turn
                    }
                }
                let turn = try WriteTurn(opening: path, mode: mode)
                if let earlier = known[turn.identity]?.turn {
                    // The path came to lead to a known file just now. A second descriptor of it must stay open.
                    known[turn.identity]?.users += 1
                    return earlier
                }
                known[turn.identity] = Known(turn: turn)
                return turn
            }
        }
        return try found.get()
    }

    private init(opening path: String, mode: Database.Mode) throws(DatabaseError) {
        let flags = mode == .create ? O_RDWR | O_CREAT | O_EXCL : O_RDONLY | O_NONBLOCK
        descriptor = unsafe Glibc.open(path, flags | O_CLOEXEC | O_NOCTTY, 0o600)
        guard descriptor >= 0 else { throw DatabaseError(cannotOpen: errno) }
        identity = try FileIdentity(ofDescriptor: descriptor)
        isLocal = groundwork_is_on_network_disk(descriptor) == 0
    }

    /// Gives it back. The last one closes the descriptor, within the lock, so that nobody opens the file anew meanwhile.
    func close() {
        Self.known.withLock { known in
            guard let entry = known[identity], entry.turn === self else { return }
            known[identity]?.users -= 1
            guard entry.users == 1 else { return }
            known[identity] = nil
            _ = Glibc.close(descriptor)
        }
    }

    /// Counts a thread that waits among the users.
    private func keep() { Self.known.withLock { $0[identity]?.users += 1 } }

    /// Throws for a file in WAL mode: a reader would make two files beside it.
    ///
    /// Source: <https://sqlite.org/fileformat2.html#file_format_version_numbers>
    func refuseWriteAheadLog() throws(DatabaseError) {
        var header: [UInt8] = Array(repeating: 0, count: 20)
        let count = unsafe header.withUnsafeMutableBytes { unsafe pread(descriptor, $0.baseAddress, $0.count, 0) }
        if count == 20, header[18] == 2 || header[19] == 2 {
            throw DatabaseError(code: .cannotOpen, message: "The file uses a write-ahead log.")
        }
    }

    /// Waits at most `wait` seconds for the turn; `busy` then, `readOnlyDatabaseMoved` where another file has taken
    /// the path meanwhile.
    func take(path: String, wait: Double, interrupt: Interrupt) throws(DatabaseError) {
        if !attempt() { try queue(wait: wait, interrupt: interrupt) }
        do {
            try requirePlace(path)
        } catch {
            release()
            throw error
        }
    }

    /// Throws `readOnlyDatabaseMoved` where another file has taken the path, or none is there any more.
    func requirePlace(_ path: String) throws(DatabaseError) {
        if let present = try? FileIdentity(ofFileAt: path), present == identity { return }
        throw DatabaseError(code: .readOnlyDatabaseMoved, message: "Another file has taken this one's place.")
    }

    /// Lets the next one write.
    func release() {
        holders.withLock { holders in
            holders -= 1
            if holders == 0 { unlock() }
        }
    }

    /// Whether the turn is ours at once. A disk without `flock` leaves it to SQLite's own locks.
    private func attempt() -> Bool {
        holders.withLock { holders in
            if holders == 0, isLocal, flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK { return false }
            holders += 1
            return true
        }
    }

    /// Stands in the kernel's queue: a thread does, because `flock` has no time limit, and signals stay with us.
    private func queue(wait: Double, interrupt: Interrupt) throws(DatabaseError) {
        let deadline = monotonicSeconds() + wait
        if wait <= 0 { throw DatabaseError(code: .busy, message: "Another program is writing to the file.") }
        let place = try QueuePlace()
        keep()
        do throws(DatabaseError) {
            try startThread { [self] in
                while flock(descriptor, LOCK_EX) != 0, errno == EINTR {}
                deliver(to: place)
                close()
            }
        } catch {
            close()
            throw error
        }
        while !place.isReady(withinMilliseconds: min(100, Int32(clamping: Int(wait * 1000) + 1))) {
            guard interrupt.isRequested || monotonicSeconds() >= deadline else { continue }
            if holders.withLock({ _ in place.leave() }) { break }
            if interrupt.isRequested { throw DatabaseError(code: .interrupted, message: "interrupted") }
            throw DatabaseError(code: .busy, message: "Another program is writing to the file.")
        }
    }

    /// Hands the lock that was just got to whoever waits; frees it where nobody does any more.
    private func deliver(to place: borrowing QueuePlace) {
        holders.withLock { holders in
            if place.serve() {
                holders += 1
            } else if holders == 0 {
                unlock()
            }
        }
    }

    private func unlock() {
        // Unlocking an open descriptor of ours cannot fail.
        _ = flock(descriptor, LOCK_UN)
    }
}
