import Calendar
import Measures
package import Records
package import Reports

/// Compares a publication with what the same reports would say today: every figure that would differ, with the later
/// entries of the history that touched what it is counted from.
package struct ComparePublication: Operation {
    /// The publication's ref, an unambiguous beginning of it, or `last`.
    package var publication = ""
    /// The path of a folder from the root; where a batch lies there, it is compared and not what the ref names.
    package var folder = ""

    package let id = OperationID.comparePublication
    package let role = Role.coordinator
    /// It asks all its reports again, and nobody who writes waits for it.
    package let access = Access.snapshot

    package init() {}

    package var parameters: [Parameter<Self>] { [.text("publication", \.publication)] }

    package func run(_ context: Context, in store: Store) throws -> ComparedPublication {
        let (known, sent, head) = try subject(in: store)
        guard let sent else { throw StoreError.damaged(Self.isUnreadable) }
        let now = try figures(asked: sent, context, store)
        let changes = PublicationChange.all(from: sent, to: now)
        let later = try store.entries(after: head)
        return ComparedPublication(
            publication: known,
            period: sent.period,
            count: sent.figures.count,
            changes: changes.map { change in
                ComparedPublication.Change(
                    change: change,
                    entries: later.filter { !$0.kinds.isDisjoint(with: change.kinds) }.map(\.entry)
                )
            }
        )
    }

    private static let isUnreadable = "the figures of a publication can't be read"

    private func subject(in store: Store) throws -> (Publication?, PublishedFigures?, head: Int64) {
        if !folder.isEmpty, SentReports.isFolder(folder) {
            let sent = try SentReports(folder: folder)
            guard let head = try store.head(sent.head) else { throw RecordError.madeElsewhere }
            return (try store.publication(ofManifest: sent.manifest), sent.figures, head)
        }
        let known = try store.publication(publication)
        return (known, PublishedFigures(try store.figures(of: known)), known.head)
    }

    /// The same reports by the same arguments and as of the same day, as they would be published now.
    private func figures(asked sent: PublishedFigures, _ context: Context, _ store: Store) throws -> PublishedFigures {
        let program = ProgramFacts(store.program)
        guard let asOf = Day(iso: sent.asOf), let from = Day(iso: sent.from), let to = Day(iso: sent.to),
            let period = Period(from: from, to: to, fiscalYearStart: program.fiscalYearStart)
        else { throw StoreError.damaged(Self.isUnreadable) }
        let batch = try Batch(
            try sent.plan(stillIn: store),
            of: program,
            period: period,
            asOf: asOf,
            profile: Profile(rawValue: sent.profile),
            threshold: sent.threshold,
            from: store.reader
        )
        var clearance = Clearance(for: batch.disclosure)
        let replies = try batch.orders.enumerated().map { index, order -> Reply? in
            try context.interruption.check()
            context.progress(index, batch.orders.count)
            let reply = try order.inquiry.reply(for: order.formats, from: store.reader)
            clearance.add(reply)
            return reply
        }
        return PublishedFigures(batch, replies, after: clearance.decide())
    }
}

extension PublishedFigures {
    /// The plan that asks for the same again, without organizations that are not there any more.
    fileprivate func plan(stillIn store: Store) throws -> BatchPlan {
        let gone = try Set(reports.compactMap(\.organization)).filter {
            try store.find(.organization, inFile: $0) == nil
        }
        return plan { $0.organization.map { !gone.contains($0) } ?? true }
    }
}

/// What would be different today in what was sent.
package struct ComparedPublication: Sendable {
    /// A figure that would be different, and what was done since to the kinds of record that it is counted from.
    package struct Change: Sendable {
        /// The figure, before and now.
        package let change: PublicationChange
        /// The entries of the history, the earliest first.
        package let entries: [HistoryEntry]
    }

    /// What was recorded of it; nil for a folder that was never recorded as sent.
    package let publication: Publication?
    /// The label of its period.
    package let period: String
    /// How many figures it has.
    package let count: Int
    /// Those that would be different.
    package let changes: [Change]
}
