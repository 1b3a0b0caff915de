import Calendar
import SQLite

extension Store {
    /// Feedback and recommendations that need an answer, and practices that we meant to change.
    ///
    /// It names records by title and day and roles by their word, and quotes nobody: the list is printed, mailed and left
    /// on desks.
    func openLoops(_ day: Day) throws -> [DueItem] {
        try feedback(day) + meetings(day) + recommendations(day) + unimplemented(day) + assessments(day) + actions(day)
    }

    /// Feedback without an answer, and what is done and not yet told.
    private func feedback(_ day: Day) throws -> [DueItem] {
        try database.all(
            """
            SELECT c.ref, c.received_on, \(FeedbackState.select("c", asOf: day)) AS state, c.acknowledge_due_on,
                c.answer_due_on, c.owner, c.kind, c.reachable, c.answered_on, c.feedback_id
            FROM feedback_clock AS c WHERE c.received_on <= \(day.iso) AND state NOT IN ('closed', 'excluded')
            """
        ) { row in
            let ref: String = try row[0]
            let kind = try (row[6] as String?).map { " (\($0))" } ?? ""
            let name = try title(.feedback, row[9], ref) + kind
            let channel = try row[7] ? "person" : "poster"
            switch FeedbackState(rawValue: try row[2]) {
            case .notYetTold:
                return DueItem(
                    since: try row[8],
                    what: "\(name): answered, people not told yet",
                    step: .perform(.tellFeedback, ["item": ref, "how": channel]),
                    owner: try row[5]
                )
            case .waitingForAcknowledgement where try row[3] as Day >= day:
                return DueItem(
                    since: try row[1],
                    what: "\(name): acknowledge by \((try row[3] as Day).words)",
                    step: .perform(.acknowledgeFeedback, ["item": ref]),
                    due: try row[3],
                    owner: try row[5]
                )
            default:
                return DueItem(
                    since: try row[1],
                    what: "\(name): \(Self.answer(due: try row[4], day))",
                    step: .perform(.answerFeedback, ["item": ref, "told": channel], ask: ["words"]),
                    due: try row[4],
                    owner: try row[5]
                )
            }
        }
    }

    /// Meetings whose planned day is over and of which nobody said what became.
    private func meetings(_ day: Day) throws -> [DueItem] {
        try database.all(
            """
            SELECT t.ref, t.planned_on, t.id FROM meeting AS t
            WHERE t.planned_on < \(day.iso) AND ifnull(t.held_on, '9999-12-31') > \(day.iso)
                AND ifnull(t.cancelled, 0) = 0
            """
        ) { row in
            let (ref, planned): (String, Day) = (try row[0], try row[1])
            return DueItem(
                since: planned,
                what: "\(try title(.meeting, row[2], ref)): was it held? If it was cancelled: --cancelled yes",
                step: .perform(.edit(.meeting), ["ref": ref, "held": "\(planned)"]),
                due: planned
            )
        }
    }

    /// Recommendations past their day, and those for which nobody set one.
    private func recommendations(_ day: Day) throws -> [DueItem] {
        try database.all(
            """
            SELECT t.ref, t.made_on, t.due_on, t.addressed_to, t.id FROM recommendation AS t
            WHERE t.made_on <= \(day.iso) AND (t.answer IS NULL OR t.answered_on > \(day.iso))
                AND ifnull(t.due_on, '') < \(day.iso)
            """
        ) { row in
            let ref: String = try row[0]
            return DueItem(
                since: try row[1],
                what: "\(try title(.recommendation, row[4], ref)): \(Self.answer(due: try row[2], day))",
                step: .perform(.answerRecommendation, ["recommendation": ref, "answer": "accepted"]),
                due: try row[2],
                owner: try row[3]
            )
        }
    }

    /// How long what was accepted may take before somebody is asked about it.
    private static let daysToImplement = 90

    /// Recommendations that were accepted, in full or in part, more than 90 days ago, and are not implemented.
    private func unimplemented(_ day: Day) throws -> [DueItem] {
        try database.all(
            """
            SELECT t.ref, ifnull(t.answered_on, t.made_on) AS since, t.addressed_to, t.id FROM recommendation AS t
            WHERE (t.answer = 'accepted' OR t.answer = 'partly')
                AND (t.implemented_on IS NULL OR t.implemented_on > \(day.iso))
                AND since < \(day.adding(days: -Self.daysToImplement).iso)
            """
        ) { row in
            let (ref, since): (String, Day) = (try row[0], try row[1])
            return DueItem(
                since: since,
                what: "\(try title(.recommendation, row[3], ref)): accepted \(since.words), not implemented yet",
                step: .perform(.implementRecommendation, ["recommendation": ref]),
                owner: try row[2]
            )
        }
    }

    private func assessments(_ day: Day) throws -> [DueItem] {
        try database.all(
            """
            SELECT t.ref, t.due_on, (SELECT count(*) FROM criterion AS c
                WHERE c.assessment_id = t.id AND c.score IS NULL), t.id FROM assessment AS t
            WHERE t.due_on < \(day.iso) AND ifnull(t.completed_on, '9999-12-31') > \(day.iso)
            """
        ) { row in
            let ref: String = try row[0]
            let missing: Int = try row[2]
            let state =
                missing == 0
                ? "all criteria are scored, so mark it as completed"
                : "\(missing) \(missing == 1 ? "criterion" : "criteria") left to score"
            return DueItem(
                since: try row[1],
                what: "\(try title(.assessment, row[3], ref)): \(state)",
                step: missing == 0
                    ? .perform(.completeAssessment, ["ref": ref])
                    : .perform(.scoreCriterion, ["ref": ref, "score": "met"], ask: ["criterion"]),
                due: try row[1]
            )
        }
    }

    private func actions(_ day: Day) throws -> [DueItem] {
        try database.all(
            """
            SELECT t.ref, t.due_on, t.owner, t.id FROM action AS t
            WHERE t.due_on < \(day.iso) AND ifnull(t.done_on, '9999-12-31') > \(day.iso)
            """
        ) { row in
            let ref: String = try row[0]
            return DueItem(
                since: try row[1],
                what: "\(try title(.action, row[3], ref)): was due \((try row[1] as Day).words)",
                step: .perform(.finishAction, ["ref": ref]),
                due: try row[1],
                owner: try row[2]
            )
        }
    }

    private static func answer(due: Day?, _ day: Day) -> String {
        guard let due else { return "needs an answer (no due date)" }
        return due < day ? "answer was due \(due.words)" : "answer by \(due.words)"
    }

    /// What the record is called, at the front of a line.
    private func title(_ noun: Noun, _ id: Int64, _ ref: String) throws -> String {
        (try called(noun, id)).map { $0.prefix(1).uppercased() + $0.dropFirst() } ?? ref
    }
}
