import Calendar

/// Whether a text holds a way to reach somebody: an e-mail address, or what looks like a telephone number.
///
/// It errs towards finding one, but for days, years, hours and sums of money, which staff write all the time.
package enum Reachable {
    /// Whether a text holds either.
    package static func isIn(_ text: String) -> Bool { hasAddress(text) || hasNumber(text) }

    /// The fewest digits that make a telephone number.
    private static let fewestDigits = 7

    /// Whether there is an e-mail address in it.
    static func hasAddress(_ text: String) -> Bool {
        text.split { $0.isWhitespace || ",;()<>".contains($0) }.contains { word in
            guard let at = word.firstIndex(where: { "@＠﹫".contains($0) }), at != word.startIndex else { return false }
            return word[word.index(after: at)...].contains { $0.isLetter || $0.isNumber }
        }
    }

    /// Whether there is what looks like a telephone number in it.
    static func hasNumber(_ text: String) -> Bool {
        let plain = String(text.map(plainSign))
        let runs = plain.split { !($0.isASCII && ($0.isNumber || " -.()+/".contains($0))) }
        return runs.contains { run in looksLikeNumber(String(run)) }
    }

    /// A digit, blank or dash of any writing as the plain one: word processors put others in their place.
    private static func plainSign(_ character: Character) -> Character {
        if character.isASCII { return character }
        let isDigit = character.unicodeScalars.first?.properties.numericType == .decimal
        if isDigit, let digit = character.wholeNumberValue { return Character(String(digit)) }
        if character.isWhitespace { return " " }
        return "‐‑‒–—―−－﹣".contains(character) ? "-" : character == "＋" ? "+" : character
    }

    /// Whether a run of digits, blanks and signs is one: enough digits that are neither days nor years.
    private static func looksLikeNumber(_ run: String) -> Bool {
        let words = run.split(separator: " ").filter { !isDayOrYear(String($0)) }
        let digits = words.joined().count { $0.isNumber }
        return (fewestDigits...15).contains(digits)
    }

    private static func isDayOrYear(_ word: String) -> Bool {
        let plain = word.trimmingSigns
        if Day(iso: plain) != nil { return true }
        let parts = plain.split(whereSeparator: { "-./".contains($0) })
        if parts.count == 3, DateStyle.dmy.day(plain) != nil || DateStyle.mdy.day(plain) != nil { return true }
        if parts.count == 2, parts.allSatisfy({ $0.count <= 2 }) { return true }
        return parts.allSatisfy { $0.count == 4 && ($0.hasPrefix("19") || $0.hasPrefix("20")) }
    }
}

extension String {
    /// Without dots, dashes and brackets at its ends.
    fileprivate var trimmingSigns: String {
        var text = self[...]
        while let first = text.first, ".-()".contains(first) { text.removeFirst() }
        while let last = text.last, ".-()".contains(last) { text.removeLast() }
        return String(text)
    }
}

extension Store {
    /// Refuses a role or a topic that holds a way to reach a person: a role outlasts whoever has it.
    func requireRole(_ text: String, _ field: Field) throws {
        guard text.contains("@") || Reachable.hasNumber(text) else { return }
        throw RecordError.invalid(
            field: field.name,
            problem: "give a role or a topic, not an address or phone number"
        )
    }
}
