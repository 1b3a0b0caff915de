import Calendar
import Inbox
package import Records
package import Service
import Synchronization

/// What the staff's pages work with: the record, and the surroundings that a request's operations take.
package final class Desk: Sendable {
    private let settings: Settings
    private let state = Mutex(State())

    /// What a server is started with.
    package struct Settings: Sendable {
        /// The record.
        package let lender: StoreLender
        /// The right to serve it.
        package let served: ServedRecord
        /// Who uses it: the operating system's account, which may do everything.
        package let account: String
        /// The present, and seconds that only go forward.
        package let time: Timepiece
        /// Where ids of forms, links and logins come from.
        package let randomness: Randomness
        /// A step of advice as a command to type, for what no page does yet.
        package let command: @Sendable (Advice.Step) -> String
        /// Takes lines for whoever runs the server.
        package let log: @Sendable (String) -> Void

        /// Everything that a server is started with.
        package init(
            lender: StoreLender,
            served: ServedRecord,
            account: String,
            time: Timepiece,
            randomness: Randomness,
            command: @escaping @Sendable (Advice.Step) -> String,
            log: @escaping @Sendable (String) -> Void
        ) {
            self.lender = lender
            self.served = served
            self.account = account
            self.time = time
            self.randomness = randomness
            self.command = command
            self.log = log
        }
    }

    private struct State {
        /// What can ask the operations under way to stop, by a number of its own.
        var underWay: [Int: Interruption] = [:]
        var next = 0
        /// What was said when entries were undone, the last ones.
        var undone: [(entry: String, words: String)] = []
        var isReplaced = false
    }

    init(_ settings: Settings) { self.settings = settings }

    /// A random word for a form that is sent once, however often its button is pressed.
    func formID() -> String { settings.randomness.word(24) }

    /// The addresses at which the pages for everybody answer, the machine's own first; none where nobody serves them.
    var publicAddresses: [String] { PublicFolder(besideRecord: settings.lender.path).addresses() }

    /// A step of advice as a command to type.
    func command(_ step: Advice.Step) -> String { settings.command(step) }

    /// Whether another file has taken the record's place since the start; then this server has to end.
    package var isReplaced: Bool { state.withLock { $0.isReplaced } }

    /// Does what an operation asks.
    ///
    /// - Parameters:
    ///   - once: the id of the form that asks; where it was sent before, `DoneBefore` is thrown.
    ///   - seen: the records that were shown, which must still be as they were.
    func perform<O: Operation>(_ operation: O, once: String? = nil, seen: [Seen] = []) throws -> O.Result {
        try done(operation, once: once, seen: seen).result
    }

    /// The same, with the entry of the history that a change made.
    ///
    /// - Parameter accepting: what somebody has said yes to, of what can't be undone.
    func done<O: Operation>(
        _ operation: O,
        once: String? = nil,
        seen: [Seen] = [],
        accepting: Acceptance = .nothing
    ) throws -> Done<O.Result> {
        guard settings.served.isInPlace else {
            state.withLock { $0.isReplaced = true }
            throw RecordReplaced()
        }
        let interruption = Interruption()
        let number = state.withLock { state in
            state.next += 1
            state.underWay[state.next] = interruption
            return state.next
        }
        defer { state.withLock { $0.underWay[number] = nil } }
        var context = Context(
            account: settings.account,
            role: .admin,
            clock: settings.time.clock,
            randomness: settings.randomness,
            interruption: interruption,
            wait: 5
        )
        context.once = once
        context.seen = seen
        context.accepted = accepting
        return try settings.lender.done(operation, context)
    }

    /// Where the answer to a form stands that was sent before.
    func address(_ before: DoneBefore) throws -> String { Address.done(before.entry) }

    /// Keeps what was said of an entry when it was undone: nothing of it can be looked up any more.
    func note(_ words: String, entry: String) {
        state.withLock { state in
            state.undone.append((entry, words))
            if state.undone.count > 50 { state.undone.removeFirst() }
        }
    }

    /// What was said of an entry when it was undone.
    func noted(entry: String) -> String? { state.withLock { $0.undone.last { $0.entry == entry }?.words } }

    /// Asks everything that is under way to stop.
    func hurry() { state.withLock { Array($0.underWay.values) }.forEach { $0.request() } }
}

/// The file was replaced or upgraded, and this server has to end.
struct RecordReplaced: Error {}
