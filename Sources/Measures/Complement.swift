/// Which counts of a table must be withheld beside the small ones, so that none can be found by subtracting from a total
/// (metrics.md 4.3).
///
/// A reader knows the published counts, and that a withheld one is not 0, since zeros are published. Where that would
/// still give something away, as of few altogether, the zeros of the line are withheld too.
package enum Complement {
    /// The places of the counts to withhold, of parts whose total is published: those from 1 to `threshold` - 1, and
    /// the smallest others, ties by order, until the auditor finds each of them uncertain.
    package static func withheld(of counts: [Int], threshold: Int) -> Set<Int> {
        var linked = LinkedCounts()
        let entries = counts.map { entry($0, rank: 0, threshold, &linked) }
        linked.link(counts.indices.map { LinkedCounts.Term($0) })
        let withholding = Withholding(linked, entries, threshold: threshold)
        return withholding.decide().withheld
    }

    /// The same for a table with margins: the small counts, and with each of them the rectangle of the least sum.
    ///
    /// Places go row by row, the total behind each row, and the row of totals at the end; a total that is small itself
    /// is withheld like any other count. Rows of unequal length are cut to the shortest.
    package static func withheld(ofTable rows: [[Int]], threshold: Int) -> Set<Int> {
        let table = withMargins(rows)
        var linked = LinkedCounts()
        let entries = table.enumerated().flatMap { row, counts in
            counts.enumerated().map { column, count in
                let margins = (row == table.count - 1 ? 1 : 0) + (column == counts.count - 1 ? 1 : 0)
                return entry(count, rank: 2 - margins, threshold, &linked)
            }
        }
        for sum in sums(height: table.count, width: table.first?.count ?? 0) { linked.link(sum) }
        let withholding = Withholding(linked, entries, threshold: threshold)
        return withholding.decide().withheld
    }

    /// A table with a total behind each row and a row of totals at its end.
    package static func withMargins(_ rows: [[Int]]) -> [[Int]] {
        let width = rows.map(\.count).min() ?? 0
        let lines = rows.map { row in row.prefix(width) + [row.prefix(width).reduce(0, +)] }
        return lines.map(Array.init) + [(0...width).map { column in lines.reduce(0) { $0 + $1[column] } }]
    }

    /// What adds up in a table with margins: each row, and each column, to its total.
    package static func sums(height: Int, width: Int) -> [[LinkedCounts.Term]] {
        let rows = (0..<height).map { row in (0..<width).map { row * width + $0 } }
        let columns = (0..<width).map { column in (0..<height).map { $0 * width + column } }
        return (rows + columns).map { places in
            places.enumerated().map { LinkedCounts.Term($1, $0 == places.count - 1 ? -1 : 1) }
        }
    }

    private static func entry(_ count: Int, rank: Int, _ threshold: Int, _ linked: inout LinkedCounts)
        -> Withholding.Entry
    {
        let isSmall = (1..<max(1, threshold)).contains(count)
        let place = linked.add(.init(count, least: 1))
        return Withholding.Entry([place], isSmall ? .withheld : .published, rank: rank, weight: count)
    }
}
