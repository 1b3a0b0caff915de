/// A value with a name: `@Option(help: "…") var period: String` is `--period PERIOD`.
///
/// Required without a default, optional when its type is, repeated when it is an array. Its value is the next word, or
/// stands behind `=`, or directly behind a short name. A value that begins with a dash must stand behind `=`, unless it
/// is a number or a lone `-`.
@propertyWrapper
package final class Option<Value>: Parameter {
    private let reader: ValueReader<Value>
    private let initial: Value?
    private var given: Value?

    private init(
        _ names: NameSpecification,
        _ help: ArgumentHelp?,
        _ completion: CompletionKind?,
        _ reader: ValueReader<Value>,
        initial: Value?
    ) {
        self.reader = reader
        self.initial = initial
        super.init(
            kind: .option,
            names: names,
            help: help,
            completion: completion,
            wordType: reader.wordType,
            isRepeating: reader.isRepeating
        )
    }

    /// Lets `@Option var name: Type` be written without parentheses: property wrappers look for `init()` in the type
    /// itself, find this one, and fall back to the overload that fits the value's type.
    @available(*, unavailable, message: "The value's type is not ExpressibleByArgument, and there is no transform.")
    package init() {
        preconditionFailure("This initializer is unavailable.")
    }

    /// The value that was given, else the default. Must not be read before parsing where there is no default.
    package var wrappedValue: Value {
        get { valueOrDefault(given, initial) }
        set { given = newValue }
    }

    override var isRequired: Bool { initial == nil }
    override var wasGiven: Bool { given != nil }
    override var defaultText: String? { initial.flatMap(reader.describe) }

    override func fill(with word: String) throws -> Bool {
        guard let value = try reader.read(word, given) else { return false }
        given = value
        return true
    }
}

extension Option where Value: ExpressibleByArgument {
    /// An option that must be given.
    package convenience init(
        name: NameSpecification = .long,
        help: ArgumentHelp? = nil,
        completion: CompletionKind? = nil
    ) {
        self.init(name, help, completion, .one(), initial: nil)
    }

    /// An option with a default.
    package convenience init(
        wrappedValue: Value,
        name: NameSpecification = .long,
        help: ArgumentHelp? = nil,
        completion: CompletionKind? = nil
    ) {
        self.init(name, help, completion, .one(), initial: wrappedValue)
    }
}

extension Option {
    /// An option that may be left out.
    package convenience init<Wrapped: ExpressibleByArgument>(
        name: NameSpecification = .long,
        help: ArgumentHelp? = nil,
        completion: CompletionKind? = nil
    ) where Value == Wrapped? {
        self.init(name, help, completion, .optional(), initial: .some(nil))
    }

    /// An option that may be left out, with its `nil` written.
    package convenience init<Wrapped: ExpressibleByArgument>(
        wrappedValue: _OptionalNilComparisonType,
        name: NameSpecification = .long,
        help: ArgumentHelp? = nil,
        completion: CompletionKind? = nil
    ) where Value == Wrapped? {
        self.init(name, help, completion, .optional(), initial: .some(nil))
    }

    /// A repeated option, at least once.
    package convenience init<Element: ExpressibleByArgument>(
        name: NameSpecification = .long,
        help: ArgumentHelp? = nil,
        completion: CompletionKind? = nil
    ) where Value == [Element] {
        self.init(name, help, completion, .many(), initial: nil)
    }

    /// A repeated option, with a default, which the first one given replaces.
    package convenience init<Element: ExpressibleByArgument>(
        wrappedValue: Value,
        name: NameSpecification = .long,
        help: ArgumentHelp? = nil,
        completion: CompletionKind? = nil
    ) where Value == [Element] {
        self.init(name, help, completion, .many(), initial: wrappedValue)
    }
}

extension Option {
    /// An option that must be given, read by a function.
    package convenience init(
        name: NameSpecification = .long,
        help: ArgumentHelp? = nil,
        completion: CompletionKind? = nil,
        transform: @escaping (String) throws -> Value
    ) {
        self.init(name, help, completion, .one(transform), initial: nil)
    }

    /// An option with a default, read by a function.
    package convenience init(
        wrappedValue: Value,
        name: NameSpecification = .long,
        help: ArgumentHelp? = nil,
        completion: CompletionKind? = nil,
        transform: @escaping (String) throws -> Value
    ) {
        self.init(name, help, completion, .one(transform), initial: wrappedValue)
    }

    /// An option that may be left out, read by a function.
    package convenience init<Wrapped>(
        name: NameSpecification = .long,
        help: ArgumentHelp? = nil,
        completion: CompletionKind? = nil,
        transform: @escaping (String) throws -> Wrapped
    ) where Value == Wrapped? {
        self.init(name, help, completion, .optional(transform), initial: .some(nil))
    }

    /// A repeated option, each read by a function.
    package convenience init<Element>(
        wrappedValue: Value,
        name: NameSpecification = .long,
        help: ArgumentHelp? = nil,
        completion: CompletionKind? = nil,
        transform: @escaping (String) throws -> Element
    ) where Value == [Element] {
        self.init(name, help, completion, .many(transform), initial: wrappedValue)
    }
}
