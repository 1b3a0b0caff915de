import Glibc
package import Service
import Synchronization

extension Interruption {
    /// The one that this process's signals set.
    package static let process = Interruption()

    private static let signals = Atomic(0)

    /// Lets SIGINT and SIGTERM ask to stop, and makes a write to a closed pipe an error instead of a signal.
    ///
    /// A second signal is often the same one, sent to the process and to its group, as timeout(1) does; the third ends
    /// the process on the spot. Without `SA_RESTART`: a read that waits for a person ends.
    static func installHandlers() {
        var action = sigaction()
        action.__sigaction_handler.sa_handler = { Interruption.receive($0) }
        // Also where whoever started us ignores them, as a shell does for what it runs in the background: a signal that
        // is sent to us is meant for us.
        for signal in [SIGINT, SIGTERM] { sigaction(signal, &action, nil) }
        var ignored = sigaction()
        ignored.__sigaction_handler.sa_handler = SIG_IGN
        sigaction(SIGPIPE, &ignored, nil)
    }

    private static func receive(_ signal: Int32) {
        process.request()
        guard signals.add(1, ordering: .sequentiallyConsistent).newValue > 2 else { return }
        Glibc.signal(signal, SIG_DFL)
        raise(signal)
    }
}
