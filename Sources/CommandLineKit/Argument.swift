/// A value without a name, known by its place: `@Argument(help: "…") var course: String`.
///
/// Required without a default, optional when its type is; an array takes all words that are left, and stands last.
@propertyWrapper
package final class Argument<Value>: Parameter {
    private let reader: ValueReader<Value>
    private let initial: Value?
    private var given: Value?

    private init(
        _ help: ArgumentHelp?,
        _ completion: CompletionKind?,
        _ reader: ValueReader<Value>,
        initial: Value?
    ) {
        self.reader = reader
        self.initial = initial
        super.init(
            kind: .argument,
            help: help,
            completion: completion,
            wordType: reader.wordType,
            isRepeating: reader.isRepeating
        )
    }

    /// Lets `@Argument var name: Type` be written without parentheses: property wrappers look for `init()` in the type
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

extension Argument where Value: ExpressibleByArgument {
    /// An argument that must be given.
    package convenience init(
        help: ArgumentHelp? = nil,
        completion: CompletionKind? = nil
    ) {
        self.init(help, completion, .one(), initial: nil)
    }

    /// An argument with a default.
    package convenience init(
        wrappedValue: Value,
        help: ArgumentHelp? = nil,
        completion: CompletionKind? = nil
    ) {
        self.init(help, completion, .one(), initial: wrappedValue)
    }
}

extension Argument {
    /// An argument that may be left out.
    package convenience init<Wrapped: ExpressibleByArgument>(
        help: ArgumentHelp? = nil,
        completion: CompletionKind? = nil
    ) where Value == Wrapped? {
        self.init(help, completion, .optional(), initial: .some(nil))
    }

    /// An argument that may be left out, with its `nil` written.
    package convenience init<Wrapped: ExpressibleByArgument>(
        wrappedValue: _OptionalNilComparisonType,
        help: ArgumentHelp? = nil,
        completion: CompletionKind? = nil
    ) where Value == Wrapped? {
        self.init(help, completion, .optional(), initial: .some(nil))
    }

    /// All words that are left, at least one.
    package convenience init<Element: ExpressibleByArgument>(
        help: ArgumentHelp? = nil,
        completion: CompletionKind? = nil
    ) where Value == [Element] {
        self.init(help, completion, .many(), initial: nil)
    }

    /// All words that are left, with a default, which the first one given replaces.
    package convenience init<Element: ExpressibleByArgument>(
        wrappedValue: Value,
        help: ArgumentHelp? = nil,
        completion: CompletionKind? = nil
    ) where Value == [Element] {
        self.init(help, completion, .many(), initial: wrappedValue)
    }
}

extension Argument {
    /// An argument that must be given, read by a function.
    package convenience init(
        help: ArgumentHelp? = nil,
        completion: CompletionKind? = nil,
        transform: @escaping (String) throws -> Value
    ) {
        self.init(help, completion, .one(transform), initial: nil)
    }

    /// An argument with a default, read by a function.
    package convenience init(
        wrappedValue: Value,
        help: ArgumentHelp? = nil,
        completion: CompletionKind? = nil,
        transform: @escaping (String) throws -> Value
    ) {
        self.init(help, completion, .one(transform), initial: wrappedValue)
    }

    /// An argument that may be left out, read by a function.
    package convenience init<Wrapped>(
        help: ArgumentHelp? = nil,
        completion: CompletionKind? = nil,
        transform: @escaping (String) throws -> Wrapped
    ) where Value == Wrapped? {
        self.init(help, completion, .optional(transform), initial: .some(nil))
    }

    /// All words that are left, each read by a function.
    package convenience init<Element>(
        wrappedValue: Value,
        help: ArgumentHelp? = nil,
        completion: CompletionKind? = nil,
        transform: @escaping (String) throws -> Element
    ) where Value == [Element] {
        self.init(help, completion, .many(transform), initial: wrappedValue)
    }
}
