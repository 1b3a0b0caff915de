package import Measures

/// Numbers in the form that people read, without Foundation; rounding happens here and in no renderer.
package enum Decimal {
    /// Shortest text that reads back as the same number: `2` for a whole one, `0.75`, `1e-07`.
    ///
    /// What is not finite has no text in CSV or JSON and gives an empty one.
    package static func shortest(_ value: Double) -> String {
        guard value.isFinite else { return "" }
        if value.magnitude < 0x1p53, let whole = Int(exactly: value) { return String(whole) }
        let text = value.description
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }

    /// A number with so many decimal places, halves away from zero: 27 is `27.0`, 1.005 with two is `1.01`.
    ///
    /// It rounds the shortest text of the number, which is what a reader of the CSV would round by hand.
    package static func fixed(_ value: Double, places: Int) -> String {
        let text = shortest(value)
        guard let point = Digits(text), point.exponent < 40 else { return text }
        return point.rounded(to: max(0, places))
    }

    /// A share in words: `3 of 4`.
    package static func share(numerator: Int, denominator: Int) -> String {
        "\(grouped(String(numerator))) of \(grouped(String(denominator)))"
    }

    /// A figure in its plainest form: `3 of 4`, `8 to 12`, `3`, or one decimal place.
    package static func figure(_ figure: Figure) -> String {
        if let numerator = figure.numerator, let denominator = figure.denominator {
            return share(numerator: numerator, denominator: denominator)
        }
        if let value = figure.value { return plain(value) }
        if let low = figure.low, let high = figure.high { return "\(plain(low)) to \(plain(high))" }
        return ""
    }

    private static func plain(_ value: Double) -> String {
        grouped(Int(exactly: value).map { String($0) } ?? fixed(value, places: 1))
    }

    /// The digits of a number with commas between thousands: `1,574.5`.
    package static func grouped(_ digits: String) -> String {
        let point = digits.firstIndex(of: ".") ?? digits.endIndex
        let sign = digits.hasPrefix("-") ? "-" : ""
        let whole = Array(digits[..<point].dropFirst(sign.count))
        guard whole.allSatisfy(\.isNumber) else { return digits }
        var grouped = ""
        for (index, digit) in whole.enumerated() {
            if index > 0, (whole.count - index) % 3 == 0 { grouped.append(",") }
            grouped.append(digit)
        }
        return sign + grouped + digits[point...]
    }
}

/// Decimal digits with the place of their point, to round as on paper.
private struct Digits {
    var negative = false
    var digits: [UInt8] = []
    /// Digits before the point; below zero for leading zeros after it.
    var exponent = 0

    init?(_ text: String) {
        var fraction = 0
        var seenPoint = false
        var rest = text[...]
        if rest.first == "-" {
            negative = true
            rest = rest.dropFirst()
        }
        let mantissa = rest.prefix { $0 != "e" }
        for byte in mantissa.utf8 {
            if byte == UInt8(ascii: ".") {
                seenPoint = true
            } else {
                digits.append(byte - UInt8(ascii: "0"))
                if seenPoint { fraction += 1 }
            }
        }
        guard !digits.isEmpty else { return nil }
        exponent = digits.count - fraction + (Int(rest.dropFirst(mantissa.count + 1)) ?? 0)
    }

    func rounded(to places: Int) -> String {
        let kept = exponent + places
        var wanted = kept >= 0 ? Array(digits.prefix(kept)) : []
        wanted += Array(repeating: 0, count: max(0, kept - wanted.count))
        if kept >= 0, kept < digits.count, digits[kept] >= 5 { Self.increment(&wanted) }
        let padding = places + 1 - wanted.count
        if padding > 0 { wanted.insert(contentsOf: Array(repeating: 0, count: padding), at: 0) }
        while wanted.count > places + 1, wanted.first == 0 { wanted.removeFirst() }
        let text = String(decoding: wanted.map { $0 + UInt8(ascii: "0") }, as: UTF8.self)
        let sign = negative && wanted.contains { $0 != 0 } ? "-" : ""
        return sign + text.dropLast(places) + (places > 0 ? "." + text.suffix(places) : "")
    }

    private static func increment(_ digits: inout [UInt8]) {
        for index in digits.indices.reversed() {
            if digits[index] < 9 {
                digits[index] += 1
                return
            }
            digits[index] = 0
        }
        digits.insert(1, at: 0)
    }
}
