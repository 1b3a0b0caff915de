import PlainText

/// Where the columns of a table stand on a terminal.
struct TableLayout {
    private static let gap = 2
    /// Words of text up to this width are not broken where it can be helped.
    private static let longestWord = 16
    /// Text is not broken into shorter lines than this, so a table of many figures may stay too wide.
    private static let shortestLine = 10

    private let columns: [Column]
    private let widths: [Int]
    /// Rows under headings stand in by two.
    private let indentation: Int

    init(_ table: Table, width: Int?) {
        columns = table.columns
        let indentation = table.sections.contains { $0.title != nil } ? 2 : 0
        let natural = Self.naturalWidths(table)
        self.indentation = indentation
        widths =
            width.map { width in
                let least = [Self.narrowestWidths(table), Self.narrowestWidths(table, longestWord: Self.shortestLine)]
                return Self.fitted(natural, least, to: width - indentation)
            } ?? natural
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
        widths(table, of: { TextWidth.of($0) }, orOf: { TextWidth.of(VisibleText.of($0.printed)) })
    }

    /// How narrow each column can be: figures, days and marks stay whole, and so do words.
    private static func narrowestWidths(_ table: Table, longestWord: Int? = nil) -> [Int] {
        let piece = { (text: String) -> Int in
            let widest = LineWrapping.widestPiece(text, limit: Self.longestWord)
            return longestWord.map { min($0, widest) } ?? widest
        }
        return widths(table, of: piece) { cell in
            let text = VisibleText.of(cell.printed)
            return cell.isWhole ? TextWidth.of(text) : piece(text)
        }
    }

    private static func widths(_ table: Table, of title: (String) -> Int, orOf entry: (Cell) -> Int) -> [Int] {
        var widths = table.columns.map { title(VisibleText.of($0.title)) }
        for section in table.sections {
            for row in section.rows {
                for (index, cell) in row.enumerated() { widths[index] = max(widths[index], entry(cell)) }
            }
        }
        return widths
    }

    /// Takes what is too much from the widest columns, words whole as long as that is enough.
    private static func fitted(_ natural: [Int], _ narrowest: [[Int]], to width: Int) -> [Int] {
        var widths = natural
        for least in narrowest {
            var excess = widths.reduce(0, +) + gap * (widths.count - 1) - width
            while excess > 0, let widest = widest(widths, above: least) {
                let next = widths.indices.filter { $0 != widest && widths[$0] > least[$0] }.map { widths[$0] }.max()
                let step = min(excess, max(1, widths[widest] - max(next ?? 0, least[widest])))
                widths[widest] -= step
                excess -= step
            }
        }
        return widths
    }

    private static func widest(_ widths: [Int], above least: [Int]) -> Int? {
        widths.indices.filter { widths[$0] > least[$0] }.max { widths[$0] < widths[$1] }
    }
}

// MARK: - Tables wider than the terminal

extension TableLayout {
    /// The table in parts that fit, each with the first column; as it is where that is enough or there is no width.
    static func parts(_ table: Table, width: Int?) -> [Table] {
        let narrowest = narrowestWidths(table)
        guard let width, table.columns.count > 2 else { return [table] }
        let room = width - (table.sections.contains { $0.title != nil } ? 2 : 0)
        guard narrowest.reduce(0, +) + gap * (narrowest.count - 1) > room else { return [table] }
        var parts: [[Int]] = []
        var used = 0
        for index in narrowest.indices.dropFirst() {
            used += gap + narrowest[index]
            if parts.isEmpty || used > room {
                parts.append([0])
                used = narrowest[0] + gap + narrowest[index]
            }
            parts[parts.count - 1].append(index)
        }
        return parts.enumerated().map { number, columns in
            Table(
                columns: columns.map { table.columns[$0] },
                sections: table.sections.map { section in
                    Table.Section(title: section.title, rows: section.rows.map { row in columns.map { row[$0] } })
                },
                notes: number == parts.count - 1 ? table.notes : []
            )
        }
    }
}

extension Cell {
    /// Whether it is read in one piece: a number, a day, or the mark of a figure that is none.
    fileprivate var isWhole: Bool {
        switch content {
        case .whole, .decimal, .share, .day, .withheld, .notCollected, .notApplicable: true
        case .text, .yesNo, .empty: false
        }
    }
}
