import Files
import Testing

@testable import Intake

/// SplitMix64 (Steele, Lea, Flood 2014): a failing case can be repeated from its seed.
private struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

@Suite struct `Reading in general` {
    private static let pieces = [
        "\"", "\"\"", ",", ";", "\n", "\r\n", "\r", " ", "\t", "a", "é", "😎", "名", "b,c", "12", "\u{1}", "'", "\\",
    ]
    private static let delimiters: [Character] = [",", ";", "\t", "|", ":"]

    private func table(_ generator: inout SeededGenerator) -> [[String]] {
        (0..<Int.random(in: 1...8, using: &generator)).map { _ in
            (0..<Int.random(in: 1...6, using: &generator)).map { _ in
                (0..<Int.random(in: 0...5, using: &generator))
                    .compactMap { _ in Self.pieces.randomElement(using: &generator) }.joined()
            }
        }
    }

    private func outcome(_ bytes: [UInt8], bufferSize: Int, carriageReturnEnds: Bool = false) -> String {
        let reader = CSVReader(
            FileBytes(bytes: bytes, name: "bytes"),
            dialect: Dialect(carriageReturnEnds: carriageReturnEnds),
            bufferSize: bufferSize
        )
        var story: [String] = []
        do {
            while try reader.next() {
                let cells = (0..<reader.count).map { "\(reader.line($0)):\(reader.column($0)) \(reader.text($0))" }
                story.append("\(reader.line) \(reader.position.offset) \(cells) \(reader.rawRecord)")
            }
        } catch {
            story.append("\(error)")
        }
        return story.joined(separator: "\n")
    }

    @Test(arguments: [false, true])
    func `buffers of 1 to 64 bytes read the same as a large one`(_ carriageReturnEnds: Bool) {
        let text =
            "id,\"two\r\nlines\",é\r\n\n\"\"\"q\"\"\" ,\"\",x\"y\r\r\nlast,\"😎\"\"\n\"\n\"open\" ,a\rb\r\n,,\n\"x\"y"
        let expected = outcome(Array(text.utf8), bufferSize: 1 << 16, carriageReturnEnds: carriageReturnEnds)
        for size in 1...64 {
            #expect(outcome(Array(text.utf8), bufferSize: size, carriageReturnEnds: carriageReturnEnds) == expected)
        }
    }

    @Test func `what is written in quotation marks is read back unchanged`() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SeededGenerator(state: seed)
        for _ in 0..<300 {
            let table = table(&generator)
            let delimiter = Self.delimiters.randomElement(using: &generator) ?? ","
            let lineEnd = ["\n", "\r\n", "\r"].randomElement(using: &generator) ?? "\n"
            let text = quoted(table, delimiter: delimiter, lineEnd: lineEnd)
            let encoding = TextEncoding.allCases.filter { $0 != .windows1252 }.randomElement(using: &generator) ?? .utf8
            let read = try surveyed(encoded(text, as: encoding), delimiter: delimiter.asciiValue)
            #expect(read == table, "seed \(seed)")
        }
    }

    @Test func `random bytes are read or refused, never a trap, and the same for every buffer`() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SeededGenerator(state: seed)
        let likely = Array("\"\",\n\r;a\t \u{0}".utf8) + [0xEF, 0xBB, 0xBF, 0xFF, 0xFE, 0xC3, 0xA9]
        for _ in 0..<600 {
            let bytes = (0..<Int.random(in: 0...80, using: &generator)).map { _ in
                Int.random(in: 0..<4, using: &generator) > 0
                    ? likely.randomElement(using: &generator) ?? 0 : UInt8.random(in: 0...255, using: &generator)
            }
            let size = Int.random(in: 1...90, using: &generator)
            #expect(outcome(bytes, bufferSize: size) == outcome(bytes, bufferSize: 4096), "seed \(seed)")
            do { _ = try surveyed(bytes) } catch { #expect(error is CSVProblem, "seed \(seed)") }
        }
    }
}
