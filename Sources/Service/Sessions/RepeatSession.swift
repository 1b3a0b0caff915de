import Calendar
package import Records

/// Plans a series: a session like one that is on file, again and again until a day. Each is a session of its own.
package struct RepeatSession: Operation {
    /// How far apart the sessions of a series are.
    package enum Step: String, CaseIterable, Sendable {
        case day, week, twoWeeks = "two-weeks", fourWeeks = "four-weeks", month, quarter

        /// The day that comes so many steps after a first one; the last day of a month that has no such day.
        func day(_ count: Int, after first: Day) -> Day {
            switch self {
            case .day: first.adding(days: count)
            case .week: first.adding(days: 7 * count)
            case .twoWeeks: first.adding(days: 14 * count)
            case .fourWeeks: first.adding(days: 28 * count)
            case .month: first.adding(months: count)
            case .quarter: first.adding(months: 3 * count)
            }
        }
    }

    /// The first session of the series: its ref, an unambiguous beginning of it, or `last`.
    package var session = ""
    /// How far apart they are, as it was typed.
    package var every = ""
    /// The last day on which one may be, as it was typed.
    package var until = ""

    package let id = OperationID(.session, "repeat")
    package let role = Role.manager
    package let access = Access.change

    package init() {}

    package var parameters: [Parameter<Self>] {
        [.text("session", \.session), .text("every", \.every), .text("until", \.until)]
    }

    /// The most sessions that one command plans: a week for four years.
    private static let most = 210

    package func run(_ context: Context, in store: Store) throws -> RepeatedSession {
        let first = try store.find(.session, session)
        guard let step = Step(rawValue: every.trimmed.lowercased()) else {
            throw RecordError.unknown("step", every, known: Step.allCases.map(\.rawValue))
        }
        let last = try store.day(until, for: "until")
        let texts = try store.texts(Noun.session.type, first.id)
        guard let start = texts["starts"], let day = Day(iso: String(start.prefix(10))) else {
            throw RecordError.missing(.session, field: "starts")
        }
        guard step.day(1, after: day) <= last else {
            throw RecordError.invalid(
                field: "until",
                problem: "\(last.words) is before the second session (\(step.day(1, after: day).words))"
            )
        }
        guard step.day(Self.most + 1, after: day) > last else {
            throw RecordError.invalid(field: "until", problem: "this makes more than \(Self.most) sessions")
        }
        var (planned, known) = ([Found](), 0)
        for count in 1... {
            let next = step.day(count, after: day)
            guard next <= last else { break }
            let draft = try draft(texts, on: next, store)
            guard try store.matching(Noun.session.type, draft).isEmpty else {
                known += 1
                continue
            }
            planned.append(try store.named(.session, try store.add(Noun.session.type, draft)))
        }
        return RepeatedSession(session: try store.named(.session, first), planned: planned, known: known)
    }

    private func draft(_ texts: [String: String], on day: Day, _ store: Store) throws -> Draft {
        var draft = try store.plan(like: texts, without: ["access_requested", "access_met"])
        guard let starts = Noun.session.type.field(named: "starts") else { return draft }
        let text = day.iso + (texts["starts"] ?? "").dropFirst(10)
        draft["starts"] = try store.value(starts, text, Reading(place: .file, makes: false))
        draft.keepLength(of: texts, from: day)
        return draft
    }
}

/// What repeating a session planned.
package struct RepeatedSession: Sendable {
    /// The session that was repeated, which stays as it is.
    package let session: Found
    /// The sessions that were planned, the earliest first.
    package let planned: [Found]
    /// How many of the series were on file already, and were left alone.
    package let known: Int
}
