import Calendar
import PlainText
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
    /// Holds what is given against each other and against what is stored of the record, before anything is written:
    /// characters, roles, days, and what the kind itself accepts.
    ///
    /// - Throws: `RecordError.invalid` for a character that no text may hold, a role that is a person and a day that has
    ///   not come, `RecordError.broken` naming both days of which one is before the other.
    func requireFitting(_ type: RecordType, _ id: Int64?, _ draft: Draft, clearing: [String] = []) throws {
        for field in type.fields {
            guard let text = draft.text(field.name) else { continue }
            try Self.requirePlain(text, field.name, isOneLine: field.isOneLine)
        }
        for field in type.fields where field.namesRole {
            if let text = draft.text(field.name) { try requireRole(text, field) }
        }
        for name in type.pastDays {
            if let day = draft.text(name).flatMap({ Day(iso: $0) }) { try requirePast(day, name) }
        }
        try requireOrder(type, id, draft, clearing: clearing)
        try type.accepts(self, id, draft)
    }

    /// Refuses a text that holds a character which could steer a terminal or turn the direction of text.
    ///
    /// - Throws: `RecordError.invalid`; the text itself is not repeated.
    static func requirePlain(_ text: String, _ field: String, isOneLine: Bool) throws {
        guard let stray = StrayCharacter(in: text, isOneLine: isOneLine) else { return }
        throw RecordError.invalid(field: field, problem: stray.problem)
    }

    private func requireOrder(_ type: RecordType, _ id: Int64?, _ draft: Draft, clearing: [String]) throws {
        for rule in type.dayRules where draft[rule.later] != nil || draft[rule.earlier] != nil {
            let given = [rule.later, rule.earlier].map { clearing.contains($0) ? "" : draft.text($0) }
            guard let later = try given[0] ?? stored(type, id, rule.later, draft), !later.isEmpty,
                let earlier = try given[1] ?? stored(type, id, rule.earlier, draft), !earlier.isEmpty, later < earlier
            else { continue }
            throw RecordError.broken(
                field: rule.later,
                problem: "\(later.dayWords) is before \(rule.words) (\(earlier.dayWords))"
            )
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
