/// The short name by which a record is called: `[A-Za-z0-9][A-Za-z0-9._-]{0,79}`, compared without case.
///
/// A ref is given, or made from the record's title. It never changes and is never given again.
package enum Ref {
    /// The longest ref, in characters.
    package static let longest = 80

    /// A reserved word: the record that the same account made or changed last.
    package static let last = "last"

    /// Whether `text` may be the ref of a record.
    package static func isValid(_ text: String) -> Bool {
        let bytes = text.utf8
        guard let first = bytes.first, isLetterOrDigit(first), bytes.count <= longest else { return false }
        return bytes.dropFirst().allSatisfy { isLetterOrDigit($0) || $0 == 0x2E || $0 == 0x5F || $0 == 0x2D }
            && text.lowercased() != last
    }

    /// The ref that a title gives: diacritics folded, lower case, anything else a hyphen.
    ///
    /// Empty where the title holds no Latin letter and no digit ("太郎"): the caller then names the record by its noun.
    package static func made(from title: String) -> String {
        var ref = ""
        var gap = false
        for scalar in title.unicodeScalars where !scalar.properties.isDiacritic || scalar.isASCII {
            let folded = fold(scalar)
            if folded.isEmpty {
                gap = true
                continue
            }
            if gap, !ref.isEmpty { ref.append("-") }
            gap = false
            ref += folded
        }
        let clipped = ref.prefix(longest - 4)
        let trimmed = clipped.last == "-" ? clipped.dropLast() : clipped
        return trimmed == Substring(last) ? "last-one" : String(trimmed)
    }

    /// Letters and digits only, folded: what two spellings of one name share.
    package static func skeleton(of text: String) -> String {
        text.unicodeScalars.reduce(into: "") { $0 += fold($1) }
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: false
        }
    }

    /// The base letters of a Latin letter, read from its Unicode name ("LATIN SMALL LETTER E WITH ACUTE" is "e").
    static func fold(_ scalar: Unicode.Scalar) -> String {
        if scalar.isASCII {
            return isLetterOrDigit(UInt8(scalar.value)) ? String(scalar).lowercased() : ""
        }
        guard let name = scalar.properties.name, name.hasPrefix("LATIN "),
            let mark = name.firstRange(ofWord: "LETTER")
        else { return "" }
        let base = name[mark...].split(separator: " ").dropFirst().first ?? ""
        switch base {
        case "SHARP": return "ss"
        case "DOTLESS": return "i"
        case "ETH": return "d"
        case "THORN": return "th"
        default: return base.utf8.count <= 2 ? base.lowercased() : ""
        }
    }
}

extension String {
    fileprivate func firstRange(ofWord word: String) -> Index? {
        var start = startIndex
        for piece in split(separator: " ", omittingEmptySubsequences: false) {
            if piece == word { return start }
            start = index(piece.endIndex, offsetBy: 1, limitedBy: endIndex) ?? endIndex
        }
        return nil
    }
}
