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

    /// The evidence behind a figure: of answers and pairs that of all its forms, else that of its first question.
    static func behind(_ questions: [Question]) -> Evidence? {
        if let first = questions.first, !first.forms.isEmpty {
            let pairs = questions.filter { $0.forms.count == 2 }.map { (before: $0.forms[0], after: $0.forms[1]) }
            return pairs.isEmpty ? .responses(to: questions.flatMap(\.forms)) : .pairs(of: pairs)
        }
        return questions.lazy.compactMap(\.evidence).first
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
