import PlainText

/// The columns of a table on a sheet: one for each of its own, and a second one beside it wherever numbers alone would
/// not say what was printed, such as a share without the counts behind it.
struct SheetLayout {
    /// A column of the sheet.
    struct Place: Hashable {
        /// Which column of the table it shows.
        let source: Int
        /// Whether it holds the words of numbers that do not say all.
        let holdsWords: Bool
        /// The heading.
        let title: String
        /// Whether its entries stand on the right.
        let isRight: Bool
        /// How wide it is, in letters.
        let width: Int
        /// Whether longer entries take several lines.
        let wraps: Bool
    }

    /// How wide a column of text may be; the narrower ones where the table would be too wide to be read on paper.
    private static let widest = [56, 44, 34, 26]

    /// How many letters a sheet of paper holds across in a size that can be read.
    private static let paper = 130

    let places: [Place]
    /// Whether the table has headings.
    let hasHeader: Bool

    init(_ table: Table) {
        let layouts = Self.widest.lazy.map { Self.places(table, widest: $0) }
        let fits = layouts.first { $0.map(\.width).reduce(0, +) <= Self.paper }
        places = fits ?? Self.places(table, widest: Self.widest.last ?? 0)
        hasHeader = table.columns.contains { !$0.title.isEmpty }
    }

    private static func places(_ table: Table, widest: Int) -> [Place] {
        let rows = table.rows
        return table.columns.enumerated().flatMap { index, column -> [Place] in
            let cells = rows.map { $0[index] }
            let isRight = column.alignment == .right || cells.contains { $0.number != nil }
            let words = cells.filter { NumberFormat($0)?.saysAll == false }
            let alone = words.isEmpty ? cells : cells.filter { NumberFormat($0)?.saysAll != false } + [Self.number]
            let exact = place(index, column.title, alone, isRight: isRight, words: false, widest)
            if words.isEmpty { return [exact] }
            let title = column.title.isEmpty ? "with counts" : "\(column.title), with counts"
            return [exact, place(index, title, words, isRight: false, words: true, widest)]
        }
    }

    /// As wide as a number is whose words stand beside it.
    private static let number = Cell.text("1,000.0%")

    /// The column of the sheet that holds the values of a column of the table.
    func column(of source: Int) -> Int {
        places.firstIndex { $0.source == source && !$0.holdsWords } ?? source
    }

    private static func place(
        _ source: Int,
        _ title: String,
        _ cells: [Cell],
        isRight: Bool,
        words: Bool,
        _ widest: Int
    ) -> Place {
        let longest =
            cells.map { cell in
                cell.printed.split(separator: "\n").map { TextWidth.of(VisibleText.of(String($0))) }.max() ?? 0
            }.max() ?? 0
        let hasLines = cells.contains { $0.printed.utf8.contains(0x0A) }
        let heading = TextWidth.of(VisibleText.of(title))
        // A heading may take two lines.
        let width = max(longest, min(heading, max(12, (heading + 1) / 2 + 4)))
        return Place(
            source: source,
            holdsWords: words,
            title: title,
            isRight: isRight,
            width: min(max(width, 6), widest) + 3,
            wraps: longest > widest || hasLines
        )
    }
}
