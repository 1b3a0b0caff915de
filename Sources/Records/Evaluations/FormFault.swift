/// What is wrong with a form, and where in it.
package struct FormFault: Equatable, Sendable {
    /// What it is about.
    package enum Place: Equatable, Sendable {
        case form
        /// The item at this index.
        case item(Int)
        /// The choice at this index of a list.
        case choice(String, Int)
        /// The scale at this index.
        case scale(Int)
    }

    /// Leads to the row of a sheet: indices count from 0, in the order of the form.
    package let place: Place
    /// The column of its sheet, where it is about one.
    package let column: String?
    /// What is wrong, in words that stand behind the column's name.
    package let what: String

    package init(_ place: Place, _ column: String?, _ what: String) {
        self.place = place
        self.column = column
        self.what = what
    }
}

extension Form {
    /// Everything that is wrong with the form, so that nobody meets it first in the answers; none where it can be stored.
    package var faults: [FormFault] {
        (items.isEmpty ? [FormFault(.form, nil, "the form has no questions")] : []) + itemFaults + choiceFaults
            + scaleFaults
    }

    /// The names of columns that every file of evaluations may have, which no item can have.
    package static let reservedCodes: Set<String> = [
        "ref", "form", "session", "submitted", "id", "pair", "organization",
    ]

    /// What figures of reports have behind a code: `EV-08.CODE.before`. A code that ends so would be taken for one.
    private static let reservedEndings: Set<String> = [
        "before", "after", "dz", "dav", "p", "prorated", "resonates", "challenges", "net", "alpha",
        "clustered", "hands",
    ]

    /// The ending of a code that only figures of reports have; nil where it has none.
    static func reservedEnding(_ code: String) -> String? {
        guard let dot = code.lastIndex(of: ".") else { return nil }
        let ending = code[code.index(after: dot)...].lowercased()
        return reservedEndings.contains(ending) ? "." + ending : nil
    }

    static func endingRule(_ ending: String) -> String {
        "ends in \(ending), which is reserved for reports. Choose another name."
    }

    /// How many choices a list has at most.
    package static let mostChoices = 200
    /// What is said of the first choice beyond that.
    package static let tooManyChoices = "a list can have at most 200 choices"
    /// How many questions a form has at most, counted or not, and how many scales.
    package static let mostQuestions = 1_000

    /// The greatest number that a choice may stand for, either way, so that any two can be reckoned with.
    package static let greatestValue = 1_000_000
    /// The greatest number that is taken as an answer to a question without a range: a million of them add up exactly
    /// enough, and none of their squares is beyond what a `Double` holds.
    package static let greatestAnswer = 999_999_999_999.0

    /// The greatest end of a range, either way.
    static let greatestEnd = 9_999_999_999.0

    /// Whether `text` may be the code of an item or a scale: a letter or `_`, then letters, digits, `.`, `_` and `-`.
    package static func isCode(_ text: String) -> Bool {
        guard let first = text.utf8.first, text.utf8.count <= 80, isLetter(first) else { return false }
        return text.utf8.allSatisfy { isLetter($0) || (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x2D }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x5F
    }

    static let codeRule =
        "can't be used as a name. Start with a letter or _, then letters, digits, _, - or ., at most 80."

    /// The word of `words` that is spelled most like `word`, as a question; empty where none is near.
    static func didYouMean(_ word: String, among words: some Sequence<String>) -> String {
        let typed = Array(word.lowercased().utf8)
        let near = words.map { (distance: spelling(typed, Array($0.lowercased().utf8)), word: $0) }
            .filter { $0.distance <= max(2, typed.count / 3) }
            .min { ($0.distance, $0.word) < ($1.distance, $1.word) }
        return near.map { ". Did you mean \"\($0.word)\"?" } ?? ""
    }
}
