import CSQLite
import Synchronization

/// Stops the statements of one connection, from any thread or from a signal handler.
///
/// A request stays until `clear()`: a statement that starts later is refused too, so that a Ctrl-C between two
/// statements is not lost. Holds no lock: two atomics, and `sqlite3_interrupt`, which sets a flag.
/// Source: <https://sqlite.org/c3ref/interrupt.html>, which forbids the call on a connection that may be closing;
/// therefore `close()` waits for calls under way.
@safe package final class Interrupt: Sendable {
    private let connection: Atomic<UInt>
    private let callers = Atomic<Int>(0)
    private let requested = Atomic<Bool>(false)

    init(_ connection: OpaquePointer) {
        self.connection = Atomic(UInt(bitPattern: connection))
    }

    /// Whether somebody asked to stop.
    package var isRequested: Bool { requested.load(ordering: .relaxed) }

    /// Asks the running statement, and each later one, to stop with `interrupted`.
    package func interrupt() {
        callers.add(1, ordering: .sequentiallyConsistent)
        requested.store(true, ordering: .sequentiallyConsistent)
        if let pointer = unsafe OpaquePointer(bitPattern: connection.load(ordering: .sequentiallyConsistent)) {
            unsafe sqlite3_interrupt(pointer)
        }
        callers.subtract(1, ordering: .sequentiallyConsistent)
    }

    /// Allows statements again.
    package func clear() {
        requested.store(false, ordering: .sequentiallyConsistent)
    }

    func close() {
        connection.store(0, ordering: .sequentiallyConsistent)
        while callers.load(ordering: .sequentiallyConsistent) != 0 {}
    }
}

/// Lets somebody stop the statements of a connection, until what it returns is called.
package typealias Watch = (Interrupt) -> () -> Void
