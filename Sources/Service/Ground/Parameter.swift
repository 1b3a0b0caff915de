import Records

/// One value of an operation, by its name: what an interface asks for, advice fills in, and a test gets wrong.
///
/// Texts become values here, so that a number is refused in the same words wherever it was typed.
package struct Parameter<Target>: Sendable {
    /// Its name in lower case with underscores, as the native columns have it where it is a field of a record.
    package let name: String
    /// Whether the operation makes no sense without it.
    package let isRequired: Bool
    /// Puts a typed text into the operation.
    package let set: @Sendable (inout Target, String) throws -> Void
}

extension Parameter {
    /// A text whose meaning the record decides: a title, a ref, a day in words.
    package static func text(
        _ name: String,
        _ path: any WritableKeyPath<Target, String> & Sendable
    ) -> Parameter {
        Parameter(name: name, isRequired: true) { $0[keyPath: path] = $1 }
    }

    /// A text that may be left out.
    package static func text(
        _ name: String,
        _ path: any WritableKeyPath<Target, String?> & Sendable
    ) -> Parameter {
        Parameter(name: name, isRequired: false) { $0[keyPath: path] = $1 }
    }

    /// Several texts, separated by commas.
    package static func texts(
        _ name: String,
        _ path: any WritableKeyPath<Target, [String]> & Sendable
    ) -> Parameter {
        Parameter(name: name, isRequired: true) { target, text in
            target[keyPath: path] = text.split(separator: ",").map { String($0).trimmed }.filter { !$0.isEmpty }
        }
    }

    /// One of the words of an enumeration; whether it can be left out is the operation's own.
    package static func choice<Value: RawRepresentable<String> & CaseIterable & Sendable>(
        _ name: String,
        _ path: any WritableKeyPath<Target, Value?> & Sendable,
        isRequired: Bool = false
    ) -> Parameter {
        let values = Array(Value.allCases)
        let words = values.map(\.rawValue).joined(separator: ", ")
        return Parameter(name: name, isRequired: isRequired) { target, text in
            guard let value = values.first(where: { $0.rawValue == text.trimmed.lowercased() }) else {
                throw RecordError.invalid(field: name, problem: "is \"\(text.clipped)\". Use one of: \(words).")
            }
            target[keyPath: path] = value
        }
    }

    /// A whole number that may be left out.
    package static func number(
        _ name: String,
        _ range: ClosedRange<Int>,
        _ path: any WritableKeyPath<Target, Int?> & Sendable
    ) -> Parameter {
        Parameter(name: name, isRequired: false) { target, text in
            target[keyPath: path] = try WholeNumber.read(text, in: range, of: name)
        }
    }

    /// Yes or no; no unless said.
    package static func flag(
        _ name: String,
        _ path: any WritableKeyPath<Target, Bool> & Sendable
    ) -> Parameter {
        Parameter(name: name, isRequired: false) { $0[keyPath: path] = try YesNo.read($1, of: name) }
    }
}

extension Array {
    /// Texts that go by their name into one dictionary, such as the fields of a record.
    static func texts<Target>(
        _ names: [String],
        in path: any WritableKeyPath<Target, [String: String]> & Sendable
    ) -> [Parameter<Target>] where Element == Parameter<Target> {
        names.map { name in Parameter(name: name, isRequired: false) { $0[keyPath: path][name] = $1 } }
    }
}

extension Request {
    /// The same, asked with these values, as a person would type them; what is not named stays as it is.
    ///
    /// - Throws: `RecordError` for a value that can't be, and for a name that it has no parameter of.
    package func asking(_ values: KeyValuePairs<String, String>) throws -> Self {
        var request = self
        for (name, text) in values {
            guard let parameter = parameters.first(where: { $0.name == name }) else {
                throw RecordError.invalid(field: name, problem: "\(id.rawValue) has no such parameter")
            }
            try parameter.set(&request, text)
        }
        return request
    }
}

/// Yes and no as people type them.
enum YesNo {
    /// What `text` says; nothing is no.
    static func read(_ text: String, of name: String) throws -> Bool {
        switch text.trimmed.lowercased() {
        case "yes", "true", "1": return true
        case "no", "false", "0", "": return false
        default: throw RecordError.invalid(field: name, problem: "use yes or no")
        }
    }
}

/// Whole numbers as people type them.
enum WholeNumber {
    /// The number that `text` is, between the ends of `range`.
    static func read(_ text: String, in range: ClosedRange<Int>, of name: String) throws -> Int {
        // What is no number at all is as far outside of the range as can be.
        let number = Int(text.trimmed)
        try RecordError.require(number ?? range.lowerBound - 1, in: range, of: name)
        return number ?? range.lowerBound
    }
}
