import Calendar
import SQLite

extension Store {
    /// What records of feedback, boards, practices and positions should satisfy, beyond what is refused when they are
    /// stored.
    func loops() throws -> [CheckFinding] {
        try daysToCome() + outlets() + answers() + wordings() + meetings() + unscored() + actions()
    }

    /// Days on which something was said to have happened and that have not come.
    private func daysToCome() throws -> [CheckFinding] {
        try database.all(
            """
            SELECT kind, ref, word, day FROM (
                SELECT 'feedback' AS kind, ref, 'received' AS word, received_on AS day FROM feedback
                UNION ALL SELECT 'feedback', ref, 'acknowledged', acknowledged_on FROM feedback
                UNION ALL SELECT 'feedback', ref, 'answered', answered_on FROM feedback
                UNION ALL SELECT 'feedback', ref, 'told_on', told_on FROM feedback
                UNION ALL SELECT 'feedback', ref, 'changed_on', changed_on FROM feedback
                UNION ALL SELECT 'meeting', ref, 'held', held_on FROM meeting
                UNION ALL SELECT 'recommendation', ref, 'answered', answered_on FROM recommendation
                UNION ALL SELECT 'recommendation', ref, 'implemented', implemented_on FROM recommendation
                UNION ALL SELECT 'assessment', ref, 'completed', completed_on FROM assessment
                UNION ALL SELECT 'action', ref, 'done', done_on FROM action
            ) WHERE day > \(today.iso) ORDER BY kind, ref, word
            """
        ) { row in
            let (kind, ref, word): (String, String, String) = (try row[0], try row[1], try row[2])
            return CheckFinding(
                rule: "days",
                words: "\(kind) \(ref): the date \"\(word)\", \(try row.text(3).dayWords), is in the future",
                advice: Advice(
                    "Correct the date",
                    .perform(OperationID(rawValue: "\(kind).edit"), ["ref": ref], ask: [word])
                )
            )
        }
    }

    /// Outlets that were closed while items wait.
    private func outlets() throws -> [CheckFinding] {
        try database.all(
            """
            SELECT o.ref, o.closed_on, count(*) FROM feedback AS f JOIN outlet AS o ON o.id = f.outlet_id
            WHERE o.closed_on <= \(today.iso) AND f.answered_on IS NULL AND f.excluded IS NULL
            GROUP BY o.id ORDER BY o.ref
            """
        ) { row in
            let count: Int = try row[2]
            return CheckFinding(
                rule: "outlet",
                words: "outlet \(try row.text(0)) was closed on \(try row.text(1).dayWords), but "
                    + (count == 1 ? "1 item needs an answer" : "\(count) items need an answer"),
                advice: Advice("Answer them", .perform(.list(.feedback), ["open": "yes"]))
            )
        }
    }

    /// What a register left out of what was done: the words of an answer, the way in which somebody was acknowledged who
    /// can't be reached.
    private func answers() throws -> [CheckFinding] {
        let wordless = try database.all(
            """
            SELECT ref, answered_on FROM feedback
            WHERE answered_on IS NOT NULL AND trim(ifnull(answer, '')) = '' AND excluded IS NULL ORDER BY ref
            """
        ) { row in
            let ref: String = try row[0]
            return CheckFinding(
                rule: "answer",
                words: "feedback \(ref) was answered on \(try row.text(1).dayWords), but the answer is not recorded",
                advice: Advice("Record it", .perform(.edit(.feedback), ["ref": ref], ask: ["answer"]))
            )
        }
        let unreachable = try database.all(
            """
            SELECT ref, acknowledged_on FROM feedback
            WHERE acknowledged_on IS NOT NULL AND reachable = 0 AND excluded IS NULL ORDER BY ref
            """
        ) { row in
            let ref: String = try row[0]
            return CheckFinding(
                rule: "answer",
                words:
                    "feedback \(ref) was acknowledged on \(try row.text(1).dayWords), but the person can't be reached",
                advice: Advice(
                    "Reports leave it out. If you can reach the person",
                    .perform(.edit(.feedback), ["ref": ref, "reachable": "yes"])
                )
            )
        }
        return wordless + unreachable
    }

    /// Words for everybody that hold a name which came on file after they were written.
    private func wordings() throws -> [CheckFinding] {
        let texts = try database.all(
            """
            SELECT ref, public_wording, public_answer FROM feedback WHERE public_wording IS NOT NULL ORDER BY ref
            """
        ) { (ref: try $0.text(0), words: [try $0.text(1), try $0.text(2)]) }
        let names = try texts.isEmpty ? NamesOnFile([]) : namesOnFile()
        return texts.filter { item in item.words.contains { names.isFull(in: $0) } }.map { item in
            CheckFinding(
                rule: "wording",
                words: "feedback \(item.ref): the public wording has the full name of someone on file",
                advice: Advice(
                    "Take the name out",
                    .perform(.publishFeedback, ["item": item.ref], ask: ["wording", "answer"])
                )
            )
        }
    }

    /// More members at a meeting than hold a seat now: a seat may have become vacant since.
    private func meetings() throws -> [CheckFinding] {
        try database.all(
            """
            SELECT m.ref, m.present, m.filled_seats FROM meeting_fact AS m
            WHERE m.present > m.filled_seats ORDER BY m.ref
            """
        ) { row in
            let ref: String = try row[0]
            return CheckFinding(
                rule: "meeting",
                words:
                    "meeting \(ref): \(try row[1] as Int) members were present, but only \(try row[2] as Int) of the board's "
                    + "voting seats are filled",
                advice: Advice(
                    "Count members only, or correct the board",
                    .perform(.edit(.meeting), ["ref": ref], ask: ["present"])
                )
            )
        }
    }

    /// Actions that were done before the assessment from which they follow.
    private func actions() throws -> [CheckFinding] {
        try database.all(
            """
            SELECT t.ref, t.done_on, r.ref, r.completed_on FROM action AS t JOIN assessment AS r ON r.id = t.assessment_id
            WHERE t.done_on < r.completed_on ORDER BY t.ref
            """
        ) { row in
            let ref: String = try row[0]
            return CheckFinding(
                rule: "action",
                words:
                    "action \(ref) was done on \(try row.text(1).dayWords), before \(try row.text(2)) was completed, "
                    + (try row.text(3).dayWords),
                advice: Advice("Correct the date", .perform(.edit(.action), ["ref": ref], ask: ["done"]))
            )
        }
    }

    private func unscored() throws -> [CheckFinding] {
        try database.all(
            """
            SELECT a.ref, count(*) FROM criterion AS c JOIN assessment AS a ON a.id = c.assessment_id
            WHERE a.completed_on IS NOT NULL AND c.score IS NULL GROUP BY a.id ORDER BY a.ref
            """
        ) { row in
            let ref: String = try row[0]
            let count: Int = try row[1]
            return CheckFinding(
                rule: "assessment",
                words: "assessment \(ref) is completed, but "
                    + (count == 1 ? "1 criterion has" : "\(count) criteria have")
                    + " no score",
                advice: Advice("Score them", .perform(.scoreCriterion, ["ref": ref], ask: ["criterion", "score"]))
            )
        }
    }
}
