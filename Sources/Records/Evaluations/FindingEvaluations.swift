import SQLite

extension Store {
    /// The evaluation that somebody names by its ref or the beginning of it.
    ///
    /// - Throws: `RecordError` `notFound` or `ambiguous`.
    func evaluation(_ typed: String) throws -> Found {
        let fitting = try evaluations(typed)
        switch fitting.count {
        case 1: return fitting[0]
        case 0: throw RecordError.notFound(.evaluation, typed, nearest: try nearest(.evaluation, typed))
        default: throw RecordError.ambiguous(.evaluation, typed, candidates: fitting.map(\.ref))
        }
    }

    /// The evaluations whose ref begins with a text, at most 21, in the order of their refs.
    ///
    /// A ref is the lower half of an id in hexadecimal digits, which no index holds; so its beginning is read as a range
    /// of numbers, and looked up as a range of ids for each origin.
    func evaluations(_ typed: String) throws -> [Found] {
        guard let range = Self.numbers(typed) else { return [] }
        var found: [Found] = []
        var last = Int64.min
        while let id = try database.value(
            "SELECT id FROM evaluation WHERE id > \(last) ORDER BY id LIMIT 1",
            as: Int64.self
        ) {
            let origin = id & ~0xFFFF_FFFF
            found += try database.all(
                """
                SELECT id FROM evaluation
                WHERE id BETWEEN \(origin | range.lowerBound) AND \(origin | range.upperBound) ORDER BY id LIMIT 21
                """
            ) { Found.evaluation(try $0[0]) }
            last = origin | 0xFFFF_FFFF
        }
        return Array(found.sorted { ($0.ref, $0.id) < ($1.ref, $1.id) }.prefix(21))
    }

    /// The lower halves of ids that a ref with this beginning may stand for; nil where none does.
    private static func numbers(_ typed: String) -> ClosedRange<Int64>? {
        let text = typed.lowercased()
        if text == "e" || text == "e-" { return 0...0xFFFF_FFFF }
        let digits = text.dropFirst(2)
        guard text.hasPrefix("e-"), digits.utf8.count <= 8, digits.utf8.allSatisfy({ $0 != 0x2B && $0 != 0x2D }),
            let number = Int64(digits, radix: 16)
        else { return nil }
        let open = Int64(4 * (8 - digits.utf8.count))
        return number << open...number << open | (1 << open - 1)
    }
}
