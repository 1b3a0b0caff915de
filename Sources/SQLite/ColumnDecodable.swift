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
    /// A number that is counted with; one that is no `countable` is a mismatch. What names a row is an `Int64`.
    package static func decode(_ cell: borrowing Cell) throws(DatabaseError) -> Int {
        guard cell.storage == .integer else { throw cell.mismatch("INTEGER") }
        guard countable.contains(cell.integer) else { throw cell.mismatch("a number to count with") }
        return Int(cell.integer)
    }

    /// The numbers that are read as an `Int`, so that a few of them add up, or stand times a hundred, without overflow:
    /// up to 2^54, which is above a million sessions of a million people for ten days, in minutes.
    ///
    /// A file that holds more was changed by other means, and must not end the program by the trap of an addition.
    static let countable: ClosedRange<Int64> = -(1 << 54)...1 << 54
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
