import Records

/// The columns of a report of which nothing is known, and whether one of them may decide who counts.
///
/// A column with a few different words in it, such as yes and no, may be a status: nobody may pass it over without
/// having looked. One of free text is named.
struct UnknownColumns {
    private let file: IncomingFile
    /// By header and column, the different texts in it, as far as they are few.
    private var texts: [Place: Set<String>] = [:]

    private struct Place: Hashable {
        let header: Int
        let column: Int
    }

    /// So many different words, and fewer, may be those of a status.
    static let few = 5

    init(_ file: IncomingFile) { self.file = file }

    /// Takes in what a row says in them.
    mutating func look(_ reader: CSVReader, _ columns: ZoomColumns, _ header: Int) {
        for column in columns.unknown where !column.isQuestion {
            let place = Place(header: header, column: column.index)
            if texts[place]?.count ?? 0 > Self.few { continue }
            let text = reader.text(column.index).trimmed
            if !text.isEmpty { texts[place, default: []].insert(text) }
        }
    }

    /// Refusals of those that may decide.
    func issues(_ unknown: [(column: ZoomColumns.Unknown, line: Int, header: Int)]) -> [ImportIssue] {
        unknown.filter { mayDecide($0.column, $0.header) }.map { column, line, _ in
            let title = column.title.count > 60 ? column.title.prefix(60) + "…" : column.title[...]
            return ImportIssue(
                file: file.name,
                line: line,
                column: String(title),
                what: "unknown column. It has only a few different values, so it may decide who counts",
                advice: """
                    Map it: --map waiting="\(title)" (or attended, approval). Or ignore it: --ignore "\(title)"
                    """
            )
        }
    }

    /// The names of the others, of which something is left unread.
    func texts(_ unknown: [(column: ZoomColumns.Unknown, line: Int, header: Int)]) -> [String] {
        var names: [String] = []
        for (column, _, header) in unknown where !mayDecide(column, header) {
            let isBlank = !column.isQuestion && texts[Place(header: header, column: column.index)] == nil
            if !isBlank, !names.contains(column.title) { names.append(String(column.title.prefix(60))) }
        }
        return names
    }

    private func mayDecide(_ column: ZoomColumns.Unknown, _ header: Int) -> Bool {
        guard !column.isQuestion, let words = texts[Place(header: header, column: column.index)] else { return false }
        return words.count <= Self.few
    }
}
