import Calendar
import SQLite

/// Something in the record that is not as it should be.
package struct CheckFinding: Equatable, Sendable {
    /// The rule, in a word: `integrity`, `minutes`, `headcount`.
    package let rule: String
    /// What is wrong, with the ref of the record.
    package let words: String
    /// What to do about it.
    package let advice: Advice
}

extension Store {
    /// Looks the whole file over: SQLite's own integrity, references, the chain of the history, and what data should
    /// satisfy. Nothing is changed.
    package func check() throws -> [CheckFinding] {
        let damage = try integrity()
        do {
            return try damage + broken() + headcounts() + minutes() + days() + unknownOptions() + loops()
                + leftElements() + returnedForms()
        } catch let error as DatabaseError where error.isMistaken && !damage.isEmpty {
            // What stands there can't be counted with; the damage says where.
            return damage
        }
    }

    private func integrity() throws -> [CheckFinding] {
        let restore: Advice = "Restore a backup, and keep this file."
        let damage = try database.all("PRAGMA integrity_check(20)") { try $0.text(0) }.filter { $0 != "ok" }
        let dangling = try database.all("PRAGMA foreign_key_check") { try $0.text(0) }
        return damage.map { CheckFinding(rule: "integrity", words: $0, advice: restore) }
            + Set(dangling).sorted().map {
                CheckFinding(
                    rule: "references",
                    words: "a row of \($0) points to a record that doesn't exist",
                    advice: restore
                )
            }
    }

    private func broken() throws -> [CheckFinding] {
        try brokenEntries().map { id in
            CheckFinding(
                rule: "history",
                words: "history entry \(Store.number(of: id)) was altered",
                advice: "Someone changed the file outside Groundwork. Compare it with a backup."
            )
        }
    }

    /// A headcount of everyone, whole or added up from its splits, below the number of names: the names count.
    private func headcounts() throws -> [CheckFinding] {
        try database.all(
            """
            SELECT s.ref, h.count, (SELECT count(*) FROM named_head AS n WHERE n.session_id = s.id) AS named
            FROM headcount_total AS h JOIN session AS s ON s.id = h.session_id
            WHERE h.scope = 'everyone' AND h.count < named ORDER BY s.ref
            """
        ) { row in
            let ref: String = try row[0]
            return CheckFinding(
                rule: "headcount",
                words:
                    "session \(ref): the count of everyone is \(try row[1] as Int), but \(try row[2] as Int) people are named",
                advice: Advice(
                    "Reports use the names. Correct the count",
                    .perform(.setHeadcount, ["session": ref], ask: ["count"])
                )
            )
        }
    }

    /// More minutes than the session has; a figure counts at most the session's.
    private func minutes() throws -> [CheckFinding] {
        try database.all(
            """
            SELECT s.ref, s.minutes, count(*), max(a.minutes) FROM session AS s JOIN (
                SELECT session_id, minutes FROM named_head UNION ALL SELECT session_id, minutes FROM nameless_head
            ) AS a ON a.session_id = s.id AND a.minutes > s.minutes
            GROUP BY s.id ORDER BY s.ref
            """
        ) { row in
            let ref: String = try row[0]
            let count: Int = try row[2]
            let who = count == 1 ? "1 attendee has" : "\(count) attendees have"
            return CheckFinding(
                rule: "minutes",
                words: "session \(ref) has \(try row[1] as Int) minutes, but \(who) more, up to \(try row[3] as Int)",
                advice: Advice(
                    "Reports leave out the extra minutes. If the session was longer",
                    .perform(.edit(.session), ["ref": ref], ask: ["minutes"])
                )
            )
        }
    }

    private func days() throws -> [CheckFinding] {
        try database.all(
            "SELECT ref, starts_on FROM session WHERE status = 'held' AND starts_on > \(today.description) ORDER BY ref"
        ) { row in
            let ref: String = try row[0]
            return CheckFinding(
                rule: "days",
                words: "session \(ref) is marked as held, but its date, \(try row.text(1).dayWords), is in the future",
                advice: Advice(
                    "Correct the date or the status",
                    .perform(.edit(.session), ["ref": ref, "status": "scheduled"])
                )
            )
        }
    }
}
