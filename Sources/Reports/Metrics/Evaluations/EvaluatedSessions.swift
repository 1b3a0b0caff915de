import Records
import SQLite

/// How held sessions were evaluated, from what came back of the forms: as the statements of `Question.offers` and
/// `Question.levels` count it.
extension Basis {
    /// Sessions that offered an evaluation, and who could have answered.
    func offers(in database: borrowing DatabaseReader) throws -> [String: Counts] {
        let (sessions, heads) = (try sessions(in: database), try heads(in: database))
        let cameBack = try returned({ $0.form.wave == .after }, in: database)
        return sessions.counts(
            where: { !sessions.areGatherings[$0] && (sessions.haveForm[$0] || cameBack[$0]) },
            [
                (.offered, { _ in 1 }),
                (.offeredUncounted, { heads.areCounted[$0] ? 0 : 1 }),
                (.eligible, { heads.areCounted[$0] ? heads.attendances[$0] : 0 }),
            ]
        )
    }

    /// What was measured of each session.
    func levels(in database: borrowing DatabaseReader) throws -> [String: Counts] {
        let sessions = try sessions(in: database)
        let reaction = try returned({ $0.form.wave == .after && $0.asks(level: 1) }, in: database)
        let learning = try comparedInSeries(in: database)
        let cameLater = try returned({ $0.form.wave == .followup }, in: database)
        let followed = try sessions.marks(followedUp(sessions), in: database)
        let results = try returned({ $0.asks(level: 4) }, in: database)
        let assessed = try sessions.marks(assessedWithinAYear(sessions), in: database)
        return sessions.counts(
            where: { !sessions.areGatherings[$0] },
            [
                (.heldAtAll, { _ in 1 }),
                (.levelOne, { reaction[$0] ? 1 : 0 }),
                (.levelTwo, { learning[$0] ? 1 : 0 }),
                (.levelThree, { cameLater[$0] || followed[$0] ? 1 : 0 }),
                (.levelFour, { results[$0] || assessed[$0] ? 1 : 0 }),
            ]
        )
    }

    /// By place, whether items of learning were answered at the session, and before and after in its series.
    private func comparedInSeries(in database: borrowing DatabaseReader) throws -> [Bool] {
        let sessions = try sessions(in: database)
        let before = try returned({ $0.form.wave == .before && $0.asks(level: 2) }, in: database)
        let after = try returned({ $0.form.wave == .after && $0.asks(level: 2) }, in: database)
        let events = Set(
            try database.all("SELECT DISTINCT parent_id FROM session WHERE parent_id IS NOT NULL") {
                try $0[0] as Int64
            }
        )
        return try sessions.rows.indices.map { place in
            if before[place] && after[place] { return true }
            let (session, parent) = (sessions.rows[place], sessions.parents[place])
            guard before[place] || after[place], parent != 0 || events.contains(session) else { return false }
            let lacking: SQL = before[place] ? "'after'" : "'before'"
            let isFound: Bool? = try database.value(
                "SELECT \(scope.hasLearning(lacking, inSeriesOf: "\(parent == 0 ? session : parent)"))"
            )
            return isFound ?? false
        }
    }

    /// Sessions whose commitments were followed up.
    private func followedUp(_ sessions: HeldSessions) -> SQL {
        let condition: SQL = "commitment.followed_on <= \(scope.asOf)"
        if sessions.areMost() { return "SELECT session_id FROM commitment WHERE \(condition)" }
        return """
            WITH \(scope.clause), \(scope.heldClause)
            SELECT sat.session_id FROM sat CROSS JOIN commitment ON commitment.session_id = sat.session_id
            WHERE \(condition)
            """
    }

    /// Sessions after which an organization trained completed an assessment of its practices within a year.
    ///
    /// There are few assessments, so that a wide scope begins with them.
    private func assessedWithinAYear(_ sessions: HeldSessions) -> SQL {
        let tables: SQL =
            sessions.areMost()
            ? "assessment CROSS JOIN session_organization AS trained CROSS JOIN session"
            : "sat CROSS JOIN session CROSS JOIN session_organization AS trained CROSS JOIN assessment"
        let isInScope: SQL = sessions.areMost() ? "true" : "session.id = sat.session_id"
        return """
            WITH \(scope.clause), \(scope.heldClause)
            SELECT session.id FROM \(tables)
            WHERE \(isInScope) AND trained.session_id = session.id
                AND trained.organization_id = assessment.organization_id
                AND assessment.completed_on > session.starts_on
                AND assessment.completed_on <= date(session.starts_on, '+1 year')
                AND assessment.completed_on <= \(scope.asOf)
            """
    }
}

extension FormPlan {
    /// Whether it has an item of a level of Kirkpatrick's.
    func asks(level: Int) -> Bool { form.items.contains { $0.kirkpatrick == level } }
}
