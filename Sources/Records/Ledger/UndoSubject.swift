import SQLite

/// What a command was about, for the sentence that says that it was undone.
extension Store {
    /// The name of the record that most of an entry's lines are about: its session where there is one, else the record of
    /// the kind that people speak of first.
    func subject(of lines: [ChangeLog.Line]) throws -> String? {
        var best: (rank: Int, noun: Noun, id: Int64)?
        for line in lines where best?.rank != 0 {
            guard let (noun, id) = try owner(line), let rank = Self.spokenOf.firstIndex(of: noun),
                rank < best?.rank ?? .max
            else { continue }
            best = (rank, noun, id)
        }
        guard let best else { return nil }
        return try called(best.noun, best.id)
    }

    /// Kinds in the order in which people name them.
    private static let spokenOf: [Noun] = [
        .session, .meeting, .feedback, .recommendation, .action, .assessment, .position, .activity, .board, .outlet,
        .form, .course, .organization,
    ]

    /// The record that a line is about, or that its row belongs to.
    private func owner(_ line: ChangeLog.Line) throws -> (Noun, Int64)? {
        guard let id = line.key.split(separator: ",").first.flatMap({ Int64($0) }) else { return nil }
        if let noun = Noun(rawValue: line.table), noun.type.hasRef { return (noun, id) }
        switch line.table {
        case "headcount", "tally", "nameless_attendance", "commitment", "reflection":
            return try reference("session_id", of: line.table, id).map { (.session, $0) }
        case "criterion": return try reference("assessment_id", of: line.table, id).map { (.assessment, $0) }
        case "board_seats": return try reference("board_id", of: line.table, id).map { (.board, $0) }
        case "profile": return try reference("organization_id", of: line.table, id).map { (.organization, $0) }
        case "attendance": return (.session, id)
        default: return try shapes.get()[line.table]?.parent.flatMap { Noun(rawValue: $0) }.map { ($0, id) }
        }
    }

    private func reference(_ column: String, of table: String, _ id: Int64) throws -> Int64? {
        guard let table = try database.table(named: table),
            let column = try database.columns(ofTable: table.name).first(where: { $0.name == column })
        else { return nil }
        return try database.value(
            "SELECT \(identifier: column.identifier) FROM \(identifier: table) WHERE id = \(id)"
        )
    }
}

extension [ChangeLog.Line] {
    /// The number of people in the one count that these lines set; nil where they set none or several.
    var countSet: Int? {
        let counts = filter { $0.table == "headcount" && $0.column == "count" && $0.change != "removed" }
        guard counts.count == 1, let count = Int(counts[0].new.plain) else { return nil }
        return count
    }
}
