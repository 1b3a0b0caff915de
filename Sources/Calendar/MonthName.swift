/// The months by name, in English.
package enum MonthName {
    /// January first.
    package static let all = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    /// The same in three letters.
    static let short = all.map { String($0.prefix(3)) }

    /// The number of the month that a word means: `7`, `July`, or its first three letters or more; nil for no month.
    package static func number(of word: String) -> Int? {
        let plain = word.lowercased()
        let number =
            Int(plain)
            ?? all.firstIndex { plain.count >= 3 && $0.lowercased().hasPrefix(plain) }.map { $0 + 1 }
        return number.flatMap { (1...12).contains($0) ? $0 : nil }
    }
}
