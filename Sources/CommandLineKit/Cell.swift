/// Where a wrapped property keeps its value: a reference, so that the parser can fill it through a mirror.
///
/// Copies of a command share it until one of them is assigned to; the wrapper then makes a cell of its own.
final class Cell<Value> {
    let kind: Declaration.Kind
    let names: NameSpecification
    let help: ArgumentHelp
    let completion: CompletionKind
    private let reader: ValueReader<Value>
    private let initial: Value?
    private var given: Value?

    init(
        kind: Declaration.Kind,
        names: NameSpecification = [],
        help: ArgumentHelp?,
        completion: CompletionKind? = nil,
        reader: ValueReader<Value>,
        initial: Value?,
        given: Value? = nil
    ) {
        self.kind = kind
        self.names = names
        self.help = help ?? ArgumentHelp()
        self.completion = completion ?? .default
        self.reader = reader
        self.initial = initial
        self.given = given
    }

    var value: Value {
        guard let value = given ?? initial else {
            preconditionFailure("A property without a default was read before its command was parsed.")
        }
        return value
    }

    func assigned(_ value: Value) -> Cell {
        Cell(
            kind: kind,
            names: names,
            help: help,
            completion: completion,
            reader: reader,
            initial: initial,
            given: value
        )
    }
}

/// A cell, whatever its type of value.
protocol Fillable: AnyObject {
    var kind: Declaration.Kind { get }
    var names: NameSpecification { get }
    var help: ArgumentHelp { get }
    var completion: CompletionKind { get }
    var wordType: (any ExpressibleByArgument.Type)? { get }
    var isRepeating: Bool { get }
    var isRequired: Bool { get }
    var wasGiven: Bool { get }
    var defaultText: String? { get }

    /// Takes one word; false when it is not accepted. What a `transform` throws goes through.
    func fill(with word: String) throws -> Bool
}

extension Cell: Fillable {
    var wordType: (any ExpressibleByArgument.Type)? { reader.wordType }
    var isRepeating: Bool { reader.isRepeating }
    var isRequired: Bool { initial == nil }
    var wasGiven: Bool { given != nil }
    var defaultText: String? { initial.flatMap(reader.describe) }

    func fill(with word: String) throws -> Bool {
        guard let value = try reader.read(word, given) else { return false }
        given = value
        return true
    }
}
