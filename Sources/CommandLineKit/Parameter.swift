/// An argument, option or flag, whatever its type of value.
package class Parameter: Property {
    let kind: Declaration.Kind
    let names: NameSpecification
    let help: ArgumentHelp
    let completion: CompletionKind
    /// The type that one word is read as, where it can say what it accepts.
    let wordType: (any ExpressibleByArgument.Type)?
    /// Whether several words make one value.
    let isRepeating: Bool

    init(
        kind: Declaration.Kind,
        names: NameSpecification = [],
        help: ArgumentHelp?,
        completion: CompletionKind? = nil,
        wordType: (any ExpressibleByArgument.Type)?,
        isRepeating: Bool
    ) {
        self.kind = kind
        self.names = names
        self.help = help ?? ArgumentHelp()
        self.completion = completion ?? .default
        self.wordType = wordType
        self.isRepeating = isRepeating
    }

    /// Whether it has no default.
    var isRequired: Bool { false }
    /// Whether words gave it a value.
    var wasGiven: Bool { false }
    /// The default as help prints it.
    var defaultText: String? { nil }

    /// Takes one word; false when it is not accepted. What a `transform` throws goes through.
    func fill(with word: String) throws -> Bool { false }

    override func declare(as property: String, in signature: inout Signature) { signature.add(self, as: property) }
}

/// The value that was given, else the default.
func valueOrDefault<Value>(_ given: Value?, _ initial: Value?) -> Value {
    guard let value = given ?? initial else {
        preconditionFailure("A property without a default was read before its command was parsed.")
    }
    return value
}
