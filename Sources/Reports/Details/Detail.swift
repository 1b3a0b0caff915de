import Documents
import Measures
import Records
import SQLite

/// Rows that stand beside the figures of a report: what is open, what it is about. No name, and no text that was not
/// released.
struct Detail: Sendable {
    /// The key under which JSON gives the rows.
    let key: String
    /// Its heading; `DAY` in it stands for the reference day.
    let title: String
    /// What a page says in place of a table without rows; nil leaves the whole detail out.
    var otherwise: String?
    /// The rows.
    var table: @Sendable (Scope, Disclosure, borrowing Database) throws -> Table = { _, _, _ in
        Table(columns: [], rows: [])
    }
    /// The rows where they come from what was counted for the figures.
    var counted: (@Sendable (Reports.Reading, Disclosure) -> Table)?
    /// What is counted beside the figures for it.
    var questions: (@Sendable (Questionnaire) -> [Question])?
    /// What pages print in place of the table, where a table is not how it is read.
    var lines: (@Sendable (Table) -> [String])?

    /// The detail as it was read.
    struct Reading: Sendable {
        let detail: Detail
        let table: Table
        /// Its heading on this page.
        let title: String
    }

    func reading(
        _ scope: Scope,
        _ disclosure: Disclosure,
        _ figures: Reports.Reading? = nil,
        from database: borrowing Database
    ) throws -> Reading {
        let rows = try figures.flatMap { counted?($0, disclosure) } ?? table(scope.undivided, disclosure, database)
        return Reading(detail: self, table: rows, title: title.replacing("DAY", with: scope.referenceDay.iso))
    }
}

extension Detail.Reading {
    /// What a page shows.
    var blocks: [Document.Block] {
        if table.rows.isEmpty {
            return detail.otherwise.map { [.heading(title), .sentence($0)] } ?? []
        }
        return [.heading(title), detail.lines.map { .list($0(table)) } ?? .table(table)]
    }
}

extension Row {
    /// A text cell, empty for NULL.
    func textCell(_ column: Int) throws -> Documents.Cell { .text(try self[column] as String?) }

    /// A day cell, empty for NULL.
    func dayCell(_ column: Int) throws -> Documents.Cell { (try self[column] as String?).map { .day($0) } ?? .empty }

    /// A whole number, empty for NULL.
    func wholeCell(_ column: Int) throws -> Documents.Cell { .whole(try self[column] as Int?) }
}
