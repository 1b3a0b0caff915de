import Measures
import Support
import Testing

/// Random tables against a check of its own: every table that the reader must hold possible, one after the other.
@Suite struct `Withheld counts of random tables` {
    @Test(arguments: 1...40) func `no withheld count of a row can be told from its total`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let threshold = Int.random(in: 2...6, using: &random)
        let counts = (0..<Int.random(in: 2...5, using: &random)).map { _ in Int.random(in: 0...9, using: &random) }
        let withheld = Complement.withheld(of: counts, threshold: threshold)
        // The total is a column of its own, which is published.
        let reader = Reader(table: [counts + [counts.reduce(0, +)]], withheld: withheld, hasColumnTotals: false)
        #expect(reader.findsOut(threshold: threshold).isEmpty, "seed \(seed): \(counts), withheld \(withheld.sorted())")
        let small = counts.indices.filter { (1..<threshold).contains(counts[$0]) }
        #expect(withheld.isSuperset(of: small), "seed \(seed)")
        if small.isEmpty { #expect(withheld.isEmpty, "seed \(seed)") }
    }

    @Test(arguments: 1...24) func `no withheld cell of a table can be told from its margins`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let threshold = Int.random(in: 2...4, using: &random)
        let (height, width) = (2, Int.random(in: 2...3, using: &random))
        let rows = (0..<height).map { _ in (0..<width).map { _ in Int.random(in: 0...4, using: &random) } }
        let table = Complement.withMargins(rows)
        let withheld = Complement.withheld(ofTable: rows, threshold: threshold)
        let reader = Reader(table: table, withheld: withheld, hasColumnTotals: true)
        #expect(reader.findsOut(threshold: threshold).isEmpty, "seed \(seed): \(rows), withheld \(withheld.sorted())")
        let counts = table.flatMap(\.self)
        #expect(withheld.isSuperset(of: counts.indices.filter { (1..<threshold).contains(counts[$0]) }), "seed \(seed)")
    }
}

/// Somebody who tries every table that fits what was published.
private struct Reader {
    /// With a total behind each row, and with `hasColumnTotals` a row of totals at the end.
    let table: [[Int]]
    let withheld: Set<Int>
    let hasColumnTotals: Bool

    private var width: Int { table.first?.count ?? 0 }
    private var height: Int { hasColumnTotals ? table.count - 1 : table.count }
    private var counts: [Int] { table.flatMap(\.self) }

    /// The lines that add up, their total last.
    private var lines: [[Int]] {
        let rows = table.indices.map { row in (0..<width).map { row * width + $0 } }
        let columns = (0..<width).map { column in table.indices.map { $0 * width + column } }
        return hasColumnTotals ? rows + columns : rows
    }

    /// A withheld count is not 0, unless all parts of a line are withheld: then zeros may be among them.
    private func least(_ place: Int) -> Int {
        let isWhole = lines.contains { $0.contains(place) && $0.dropLast().allSatisfy(withheld.contains) }
        return isWhole || counts[place] == 0 ? 0 : 1
    }

    /// The withheld places that can have one value only which is not 0, or only values from 1 to k-1.
    func findsOut(threshold: Int) -> [Int] {
        var possible: [Int: Set<Int>] = [:]
        let inner = withheld.sorted().filter { $0 % width < width - 1 && $0 / width < height }
        let floors = Dictionary(uniqueKeysWithValues: withheld.map { ($0, least($0)) })
        var told = Set(withheld.filter { counts[$0] != 0 })
        var tried = counts
        func tryAll(_ index: Int) {
            guard index < inner.count else { return meet(tried) }
            let low = floors[inner[index]] ?? 0
            for value in low...max(low, most(inner[index], threshold)) where !told.isEmpty {
                tried[inner[index]] = value
                tryAll(index + 1)
            }
        }
        func meet(_ tried: [Int]) {
            guard let full = withTotals(tried), withheld.allSatisfy({ full[$0] >= floors[$0] ?? 0 }) else { return }
            for place in told {
                possible[place, default: []].insert(full[place])
                let values = possible[place] ?? []
                if values.count > 1, !values.allSatisfy({ (1..<threshold).contains($0) }) { told.remove(place) }
            }
        }
        tryAll(0)
        return told.sorted()
    }

    /// As much as the smallest published total of its lines; where none is, somewhat more than it can need.
    private func most(_ place: Int, _ threshold: Int) -> Int {
        let totals = lines.filter { $0.dropLast().contains(place) }.compactMap(\.last)
        return totals.filter { !withheld.contains($0) }.map { counts[$0] }.min() ?? max(counts[place], threshold)
    }

    /// The table with its totals made anew; nil where one that is published comes out otherwise.
    private func withTotals(_ tried: [Int]) -> [Int]? {
        var full = tried
        for line in lines {
            guard let total = line.last else { continue }
            let sum = line.dropLast().reduce(0) { $0 + full[$1] }
            if !withheld.contains(total), sum != counts[total] { return nil }
            full[total] = sum
        }
        return full
    }
}
