import Calendar
import Inbox
package import Records
import SQLite
import Synchronization

/// Lends the record at a path to operations: to one at the command line, to many in a service that runs for months.
///
/// There is one writer, whose callers are served in the order in which they came, and as many readers as there are
/// callers at once. Each loan begins with a look at the file: where another one has taken its place, or its schema is
/// another, the connection is closed and the file opened anew; the program's settings are read again, since a threshold
/// that was raised elsewhere protects people from then on.
package final class StoreLender: Sendable {
    /// The database's path.
    package let path: String
    private let metrics: @Sendable () -> [TargetMetric]
    /// A path as people know it.
    private let shown: @Sendable (String) -> String
    /// How many connections are kept open between loans.
    private let kept: Int
    private let readers = Mutex<[Loan]>([])
    private let writer = Mutex<Loan?>(nil)
    private let queue = TurnQueue()

    /// - Parameters:
    ///   - metrics: what targets can be set for; asked only where a target is.
    ///   - kept: how many readers stay open between loans; none where one operation is all there is.
    ///   - shown: a path as errors name it.
    package init(
        path: String,
        metrics: @autoclosure @escaping @Sendable () -> [TargetMetric],
        kept: Int = 0,
        shown: @escaping @Sendable (String) -> String = { $0 }
    ) {
        self.path = path
        self.metrics = metrics
        self.shown = shown
        self.kept = kept
    }

    /// Does what is asked, for whoever may ask it.
    ///
    /// - Throws: `Forbidden` where the context's role may not, `Busy` where somebody else writes for longer than it waits,
    ///   and what the operation throws.
    package func perform<O: Operation>(_ operation: O, _ context: Context) throws -> O.Result {
        try done(operation, context).result
    }

    /// The same, with the entry of the history that a change made.
    package func done<O: Operation>(_ operation: O, _ context: Context) throws -> Done<O.Result> {
        try permit(operation, context)
        let body = { (store: Store) throws -> O.Result in
            try operation.permit(context, in: store)
            return try operation.run(context, in: store)
        }
        let result: O.Result
        switch operation.access {
        case .read: result = try read(context, body)
        case .look: result = try look(context, body)
        case .change: return try entered(operation.entry, undoable: true, context, body)
        case .lastingChange: return try entered(operation.entry, undoable: false, context, body)
        case .work:
            return try work(context) { store in
                let result = try body(store)
                return Done(result: result, entry: store.lastChange)
            }
        case .snapshot: result = try copy(context, body)
        }
        return Done(result: result, entry: nil)
    }

    /// Does with the whole file what is asked, for whoever may ask it.
    ///
    /// - Throws: as ``perform(_:_:)`` of an operation does.
    package func perform<O: FileOperation>(_ operation: O, _ context: Context) throws -> O.Result {
        try permit(operation, context)
        return try inTurn(context) {
            readers.withLock { $0 = [] }
            writer.withLock { $0 = nil }
            let result = try operation.run(
                context,
                on: RecordFile(path: path, surroundings: context.surroundings(metrics))
            )
            // A file that was put in place may know other collections than the pages do.
            if PublicFolder(besideRecord: path).exists { try? reader(context).store.publishPages() }
            return result
        }
    }

    private func permit(_ request: some Request, _ context: Context) throws {
        guard context.role.includes(request.role) else { throw Forbidden(operation: request.id, needed: request.role) }
    }

    /// What `body` reads, all of one moment.
    package func read<R>(_ context: Context, _ body: (Store) throws -> R) throws -> R {
        try look(context) { store in try store.reader.read { try body(store) } }
    }

    /// A connection that only reads, without a transaction: for copies, and for work that makes transactions of its own.
    package func look<R>(_ context: Context, _ body: (Store) throws -> R) throws -> R {
        try naming(context) {
            let loan = try reader(context)
            return try lend(loan, context, body) { giveBack(loan) }
        }
    }

    /// Changes the record by one entry of the history under `words`, wholly or not at all.
    ///
    /// - Parameter undoable: whether `undo` may take it back.
    package func change<R>(
        _ words: String,
        undoable: Bool = true,
        _ context: Context,
        _ body: (Store) throws -> R
    ) throws -> R {
        try entered(words, undoable: undoable, context, body).result
    }

    private func entered<R>(
        _ words: String,
        undoable: Bool,
        _ context: Context,
        _ body: (Store) throws -> R
    ) throws -> Done<R> {
        try writing(context) { store in
            var entry: Int64?
            do {
                let result = try store.change(words, undoable: undoable) { change in
                    entry = change.id
                    try store.require(context)
                    let result = try body(store)
                    try context.once.map { try store.keep(request: $0) }
                    return result
                }
                // It is stored by now, so whatever goes wrong with this is no failure of it.
                let touched = store.lastChange.flatMap { try? store.publications(touchedBy: $0) } ?? []
                return Done(result: result, entry: store.lastChange, touched: touched)
            } catch let error as DatabaseError where error.isCommitUncertain {
                throw UncertainCommit(error: error, isStored: try wasStored(entry, words, context))
            }
        }
    }

    /// Opens the record for work that makes its own transactions.
    package func work<R>(_ context: Context, _ body: (Store) throws -> R) throws -> R {
        try writing(context, body)
    }

    /// The record as it is now, apart from the file.
    package func copy<R>(_ context: Context, _ body: (Store) throws -> R) throws -> R {
        let copy = try look(context) { try $0.snapshot() }
        return try naming(context) {
            try context.interruption.watching(copy.reader.interrupt) { try body(copy) }
        }
    }

    // MARK: - Connections

    private func writing<R>(_ context: Context, _ body: (Store) throws -> R) throws -> R {
        try inTurn(context) {
            let loan = try takeWriter(context)
            // What was stored stays so, whatever becomes of the pages; the next change brings them up to date.
            defer { try? loan.store.publishPages() }
            return try lend(loan, context, body) { if kept > 0 { writer.withLock { $0 = loan } } }
        }
    }

    /// Runs `body` as the only one of this lender's callers who writes.
    private func inTurn<R>(_ context: Context, _ body: () throws -> R) throws -> R {
        let result = try queue.turn(within: context.wait, isStopped: { context.interruption.isRequested }) {
            try naming(context, body)
        }
        guard let result else {
            try context.interruption.check()
            throw DatabaseTrouble(path: shown(path), error: DatabaseError(code: .busy, message: "Others are writing."))
        }
        return result
    }

    /// Lends a store, and gives it back where all is well with its file: also after a refusal, which asked nothing of it,
    /// and not after a fault of the file or a stop, since nobody knows how far that came.
    private func lend<R>(
        _ loan: Loan,
        _ context: Context,
        _ body: (Store) throws -> R,
        giveBack: () -> Void
    ) throws -> R {
        do {
            let result = try context.interruption.watching(loan.store.reader.interrupt) {
                if !loan.isFresh { try loan.store.reader.read { try loan.store.reloadProgram() } }
                loan.isFresh = false
                return try body(loan.store)
            }
            giveBack()
            return result
        } catch {
            if error.isRefusal { giveBack() }
            throw error
        }
    }

    private func takeWriter(_ context: Context) throws -> Loan {
        let idle = writer.withLock { writer in
            defer { writer = nil }
            return writer
        }
        guard let idle, idle.isCurrent else {
            let surroundings = context.surroundings(metrics)
            return try loan(
                try Store.open(path, mode: .readWrite, wait: context.wait, surroundings: surroundings)
            )
        }
        idle.store.begin(context.surroundings(metrics), wait: context.wait)
        return idle
    }

    private func reader(_ context: Context) throws -> Loan {
        while let idle = readers.withLock({ $0.popLast() }) {
            guard idle.isCurrent else { continue }
            idle.store.begin(context.surroundings(metrics), wait: context.wait)
            return idle
        }
        let surroundings = context.surroundings(metrics)
        return try loan(try Store.openRecovered(path, wait: context.wait, surroundings: surroundings))
    }

    private func giveBack(_ loan: Loan) {
        readers.withLock { if $0.count < kept { $0.append(loan) } }
    }

    /// One operation alone never comes back for its connection, so nothing is noted to know the file again by.
    private func loan(_ store: Store) throws -> Loan { try Loan(store, isKept: kept > 0) }

    /// Whether an entry of the history is in the file, looked up afresh.
    private func wasStored(_ entry: Int64?, _ words: String, _ context: Context) throws -> Bool {
        guard let entry else { return false }
        let found = try reader(context).store.entry(entry)
        return found?.command == words && found?.account == context.account
    }

    /// Runs `body`, and puts the database's path to what goes wrong with the file.
    private func naming<R>(_ context: Context, _ body: () throws -> R) throws -> R {
        do {
            try context.interruption.check()
            return try body()
        } catch let error as DatabaseError where error.isCommitUncertain {
            throw UncertainCommit(error: error, isStored: nil)
        } catch let error as DatabaseError {
            throw DatabaseTrouble(path: shown(path), error: error)
        }
    }
}

extension Context {
    /// What a store takes of it.
    fileprivate func surroundings(_ metrics: @escaping @Sendable () -> [TargetMetric]) -> Surroundings {
        Surroundings(clock: clock, randomness: randomness, account: account, metrics: metrics())
    }
}

extension Error {
    /// Whether it says that something may not be done as it was asked, and the file is as well as before.
    fileprivate var isRefusal: Bool {
        self is RecordError || self is any InputFault || self is Unconfirmed || self is Forbidden
    }
}
