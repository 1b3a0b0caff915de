/// How words become the value of one property.
struct ValueReader<Value> {
    /// The type that one word is read as, where it can say what it accepts.
    let wordType: (any ExpressibleByArgument.Type)?
    /// Whether several words make one value.
    let isRepeating: Bool
    /// The value after one more word, given the value of the words before it; nil for a word that is not accepted.
    let read: (String, Value?) throws -> Value?
    /// A default as help prints it.
    let describe: (Value) -> String?
}

extension ValueReader {
    static func one() -> ValueReader where Value: ExpressibleByArgument {
        ValueReader(wordType: Value.self, isRepeating: false) { word, _ in
            Value(argument: word)
        } describe: {
            $0.defaultValueDescription
        }
    }

    static func optional<Wrapped: ExpressibleByArgument>() -> ValueReader where Value == Wrapped? {
        ValueReader(wordType: Wrapped.self, isRepeating: false) { word, _ in
            Wrapped(argument: word).map { .some($0) }
        } describe: {
            $0?.defaultValueDescription
        }
    }

    static func many<Element: ExpressibleByArgument>() -> ValueReader where Value == [Element] {
        ValueReader(wordType: Element.self, isRepeating: true) { word, before in
            Element(argument: word).map { (before ?? []) + [$0] }
        } describe: {
            $0.isEmpty ? nil : $0.map(\.defaultValueDescription).joined(separator: ", ")
        }
    }

    static func one(_ transform: @escaping (String) throws -> Value) -> ValueReader {
        ValueReader(wordType: nil, isRepeating: false) { word, _ in
            try transform(word)
        } describe: {
            "\($0)"
        }
    }

    static func optional<Wrapped>(_ transform: @escaping (String) throws -> Wrapped) -> ValueReader
    where Value == Wrapped? {
        ValueReader(wordType: nil, isRepeating: false) { word, _ in
            .some(.some(try transform(word)))
        } describe: {
            $0.map { "\($0)" }
        }
    }

    static func many<Element>(_ transform: @escaping (String) throws -> Element) -> ValueReader
    where Value == [Element] {
        ValueReader(wordType: nil, isRepeating: true) { word, before in
            (before ?? []) + [try transform(word)]
        } describe: {
            $0.isEmpty ? nil : $0.map { "\($0)" }.joined(separator: ", ")
        }
    }
}
