import Records
import Reports
import Service

extension CommonOptions {
    /// Does what an operation asks, on the database that these options name, once somebody has said yes to what cannot be
    /// taken back.
    func perform<O: Operation>(_ operation: O) throws -> O.Result {
        try confirmed { try lender.perform(operation, $0) }
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

    /// What `body` reads from the record, all of one moment; the file is free again before anything is printed.
    ///
    /// - Parameter before: what must be done before the transaction begins.
    func read<R>(before: (Store) throws -> Void = { _ in }, _ body: (Store) throws -> R) throws -> R {
        try lender.read(context, before: before, body)
    }

    /// A connection that only reads, without a transaction.
    func look<R>(_ body: (Store) throws -> R) throws -> R { try lender.look(context, body) }

    /// Changes the record by one command, wholly or not at all; `words` are the command's own, without arguments.
    func change<R>(_ words: String, _ body: (Store) throws -> R) throws -> R {
        try lender.change(words, context, body)
    }

    /// Writes down in the history that something was done which changed nothing.
    func note(_ words: String) throws { try work { try $0.note(words) } }

    /// Opens the record for work that makes its own transactions.
    func work<R>(_ body: (Store) throws -> R) throws -> R { try lender.work(context, body) }

    /// Runs `body`, and puts the database's path to what goes wrong with the file.
    func naming<R>(_ body: () throws -> R) throws -> R { try lender.naming(context, body) }

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

    private var lender: StoreLender {
        StoreLender(path: databasePath, metrics: Environment.metrics) { Environment.current.shown($0) }
    }
}
