import Documents
import PlainText
import Synchronization

/// How far work has come: a line on a terminal that is drawn over, after the first second, ten times a second at most.
final class ProgressBar: Sendable {
    private let environment = Environment.current
    private let start: Double
    /// When it was last drawn; nil where it is not there.
    private let drawn = Mutex<Double?>(nil)

    init() { start = environment.stopwatch() }

    /// Draws `done` of `total`; nothing where standard error is no terminal.
    func draw(_ done: Int, of total: Int, _ what: String) {
        guard environment.errors.isTerminal, total > 0 else { return }
        let now = environment.stopwatch()
        let isDue = drawn.withLock { drawn in
            guard now - start >= 1, now - (drawn ?? -1) >= 0.1 else { return false }
            drawn = now
            return true
        }
        guard isDue else { return }
        let filled = max(0, min(20, done * 20 / total))
        let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: 20 - filled)
        show("\r[\(bar)] \(min(100, done * 100 / total)) % \(VisibleText.of(what))\u{1B}[K")
    }

    /// Takes the line away.
    func clear() {
        let wasDrawn = drawn.withLock { drawn in
            defer { drawn = nil }
            return drawn != nil
        }
        if wasDrawn { show("\r\u{1B}[K") }
    }

    deinit { clear() }

    private func show(_ text: String) {
        // A bar that can't be drawn is no reason to fail.
        try? environment.errors.write(text)
    }
}
