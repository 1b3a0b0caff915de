/// A value without a name, known by its place: `@Argument(help: "…") var course: String`.
///
/// Required without a default, optional when its type is; an array takes all words that are left, and stands last.
@propertyWrapper
package struct Argument<Value>: Declared {
    private var cell: Cell<Value>

    private init(
        _ help: ArgumentHelp?,
        _ completion: CompletionKind?,
        _ reader: ValueReader<Value>,
        initial: Value?
    ) {
        cell = Cell(
            kind: .argument,
            help: help,
            completion: completion,
            reader: reader,
            initial: initial
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
        get { cell.value }
        set { cell = cell.assigned(newValue) }
    }

    func declare(as property: String, in signature: inout Signature) { signature.add(cell, as: property) }
}

extension Argument where Value: ExpressibleByArgument {
    /// An argument that must be given.
    package init(
        help: ArgumentHelp? = nil,
        completion: CompletionKind? = nil
    ) {
        self.init(help, completion, .one(), initial: nil)
    }

    /// An argument with a default.
    package init(
        wrappedValue: Value,
        help: ArgumentHelp? = nil,
        completion: CompletionKind? = nil
    ) {
        self.init(help, completion, .one(), initial: wrappedValue)
    }
}

extension Argument {
    /// An argument that may be left out.
    package init<Wrapped: ExpressibleByArgument>(
        help: ArgumentHelp? = nil,
        completion: CompletionKind? = nil
    ) where Value == Wrapped? {
        self.init(help, completion, .optional(), initial: .some(nil))
    }

    /// An argument that may be left out, with its `nil` written.
    package init<Wrapped: ExpressibleByArgument>(
        wrappedValue: _OptionalNilComparisonType,
        help: ArgumentHelp? = nil,
        completion: CompletionKind? = nil
    ) where Value == Wrapped? {
        self.init(help, completion, .optional(), initial: .some(nil))
    }

    /// All words that are left, at least one.
    package init<Element: ExpressibleByArgument>(
        help: ArgumentHelp? = nil,
        completion: CompletionKind? = nil
    ) where Value == [Element] {
        self.init(help, completion, .many(), initial: nil)
    }

    /// All words that are left, with a default, which the first one given replaces.
    package init<Element: ExpressibleByArgument>(
        wrappedValue: Value,
        help: ArgumentHelp? = nil,
        completion: CompletionKind? = nil
    ) where Value == [Element] {
        self.init(help, completion, .many(), initial: wrappedValue)
    }
}

extension Argument {
    /// An argument that must be given, read by a function.
    package init(
        help: ArgumentHelp? = nil,
        completion: CompletionKind? = nil,
        transform: @escaping (String) throws -> Value
    ) {
        self.init(help, completion, .one(transform), initial: nil)
    }

    /// An argument with a default, read by a function.
    package init(
        wrappedValue: Value,
        help: ArgumentHelp? = nil,
        completion: CompletionKind? = nil,
        transform: @escaping (String) throws -> Value
    ) {
        self.init(help, completion, .one(transform), initial: wrappedValue)
    }

    /// An argument that may be left out, read by a function.
    package init<Wrapped>(
        help: ArgumentHelp? = nil,
        completion: CompletionKind? = nil,
        transform: @escaping (String) throws -> Wrapped
    ) where Value == Wrapped? {
        self.init(help, completion, .optional(transform), initial: .some(nil))
    }

    /// All words that are left, each read by a function.
    package init<Element>(
        wrappedValue: Value,
        help: ArgumentHelp? = nil,
        completion: CompletionKind? = nil,
        transform: @escaping (String) throws -> Element
    ) where Value == [Element] {
        self.init(help, completion, .many(transform), initial: wrappedValue)
    }
}
