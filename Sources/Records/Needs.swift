import SQLite

extension Store {
    /// What keeps a record from being removed: `2 sessions, 3 people`.
    func needs(of noun: Noun, _ id: Int64) throws -> String {
        var sources: [Kind: [SQL]] = [:]
        for reference in Self.references where reference.to == noun {
            sources[reference.kind, default: []].append(
                """
                SELECT \(identifier: reference.counted) FROM \(identifier: reference.table)
                WHERE \(identifier: reference.column) = \(id)
                """
            )
        }
        let words = try Kind.allCases.compactMap { kind -> String? in
            guard let queries = sources[kind] else { return nil }
            let count = try database.value(
                "SELECT count(*) FROM (\(queries.joined(separator: " UNION ")))",
                as: Int.self
            )
            guard let count, count > 0 else { return nil }
            return kind.words(count)
        }
        return words.isEmpty ? "other records" : words.joined(separator: ", ")
    }

    /// What may need a record, in the order in which it is said.
    private enum Kind: CaseIterable {
        case program, session, person, attendance, headcount, outlet, feedback, board, meeting, recommendation
        case assessment, action, position, activity, target, evaluation

        func words(_ count: Int) -> String {
            switch self {
            case .program: "the program itself"
            case .session: count == 1 ? "1 session" : "\(count) sessions"
            case .person: count == 1 ? "1 person" : "\(count) people"
            case .attendance: count == 1 ? "the attendance of 1 session" : "the attendance of \(count) sessions"
            case .headcount: count == 1 ? "1 headcount" : "\(count) headcounts"
            case .outlet: count == 1 ? "1 outlet" : "\(count) outlets"
            case .feedback: count == 1 ? "1 item of feedback" : "\(count) items of feedback"
            case .board: count == 1 ? "1 board" : "\(count) boards"
            case .meeting: count == 1 ? "1 meeting" : "\(count) meetings"
            case .recommendation: count == 1 ? "1 recommendation" : "\(count) recommendations"
            case .assessment: count == 1 ? "1 assessment" : "\(count) assessments"
            case .action: count == 1 ? "1 action" : "\(count) actions"
            case .position: count == 1 ? "1 position" : "\(count) positions"
            case .activity: count == 1 ? "1 activity" : "\(count) activities"
            case .target: count == 1 ? "1 target" : "\(count) targets"
            case .evaluation: count == 1 ? "1 evaluation" : "\(count) evaluations"
            }
        }
    }

    /// A column that names a record, and the column by which the records that need it are counted.
    private struct Reference {
        let to: Noun
        let table: Identifier
        let column: Identifier
        let kind: Kind
        let counted: Identifier
    }

    /// Every reference that removing a record does not take along.
    private static let references: [Reference] = [
        Reference(to: .organization, table: "program", column: "organization_id", kind: .program, counted: "id"),
        Reference(to: .organization, table: "session", column: "provider_id", kind: .session, counted: "id"),
        Reference(to: .organization, table: "session", column: "host_id", kind: .session, counted: "id"),
        Reference(
            to: .organization,
            table: "session_organization",
            column: "organization_id",
            kind: .session,
            counted: "session_id"
        ),
        Reference(to: .organization, table: "person", column: "organization_id", kind: .person, counted: "id"),
        Reference(
            to: .organization,
            table: "attendance",
            column: "organization_id",
            kind: .attendance,
            counted: "session_id"
        ),
        Reference(
            to: .organization,
            table: "nameless_attendance",
            column: "organization_id",
            kind: .attendance,
            counted: "session_id"
        ),
        Reference(to: .organization, table: "headcount", column: "organization_id", kind: .headcount, counted: "id"),
        Reference(to: .course, table: "session", column: "course_id", kind: .session, counted: "id"),
        Reference(to: .session, table: "session", column: "parent_id", kind: .session, counted: "id"),
        Reference(to: .session, table: "session", column: "replaced_by_id", kind: .session, counted: "id"),
        Reference(to: .session, table: "evaluation", column: "session_id", kind: .evaluation, counted: "id"),
        Reference(to: .form, table: "evaluation", column: "form_id", kind: .evaluation, counted: "id"),
        Reference(to: .organization, table: "outlet", column: "organization_id", kind: .outlet, counted: "id"),
        Reference(to: .organization, table: "board", column: "organization_id", kind: .board, counted: "id"),
        Reference(to: .organization, table: "assessment", column: "organization_id", kind: .assessment, counted: "id"),
        Reference(to: .organization, table: "position", column: "organization_id", kind: .position, counted: "id"),
        Reference(to: .organization, table: "activity", column: "organization_id", kind: .activity, counted: "id"),
        Reference(to: .organization, table: "target", column: "organization_id", kind: .target, counted: "id"),
        Reference(to: .outlet, table: "feedback", column: "outlet_id", kind: .feedback, counted: "id"),
        Reference(to: .board, table: "meeting", column: "board_id", kind: .meeting, counted: "id"),
        Reference(to: .board, table: "recommendation", column: "board_id", kind: .recommendation, counted: "id"),
        Reference(to: .meeting, table: "recommendation", column: "meeting_id", kind: .recommendation, counted: "id"),
        Reference(to: .assessment, table: "action", column: "assessment_id", kind: .action, counted: "id"),
    ]
}
