import FoundationEssentials

/// A small reader of RFC 4180, to check what was written; it accepts nothing that the grammar does not.
struct ReferenceCSV {
    enum Problem: Error { case quoteInField(Int), unclosed, afterQuote(Int) }

    static func rows(_ bytes: [UInt8]) throws -> [[String]] {
        var rows: [[String]] = []
        var row: [String] = []
        var field: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if field.isEmpty, bytes[index] == 0x22 {
                (field, index) = try quoted(bytes, from: index + 1)
                let isEnd = index == bytes.count || [0x2C, 0x0A, 0x0D].contains(bytes[index])
                guard isEnd else { throw Problem.afterQuote(index) }
            }
            let byte = bytes[index]
            if byte == 0x2C || byte == 0x0A {
                row.append(String(decoding: field, as: UTF8.self))
                field = []
                if byte == 0x0A {
                    rows.append(row)
                    row = []
                }
            } else if byte == 0x22 {
                throw Problem.quoteInField(index)
            } else if byte != 0x0D || index + 1 == bytes.count || bytes[index + 1] != 0x0A {
                field.append(byte)
            }
            index += 1
        }
        return rows
    }

    private static func quoted(_ bytes: [UInt8], from start: Int) throws -> ([UInt8], Int) {
        var field: [UInt8] = []
        var index = start
        while index < bytes.count {
            if bytes[index] == 0x22 {
                guard index + 1 < bytes.count, bytes[index + 1] == 0x22 else { return (field, index + 1) }
                index += 1
            }
            field.append(bytes[index])
            index += 1
        }
        throw Problem.unclosed
    }
}

/// JSON as another implementation reads it.
indirect enum ReferenceJSON: Decodable, Equatable {
    case null, bool(Bool), number(Double), string(String), array([ReferenceJSON]), object([String: ReferenceJSON])

    init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        // Each `try?` asks whether the value is of that kind; the last kind throws.
        if value.decodeNil() {
            self = .null
        } else if let bool = try? value.decode(Bool.self) {
            self = .bool(bool)
        } else if let number = try? value.decode(Double.self) {
            self = .number(number)
        } else if let string = try? value.decode(String.self) {
            self = .string(string)
        } else if let array = try? value.decode([ReferenceJSON].self) {
            self = .array(array)
        } else {
            self = .object(try value.decode([String: ReferenceJSON].self))
        }
    }

    static func read(_ bytes: [UInt8]) throws -> ReferenceJSON {
        try JSONDecoder().decode(ReferenceJSON.self, from: Data(bytes))
    }
}
