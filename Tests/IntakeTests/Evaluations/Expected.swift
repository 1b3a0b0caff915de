import FoundationEssentials

@testable import Intake

/// Figures that somebody computed independently: the `expected.json` beside a real file.
enum Expected: Decodable {
    case number(Double)
    case text(String)
    case list([Expected])
    case object([String: Expected])
    case nothing

    /// The figures of a folder of `shared/data`.
    static func of(_ folder: String) throws -> Expected {
        try JSONDecoder().decode(Expected.self, from: Data(SharedData.bytes(folder + "/expected.json")))
    }

    init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if value.decodeNil() {
            self = .nothing
        } else if let number = try? value.decode(Double.self) {  // Else a text, a list or an object.
            self = .number(number)
        } else if let text = try? value.decode(String.self) {  // Else a list or an object.
            self = .text(text)
        } else if let list = try? value.decode([Expected].self) {  // Else an object.
            self = .list(list)
        } else {
            self = .object(try value.decode([String: Expected].self))
        }
    }

    subscript(_ name: String) -> Expected {
        if case .object(let members) = self { return members[name] ?? .nothing }
        return .nothing
    }

    /// The names of an object's members, in order.
    var names: [String] {
        if case .object(let members) = self { return members.keys.sorted() }
        return []
    }

    var number: Double? {
        if case .number(let number) = self { return number }
        return nil
    }

    var count: Int? { number.map { Int($0) } }
}
