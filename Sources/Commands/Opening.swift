import Calendar
import Records
import Reports
import Service

extension CommonOptions {
    /// Does what an operation asks, on the database that these options name, once somebody has said yes to what cannot be
    /// taken back.
    func perform<O: Operation>(_ operation: O) throws -> O.Result {
        let done = try confirmed { try lender.done(operation, $0) }
        if !done.touched.isEmpty { Output.note(Self.mayChange(done.touched)) }
        return done.result
    }

    /// What was sent that a change touches.
    private static func mayChange(_ touched: [Publication]) -> String {
        let sent = touched.prefix(3).map { "\($0.sentTo), \($0.sentOn.words)" }.joined(separator: "; ")
        let more = touched.count > 3 ? " and \(touched.count - 3) more" : ""
        return "Reports you sent may read differently now (\(sent)\(more)). "
            + "To see how: groundwork publication compare \(touched[0].ref)"
    }

    /// Does with the whole file what an operation asks, once somebody has said yes to what cannot be taken back.
    func perform<O: FileOperation>(_ operation: O) throws -> O.Result {
        try confirmed { try lender.perform(operation, $0) }
    }

    /// Does what an operation asks, where somebody has said yes to exactly this before.
    func perform<O: Operation>(_ operation: O, accepting unconfirmed: Unconfirmed) throws -> O.Result {
        var context = context
        if context.accepted == .nothing { context.accepted = .only(unconfirmed.digest) }
        return try lender.perform(operation, context)
    }

    private func confirmed<R>(_ body: (Context) throws -> R) throws -> R {
        var context = context
        do {
            return try body(context)
        } catch let unconfirmed as Unconfirmed {
            try Prompt.confirm(unconfirmed.consequence.words, self)
            context.accepted = .only(unconfirmed.digest)
            return try body(context)
        }
    }

    /// The operating system's account is an admin: who can open the file can read all of it.
    var context: Context {
        let environment = Environment.current
        return Context(
            account: environment.account,
            role: .admin,
            clock: environment.clock,
            randomness: environment.randomness,
            interruption: environment.interruption,
            accepted: yes ? .anything : .nothing,
            wait: wait
        )
    }

    private var lender: StoreLender { lender(kept: 0) }

    /// Who lends the record that these options name.
    ///
    /// - Parameter kept: how many connections stay open between operations.
    func lender(kept: Int) -> StoreLender {
        // Also asked on threads that serve, which have no surroundings of their own.
        let environment = Environment.current
        return StoreLender(path: databasePath, metrics: Environment.metrics, kept: kept) { environment.shown($0) }
    }
}
