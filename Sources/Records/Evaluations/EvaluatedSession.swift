package import Calendar
import SQLite

/// A session, as far as it decides whether a form can be of it.
package struct EvaluatedSession: Equatable, Sendable {
    /// Names it in a refusal.
    package let ref: String
    /// A word of `SessionStatus`; only `held` and `scheduled` can have been evaluated.
    package let status: String
    /// The civil day on which it begins.
    package let day: Day

    package init(ref: String, status: String, day: Day) {
        (self.ref, self.status, self.day) = (ref, status, day)
    }

    /// Why no form of a wave can be of it yet or at all, and what to do; nil where one can.
    ///
    /// What is asked before a session may come back while it is planned; what is asked after it can't.
    package func obstacle(to wave: Form.Wave, today: Day) -> (what: String, advice: Advice)? {
        guard status == "held" || status == "scheduled" else {
            let what = "\(RecordError.closed(ref, status)), so it can't have evaluations"
            return (
                what,
                Advice("If it did take place", .perform(.edit(.session), ["ref": ref, "status": "scheduled"]))
            )
        }
        guard wave != .before, day > today else { return nil }
        let what = "session \"\(ref)\" is on \(day.words), in the future, so it can't have evaluations yet"
        return (
            what,
            Advice(
                "Did you mean another session? If the date is wrong",
                .perform(.edit(.session), ["ref": ref], ask: ["starts"])
            )
        )
    }
}

extension Form {
    /// Days between a form and its session beyond which one of the two is likely wrong.
    package static let mostDays = 366
}

extension Store {
    /// Refuses a form of a session that was cancelled or, where it is not asked before, has not come.
    func requireEvaluable(_ session: Int64, _ wave: Form.Wave) throws {
        let found = try database.one("SELECT ref, status, starts_on FROM session WHERE id = \(session)") { row in
            EvaluatedSession(ref: try row.text(0), status: try row.text(1), day: try row[2])
        }
        guard let obstacle = found?.obstacle(to: wave, today: today) else { return }
        throw RecordError.refused(obstacle.what, advice: obstacle.advice)
    }
}
