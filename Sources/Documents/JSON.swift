/// A JSON value whose objects keep the order in which they were written (RFC 8259).
package enum JSON: Sendable, Hashable {
    /// No value.
    case null
    /// True or false.
    case bool(Bool)
    /// A whole number, exact.
    case integer(Int)
    /// Any other number; one that is not finite has no JSON form and is written as null.
    case double(Double)
    /// Text.
    case string(String)
    /// Values in order.
    case array([JSON])
    /// Keys and values in order.
    case object([Member])
    /// What to do next, which an interface puts in words; written as null without any.
    case next(NextStep)

    /// One key of an object with its value.
    package struct Member: Sendable, Hashable {
        /// The key, unique within its object.
        package let key: String
        /// What stands under it.
        package let value: JSON

        /// A key and what stands under it.
        package init(_ key: String, _ value: JSON) {
            self.key = key
            self.value = value
        }
    }

    /// A whole number, or null.
    package static func integer(_ value: Int?) -> JSON { value.map { .integer($0) } ?? .null }
    /// A number, or null.
    package static func double(_ value: Double?) -> JSON { value.map { .double($0) } ?? .null }
    /// Text, or null.
    package static func string(_ value: String?) -> JSON { value.map { .string($0) } ?? .null }

    /// What stands under a key of an object; nil for an absent key and for what is no object.
    package subscript(key: String) -> JSON? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.key == key }?.value
    }
}

extension JSON: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral, ExpressibleByStringLiteral,
    ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, ExpressibleByBooleanLiteral, ExpressibleByNilLiteral
{
    package init(dictionaryLiteral elements: (String, JSON)...) { self = .object(elements.map { Member($0, $1) }) }
    package init(arrayLiteral elements: JSON...) { self = .array(elements) }
    package init(stringLiteral value: String) { self = .string(value) }
    package init(integerLiteral value: Int) { self = .integer(value) }
    package init(floatLiteral value: Double) { self = .double(value) }
    package init(booleanLiteral value: Bool) { self = .bool(value) }
    package init(nilLiteral: ()) { self = .null }
}
