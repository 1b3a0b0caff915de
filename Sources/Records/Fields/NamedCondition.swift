import Calendar
import SQLite

/// A question to which each record of a kind answers yes or no on a day: is it open, is it overdue.
///
/// What is dated after the day has not happened yet.
package struct NamedCondition: Sendable {
    /// The word of its option: `open`, `overdue`.
    package let name: String
    /// What it keeps, for the help of a list.
    package let label: String
    /// The condition over `t` on a day, written as it is stored.
    let sql: @Sendable (Day) -> SQL

    init(_ name: String, _ label: String, _ sql: @escaping @Sendable (Day) -> SQL) {
        self.name = name
        self.label = label
        self.sql = sql
    }
}

extension NamedCondition {
    /// What is of one outlet, board, meeting, assessment or form; nil for a kind that nothing of these refers to.
    package static func of(_ noun: Noun, _ found: Found) -> NamedCondition? {
        let column: Identifier
        switch noun {
        case .outlet: column = "outlet_id"
        case .board: column = "board_id"
        case .meeting: column = "meeting_id"
        case .assessment: column = "assessment_id"
        case .form: column = "form_id"
        default: return nil
        }
        return NamedCondition(noun.rawValue, "Only of this \(noun.rawValue).") { _ in
            "t.\(identifier: column) = \(found.id)"
        }
    }
}

extension RecordType {
    /// The condition of this name.
    package func condition(named name: String) -> NamedCondition? {
        conditions.first { $0.name == name }
    }
}
