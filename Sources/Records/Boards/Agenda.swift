package import Calendar
import SQLite

/// One open loop that a board hears about at its next meeting.
///
/// It names roles and never a person, and holds no words that somebody wrote unless they were asked for: what people
/// said is not released by standing in the record.
package struct AgendaItem: Equatable, Sendable {
    /// Where it came from: the board itself, or anybody who spoke at one of the organization's outlets.
    package enum Kind: String, Sendable { case recommendation, feedback }

    /// Decides what `ref`, `state` and `about` are of.
    package let kind: Kind
    /// The ref of the recommendation or of the item of feedback.
    package let ref: String
    /// The day on which it was made or received.
    package let since: Day
    /// How many days it has been open.
    package let days: Int
    /// Where it stands, in words: "accepted, not yet implemented".
    package let state: String
    /// By when an answer is due.
    package let due: Day?
    /// The role that owns it.
    package let owner: String?
    /// What it is about, as `list:code`, separated by `;`; for feedback its kind goes before.
    package let about: String
    /// The board's own recommendation, or the public wording of an item, only where they were asked for; never what a
    /// participant said.
    package let words: String?
}

extension Store {
    /// What is open for the next meeting of a board, oldest first: its recommendations without an answer or not yet
    /// implemented, and its organization's feedback without an answer or not yet told.
    ///
    /// - Parameter words: whether the text of recommendations and the public wordings of feedback are read too.
    package func agenda(_ board: Found, asOf day: Day, words: Bool = false) throws -> [AgendaItem] {
        let items = try recommendations(of: board, day, words) + feedback(for: board, day, words)
        return items.sorted { ($0.since, $0.kind.rawValue, $0.ref) < ($1.since, $1.kind.rawValue, $1.ref) }
    }

    private func recommendations(of board: Found, _ day: Day, _ words: Bool) throws -> [AgendaItem] {
        try database.all(
            """
            SELECT t.ref, t.made_on, \(RecommendationState.select("t", asOf: day)) AS state, t.due_on, t.addressed_to,
                \(Self.codes("recommendation_code", "recommendation_id")), t.text
            FROM recommendation AS t
            WHERE t.board_id = \(board.id) AND t.made_on <= \(day.iso) AND state IN ('pending', 'overdue', 'accepted')
            """
        ) { row in
            let since: Day = try row[1]
            let state = RecommendationState(rawValue: try row[2]) ?? .pending
            return AgendaItem(
                kind: .recommendation,
                ref: try row[0],
                since: since,
                days: day.epochDay - since.epochDay,
                state: state.words,
                due: state == .accepted ? nil : try row[3],
                owner: try row[4],
                about: try row[5] ?? "",
                words: words ? try row[6] : nil
            )
        }
    }

    private func feedback(for board: Found, _ day: Day, _ words: Bool) throws -> [AgendaItem] {
        try database.all(
            """
            SELECT c.ref, c.received_on, \(FeedbackState.select("c", asOf: day)) AS state, c.answer_due_on, c.owner,
                c.kind, \(Self.codes("feedback_code", "feedback_id")), t.public_wording
            FROM feedback AS t JOIN feedback_clock AS c ON c.feedback_id = t.id
            WHERE c.organization_id = (SELECT b.organization_id FROM board AS b WHERE b.id = \(board.id))
                AND c.received_on <= \(day.iso) AND state NOT IN ('closed', 'excluded')
            """
        ) { row in
            let since: Day = try row[1]
            let state = FeedbackState(rawValue: try row[2]) ?? .waitingForAnswer
            let due: Day? = state == .notYetTold ? nil : try row[3]
            let isOverdue = due.map { $0 < day } ?? false
            return AgendaItem(
                kind: .feedback,
                ref: try row[0],
                since: since,
                days: day.epochDay - since.epochDay,
                state: isOverdue ? "overdue: \(FeedbackState.waitingForAnswer.words)" : state.words,
                due: due,
                owner: try row[4],
                about: [try row[5] as String?, try row[6]].compactMap { $0 }.joined(separator: ";"),
                words: words ? try row[7] : nil
            )
        }
    }

    private static func codes(_ table: Identifier, _ owner: Identifier) -> SQL {
        """
        (SELECT group_concat(item, ';') FROM (SELECT x.list || ':' || x.code AS item FROM \(identifier: table) AS x
        WHERE x.\(identifier: owner) = t.id ORDER BY x.position))
        """
    }
}
