package import Calendar
package import SQLite

extension Day: Bindable {
    /// The day as text, which is how it is stored.
    package var sqlValue: SQLValue { .text(iso) }

    /// Binds the day as text.
    package func bind(to binder: inout Binder) { iso.bind(to: &binder) }
}

extension Day: ColumnDecodable {
    /// The day that a column of text holds; a mismatch when it holds anything else.
    package static func decode(_ cell: borrowing Cell) throws(DatabaseError) -> Day {
        guard let day = Day(iso: try String.decode(cell)) else { throw cell.mismatch("a day such as 2026-11-10") }
        return day
    }
}
