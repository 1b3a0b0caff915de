import CommandLineKit
import Records
import Service

/// Options that carry fields of a record: each property is an `@Option` of type `String?`, named as its field.
///
/// What a value may be is said once, where the record declares the field; these options only carry the words there.
protocol FieldOptions: ParsableArguments {
    static var noun: Noun { get }
}

extension ParsableArguments {
    /// The options that were given: property names as column names, with the words behind them.
    var given: [(name: String, text: String)] {
        properties.compactMap { name, property in
            (property as? CommandLineKit.Option<String?>)?.wrappedValue.map { (columnName(name), $0) }
        }
    }

    /// The options that were given, by column name.
    var texts: [String: String] { Dictionary(given.map { ($0.name, $0.text) }) { $1 } }

    /// The flags that were named, as column names.
    var named: [String] {
        properties.compactMap { name, property in
            (property as? CommandLineKit.Flag)?.wrappedValue == true ? columnName(name) : nil
        }
    }

    /// The names of all options that are `String?`, as column names.
    static var columnNames: [String] {
        Self().properties.compactMap { name, property in
            property is CommandLineKit.Option<String?> ? columnName(name) : nil
        }
    }
}

/// `staffAsOf` is `staff_as_of`.
private func columnName(_ label: String) -> String {
    label.reduce(into: "") { name, letter in
        name += letter.isUppercase ? "_" + letter.lowercased() : String(letter)
    }
}

extension ArgumentHelp {
    /// The help of an option for a field: its label, what it accepts, and the name of its value.
    static func field(_ noun: Noun, _ name: String) -> ArgumentHelp {
        guard let field = noun.type.field(named: name) else { return "" }
        return ArgumentHelp("\(field.label).", discussion: field.shape.accepts, valueName: field.shape.valueName)
    }
}

extension CompletionKind {
    /// The words that a field accepts, for a shell.
    static func field(_ noun: Noun, _ name: String) -> CompletionKind? {
        guard let words = noun.type.field(named: name)?.shape.allowed, !words.isEmpty else { return nil }
        return .list(words)
    }
}

extension Shape {
    /// What a value looks like, in a sentence for help; empty where the value's name says it.
    fileprivate var accepts: String {
        switch self {
        case .choice(let words): "One of: \(words.joined(separator: ", "))."
        case .yesNo: "yes or no."
        case .yesNoOrCount: "yes, no, or a number."
        case .wholeNumber(let range) where range.upperBound <= 100: "From \(range.lowerBound) to \(range.upperBound)."
        case .day: "Such as 2026-11-10."
        case .start: "Such as 2026-11-10 or 2026-11-10T14:00."
        case .timeZone: "Such as America/Los_Angeles."
        case .records: "Separate several with commas or semicolons."
        case .texts: "Separate several with semicolons."
        case .code(let list): "A code or title. See groundwork vocabulary show \(list)."
        case .codes(let list, let orNone):
            "\(orNone ? "Or none. " : "")Separate several with semicolons. See groundwork vocabulary show \(list)."
        case .facilitators: "name:role:pronouns. Separate several with semicolons."
        case .listedCodes(let lists):
            "list:code. Separate several with semicolons. Lists: \(lists.joined(separator: ", "))."
        case .levels(let levels):
            "topic:level. Separate several with semicolons. Levels: \(levels.joined(separator: ", "))."
        default: ""
        }
    }

    fileprivate var valueName: String {
        switch self {
        case .text, .email: "text"
        case .ref, .record: "ref"
        case .records: "refs"
        case .day: "date"
        case .start: "date"
        case .timeZone: "zone"
        case .wholeNumber: "n"
        case .yesNo, .choice, .code: "word"
        case .yesNoOrCount: "answer"
        case .codes: "codes"
        case .texts: "texts"
        case .facilitators: "people"
        case .listedCodes: "codes"
        case .levels: "levels"
        case .hundredths, .number: "number"
        }
    }
}
