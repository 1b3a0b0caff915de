/// Draws the rows of a document by their exact values, under a header of keys.
struct CSVRenderer {
    var forExcel = false

    func draw(_ document: Document) -> [UInt8] {
        let table = document.rows
        guard !table.columns.isEmpty else { return [] }
        var writer = RowWriter(forExcel ? .csvForExcel : .csv, columns: table.columns)
        for row in table.rows {
            for cell in row { writer.append(cell) }
            writer.closeRow()
        }
        return writer.bytes()
    }
}
