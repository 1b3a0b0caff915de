/// The words of a clock of twelve hours, by language: "AM", "p. m.", "下午", "오후".
enum HalfDay {
    private static let words: [String: Bool] = [
        "am": false, "pm": true, "午前": false, "午後": true, "上午": false, "下午": true, "오전": false, "오후": true,
        "sa": false, "ch": true, "öö": false, "ös": true,
    ]

    /// Takes such a word out of those of a time of day, wherever it stands, also where it touches the clock; true for
    /// the second half of the day, nil where there is none.
    static func take(from parts: inout [String]) -> Bool? {
        parts = parts.flatMap(separated)
        for index in parts.indices {
            let word = bare(parts[index])
            if let isSecond = words[word] {
                parts.remove(at: index)
                return isSecond
            }
            let next = index + 1 < parts.count ? bare(parts[index + 1]) : ""
            if next == "m", word == "a" || word == "p" {
                parts.removeSubrange(index...(index + 1))
                return word == "p"
            }
        }
        return nil
    }

    private static func bare(_ word: String) -> String { word.lowercased().filter { $0 != "." } }

    /// A clock and the word that touches it: `10:00AM`, `下午1:30`.
    private static func separated(_ part: String) -> [String] {
        guard part.contains(":") else { return [part] }
        let before = part.prefix { !$0.isNumber }
        if words[bare(String(before))] != nil { return [String(before), String(part.dropFirst(before.count))] }
        let digits = part.prefix { $0.isNumber || $0 == ":" }
        let behind = String(part.dropFirst(digits.count))
        return words[bare(behind)] == nil ? [part] : [String(digits), behind]
    }
}
