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
        guard let column = owners[noun] else { return nil }
        return NamedCondition(noun.rawValue, "Only this \(noun.rawValue).") { _ in
            "t.\(identifier: column) = \(found.id)"
        }
    }

    /// The records of which others are, beside organizations, courses and sessions, and the column that says of which.
    fileprivate static let owners: [Noun: Identifier] = [
        .outlet: "outlet_id", .board: "board_id", .meeting: "meeting_id", .assessment: "assessment_id",
        .form: "form_id",
    ]
}

extension RecordType {
    /// The condition of this name.
    package func condition(named name: String) -> NamedCondition? {
        conditions.first { $0.name == name }
    }

    /// The kinds of record of which one of this kind is, such as the meeting of a recommendation.
    package var owners: [Noun] {
        fields.compactMap { field in
            guard case .record(let noun) = field.shape, let column = NamedCondition.owners[noun],
                case .column(let own) = field.storage, own.name == column.name
            else { return nil }
            return noun
        }
    }

    /// The names of what a list of this kind can be narrowed by, beside the kind's own conditions.
    package var filters: [String] {
        // Attendance is read session by session, and narrowed as they are.
        let type = noun == .attendance ? .session : self
        var names = type.day == nil ? [] : ["from", "to"]
        if type.ofOrganization != nil { names.append("organization") }
        if type.ofCourse != nil { names.append("course") }
        if noun == .attendance || ofSession != nil { names.append("session") }
        if field(named: "status") != nil || !conditions.isEmpty { names.append("status") }
        return names + owners.map(\.rawValue)
    }
}
