package import Calendar
import Documents
import Measures
package import Records
import Reports

/// Shows what a program manager begins the day with: what needs action, what was done last, this quarter, the backup.
package struct ShowToday: Operation {
    package let id = OperationID(rawValue: "today")
    package let role = Role.manager
    package let access = Access.read
    package let parameters: [Parameter<Self>] = []

    package init() {}

    /// How many of the last entries are shown.
    private static let entries = 10

    package func run(_ context: Context, in store: Store) throws -> Today {
        let quarter = try Period.parse("this-quarter", today: store.today, fiscalYearStart: 1)
        return Today(
            program: store.program.name,
            day: store.today,
            due: try store.due(asOf: store.today).map { try store.named($0) },
            done: try store.recentEntries(Self.entries),
            quarter: quarter,
            figures: try store.figures(quarter),
            lastBackup: store.newestBackup
        )
    }
}

/// What a program manager begins the day with.
package struct Today: Sendable {
    /// Whose record it is.
    package let program: String
    /// The civil day in the program's zone.
    package let day: Day
    /// What needs action, the oldest first.
    package let due: [NamedDueItem]
    /// What was done last and stands, the latest first.
    package let done: [RecentEntry]
    /// The calendar quarter of the day.
    package let quarter: Period
    /// Its five numbers.
    package let figures: [QuarterFigure]
    /// The day of the newest backup beside the record; nil where there is none.
    package let lastBackup: Day?
}

/// One of the five numbers of a quarter.
package struct QuarterFigure: Sendable, Equatable {
    /// Which number it is.
    package let kind: Kind
    /// Nil where nothing of the kind is recorded.
    package let value: Int?

    /// What is counted.
    package enum Kind: CaseIterable, Sendable {
        case trainings, attendance, organizations, outlets, feedback

        /// The metric that counts it.
        fileprivate var metric: Metric {
            switch self {
            case .trainings: .trainingsHeld
            case .attendance: .attendance
            case .organizations: .organizationsReached
            case .outlets: .outletsOpen
            case .feedback: .feedbackReceived
            }
        }
    }
}

/// Something that needs action, with the record that it is about.
package struct NamedDueItem: Sendable {
    /// Since when, by when, and the step that closes it.
    package let item: DueItem
    /// The session that it is about.
    package let training: Training?
}

extension Store {
    /// A due item with the session that its step names.
    fileprivate func named(_ item: DueItem) throws -> NamedDueItem {
        guard case .perform(_, let known, _) = item.step,
            let ref = known.first(where: { $0.parameter == "session" })?.value, let found = try? find(.session, ref)
        else { return NamedDueItem(item: item, training: nil) }
        return NamedDueItem(item: item, training: try training(found.id))
    }

    /// The five numbers of a period, as the reports count them for the team.
    fileprivate func figures(_ period: Period) throws -> [QuarterFigure] {
        let facts = ProgramFacts(
            name: program.name,
            organizationID: program.organization,
            fiscalYearStart: program.fiscalYearStart,
            threshold: program.threshold
        )
        var values: [String: Int] = [:]
        for report in [Report.named("trainings"), .named("feedback")].compactMap({ $0 }) {
            let inquiry = Inquiry(
                report,
                of: facts,
                scope: Scope(period: period, asOf: today),
                disclosure: Disclosure(profile: .team, threshold: nil, format: .csv, program: facts)
            )
            let rows = try inquiry.document(for: .csv, from: reader).rows
            let places = ["id", "value"].map { key in rows.columns.firstIndex { $0.key == key } }
            guard let id = places[0], let value = places[1] else { continue }
            for row in rows.sections.flatMap(\.rows) {
                values[row[id].printed] = row[value].number.flatMap { Int(exactly: $0) }
            }
        }
        return QuarterFigure.Kind.allCases.map { QuarterFigure(kind: $0, value: values[$0.metric.id.text]) }
    }
}
