/// A number of minutes as files write it: `90`, what spreadsheets make of it (`90.0`), `1:30`, `90 min`, `1 hr 30 min`.
enum MinutesText {
    /// The minutes; nil where it is none, or more than an attendance may have.
    static func read(_ text: String) -> Int32? {
        guard let minutes = whole(text) ?? clock(text) ?? units(text), 0...14_400 ~= minutes else { return nil }
        return Int32(minutes)
    }

    private static func whole(_ text: some StringProtocol) -> Int? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard let first = parts.first, parts.count <= 2, first.utf8.count <= 5, isDigits(first) else { return nil }
        if parts.count == 2, !isDigits(parts[1]) || parts[1].contains(where: { $0 != "0" }) { return nil }
        return Int(first)
    }

    private static func clock(_ text: String) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ (1...2).contains($0.utf8.count) && isDigits($0) }),
            let hours = Int(parts[0]), let minutes = Int(parts[1]), minutes < 60
        else { return nil }
        return hours * 60 + minutes
    }

    private static func units(_ text: String) -> Int? {
        var minutes = 0
        var rest = text.lowercased()[...]
        var isAny = false
        while let first = rest.first {
            if first.isWhitespace || first == "," {
                rest.removeFirst()
                continue
            }
            let digits = rest.prefix { $0.isASCII && $0.isNumber }
            rest = rest.dropFirst(digits.count).drop { $0.isWhitespace }
            let unit = rest.prefix { $0.isLetter }
            rest = rest.dropFirst(unit.count)
            if rest.first == "." { rest.removeFirst() }
            guard digits.utf8.count <= 5, let number = Int(digits), let worth = worth(unit) else { return nil }
            minutes += worth * number
            isAny = true
        }
        return isAny ? minutes : nil
    }

    private static func worth(_ unit: Substring) -> Int? {
        switch unit {
        case "min", "mins", "minute", "minutes", "m": 1
        case "h", "hr", "hrs", "hour", "hours", "std": 60
        default: nil
        }
    }

    private static func isDigits(_ text: some StringProtocol) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { 0x30...0x39 ~= $0 }
    }
}
