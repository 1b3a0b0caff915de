package import Calendar
import SQLite

/// Something that needs action.
package struct DueItem: Equatable, Sendable {
    /// Since when it is open.
    package let since: Day
    /// What it is: "Foundations for Coastal Care Initiative, Nov 10, 2026: how many came?"
    package let what: String
    /// The operation that closes it.
    package let step: Advice.Step
    /// By when it is due, where there is such a day.
    package var due: Day?
    /// The role that owns it.
    package var owner: String?
}

extension Store {
    /// Everything that needs action, oldest first.
    package func due(asOf day: Day) throws -> [DueItem] {
        let items =
            try uncountedSessions(day) + namesToForget(day) + openLoops(day) + followUps(day) + matchingsToClose(day)
            + profilesToAskFor(day)
        return items.sorted { ($0.since, $0.what) < ($1.since, $1.what) }
    }

    /// Sessions whose day is over and that nobody counted.
    private func uncountedSessions(_ day: Day) throws -> [DueItem] {
        let sessions = try database.all(
            """
            SELECT s.ref, s.starts_on, s.status, s.id FROM session AS s
            WHERE s.starts_on < \(day.description) AND s.kind = 'training' AND (s.status = 'scheduled' OR s.status = 'held')
                AND NOT EXISTS (SELECT 1 FROM attendance AS a WHERE a.session_id = s.id AND a.status = 2)
                AND NOT EXISTS (SELECT 1 FROM nameless_attendance AS a WHERE a.session_id = s.id AND a.status = 2)
                AND NOT EXISTS (SELECT 1 FROM headcount AS h WHERE h.session_id = s.id AND h.scope <> 'registered')
            """
        ) { row in (ref: try row.text(0), day: try row.text(1), status: try row.text(2), id: try row[3] as Int64) }
        return try sessions.compactMap { session in
            guard let since = Day(iso: session.day) else { return nil }
            let question = session.status == "scheduled" ? "was it held, and how many came?" : "how many came?"
            let what = "\(try called(.session, session.id) ?? session.ref): \(question)"
            return DueItem(
                since: since,
                what: what,
                step: .perform(.setHeadcount, ["session": session.ref], ask: ["count"])
            )
        }
    }

    private func namesToForget(_ day: Day) throws -> [DueItem] {
        let people = try namesPastKeeping(asOf: day).map(\.since)
        let facilitators = try facilitatorsPastKeeping(asOf: day)
        guard let oldest = (people + facilitators.map(\.since)).min() else { return [] }
        // A facilitator who has a row, too, is one of the people.
        let names = people.count + facilitators.count { !$0.hasRow }
        let count = names == 1 ? "1 name" : "\(names) names"
        let months = program.keepNamesMonths == 1 ? "1 month" : "\(program.keepNamesMonths) months"
        return [
            DueItem(
                since: oldest,
                what: "Forget \(count) kept longer than \(months)",
                step: .perform(.forgetPerson, ["past_keeping": "yes"])
            )
        ]
    }
}
