import Glibc
import SQLite
import Synchronization

/// Whether somebody asked the program to stop, by Ctrl-C or a signal to end.
///
/// A signal handler may do nothing but set flags: it sets ours and those of the open databases, whose statements then
/// stop (signal-safety(7)). A second signal is often the same one, sent to the process and to its group, as timeout(1)
/// does; the third ends the process on the spot.
package final class Interruption: Sendable {
    /// The one that this process's signals set.
    package static let process = Interruption()

    private let requested = Atomic(false)
    private let signals = Atomic(0)
    private let databases = InlineSlots()

    package init() {}

    /// Whether to stop.
    package var isRequested: Bool { requested.load(ordering: .relaxed) }

    /// Asks to stop, as a signal does.
    package func request() {
        requested.store(true, ordering: .sequentiallyConsistent)
        databases.forEach { $0.interrupt() }
    }

    /// What the handler does: asks to stop, and at the third signal leaves it to the default action.
    private func take(_ signal: Int32) {
        request()
        guard signals.add(1, ordering: .sequentiallyConsistent).newValue > 2 else { return }
        Glibc.signal(signal, SIG_DFL)
        raise(signal)
    }

    /// Stops the statements of a database too. Where the request came already, at once.
    func watch(_ interrupt: Interrupt) {
        databases.add(interrupt)
        if isRequested { interrupt.interrupt() }
    }

    /// Ends with `Interrupted` where somebody asked to stop.
    func check() throws {
        if isRequested { throw Interrupted() }
    }

    /// Lets SIGINT and SIGTERM ask to stop, and makes a write to a closed pipe an error instead of a signal.
    ///
    /// Without `SA_RESTART`: a read that waits for a person ends.
    static func installHandlers() {
        var action = sigaction()
        action.__sigaction_handler.sa_handler = { Interruption.process.take($0) }
        // Also where whoever started us ignores them, as a shell does for what it runs in the background: a signal that
        // is sent to us is meant for us.
        for signal in [SIGINT, SIGTERM] { sigaction(signal, &action, nil) }
        var ignored = sigaction()
        ignored.__sigaction_handler.sa_handler = SIG_IGN
        sigaction(SIGPIPE, &ignored, nil)
    }
}

/// A few references that a signal handler can read without a lock: each stays for the rest of the process.
private final class InlineSlots: Sendable {
    private let first = Atomic<UInt>(0)
    private let second = Atomic<UInt>(0)
    private let third = Atomic<UInt>(0)

    /// Keeps one; of more than three the oldest is let go of, whose database is closed by then.
    func add(_ interrupt: Interrupt) {
        let kept = UInt(bitPattern: Unmanaged.passRetained(interrupt).toOpaque())
        third.store(second.load(ordering: .relaxed), ordering: .sequentiallyConsistent)
        second.store(first.load(ordering: .relaxed), ordering: .sequentiallyConsistent)
        first.store(kept, ordering: .sequentiallyConsistent)
    }

    func forEach(_ body: (Interrupt) -> Void) {
        visit(first.load(ordering: .sequentiallyConsistent), body)
        visit(second.load(ordering: .sequentiallyConsistent), body)
        visit(third.load(ordering: .sequentiallyConsistent), body)
    }

    private func visit(_ bits: UInt, _ body: (Interrupt) -> Void) {
        guard let pointer = UnsafeRawPointer(bitPattern: bits) else { return }
        body(Unmanaged<Interrupt>.fromOpaque(pointer).takeUnretainedValue())
    }
}
