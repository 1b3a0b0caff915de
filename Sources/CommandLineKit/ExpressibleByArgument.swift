/// A type whose values can be read from one word of a command line.
package protocol ExpressibleByArgument {
    /// Reads the word, or answers nil when it is not such a value.
    init?(argument: String)

    /// The value as help prints it when it is a default.
    var defaultValueDescription: String { get }

    /// Every word that is accepted, where they can be listed; else empty.
    static var allValueStrings: [String] { get }

    /// What a shell offers for a value of this type.
    static var defaultCompletionKind: CompletionKind { get }

    /// What is accepted, to follow "is not": "a whole number". Nil where ``allValueStrings`` says it, or nothing can.
    ///
    /// An addition to swift-argument-parser's protocol, whose errors can't say this.
    static var acceptedForm: String? { get }
}

extension ExpressibleByArgument {
    /// The value as Swift describes it.
    package var defaultValueDescription: String { "\(self)" }
    /// Not a list.
    package static var allValueStrings: [String] { [] }
    /// The values, where they are listed.
    package static var defaultCompletionKind: CompletionKind {
        allValueStrings.isEmpty ? .default : .list(allValueStrings)
    }
    /// Nothing to say.
    package static var acceptedForm: String? { nil }
}

extension ExpressibleByArgument where Self: CaseIterable, Self: RawRepresentable, RawValue: ExpressibleByArgument {
    /// The raw values, in the order of the cases.
    package static var allValueStrings: [String] { allCases.map(\.rawValue.defaultValueDescription) }
}

extension ExpressibleByArgument where Self: RawRepresentable, RawValue: ExpressibleByArgument {
    /// The raw value.
    package var defaultValueDescription: String { rawValue.defaultValueDescription }
}

extension RawRepresentable where Self: ExpressibleByArgument, RawValue: ExpressibleByArgument {
    /// Reads the raw value.
    package init?(argument: String) {
        guard let raw = RawValue(argument: argument) else { return nil }
        self.init(rawValue: raw)
    }
}

extension String: ExpressibleByArgument {
    /// Takes the word as it is.
    package init?(argument: String) { self = argument }
}

extension Int: ExpressibleByArgument {
    /// Reads decimal digits with an optional sign.
    package init?(argument: String) { self.init(argument) }
    /// A whole number.
    package static var acceptedForm: String? { "a whole number" }
}

extension Double: ExpressibleByArgument {
    /// Reads a finite decimal number; `inf`, `nan` and hexadecimal are refused.
    package init?(argument: String) {
        guard argument.utf8.allSatisfy({ "0123456789+-.eE".utf8.contains($0) }), let value = Double(argument),
            value.isFinite
        else { return nil }
        self = value
    }
    /// A number.
    package static var acceptedForm: String? { "a number" }
}

extension Bool: ExpressibleByArgument {
    /// Reads `yes`, `no`, `true` or `false`.
    package init?(argument: String) {
        switch argument {
        case "yes", "true": self = true
        case "no", "false": self = false
        default: return nil
        }
    }
    /// `yes` or `no`.
    package var defaultValueDescription: String { self ? "yes" : "no" }
    /// The four words.
    package static var allValueStrings: [String] { ["yes", "no", "true", "false"] }
}
