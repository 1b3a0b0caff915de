/// The numbers in neighboring columns of a row; those of the next row are read into the same place.
///
/// It is made for statements that read hundreds of thousands of rows: no cell costs an allocation or a call of its own.
package struct RowNumbers: Sendable {
    /// What stands in each column.
    package private(set) var cells: [RowNumber]

    /// Room for so many columns, all NULL until a row is read.
    package init(count: Int) { cells = Array(repeating: .none, count: count) }

    /// Reads the columns of a row that start at `first`.
    package mutating func read(_ row: borrowing Row, from first: Int) throws(DatabaseError) {
        var cells = cells.mutableSpan
        for place in cells.indices { cells[place] = try row.number(first + place) }
    }
}
