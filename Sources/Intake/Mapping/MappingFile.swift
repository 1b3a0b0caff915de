import Files
import FoundationEssentials
import Glibc
import Records

/// Why a mapping cannot be read, in words that fit behind the file's name.
package struct MappingProblem: Error, Equatable, Sendable, CustomStringConvertible {
    /// The mapping's path as it was given.
    package let file: String
    /// What is wrong and, where that is known, under which key.
    package let what: String

    package var description: String { "\(file): \(what)" }
}

extension Mapping {
    /// The most bytes that a mapping may have, and how deep its brackets may stand in one another.
    private static let sizeLimit = 1 << 20
    private static let depthLimit = 8

    /// The mapping that a file holds.
    ///
    /// - Throws: `FileProblem` where it cannot be read, `MappingProblem` where it is none.
    package init(path: String) throws {
        let file = try FileBytes(path: path)
        var bytes = [UInt8](repeating: 0, count: Self.sizeLimit + 1)
        let count = try bytes.withUnsafeMutableBytes { try file.read(into: $0, at: 0) }
        guard count <= Self.sizeLimit else { throw MappingProblem(file: path, what: "the mapping file is too large") }
        try self.init(json: Array(bytes[..<count]), name: path)
    }

    /// The mapping that JSON text holds.
    init(json: [UInt8], name: String) throws {
        guard Self.depth(of: json) <= Self.depthLimit else {
            throw MappingProblem(file: name, what: "the brackets are nested too deeply")
        }
        if let key = JSONKeys(json).repeated {
            throw MappingProblem(file: name, what: "\(Self.shown(key)) is listed twice")
        }
        let body = json.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(json.dropFirst(3)) : json
        do {
            try self.init(JSONDecoder().decode(Body.self, from: Data(body)), name: name)
        } catch let error as DecodingError {
            throw MappingProblem(file: name, what: Self.words(for: error))
        }
    }

    /// The mapping as JSON, keys in order, ending in a line end.
    package func json() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return try Array(encoder.encode(Body(self))) + [10]
    }

    private init(_ body: Body, name: String) throws {
        self.init()
        func refuse(_ what: String) -> MappingProblem { MappingProblem(file: name, what: what) }
        if let word = body.source {
            guard let found = Source(rawValue: word) else {
                throw refuse("source \(Repeating.stated(word)), which is unknown")
            }
            source = found
        }
        if let word = body.dates {
            guard let found = DateStyle(rawValue: word) else {
                throw refuse("dates \(Repeating.stated(word)). Use one of: iso, dmy, mdy, ymd.")
            }
            dates = found
        }
        func once<Value>(_ key: String, _ given: [String: Value]?) throws -> [String: Value] {
            try Dictionary((given ?? [:]).map { (Self.fieldName($0.key), $0.value) }) { _, _ in
                throw refuse("\(key): two entries are for the same field")
            }
        }
        columns = try once("columns", body.columns)
        values = try once("values", body.values)
        set = try once("set", body.set).mapValues(\.text)
        ignoreUnknown = body.ignoreUnknown ?? false
        ignored = body.ignored ?? []
    }

    /// The keys of the file.
    private struct Body: Codable {
        var source: String?
        var columns: [String: String]?
        var values: [String: [String: String]]?
        var set: [String: Constant]?
        var dates: String?
        var ignoreUnknown: Bool?
        var ignored: [String]?

        enum CodingKeys: String, CodingKey, CaseIterable {
            case source, columns, values, set, dates
            case ignoreUnknown = "ignore_unknown"
            case ignored = "ignore"
        }

        init(_ mapping: Mapping) {
            source = mapping.source?.rawValue
            columns = mapping.columns
            values = mapping.values
            set = mapping.set.mapValues { Constant(text: $0) }
            dates = mapping.dates?.rawValue
            ignoreUnknown = mapping.ignoreUnknown
            ignored = mapping.ignored.isEmpty ? nil : mapping.ignored
        }

        init(from decoder: any Decoder) throws {
            let names = try decoder.container(keyedBy: AnyKey.self).allKeys
            if let unknown = names.first(where: { CodingKeys(rawValue: $0.stringValue) == nil }) {
                throw DecodingError.dataCorrupted(
                    .init(codingPath: [unknown], debugDescription: "unknown key")
                )
            }
            let body = try decoder.container(keyedBy: CodingKeys.self)
            source = try body.decodeIfPresent(String.self, forKey: .source)
            columns = try body.decodeIfPresent([String: String].self, forKey: .columns)
            values = try body.decodeIfPresent([String: [String: String]].self, forKey: .values)
            set = try body.decodeIfPresent([String: Constant].self, forKey: .set)
            dates = try body.decodeIfPresent(String.self, forKey: .dates)
            ignoreUnknown = try body.decodeIfPresent(Bool.self, forKey: .ignoreUnknown)
            ignored = try body.decodeIfPresent([String].self, forKey: .ignored)
        }
    }

    /// A value that may be written as a text or as a whole number.
    private struct Constant: Codable {
        var text: String

        init(text: String) {
            self.text = text
        }

        init(from decoder: any Decoder) throws {
            let value = try decoder.singleValueContainer()
            if let number = try? value.decode(Int.self) {  // Not a number: then a text, or the error below.
                text = String(number)
            } else {
                text = try value.decode(String.self)
            }
        }

        func encode(to encoder: any Encoder) throws {
            var value = encoder.singleValueContainer()
            try value.encode(text)
        }
    }

    private struct AnyKey: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init?(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    private static func words(for error: DecodingError) -> String {
        let (path, what): ([any CodingKey], String) =
            switch error {
            case .dataCorrupted(let context):
                (context.codingPath, context.codingPath.isEmpty ? "" : context.debugDescription)
            case .typeMismatch(_, let context): (context.codingPath, "this has the wrong kind of value")
            case .valueNotFound(_, let context), .keyNotFound(_, let context):
                (context.codingPath, "a value is missing here")
            @unknown default: ([], "")
            }
        let place = path.map { Repeating.isPlain($0.stringValue) ? $0.stringValue : "…" }.joined(separator: ".")
        return place.isEmpty ? "this is not a JSON object" : "\(place): \(what)"
    }

    /// A key, which may be what a cell says: the words of a file are keys of its values.
    private static func shown(_ key: String) -> String { Repeating.isPlain(key) ? "\"\(key)\"" : "a key" }

    /// How deep brackets stand in one another, outside of texts.
    private static func depth(of json: [UInt8]) -> Int {
        var (depth, deepest, inText, escaped) = (0, 0, false, false)
        for byte in json {
            if escaped {
                escaped = false
            } else if inText {
                escaped = byte == UInt8(ascii: "\\")
                if byte == UInt8(ascii: "\"") { inText = false }
            } else if byte == UInt8(ascii: "\"") {
                inText = true
            } else if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") {
                depth += 1
                deepest = max(deepest, depth)
            } else if byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") {
                depth -= 1
            }
        }
        return deepest
    }
}
