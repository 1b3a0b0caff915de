import SQLite

extension Store {
    /// What records of feedback, boards, practices and positions should satisfy, beyond what is refused when they are
    /// stored.
    func loops() throws -> [CheckFinding] {
        try daysToCome() + outlets() + answers() + meetings() + unscored()
    }

    /// Days on which something was said to have happened and that have not come.
    private func daysToCome() throws -> [CheckFinding] {
        try database.all(
            """
            SELECT kind, ref, word, day FROM (
                SELECT 'feedback' AS kind, ref, 'received' AS word, received_on AS day FROM feedback
                UNION ALL SELECT 'feedback', ref, 'acknowledged', acknowledged_on FROM feedback
                UNION ALL SELECT 'feedback', ref, 'answered', answered_on FROM feedback
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
                words: "\(kind) \(ref): its day \"\(word)\", \(try row.text(3)), has not come",
                advice: "Correct the day: groundwork \(kind) edit \(ref) --\(word) DATE"
            )
        }
    }

    /// Items received before their outlet opened, and outlets closed while items wait.
    private func outlets() throws -> [CheckFinding] {
        let early = try database.all(
            """
            SELECT o.ref, o.opened_on, min(f.received_on), count(*) FROM feedback AS f
            JOIN outlet AS o ON o.id = f.outlet_id WHERE f.received_on < o.opened_on GROUP BY o.id ORDER BY o.ref
            """
        ) { row in
            let (ref, first): (String, String) = (try row[0], try row[2])
            return CheckFinding(
                rule: "outlet",
                words: "outlet \(ref) opened on \(try row.text(1)), but items came before, the first on \(first)",
                advice: "Correct the day: groundwork outlet edit \(ref) --opened \(first)"
            )
        }
        let waiting = try database.all(
            """
            SELECT o.ref, o.closed_on, count(*) FROM feedback AS f JOIN outlet AS o ON o.id = f.outlet_id
            WHERE o.closed_on <= \(today.iso) AND f.answered_on IS NULL AND f.excluded IS NULL
            GROUP BY o.id ORDER BY o.ref
            """
        ) { row in
            let count: Int = try row[2]
            return CheckFinding(
                rule: "outlet",
                words: "outlet \(try row.text(0)) was closed on \(try row.text(1)), but "
                    + (count == 1 ? "1 item waits" : "\(count) items wait"),
                advice: "Answer them: groundwork feedback list --open"
            )
        }
        return early + waiting
    }

    /// Words of an answer that have no day: they are not counted as an answer.
    private func answers() throws -> [CheckFinding] {
        try database.all(
            "SELECT ref FROM feedback WHERE answer IS NOT NULL AND answered_on IS NULL AND excluded IS NULL ORDER BY ref"
        ) { row in
            let ref: String = try row[0]
            return CheckFinding(
                rule: "answer",
                words: "feedback \(ref) has an answer without a day, so it is not counted as answered",
                advice: "Give the day: groundwork feedback edit \(ref) --answered DATE"
            )
        }
    }

    private func meetings() throws -> [CheckFinding] {
        try database.all(
            """
            SELECT m.ref, m.present, b.seats FROM meeting AS m JOIN board AS b ON b.id = m.board_id
            WHERE m.present > b.seats ORDER BY m.ref
            """
        ) { row in
            let ref: String = try row[0]
            return CheckFinding(
                rule: "meeting",
                words:
                    "meeting \(ref): \(try row[1] as Int) members were present, but the board has \(try row[2] as Int) seats",
                advice: "Count members only, or correct the board: groundwork meeting edit \(ref) --present N"
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
                advice: "Score them: groundwork assessment score \(ref) CRITERION SCORE"
            )
        }
    }
}
