/// The numbers in neighboring columns of a row; those of the next row are read into the same place.
///
/// It is made for statements that read hundreds of thousands of rows: no cell costs an allocation or a call of its own.
package struct RowNumbers: Sendable {
    /// What stands in each column.
    package private(set) var storages: [Storage]
    /// The whole number of each column that holds one; of any other it says nothing.
    package private(set) var wholes: [Int]
    /// The number of each column that holds one which is not whole; of any other it says nothing.
    package private(set) var reals: [Double]

    /// Room for so many columns, all NULL until a row is read.
    package init(count: Int) {
        storages = Array(repeating: .null, count: count)
        wholes = Array(repeating: 0, count: count)
        reals = Array(repeating: 0, count: count)
    }

    /// Reads the columns of a row that start at `first`.
    package mutating func read(_ row: borrowing Row, from first: Int) throws(DatabaseError) {
        for place in storages.indices {
            switch try row.number(first + place) {
            case .whole(let value):
                storages[place] = .integer
                wholes[place] = Int(value)
            case .none: storages[place] = .null
            case .text: storages[place] = .text
            case .real(let value):
                storages[place] = .real
                reals[place] = value
            }
        }
    }
}
