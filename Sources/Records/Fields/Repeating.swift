import Calendar

/// What a message repeats of a text that it is about.
///
/// The text of a cell may be anybody's name, or words that somebody said, in whatever column it stands: a file with its
/// columns shifted, or without a header, has them everywhere. So a cell is repeated only where its column wants a number,
/// a date or a word of a list, and only where it is one number, one date or time, or one word in small letters. What
/// somebody typed is repeated, but for what they look a person up by.
extension Reading.Place {
    /// A text in quotation marks, clipped; "this" where it is not repeated.
    package func quoted(_ text: String) -> String {
        self == .typed ? "\"\(text.clipped)\"" : Repeating.cell(text)
    }
}

extension Reading.Place {
    /// What is said of a value behind its field's name: `is "ninety"`, clipped; `can't be used` where it is not repeated.
    package func stated(_ text: String) -> String {
        self == .typed ? "is \"\(text.clipped)\"" : Repeating.stated(text)
    }

    /// One of several values, as the subject of a sentence.
    package func listed(_ text: String) -> String {
        let shown = quoted(text)
        return shown == "this" ? "an entry" : shown
    }
}

extension String {
    /// A field's name with what is wrong with it: `minutes is "ninety". Use a whole number.`, `ref: it is taken`.
    package func stated(_ problem: String) -> String {
        let isPredicate = ["is ", "can't be ", "has "].contains { problem.hasPrefix($0) }
        return isPredicate ? "\(self) \(problem)" : "\(self): \(problem)"
    }
}

/// Which cells of a file a message may repeat.
package enum Repeating {
    /// What is said of a cell that is not repeated, behind its column's name.
    package static let unstated = "can't be used"

    /// What is said of a cell behind its column's name: `is "ninety"` where it may be repeated.
    package static func stated(_ text: String) -> String { isPlain(text) ? "is \"\(text)\"" : unstated }

    /// The same for a column that wants an id.
    package static func stated(code text: String) -> String {
        let shown = code(text)
        return shown == "this" ? unstated : "is \(shown)"
    }

    /// A question by the code that a cell gives it, where that may be repeated.
    package static func question(_ code: String) -> String {
        isPlain(code) ? "question \"\(code)\"" : "such question"
    }

    /// A cell of a column that wants a number, a date or a word of a list, in quotation marks; "this" where it is
    /// something else.
    package static func cell(_ text: String) -> String { isPlain(text) ? "\"\(text)\"" : "this" }

    /// A cell of a column that wants an id, such as a metric's or a period's: with a digit in it, in capitals too.
    package static func code(_ text: String) -> String {
        let isCode = text.utf8.count <= longest && Ref.isValid(text) && text.utf8.contains { 0x30...0x39 ~= $0 }
        return isCode ? "\"\(text)\"" : cell(text)
    }

    /// A kind of thing that a cell names, with its name where that may be repeated: `scale "mood"`, `such scale`.
    package static func named(_ kind: String, _ text: String) -> String {
        isPlain(text) ? "\(kind) \"\(text)\"" : "such \(kind)"
    }

    /// Whether a text is one number, one date or time, or one word in small letters.
    package static func isPlain(_ text: String) -> Bool {
        guard !text.isEmpty, text.utf8.count <= longest else { return false }
        return isWord(text) || isNumber(text) || isMoment(text)
    }

    /// No number, date or word of a list is longer, in bytes.
    private static let longest = 40

    private static func isWord(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { $0.properties.isLowercase || "-_:0123456789".unicodeScalars.contains($0) }
            && text.unicodeScalars.contains { $0.properties.isLowercase }
    }

    /// Digits with what stands among those of a number: `-1.5`, `1,200`, `90%`, `1e400`.
    private static func isNumber(_ text: String) -> Bool {
        text.utf8.contains { 0x30...0x39 ~= $0 } && text.utf8.allSatisfy { "0123456789.,+-%eE".utf8.contains($0) }
            && !text.utf8.dropFirst().contains(UInt8(ascii: "-")) || Int(text) != nil
    }

    /// Groups of digits as days and times have them, and words that stand beside them. A group of three digits is part of
    /// a telephone number.
    private static func isMoment(_ text: String) -> Bool {
        var (groups, word, digits) = (0, "", 0)
        func isWhole() -> Bool { (word.isEmpty || words.contains(word)) && [0, 1, 2, 4].contains(digits) }
        for scalar in text.lowercased().unicodeScalars {
            if ("0"..."9").contains(scalar) {
                guard word.isEmpty || isWhole() else { return false }
                word = ""
                if digits == 0 { groups += 1 }
                digits += 1
            } else if scalar.properties.isAlphabetic {
                guard digits == 0 || isWhole() else { return false }
                digits = 0
                word.unicodeScalars.append(scalar)
            } else {
                guard " /.-:,+".unicodeScalars.contains(scalar), isWhole() else { return false }
                (word, digits) = ("", 0)
            }
        }
        return groups > 0 && groups <= 8 && isWhole()
    }

    private static let words: Set<String> = [
        "t", "z", "h", "am", "pm", "a", "p", "m", "st", "nd", "rd", "th", "utc", "gmt", "jan", "feb", "mar", "apr",
        "may",
        "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "january", "february", "march", "april", "june",
        "july",
        "august", "september", "october", "november", "december", "mon", "tue", "wed", "thu", "fri", "sat", "sun",
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    ]
}

extension Noun {
    /// What a message repeats of a text by which a record of the kind is looked for; empty where nothing is.
    ///
    /// Of a cell it is a session's ref, which begins with its day. Somebody is repeated by a ref that was drawn for them,
    /// never by anything that could be their name.
    package func repeated(_ text: String, from place: Reading.Place) -> String {
        let text = text.trimmed
        switch self {
        case .person: return text.lowercased().hasPrefix("p-") && Ref.isValid(text) ? text : ""
        default:
            guard place == .file else { return text }
            return Ref.isValid(text) && text.count > 10 && Day(iso: text.prefix(10)) != nil ? text : ""
        }
    }
}
