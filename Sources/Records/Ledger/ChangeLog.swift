import Files
import SQLite

/// What one command does to the record, noted row by row while it does it.
///
/// SQLite's pre-update hook sees every row that is inserted, changed or removed, whichever statement does it and
/// cascades included, so no record type has history of its own to keep. The hook may not write; lines are gathered
/// here and written between statements.
/// Source: <https://sqlite.org/c3ref/preupdate_blobwrite.html>
final class ChangeLog {
    /// One line: a row that came to be (no column), a column that changed, a column of a row that went.
    struct Line {
        let change: String
        let table: String
        let key: String
        let column: String?
        let old: SQLValue
        let new: SQLValue
    }

    /// Lines not written yet.
    private(set) var lines: [Line] = []
    /// Whether anything changed at all, noted or not.
    private(set) var sawChange = false
    /// Rows that an import makes carry its id, and are not noted one by one.
    var importing = false
    /// The imports of this command: one for each file.
    var imports: Set<Int64> = []
    /// Taking back and forgetting note no values: what they end should not live on in the history.
    var muted = false
    /// Whether it touched what people returned without a name: then its entry keeps the day, and no time.
    private(set) var isAnonymous = false
    /// Whether it did what nothing takes back.
    private(set) var isFinal = false
    /// Columns of rows of which only is noted that they changed, as "table key column".
    private var blanked: Set<String> = []
    /// Why a row could not be noted; the command fails with it.
    private(set) var failure: (any Error)?

    private let tables: [String: TableShape]
    /// Rows that this command made, as "table key"; what hangs on a new row needs no line of its own.
    private var fresh: Set<String> = []

    init(tables: [String: TableShape]) {
        self.tables = tables
    }

    /// Notes of a column of a row only that it changed.
    func blank(_ column: String, of table: String, _ key: String) { blanked.insert("\(table) \(key) \(column)") }

    /// The lines that are not written yet, which are taken to be so from here on.
    func drain() -> [Line] {
        defer { lines.removeAll(keepingCapacity: true) }
        return lines
    }

    /// Says that it touches what people returned, where its rows are not looked at.
    func touchAnonymous() { isAnonymous = true }

    /// Says that nothing takes it back.
    func end() { isFinal = true }

    func note(_ change: borrowing RowChange) {
        if change.table == Noun.evaluation.rawValue { isAnonymous = true }
        guard let shape = tables[change.table] else { return }
        sawChange = true
        if muted { return }
        do {
            switch change.kind {
            case .inserted: try noteCreated(change, shape)
            case .removed: try noteRemoved(change, shape)
            case .updated: try noteChanged(change, shape)
            }
        } catch {
            failure = error
        }
    }

    private func noteCreated(_ change: borrowing RowChange, _ shape: TableShape) throws {
        if importing {
            if shape.importColumn != nil {
                let key = try shape.isParent ? shape.key { try change.new($0) } : ""
                if shape.isParent { fresh.insert("\(shape.name) \(key)") }
                return
            }
            if let parent = shape.parent {
                let owner = try shape.parentKey { try change.new($0) }
                if fresh.contains("\(parent) \(owner)") { return }
            }
        }
        let key = try shape.key { try change.new($0) }
        append(Line(change: "created", table: shape.name, key: key, column: nil, old: .null, new: .null))
    }

    /// Whether an import of this command made the row, or the row that it belongs to: what it becomes, or that it goes,
    /// needs no line, because all of it goes when the import is taken back. A name that a file spells in two ways is
    /// thus kept in one only.
    private func isOwn(_ change: borrowing RowChange, _ shape: TableShape) throws -> Bool {
        if imports.isEmpty { return false }
        if let column = shape.importColumn, case .integer(let id) = try change.old(column) {
            return imports.contains(id)
        }
        guard let parent = shape.parent else { return false }
        return fresh.contains("\(parent) \(try shape.parentKey { try change.old($0) })")
    }

    private func noteRemoved(_ change: borrowing RowChange, _ shape: TableShape) throws {
        if try isOwn(change, shape) { return }
        let key = try shape.key { try change.old($0) }
        for (index, column) in shape.columns.enumerated() {
            let old = try change.old(index)
            // Of the many answer columns of an evaluation most hold nothing.
            if old == .null, shape.name == Noun.evaluation.rawValue { continue }
            append(Line(change: "removed", table: shape.name, key: key, column: column, old: old, new: .null))
        }
    }

    private func noteChanged(_ change: borrowing RowChange, _ shape: TableShape) throws {
        if try isOwn(change, shape) { return }
        let key = try shape.key { try change.old($0) }
        for (index, column) in shape.columns.enumerated() {
            let (old, new) = (try change.old(index), try change.new(index))
            guard old != new else { continue }
            let isBlank = !blanked.isEmpty && blanked.contains("\(shape.name) \(key) \(column)")
            append(
                Line(
                    change: "changed",
                    table: shape.name,
                    key: key,
                    column: column,
                    old: isBlank ? .null : old,
                    new: isBlank ? .null : new
                )
            )
        }
    }

    /// Notes that rows change that it does not look at: those of a large import.
    func sawBulk() { sawChange = true }

    /// Adds a line that no change of a row gives: the digest of an imported file.
    func append(_ line: Line) {
        lines.append(line)
    }

    /// Forgets the lines from this one on: what they tell was undone.
    func drop(from count: Int) {
        lines.removeLast(max(0, lines.count - count))
    }
}

/// A table as the history sees it: its columns, and where its key and its parent's key stand.
struct TableShape: Sendable {
    let name: String
    let columns: [String]
    let keyColumns: [Int]
    /// Where rows carry the id of the import that made them.
    let importColumn: Int?
    /// The table that a row belongs to, where its key begins with that one's id.
    let parent: String?
    /// Whether other tables' rows belong to this one's, as topics do to a course.
    var isParent = false

    /// The row's key in one text: its values with commas between them.
    func key(_ value: (Int) throws -> SQLValue) rethrows -> String {
        try keyColumns.map { try value($0).plain }.joined(separator: ",")
    }

    /// Whether rows are the places of a list, as topics are: they are written anew all together.
    var isList: Bool { keyColumns.count == 2 && columns[keyColumns[1]] == "position" }

    /// Whether rows stand with a day of their own beside a record and carry the import that added them; attendance, which
    /// is edited, is no such table.
    var isAddition: Bool { parent != nil && importColumn != nil && name != Noun.attendance.rawValue }

    /// The key of the row that a row belongs to.
    func parentKey(_ value: (Int) throws -> SQLValue) rethrows -> String {
        try keyColumns.first.map { try value($0).plain } ?? ""
    }
}

extension SQLValue {
    /// The value as it stands in a key or a digest.
    var plain: String {
        switch self {
        case .null: ""
        case .integer(let value): String(value)
        case .real(let value): String(value)
        case .text(let value): value
        case .blob(let value): Digest.hexadecimal(value)
        }
    }
}
