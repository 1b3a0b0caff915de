import SQLite

@testable import Reports

/// Rows of outlets, boards, practices, positions and activities.
extension Sample {
    func outlet(
        _ id: Int,
        of organization: Int = 1,
        opened: String? = "2025-01-01",
        reviewed: String? = nil,
        closed: String? = nil,
        anonymous: Int? = nil,
        days: (Int?, Int?) = (nil, nil),
        working: Int? = nil
    ) throws {
        try database.execute(
            """
            INSERT INTO outlet (id, ref, organization_id, title, owner, anonymous, opened_on, reviewed_on, closed_on,
                acknowledge_days, resolve_days, working_days)
            VALUES (\(id), \("box-" + String(id)), \(organization), \("Box " + String(id)), 'drop-in lead',
                \(anonymous.sqlValue), \(opened.sqlValue), \(reviewed.sqlValue), \(closed.sqlValue),
                \(days.0.sqlValue), \(days.1.sqlValue), \(working.sqlValue))
            """
        )
    }

    func heard(
        _ id: Int,
        _ received: String,
        at outlet: Int = 1,
        kind: String? = nil,
        reachable: Int = 1,
        acknowledged: String? = nil,
        answered: String? = nil,
        told: String? = nil,
        changed: Int? = nil,
        excluded: String? = nil,
        said: String? = nil,
        did: String? = nil,
        wording: (said: String, did: String)? = nil,
        mayPost: Int? = nil
    ) throws {
        try database.execute(
            """
            INSERT INTO feedback (id, ref, outlet_id, received_on, kind, summary, reachable, acknowledged_on,
                answered_on, answer, told, led_to_change, excluded, public_wording, public_answer, may_post,
                acknowledge_days, resolve_days, working_days)
            SELECT \(id), \("f" + String(id)), id, \(received), \(kind.sqlValue), \(said.sqlValue), \(reachable),
                \(acknowledged.sqlValue), \(answered.sqlValue), \(did.sqlValue), \(told.sqlValue), \(changed.sqlValue),
                \(excluded.sqlValue), \((wording?.said).sqlValue), \((wording?.did).sqlValue), \(mayPost.sqlValue),
                acknowledge_days, resolve_days, working_days
            FROM outlet WHERE id = \(outlet)
            """
        )
    }

    func board(
        _ id: Int,
        of organization: Int = 1,
        seats: Int? = nil,
        voting: Int? = nil,
        filled: Int? = nil,
        designatedFilled: Int? = nil,
        quorum: Int? = nil,
        perYear: Int? = nil
    ) throws {
        try database.execute(
            """
            INSERT INTO board (id, ref, organization_id, title, seats, voting_seats, filled_seats, designated_filled,
                quorum, meetings_per_year)
            VALUES (\(id), \("pab-" + String(id)), \(organization), \("Board " + String(id)), \(seats.sqlValue),
                \(voting.sqlValue), \(filled.sqlValue), \(designatedFilled.sqlValue), \(quorum.sqlValue),
                \(perYear.sqlValue))
            """
        )
    }

    func meeting(
        _ id: Int,
        of board: Int = 1,
        planned: String? = nil,
        held: String? = nil,
        present: Int? = nil,
        paid: Int? = nil,
        declined: Int? = nil,
        quorate: Int? = nil,
        levels: [String] = []
    ) throws {
        try database.execute(
            """
            INSERT INTO meeting (id, ref, board_id, planned_on, held_on, present, paid, declined_pay, quorate)
            VALUES (\(id), \("m" + String(id)), \(board), \(planned.sqlValue), \(held.sqlValue), \(present.sqlValue),
                \(paid.sqlValue), \(declined.sqlValue), \(quorate.sqlValue))
            """
        )
        for (position, level) in levels.enumerated() {
            try database.execute("INSERT INTO meeting_level VALUES (\(id), \(position), 'Opening hours', \(level))")
        }
    }

    func recommended(
        _ id: Int,
        _ made: String,
        by board: Int = 1,
        due: String? = nil,
        answer: String? = nil,
        answered: String? = nil,
        implemented: String? = nil
    ) throws {
        let reason = answer == "declined" ? "No second van." : nil
        try database.execute(
            """
            INSERT INTO recommendation (id, ref, board_id, made_on, text, addressed_to, due_on, answer, answered_on,
                reason, implemented_on)
            VALUES (\(id), \("r" + String(id)), \(board), \(made), 'Open on Saturdays', 'program director',
                \(due.sqlValue), \(answer.sqlValue), \(answered.sqlValue), \(reason.sqlValue), \(implemented.sqlValue))
            """
        )
    }

    func assessed(
        _ id: Int,
        of organization: Int = 1,
        tool: String = "checklist",
        version: String = "1",
        due: String? = nil,
        completed: String? = nil,
        scores: [String?] = []
    ) throws {
        try database.execute(
            """
            INSERT INTO assessment (id, ref, organization_id, tool, version, due_on, completed_on)
            VALUES (\(id), \("a" + String(id)), \(organization), \(tool), \(version), \(due.sqlValue),
                \(completed.sqlValue))
            """
        )
        for (place, score) in scores.enumerated() {
            try database.execute(
                """
                INSERT INTO criterion (assessment_id, domain, criterion, score)
                VALUES (\(id), 'Welcome', \("c" + String(place)), \(score.sqlValue))
                """
            )
        }
    }

    func action(_ id: Int, of assessment: Int, due: String?, done: String? = nil) throws {
        try database.execute(
            """
            INSERT INTO action (id, ref, assessment_id, text, owner, due_on, done_on)
            VALUES (\(id), \("act" + String(id)), \(assessment), 'Post the hours', 'site lead', \(due.sqlValue),
                \(done.sqlValue))
            """
        )
    }

    func position(
        _ id: Int,
        of organization: Int = 1,
        capacity: String = "outreach",
        paid: Int? = 1,
        hundredths: Int? = nil,
        authorized: String? = nil,
        closed: String? = nil,
        filled: [(String, String?)] = []
    ) throws {
        try database.execute(
            """
            INSERT INTO position (id, ref, organization_id, capacity_list, capacity_version, capacity, paid, fte_hundredths,
                authorized_on, closed_on)
            VALUES (\(id), \("pos" + String(id)), \(organization), 'capacity', '1', \(capacity), \(paid.sqlValue),
                \(hundredths.sqlValue), \(authorized.sqlValue), \(closed.sqlValue))
            """
        )
        for (from, to) in filled {
            try database.execute(
                "INSERT INTO position_filling (position_id, filled_from, filled_to) VALUES (\(id), \(from), \(to.sqlValue))"
            )
        }
    }

    func activity(_ id: Int, _ kind: String, _ held: String?, of organization: Int = 1, reach: Int? = nil) throws {
        try database.execute(
            """
            INSERT INTO activity (id, ref, kind, title, organization_id, held_on, reach)
            VALUES (\(id), \("act-" + String(id)), \(kind), \("Activity " + String(id)), \(organization),
                \(held.sqlValue), \(reach.sqlValue))
            """
        )
    }

    func target(
        _ metric: String,
        _ period: String,
        _ value: Double,
        of organization: Int? = nil,
        fund: String = ""
    ) throws {
        try database.execute(
            """
            INSERT INTO target (organization_id, fund, metric, period, value)
            VALUES (\(organization.sqlValue), \(fund), \(metric), \(period), \(value))
            """
        )
    }
}
