/// What became of a question put to the records: a value, or the one reason why there is none.
///
/// It has no arithmetic and no order, so a withheld figure can't be added, sorted or taken for 0; whoever wants a
/// number must ask for `value` and say what happens without one.
package enum Outcome<Value: Sendable>: Sendable {
    /// The answer, 0 among them.
    case value(Value)
    /// The records are there, and the question has no answer.
    case notApplicable(Reason)
    /// Nothing was ever recorded that could answer it; not the same as 0.
    case notCollected
    /// There is an answer, and it may not be published to this reader.
    case withheld

    /// The answer where there is one.
    package var value: Value? {
        guard case .value(let value) = self else { return nil }
        return value
    }

    /// The same outcome with its value put through `transform`.
    package func map<Mapped: Sendable>(_ transform: (Value) -> Mapped) -> Outcome<Mapped> {
        flatMap { .value(transform($0)) }
    }

    /// The outcome of a further question that needs the value of this one; without it, that one's outcome stays.
    package func flatMap<Mapped: Sendable>(_ transform: (Value) -> Outcome<Mapped>) -> Outcome<Mapped> {
        switch self {
        case .value(let value): transform(value)
        case .notApplicable(let reason): .notApplicable(reason)
        case .notCollected: .notCollected
        case .withheld: .withheld
        }
    }
}

extension Outcome: Equatable where Value: Equatable {}
extension Outcome: Hashable where Value: Hashable {}
