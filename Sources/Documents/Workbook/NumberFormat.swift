/// How a spreadsheet shows a number, so that it reads as its maker printed it.
struct NumberFormat: Hashable {
    /// The format's code.
    let code: String
    /// Whether a number under the code reads exactly as it was printed; else its words must stand beside it.
    let saysAll: Bool

    /// The format of a cell's number; nil where it holds none.
    init?(_ cell: Cell) {
        guard let number = cell.number else { return nil }
        if case .share = cell.content {
            self = Self.percentage(number, cell.printed) ?? NumberFormat(code: "0.0%", saysAll: false)
        } else {
            self =
                Self.plain(number, cell.printed)
                ?? Self.percentage(number, cell.printed).flatMap { $0.saysAll ? $0 : nil }
                ?? Self.within(number, cell.printed)
        }
    }

    private init(code: String, saysAll: Bool) {
        (self.code, self.saysAll) = (code, saysAll)
    }

    /// `4`, `1,593`, `4.20`, `+0.4`, `−0.4`.
    private static func plain(_ number: Double, _ printed: String) -> NumberFormat? {
        let isSigned = printed.hasPrefix("+") || printed.hasPrefix("−")
        let unsigned = isSigned ? String(printed.dropFirst()) : printed
        let digits = String(unsigned.filter { $0 != "," })
        guard let places = places(digits) else { return nil }
        let fits = digits == Decimal.fixed(isSigned ? number.magnitude : number, places: places)
        let isGrouped = digits != unsigned
        guard fits, !isGrouped || unsigned == Decimal.grouped(digits) else { return nil }
        let code = (isGrouped ? "#,##0" : "0") + zeros(places)
        return NumberFormat(code: isSigned ? "+\(code);−\(code);\(code)" : code, saysAll: true)
    }

    /// `62.5%`, or one among other words: `33 of 44 (75.0%)`.
    private static func percentage(_ number: Double, _ printed: String) -> NumberFormat? {
        let places = places(in: printed) { Decimal.fixed(number * 100, places: $0) + "%" }
        guard let places else { return nil }
        let words = Decimal.fixed(number * 100, places: places) + "%"
        return NumberFormat(code: "0\(zeros(places))%", saysAll: printed == words)
    }

    /// A number among other words, with as many places as it has there: `4.2 (n = 12)`.
    private static func within(_ number: Double, _ printed: String) -> NumberFormat {
        if let places = places(in: printed, { Decimal.fixed(number, places: $0) }) {
            return NumberFormat(code: "0" + zeros(places), saysAll: false)
        }
        return NumberFormat(code: "General", saysAll: printed == Decimal.shortest(number))
    }

    /// With how many places a number stands in a text; where it stands with several, with those that come first: in
    /// `94.7 (95% CI 90.3 to 97.2)` the 95 is another one.
    private static func places(in text: String, _ words: (Int) -> String) -> Int? {
        let found = (0...3).compactMap { places in place(of: words(places), in: text).map { (places, $0) } }
        return found.min { $0.1 < $1.1 }?.0
    }

    /// Where words stand in a text, and not as a part of a longer number; nil for nowhere.
    private static func place(of words: String, in text: String) -> String.Index? {
        let isDigit = { (character: Character?) in character.map { $0.isNumber || $0 == "." } ?? false }
        return text.ranges(of: words).first { range in
            !isDigit(text[..<range.lowerBound].last) && !isDigit(text[range.upperBound...].first)
        }?.lowerBound
    }

    /// How many decimal places a text of digits has; nil where it is none.
    private static func places(_ text: String) -> Int? {
        let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
        let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } })
        else { return nil }
        return parts.count == 2 ? parts[1].count : 0
    }

    private static func zeros(_ places: Int) -> String {
        places > 0 ? "." + String(repeating: "0", count: places) : ""
    }
}
