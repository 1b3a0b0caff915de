import Glibc
import Synchronization

/// One at a time, in the order in which they came.
///
/// A mutex alone may let one thread pass all others for ever; here each caller has a number, and the next number is
/// called when a turn ends.
final class TurnQueue: Sendable {
    private let state = Mutex(State())

    private struct State {
        var next: UInt64 = 0
        var serving: UInt64 = 0
        /// Numbers whose callers went away while they waited.
        var left: Set<UInt64> = []
    }

    /// Runs `body` when it is this caller's turn; nil where that did not come within `seconds`, or `isStopped` said so.
    func turn<R>(within seconds: Double, isStopped: () -> Bool, _ body: () throws -> R) throws -> R? {
        let number = state.withLock { state in
            defer { state.next += 1 }
            return state.next
        }
        let deadline = Self.now + seconds
        var pause: UInt32 = 50
        while !state.withLock({ $0.serving == number }) {
            if Self.now >= deadline || isStopped() {
                if leave(number) { return nil }
                break
            }
            // A transaction takes about a millisecond: looking again is as quick as being woken.
            usleep(pause)
            pause = min(pause * 2, 2_000)
        }
        defer { end() }
        return try body()
    }

    /// Gives a number up; false where it was just called.
    private func leave(_ number: UInt64) -> Bool {
        state.withLock { state in
            if state.serving == number { return false }
            state.left.insert(number)
            return true
        }
    }

    private func end() {
        state.withLock { state in
            state.serving += 1
            while state.left.remove(state.serving) != nil { state.serving += 1 }
        }
    }

    private static var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
