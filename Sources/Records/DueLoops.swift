import Calendar
import SQLite

extension Store {
    /// What people told us or asked for and that waits on us, and practices that we meant to change.
    ///
    /// It names records by their ref and roles by their word, and quotes nobody: a list of what is due is printed, mailed
    /// and left on desks.
    func openLoops(_ day: Day) throws -> [DueItem] {
        try feedback(day) + meetings(day) + recommendations(day) + assessments(day) + actions(day)
    }

    /// Feedback without an answer, and what is done and not yet told.
    private func feedback(_ day: Day) throws -> [DueItem] {
        try database.all(
            """
            SELECT c.ref, c.received_on, \(FeedbackState.select("c", asOf: day)) AS state, c.acknowledge_due_on,
                c.answer_due_on, c.owner, c.kind, c.reachable, c.answered_on
            FROM feedback_clock AS c WHERE c.received_on <= \(day.iso) AND state NOT IN ('closed', 'excluded')
            """
        ) { row in
            let ref: String = try row[0]
            let kind = try row[6] as String? ?? "feedback"
            let channel = try row[7] ? "person" : "poster"
            switch FeedbackState(rawValue: try row[2]) {
            case .notYetTold:
                return DueItem(
                    since: try row[8],
                    what: "\(ref) (\(kind)) is done, and not yet told",
                    step: .perform(.tellFeedback, ["item": ref, "how": channel]),
                    owner: try row[5]
                )
            case .waitingForAcknowledgement where try row[3] as Day >= day:
                return DueItem(
                    since: try row[1],
                    what: "\(ref) (\(kind)) waits to be acknowledged, until \(try row[3] as Day)",
                    step: .perform(.acknowledgeFeedback, ["item": ref]),
                    due: try row[3],
                    owner: try row[5]
                )
            default:
                return DueItem(
                    since: try row[1],
                    what: "\(ref) (\(kind)) waits for an answer\(Self.until(try row[4], day))",
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
            SELECT t.ref, t.planned_on FROM meeting AS t
            WHERE t.planned_on < \(day.iso) AND ifnull(t.held_on, '9999-12-31') > \(day.iso)
                AND ifnull(t.cancelled, 0) = 0
            """
        ) { row in
            let (ref, planned): (String, Day) = (try row[0], try row[1])
            return DueItem(
                since: planned,
                what: "\(ref) was planned: was it held? If not: --cancelled yes",
                step: .perform(.edit(.meeting), ["ref": ref, "held": "\(planned)"]),
                due: planned
            )
        }
    }

    /// Recommendations past their day, and those for which nobody set one.
    private func recommendations(_ day: Day) throws -> [DueItem] {
        try database.all(
            """
            SELECT t.ref, t.made_on, t.due_on, t.addressed_to FROM recommendation AS t
            WHERE t.made_on <= \(day.iso) AND (t.answer IS NULL OR t.answered_on > \(day.iso))
                AND ifnull(t.due_on, '') < \(day.iso)
            """
        ) { row in
            let ref: String = try row[0]
            return DueItem(
                since: try row[1],
                what: "\(ref) waits for an answer\(Self.until(try row[2], day))",
                step: .perform(.answerRecommendation, ["recommendation": ref, "answer": "accepted"]),
                due: try row[2],
                owner: try row[3]
            )
        }
    }

    private func assessments(_ day: Day) throws -> [DueItem] {
        try database.all(
            """
            SELECT t.ref, t.due_on, (SELECT count(*) FROM criterion AS c
                WHERE c.assessment_id = t.id AND c.score IS NULL) FROM assessment AS t
            WHERE t.due_on < \(day.iso) AND ifnull(t.completed_on, '9999-12-31') > \(day.iso)
            """
        ) { row in
            let ref: String = try row[0]
            let missing: Int = try row[2]
            let state = missing == 0 ? "is scored, and not completed" : "is not completed: \(missing) criteria to score"
            return DueItem(
                since: try row[1],
                what: "\(ref) \(state)",
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
            SELECT t.ref, t.due_on, t.owner FROM action AS t
            WHERE t.due_on < \(day.iso) AND ifnull(t.done_on, '9999-12-31') > \(day.iso)
            """
        ) { row in
            let ref: String = try row[0]
            return DueItem(
                since: try row[1],
                what: "\(ref) was to be done by \(try row[1] as Day)",
                step: .perform(.finishAction, ["ref": ref]),
                due: try row[1],
                owner: try row[2]
            )
        }
    }

    private static func until(_ due: Day?, _ day: Day) -> String {
        guard let due else { return "; no day was set" }
        return due < day ? ", overdue since \(due)" : ", until \(due)"
    }
}
