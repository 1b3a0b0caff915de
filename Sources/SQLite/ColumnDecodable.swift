/// A type that can be read from a cell of a row.
package protocol ColumnDecodable {
    /// The cell's value, or a `mismatch` error where its storage class is another.
    static func decode(_ cell: borrowing Cell) throws(DatabaseError) -> Self
}

extension ColumnDecodable where Self: RawRepresentable, RawValue: ColumnDecodable {
    package static func decode(_ cell: borrowing Cell) throws(DatabaseError) -> Self {
        guard let value = Self(rawValue: try RawValue.decode(cell)) else {
            throw cell.mismatch("a value of \(Self.self)")
        }
        return value
    }
}

extension Int64: ColumnDecodable {
    package static func decode(_ cell: borrowing Cell) throws(DatabaseError) -> Int64 {
        guard cell.storage == .integer else { throw cell.mismatch("INTEGER") }
        return cell.integer
    }
}

extension Int: ColumnDecodable {
    package static func decode(_ cell: borrowing Cell) throws(DatabaseError) -> Int {
        guard cell.storage == .integer else { throw cell.mismatch("INTEGER") }
        return Int(cell.integer)
    }
}

extension Bool: ColumnDecodable {
    package static func decode(_ cell: borrowing Cell) throws(DatabaseError) -> Bool {
        guard cell.storage == .integer else { throw cell.mismatch("INTEGER") }
        return cell.integer != 0
    }
}

extension Double: ColumnDecodable {
    /// An INTEGER is a number too: SQLite's sum of integers is one.
    package static func decode(_ cell: borrowing Cell) throws(DatabaseError) -> Double {
        switch cell.storage {
        case .real: return cell.real
        case .integer: return Double(cell.integer)
        default: throw cell.mismatch("REAL")
        }
    }
}

extension String: ColumnDecodable {
    package static func decode(_ cell: borrowing Cell) throws(DatabaseError) -> String {
        guard cell.storage == .text else { throw cell.mismatch("TEXT") }
        return cell.text
    }
}

extension [UInt8]: ColumnDecodable {
    /// The bytes of a blob, or of a text in UTF-8.
    package static func decode(_ cell: borrowing Cell) throws(DatabaseError) -> [UInt8] {
        switch cell.storage {
        case .blob, .text: return cell.bytes
        default: throw cell.mismatch("BLOB")
        }
    }
}

extension Optional: ColumnDecodable where Wrapped: ColumnDecodable {
    package static func decode(_ cell: borrowing Cell) throws(DatabaseError) -> Wrapped? {
        cell.storage == .null ? nil : try Wrapped.decode(cell)
    }
}
