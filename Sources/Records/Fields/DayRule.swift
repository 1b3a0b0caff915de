import SQLite

/// Two days of a record of which one can't be before the other.
///
/// The schema holds the same rule; this one is looked at first, because it can name both days.
struct DayRule: Sendable {
    let later: String
    let earlier: String
    /// What happened on the earlier day: "it was received".
    let words: String

    init(_ later: String, notBefore earlier: String, _ words: String) {
        self.later = later
        self.earlier = earlier
        self.words = words
    }
}

extension Store {
    /// Holds the days of a draft against each other, and against those that are stored of the record.
    ///
    /// A day on which something has happened can't be one to come, but in a file: `check` names those.
    /// - Throws: `RecordError.invalid` naming both days.
    func requireOrder(_ type: RecordType, _ id: Int64?, _ draft: Draft, clearing: [String] = []) throws {
        if !isImporting {
            for name in type.pastDays {
                if let day = draft.text(name).flatMap({ Day(iso: $0) }) { try requirePast(day, name) }
            }
        }
        for rule in type.dayRules where draft[rule.later] != nil || draft[rule.earlier] != nil {
            let given = [rule.later, rule.earlier].map { clearing.contains($0) ? "" : draft.text($0) }
            guard let later = try given[0] ?? stored(type, id, rule.later, draft), !later.isEmpty,
                let earlier = try given[1] ?? stored(type, id, rule.earlier, draft), !earlier.isEmpty, later < earlier
            else { continue }
            throw RecordError.invalid(field: rule.later, problem: "\(later) is before \(rule.words), \(earlier)")
        }
    }

    private func stored(_ type: RecordType, _ id: Int64?, _ name: String, _ draft: Draft) throws -> String? {
        guard let id, let field = type.field(named: name) else { return nil }
        return try database.value(
            "SELECT \(field.select(for: draft)) FROM \(type.source) WHERE t.id = \(id)",
            as: String?.self
        ) ?? nil
    }
}
