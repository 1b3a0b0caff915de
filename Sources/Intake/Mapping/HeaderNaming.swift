import Records

/// Whether messages may call the columns of a file by what stands in its header.
///
/// A file without a header has people in its first line. Where two columns of it are known, it is one.
struct HeaderNaming {
    /// Whether the first line is a header for sure.
    let isHeader: Bool

    /// - Parameter known: how many of its columns are known.
    init(known: Int) { isHeader = known >= 2 }

    /// What a message calls the column at a place from 0.
    func title(_ title: String, _ index: Int) -> String {
        guard isHeader else { return "column \(index + 1)" }
        return title.clipped
    }

    /// The columns that there are, to choose from.
    func list(_ titles: [String]) -> Advice? {
        isHeader ? Advice("Columns in the file: \(titles.filter { !$0.isEmpty }.joined(separator: ", "))") : nil
    }
}
