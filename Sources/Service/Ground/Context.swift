package import Calendar
package import Records

/// Everything of the outside that an operation touches. None of it is a global, so that one process can serve many
/// people, and a test can say when it is, who asks and what chance brings.
package struct Context: Sendable {
    /// Who asks; the history names the account.
    package var account: String
    /// What the account may do.
    package var role: Role
    /// The present.
    package var clock: Clock
    /// Where random refs and numbers come from.
    package var randomness: Randomness
    /// Asked to stop.
    package var interruption: Interruption
    /// What somebody has said yes to, of what cannot be taken back.
    package var accepted: Acceptance
    /// How long to wait while somebody else writes, in seconds.
    package var wait: Double
    /// The id of the form that asks for a change. The change keeps it in its own transaction, so that the same form sent
    /// again, after a crash too, changes nothing and throws ``DoneBefore``.
    package var once: String?
    /// Records as they were shown to whoever asks. Where one of them is another by now, a change throws ``Stale``.
    package var seen: [Seen] = []
    /// Rows done, and how many there are where that is known.
    package var progress: @Sendable (Int, Int?) -> Void

    package init(
        account: String,
        role: Role,
        clock: Clock = .machine,
        randomness: Randomness = .system,
        interruption: Interruption = Interruption(),
        accepted: Acceptance = .nothing,
        wait: Double = 10,
        progress: @escaping @Sendable (Int, Int?) -> Void = { _, _ in }
    ) {
        self.account = account
        self.role = role
        self.clock = clock
        self.randomness = randomness
        self.interruption = interruption
        self.accepted = accepted
        self.wait = wait
        self.progress = progress
    }
}
