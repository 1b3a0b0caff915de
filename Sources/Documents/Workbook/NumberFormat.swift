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
            self = Self.percentage(number, cell.printed) ?? NumberFormat(code: "0.0 %", saysAll: false)
        } else {
            self =
                Self.plain(number, cell.printed) ?? Self.percentage(number, cell.printed)
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
        guard fits, !isGrouped || unsigned == grouped(digits) else { return nil }
        let code = (isGrouped ? "#,##0" : "0") + zeros(places)
        return NumberFormat(code: isSigned ? "+\(code);−\(code);\(code)" : code, saysAll: true)
    }

    /// `62.5 %`, or one among other words: `33/44 (75.0 %)`.
    private static func percentage(_ number: Double, _ printed: String) -> NumberFormat? {
        for places in 0...3 {
            let words = Decimal.fixed(number * 100, places: places) + " %"
            let code = "0\(zeros(places)) %"
            if printed == words { return NumberFormat(code: code, saysAll: true) }
            if stands(words, in: printed) { return NumberFormat(code: code, saysAll: false) }
        }
        return nil
    }

    /// A number among other words, with as many places as it has there: `4.2 (n = 12)`.
    private static func within(_ number: Double, _ printed: String) -> NumberFormat {
        for places in 0...3 where stands(Decimal.fixed(number, places: places), in: printed) {
            return NumberFormat(code: "0" + zeros(places), saysAll: false)
        }
        return NumberFormat(code: "General", saysAll: printed == Decimal.shortest(number))
    }

    /// Whether words stand in a text, and not as a part of a longer number.
    private static func stands(_ words: String, in text: String) -> Bool {
        guard let found = text.firstRange(of: words) else { return false }
        let isDigit = { (character: Character?) in character.map { $0.isNumber || $0 == "." } ?? false }
        let before = text[..<found.lowerBound].last
        return !isDigit(before) && !isDigit(text[found.upperBound...].first)
    }

    /// How many decimal places a text of digits has; nil where it is none.
    private static func places(_ text: String) -> Int? {
        let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
        let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } })
        else { return nil }
        return parts.count == 2 ? parts[1].count : 0
    }

    private static func grouped(_ digits: String) -> String {
        let point = digits.firstIndex(of: ".") ?? digits.endIndex
        let sign = digits.hasPrefix("-") ? "-" : ""
        let whole = Array(digits[..<point].dropFirst(sign.count))
        var grouped = ""
        for (index, digit) in whole.enumerated() {
            if index > 0, (whole.count - index) % 3 == 0 { grouped.append(",") }
            grouped.append(digit)
        }
        return sign + grouped + digits[point...]
    }

    private static func zeros(_ places: Int) -> String {
        places > 0 ? "." + String(repeating: "0", count: places) : ""
    }
}
