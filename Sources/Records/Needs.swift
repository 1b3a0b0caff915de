import SQLite

extension Store {
    /// What keeps a record from being removed: `2 sessions, 3 people`.
    func needs(of noun: Noun, _ id: Int64) throws -> String {
        var sources: [Kind: [SQL]] = [:]
        for reference in try references.get() where reference.target == noun.table.name && !reference.goesAlong {
            guard let (kind, counted) = try counted(reference), let table = try database.table(named: reference.table),
                let column = try database.columns(ofTable: reference.table).first(where: { $0.name == reference.column }
                )
            else { continue }
            sources[kind, default: []].append(
                "SELECT \(identifier: counted) FROM \(identifier: table) WHERE \(identifier: column.identifier) = \(id)"
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

    /// What a reference is of, and the column by which those are counted that need a record through it: a row that belongs
    /// to a record counts as that one, and heads by their session.
    private func counted(_ reference: Reference) throws -> (Kind, Identifier)? {
        let shape = try shapes.get()[reference.table]
        let isHeads = ["attendance", "nameless_attendance"].contains(reference.table)
        if isHeads { return (.attendance, "session_id") }
        guard let parent = shape?.parent, let column = shape?.keyColumns.first else {
            return Kind(rawValue: reference.table).map { ($0, "id") }
        }
        return try Kind(rawValue: parent).map {
            ($0, try database.columns(ofTable: reference.table)[column].identifier)
        }
    }

    /// What may need a record, in the order in which it is said.
    private enum Kind: String, CaseIterable {
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
}
