import Glibc
import Synchronization

/// A place in the queue for a lock that another thread waits for: served once, or left before that.
final class QueuePlace: Sendable {
    private enum Phase {
        case waiting, served, left
    }

    private let phase = Mutex(Phase.waiting)
    private let reader: Int32
    private let writer: Int32

    init() throws(DatabaseError) {
        var ends: [Int32] = [-1, -1]
        guard unsafe pipe(&ends) == 0 else { throw DatabaseError(cannotOpen: errno) }
        reader = ends[0]
        writer = ends[1]
        // A child would keep the ends of a pipe that nobody uses; that is all a failure would do.
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    }

    deinit {
        _ = close(reader)
        _ = close(writer)
    }

    /// Hands over the lock; false where the place has been left.
    func serve() -> Bool {
        phase.withLock { phase in
            guard phase == .waiting else { return false }
            phase = .served
            // One byte fits into an empty pipe; were it lost, the waiting thread would look again in 100 ms.
            _ = unsafe write(writer, [1 as UInt8], 1)
            return true
        }
    }

    /// Leaves; true where the lock had been handed over already.
    func leave() -> Bool {
        phase.withLock { phase in
            if phase == .waiting { phase = .left }
            return phase == .served
        }
    }

    /// Whether the lock has been handed over; returns early for that and for a signal.
    func isReady(withinMilliseconds time: Int32) -> Bool {
        var watched = pollfd(fd: reader, events: Int16(POLLIN), revents: 0)
        _ = unsafe poll(&watched, 1, time)
        return phase.withLock { $0 == .served }
    }
}

/// Starts a thread that receives no signals, and forgets it.
func startThread(_ body: @escaping @Sendable () -> Void) throws(DatabaseError) {
    final class Work: Sendable {
        let body: @Sendable () -> Void
        init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }
    var all = sigset_t()
    var before = sigset_t()
    // These fail only for arguments that are none.
    _ = unsafe sigfillset(&all)
    _ = unsafe pthread_sigmask(SIG_SETMASK, &all, &before)
    defer { _ = unsafe pthread_sigmask(SIG_SETMASK, &before, nil) }
    let work = unsafe Unmanaged.passRetained(Work(body))
    var thread = pthread_t()
    let failure = unsafe pthread_create(
        &thread,
        nil,
        { context in
            guard let context = unsafe context else { return nil }
            unsafe Unmanaged<Work>.fromOpaque(context).takeRetainedValue().body()
            return nil
        },
        work.toOpaque()
    )
    if failure != 0 {
        unsafe work.release()
        throw DatabaseError(code: .busy, message: "No thread could be started to wait.", systemError: failure)
    }
    _ = pthread_detach(thread)
}
