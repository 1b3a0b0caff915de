/// Numbers as people write them in a cell: plain digits, at most one point, no plus sign, nothing left out.
///
/// Swift's own readers take more than that ("+1", and "-5" behind a point), and answer "too large" and "no number"
/// alike; these keep the two apart, because a person is told something else.
package enum PlainNumber: Equatable {
    /// A number that fits.
    case of(Int)
    /// A number, but one that no `Int` holds.
    case tooLarge
    /// Something else.
    case none

    /// A whole number: `12`, `-3`.
    package static func whole(_ text: some StringProtocol) -> PlainNumber {
        let digits = text.utf8.first == 0x2D ? text.dropFirst()[...] : text[...]
        guard isDigits(digits) else { return .none }
        return Int(text).map { .of($0) } ?? .tooLarge
    }

    /// A number with at most two decimals, in hundredths: `0.5` is 50.
    package static func hundredths(_ text: some StringProtocol) -> PlainNumber {
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = parts.first, isDigits(whole) else { return .none }
        let decimals = parts.count == 2 ? String(parts[1]) : "0"
        guard isDigits(decimals), decimals.utf8.count <= 2 else { return .none }
        let part = Int(decimals + (decimals.utf8.count == 1 ? "0" : "")) ?? 0
        guard let units = Int(whole) else { return .tooLarge }
        let (hundreds, isTooLarge) = units.multipliedReportingOverflow(by: 100)
        let (sum, isAbove) = hundreds.addingReportingOverflow(part)
        return isTooLarge || isAbove ? .tooLarge : .of(sum)
    }

    /// Any number, perhaps with a point or an exponent, but with a digit on both sides of either: `0.75`, `1e-07`.
    package static func real(_ text: some StringProtocol) -> Double? {
        let parts = text.utf8.first == 0x2D ? text.dropFirst()[...] : text[...]
        guard let first = parts.utf8.first, isDigit(first), let last = parts.last?.utf8.first, isDigit(last),
            parts.utf8.allSatisfy({ isDigit($0) || [0x2D, 0x2E, 0x45, 0x65].contains($0) }),
            let number = Double(text), number.isFinite
        else { return nil }
        return number
    }

    /// The whole number of a part of a date or a time: digits alone, at most four of them.
    package static func part(_ text: some StringProtocol) -> Int? {
        text.utf8.count <= 4 && isDigits(text) ? Int(text) : nil
    }

    private static func isDigits(_ text: some StringProtocol) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy(isDigit)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
