import PlainText

/// Names for the sheets of one workbook: what Excel accepts, and no two alike.
///
/// At most 31 UTF-16 units, none of `[ ] : * ? / \`, no apostrophe at an end, not `History`; compared without case
/// ("Rename a worksheet", Microsoft Support).
struct SheetNames {
    static let limit = 31
    private var taken: Set<String> = ["history"]

    /// Names that are given to no other sheet.
    init(reserving names: [String] = []) {
        for name in names { taken.insert(name.lowercased()) }
    }

    /// A name for a sheet about `title`.
    mutating func name(for title: String) -> String {
        let plain = Self.plain(title)
        var name = WorkbookText.clipped(plain, to: Self.limit)
        var number = 1
        while !taken.insert(Self.trimmed(name).lowercased()).inserted {
            number += 1
            let ending = " (\(number))"
            name = Self.trimmed(WorkbookText.clipped(plain, to: Self.limit - ending.utf16.count)) + ending
        }
        return Self.trimmed(name)
    }

    private static func plain(_ title: String) -> String {
        var plain = ""
        for character in VisibleText.of(title) {
            let isForbidden = character.unicodeScalars.contains { "[]:*?/\\".unicodeScalars.contains($0) }
            let next: Character = isForbidden ? " " : character
            if next == " ", plain.last == " " || plain.isEmpty { continue }
            plain.append(next)
        }
        let trimmed = trimmed(plain)
        return trimmed.isEmpty ? "Table" : trimmed
    }

    /// Without what may not stand at an end.
    private static func trimmed(_ text: String) -> String {
        var text = text[...]
        while let last = text.last, last == " " || last == "'" { text.removeLast() }
        while let first = text.first, first == " " || first == "'" { text.removeFirst() }
        return String(text)
    }
}
