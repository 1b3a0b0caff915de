/// Where the columns of a table stand on a terminal.
struct TableLayout {
    private static let gap = 2
    /// A text column is not made narrower than this.
    private static let narrowest = 10

    private let columns: [Column]
    private let widths: [Int]
    /// Rows under headings stand in by two.
    private let indentation: Int

    init(_ table: Table, width: Int?) {
        columns = table.columns
        let indentation = table.sections.contains { $0.title != nil } ? 2 : 0
        let natural = Self.naturalWidths(table)
        self.indentation = indentation
        widths = width.map { Self.fitted(natural, table.columns, to: $0 - indentation) } ?? natural
    }

    /// A line under which totals stand.
    var rule: String {
        let length = widths.reduce(0, +) + Self.gap * (widths.count - 1)
        return String(repeating: " ", count: indentation) + String(repeating: "─", count: length)
    }

    /// The lines of a row; `weigh` puts weight on each piece of a cell after it was measured.
    func lines(_ row: [Cell], weigh: (String, Cell) -> String) -> [String] {
        let pieces = zip(row, widths).map { LineWrapping.lines(VisibleText.of($0.printed), width: $1) }
        return (0..<(pieces.map(\.count).max() ?? 0)).map { number in
            line(pieces.map { number < $0.count ? $0[number] : "" }, row, weigh)
        }
    }

    private func line(_ pieces: [String], _ row: [Cell], _ weigh: (String, Cell) -> String) -> String {
        var line = ""
        var pending = indentation
        for (index, piece) in pieces.enumerated() {
            let padding = max(0, widths[index] - TextWidth.of(piece))
            let isRight = columns[index].alignment == .right
            if isRight { pending += padding }
            if !piece.isEmpty {
                line += String(repeating: " ", count: pending) + weigh(piece, row[index])
                pending = 0
            }
            pending += isRight ? Self.gap : padding + Self.gap
        }
        return line
    }

    private static func naturalWidths(_ table: Table) -> [Int] {
        var widths = table.columns.map { TextWidth.of(VisibleText.of($0.title)) }
        for section in table.sections {
            for row in section.rows {
                for (index, cell) in row.enumerated() {
                    widths[index] = max(widths[index], TextWidth.of(VisibleText.of(cell.printed)))
                }
            }
        }
        return widths
    }

    /// Takes what is too much from the widest text columns; numbers are never broken, so a table may stay too wide.
    private static func fitted(_ natural: [Int], _ columns: [Column], to width: Int) -> [Int] {
        var widths = natural
        var excess = widths.reduce(0, +) + gap * (widths.count - 1) - width
        let texts = columns.indices.filter { columns[$0].alignment == .left }
        while excess > 0, let widest = texts.max(by: { widths[$0] < widths[$1] }), widths[widest] > narrowest {
            let next = texts.filter { $0 != widest }.map { widths[$0] }.max() ?? narrowest
            let step = min(excess, max(1, widths[widest] - max(next, narrowest)))
            widths[widest] -= step
            excess -= step
        }
        return widths
    }
}
