package import Calendar
package import SQLite

/// Where a recommendation stands, derived from its answer and its days.
package enum RecommendationState: String, CaseIterable, Sendable {
    /// It has no answer, and its day has not passed, or it has none.
    case pending
    /// It has no answer, and its day has passed.
    case overdue
    /// Accepted, wholly or partly, and not implemented yet.
    case accepted
    case implemented
    case declined
    /// Replied to, without a decision.
    case noted
    case withdrawn

    /// What an agenda prints for it.
    package var words: String {
        switch self {
        case .pending: "needs an answer"
        case .overdue: "overdue: needs an answer"
        case .accepted: "accepted, not yet implemented"
        default: rawValue
        }
    }

    /// The state of a recommendation on a day, as an expression over a row `table` that has its columns.
    ///
    /// An answer without a day is taken as given; one dated later has not been given yet.
    package static func select(_ table: Identifier, asOf day: Day) -> SQL {
        let t: SQL = "\(identifier: table)"
        return """
            CASE WHEN \(t).answer IS NULL OR \(t).answered_on > \(day.iso)
            THEN iif(\(t).due_on < \(day.iso), 'overdue', 'pending')
            WHEN \(t).answer = 'accepted' OR \(t).answer = 'partly'
            THEN iif(\(t).implemented_on <= \(day.iso), 'implemented', 'accepted') ELSE \(t).answer END
            """
    }
}

extension RecordType {
    /// What a list of recommendations can be narrowed to. Open is what a board would ask about: without an answer, or
    /// accepted and not implemented.
    static let recommendationConditions = [
        NamedCondition("open", "Only open ones: they need an answer, or are accepted but not implemented.") { day in
            "t.made_on <= \(day.iso) AND \(state(day)) IN ('pending', 'overdue', 'accepted')"
        },
        NamedCondition("pending", "Only those that need an answer.") { day in
            "t.made_on <= \(day.iso) AND \(state(day)) IN ('pending', 'overdue')"
        },
        NamedCondition("overdue", "Only those that are past their answer date.") { day in
            "t.made_on <= \(day.iso) AND \(state(day)) = 'overdue'"
        },
        NamedCondition("answered", "Only those with an answer.") { day in
            "\(state(day)) NOT IN ('pending', 'overdue')"
        },
        NamedCondition("accepted", "Only those accepted but not implemented yet.") { day in
            "\(state(day)) = 'accepted'"
        },
        NamedCondition("implemented", "Only those implemented.") { day in "\(state(day)) = 'implemented'" },
        NamedCondition("declined", "Only those declined.") { day in "\(state(day)) = 'declined'" },
        NamedCondition("noted", "Only those with a reply but no decision.") { day in "\(state(day)) = 'noted'" },
        NamedCondition("withdrawn", "Only those withdrawn.") { day in "\(state(day)) = 'withdrawn'" },
    ]

    private static func state(_ day: Day) -> SQL { RecommendationState.select("t", asOf: day) }
}

extension Store {
    /// Where a recommendation stands on a day.
    package func state(ofRecommendation id: Int64, asOf day: Day) throws -> RecommendationState? {
        let word = try database.value(
            "SELECT \(RecommendationState.select("t", asOf: day)) FROM recommendation AS t WHERE t.id = \(id)",
            as: String.self
        )
        return word.flatMap { RecommendationState(rawValue: $0) }
    }
}
