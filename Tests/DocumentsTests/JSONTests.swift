import Documents
import Testing

@Suite struct `JSON text` {
    @Test func `objects keep their order and stand in two spaces`() {
        let value: JSON = [
            "report": "trainings", "metrics": [["id": "TR-01", "value": 3], []], "none": nil, "empty": [:],
        ]
        #expect(
            text(value) == """
                {
                  "report": "trainings",
                  "metrics": [
                    {
                      "id": "TR-01",
                      "value": 3
                    },
                    []
                  ],
                  "none": null,
                  "empty": {}
                }

                """
        )
    }

    @Test func `a compact value is one line`() {
        #expect(
            String(decoding: (["a": [1, true]] as JSON).bytes(pretty: false), as: UTF8.self) == "{\"a\":[1,true]}\n"
        )
    }

    @Test(arguments: [
        (2.0, "2"), (-0.0, "0"), (0.75, "0.75"), (0.1, "0.1"), (1.0 / 3, "0.3333333333333333"), (1e21, "1e+21"),
        (9_007_199_254_740_992, "9007199254740992"), (.leastNonzeroMagnitude, "5e-324"), (-27.5, "-27.5"),
        (.nan, "null"),
        (.infinity, "null"),
    ])
    func `a number is the shortest that reads back, whole ones without a point`(number: Double, shown: String) {
        #expect(text(.double(number)) == shown + "\n")
    }

    @Test(arguments: [Int.min, -1, 0, 7, 10, 1_593, Int.max]) func `whole numbers are exact`(number: Int) {
        #expect(text(.integer(number)) == "\(number)\n")
    }

    @Test func `what would be read as something else is escaped`() {
        let hostile = "\"\\/\u{0}\n\r\t\u{1F}\u{7F}\u{9B}\u{2028}\u{2029}\u{202E}\u{2069}é👍🏽"
        #expect(
            text(.string(hostile))
                == #""\"\\/\u0000\n\r\t\u001f\u007f\u009b\u2028\u2029\u202e\u2069é👍🏽""# + "\n"
        )
    }

    @Test(arguments: Randomness.seeds) func `another implementation reads back what was written`(seed: UInt64) throws {
        var random = Randomness(seed: seed)
        for _ in 0..<100 {
            let value = random.json(depth: 3)
            for pretty in [true, false] {
                #expect(try ReferenceJSON.read(value.bytes(pretty: pretty)) == value.reference, "seed \(seed)")
            }
        }
    }

    private func text(_ value: JSON) -> String { String(decoding: value.bytes(), as: UTF8.self) }
}

extension Randomness {
    fileprivate mutating func json(depth: Int) -> JSON {
        switch Int.random(in: 0..<(depth > 0 ? 7 : 5), using: &self) {
        case 0: .null
        case 1: .bool(Bool.random(using: &self))
        case 2: .integer(Int.random(in: -1_000_000...1_000_000, using: &self))
        case 3: .double(real())
        case 4: .string(text())
        case 5: .array((0..<Int.random(in: 0...4, using: &self)).map { _ in json(depth: depth - 1) })
        default:
            .object((0..<Int.random(in: 0...4, using: &self)).map { .init("\($0)" + text(), json(depth: depth - 1)) })
        }
    }
}

extension JSON {
    fileprivate var reference: ReferenceJSON {
        switch self {
        case .null, .next: .null
        case .bool(let value): .bool(value)
        case .integer(let value): .number(Double(value))
        case .double(let value): value.isFinite ? .number(value) : .null
        case .string(let text): .string(text)
        case .array(let values): .array(values.map(\.reference))
        case .object(let members): .object(Dictionary(members.map { ($0.key, $0.value.reference) }) { $1 })
        }
    }
}
