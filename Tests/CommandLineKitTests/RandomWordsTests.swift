import CommandLineKit
import Support
import Testing

@Suite struct RandomWordsTests {
    static let known = [
        "log", "session", "list", "add", "report", "help", "--", "-", "--help", "-h", "--version", "--database", "-d",
        "--yes", "-nq", "--share", "--share=", "-5", "--wait", "--generate-completion-script", "bash", "=", "--=",
        "-=", "---", "trainings", "organisation", "--topic",
    ]

    @Test(arguments: [UInt64.random(in: .min ... .max), 1, 2])
    func `no list of words traps`(seed: UInt64) {
        print("seed \(seed)")
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<(Sweep.isFull ? 20_000 : 500) {
            let words = (0..<Int.random(in: 0...6, using: &generator)).map { _ in Self.word(using: &generator) }
            if let error = refusal(words) {
                let isOneLineEach = error.lines.allSatisfy { line in !line.unicodeScalars.contains { $0.value < 0x20 } }
                #expect(isOneLineEach, "seed \(seed): \(words)")
            }
        }
    }

    private static func word(using generator: inout SeededGenerator) -> String {
        let bytes = (0..<Int.random(in: 0...80, using: &generator)).map { _ in
            UInt8.random(in: .min ... .max, using: &generator)
        }
        let noise = String(decoding: bytes, as: UTF8.self)
        switch Int.random(in: 0...3, using: &generator) {
        case 0: return noise
        case 1: return "-" + noise
        case 2: return "--" + noise
        default: return known.randomElement(using: &generator) ?? ""
        }
    }
}
