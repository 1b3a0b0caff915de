import Calendar
import Documents
import Records
import SQLite

/// The records that a figure of a theme was counted from, one row each: refs, days, states and numbers, never words
/// that somebody wrote and never a name.
struct Evidence: Sendable {
    /// The columns, and which of them are for the team only: what a single record tells of its giver.
    let columns: [String]
    var inner: Set<String> = []
    /// The rows, with the columns in order.
    let sql: @Sendable (Scope) -> SQL

    /// The evidence behind a question; nil where another question of the same figure shows it.
    static func behind(_ question: Question) -> Evidence? {
        switch question.name {
        case Question.outlets.name: outlets
        case Question.feedbackItems.name, Question.feedbackWaits.name: feedback
        case Question.assessments.name: assessments
        case Question.criteria.name, Question.fairTreatment.name, Question.criteriaMoves.name: criteria
        case Question.actions.name: actions
        case Question.positions.name, Question.terms.name: positions
        case Question.seats.name, Question.meetingPlans.name: boards
        case Question.meetings.name, Question.participation.name: meetings
        case Question.recommendations.name, Question.recommendationWaits.name: recommendations
        case Question.activities.name: activities
        case Question.offers.name: offers
        case Question.matches.name: matches
        case Question.levels.name: levels
        case Question.commitments.name: commitments
        case Question.principleHands([]).name: hands
        default: question.gather == nil ? nil : .responses(to: question.forms)
        }
    }

    /// The evidence behind a figure: of answers and pairs that of all its forms, else that of its first question.
    static func behind(_ questions: [Question]) -> Evidence? {
        if let first = questions.first, !first.forms.isEmpty {
            let pairs = questions.filter { $0.forms.count == 2 }.map { (before: $0.forms[0], after: $0.forms[1]) }
            return pairs.isEmpty ? .responses(to: questions.flatMap(\.forms)) : .pairs(of: pairs)
        }
        return questions.lazy.compactMap { behind($0) }.first
    }

    /// The rows as a table; without the columns for the team where it is for others.
    func table(_ scope: Scope, isForTeam: Bool, in database: borrowing DatabaseReader) throws -> Table {
        let shown = columns.indices.filter { isForTeam || !inner.contains(columns[$0]) }
        let rows = try database.all(sql(scope)) { row in
            try shown.map { index -> Documents.Cell in
                switch try row[index] as SQLValue {
                case .null: .empty
                case .integer(let value): .whole(Int(value))
                case .text(let text): .text(text)
                case .real(let value): .decimal(value, printed: Decimal.shortest(value))
                case .blob: .empty
                }
            }
        }
        return Table(columns: shown.map { Column(key: columns[$0]) }, rows: rows)
    }
}

extension Evidence {
    private static let outlets = Evidence(
        columns: ["outlet", "opened", "reviewed", "closed", "anonymous", "acknowledge_days", "resolve_days"]
    ) { scope in
        """
        SELECT ref, opened_on, reviewed_on, closed_on, anonymous, acknowledge_days, resolve_days FROM outlet
        WHERE \(scope.isOf("organization_id")) ORDER BY opened_on, ref
        """
    }

    private static let feedback = Evidence(
        columns: [
            "item", "outlet", "received", "kind", "reachable", "acknowledged", "acknowledge_due", "answered",
            "answer_due", "told", "led_to_change", "excluded",
        ],
        inner: ["kind", "reachable"]
    ) { scope in
        """
        WITH \(scope.undivided.feedbackItems)
        SELECT item.ref, outlet.ref, received_on, kind, reachable, acknowledged_on, acknowledge_due_on, answered_on,
            answer_due_on, told, led_to_change, excluded
        FROM item CROSS JOIN outlet ON outlet.id = item.outlet_id ORDER BY received_on, item.ref
        """
    }

    private static let assessments = Evidence(columns: ["assessment", "tool", "version", "due", "completed"]) { scope in
        """
        SELECT ref, tool, version, due_on, completed_on FROM assessment
        WHERE \(scope.hasCome("due_on")) AND \(scope.isOf("organization_id")) ORDER BY due_on, ref
        """
    }

    private static let criteria = Evidence(
        columns: ["assessment", "completed", "domain", "criterion", "score"]
    ) { scope in
        """
        WITH \(scope.undivided.latestAssessments)
        SELECT latest.ref, latest.completed_on, criterion.domain, criterion.criterion, criterion.score
        FROM latest CROSS JOIN criterion ON criterion.assessment_id = latest.id
        ORDER BY latest.completed_on, latest.ref, criterion.id
        """
    }

    private static let actions = Evidence(columns: ["action", "assessment", "owner", "due", "done"]) { scope in
        """
        SELECT action.ref, assessment.ref, owner, action.due_on, done_on
        FROM action CROSS JOIN assessment ON assessment.id = action.assessment_id
        WHERE \(scope.hasCome("action.due_on")) AND \(scope.isOf("organization_id")) ORDER BY action.due_on, action.ref
        """
    }

    private static let positions = Evidence(
        columns: [
            "position", "capacity", "paid", "fte_hundredths", "authorized", "closed", "filled_from", "filled_to",
        ],
        inner: ["filled_from", "filled_to"]
    ) { scope in
        """
        SELECT ref, capacity, paid, fte_hundredths, authorized_on, closed_on, filled_from, filled_to
        FROM position_fact AS fact LEFT JOIN position_filling AS filling ON filling.position_id = fact.id
        WHERE \(scope.isOf("organization_id")) ORDER BY ref, filled_from
        """
    }

    private static let boards = Evidence(
        columns: [
            "board", "seats", "voting_seats", "filled_seats", "designated_filled", "meetings_per_year", "planned",
        ]
    ) { scope in
        """
        SELECT ref, seats, voting_seats, filled_seats, designated_filled, meetings_per_year,
            (
                SELECT count(*) FROM meeting WHERE meeting.board_id = board.id
                    AND planned_on BETWEEN \(scope.period.from) AND \(scope.period.to)
            )
        FROM board WHERE \(scope.isOf("organization_id")) ORDER BY ref
        """
    }

    private static let meetings = Evidence(
        columns: ["meeting", "held", "present", "filled_seats", "quorate", "paid", "declined_pay", "levels"]
    ) { scope in
        """
        SELECT ref, held_on, present, filled_seats, quorate, paid, declined_pay,
            (SELECT group_concat(level, ';') FROM meeting_level WHERE meeting_level.meeting_id = fact.id)
        FROM meeting_fact AS fact
        WHERE \(scope.hasCome("held_on")) AND \(scope.isOf("organization_id")) ORDER BY held_on, ref
        """
    }

    private static let recommendations = Evidence(
        columns: ["recommendation", "made", "addressed_to", "due", "answer", "answered", "implemented"]
    ) { scope in
        """
        WITH \(scope.undivided.recommendations)
        SELECT ref, made_on, addressed_to, due_on, answer_then, answered_on, implemented_on FROM made
        ORDER BY made_on, ref
        """
    }

    private static let activities = Evidence(columns: ["activity", "kind", "held", "reach"]) { scope in
        """
        SELECT ref, kind, held_on, reach FROM activity
        WHERE \(scope.hasCome("held_on")) AND \(scope.isOf("organization_id")) ORDER BY held_on, ref
        """
    }
}
