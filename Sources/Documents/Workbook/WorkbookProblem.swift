/// Why a workbook could not be made.
package enum WorkbookProblem: Error, Hashable {
    /// The library that writes workbooks is not installed; the name of its file.
    case noLibrary(String)
    /// The library could not write, in its own words: no room for its temporary files, or no memory.
    case failed(String)
    /// A table has more rows than a sheet can hold.
    case tooManyRows(table: String)
    /// A text is longer than a cell can hold.
    case tooLong(table: String, row: Int, column: String)
}
