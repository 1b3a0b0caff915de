import Records
import Support
import Testing

@testable import CommandLineKit
@testable import Commands
@testable import Reports

/// What somebody is told to type next can be typed: every command that is printed parses against the tree.
@Suite struct PrintedCommandTests {
    /// The commands in a line of prose: from `groundwork` to the end of the sentence or its bracket.
    static func commands(in line: String) -> [[String]] {
        var found: [[String]] = []
        if line.hasPrefix("Usage: ") { return [] }
        let prose = line.replacing("--source groundwork ", with: "").replacing("groundwork alone ", with: "")
        for part in prose.split(separator: "groundwork ", omittingEmptySubsequences: false).dropFirst() {
            guard let first = part.first, first.isLowercase || first == "-" else { continue }
            var text = String(part)
            for end in [". ", "; ", " (", ", or", ", and ", " until ", ")", "'", "`", "  "] {
                if let stop = text.firstRange(of: end) { text = String(text[..<stop.lowerBound]) }
            }
            while let last = text.last, ".,:\"".contains(last),
                text.count(where: { $0 == "\"" }) % 2 == 1 || last != "\""
            {
                text.removeLast()
            }
            let words = ShellLine(text).words
            found.append(words.map { words.first == "import" && $0 == "KIND" ? "sessions" : plausible($0) })
        }
        return found
    }

    /// A word in capitals stands for one of its kind.
    private static func plausible(_ word: String) -> String {
        if let choice = word.split(separator: "|").first, choice.count < word.count { return String(choice) }
        switch word {
        case "COUNT", "N", "NUMBER", "MINUTES", "VALUE": return "5"
        case "DATE", "DAY": return "2026-11-10"
        case "SCORE": return "met"
        case "SHARE": return "0.5"
        case "KIND": return "complaint"
        case "FIELD=COLUMN": return "starts=Date"
        default: return word.allSatisfy { $0.isUppercase } && word.count > 1 ? "word" : word
        }
    }

    /// Why a command can't be typed; nil where it can.
    static func complaint(_ words: [String]) -> String? {
        var parser = CommandParser(root: Groundwork.self, words: words, width: 80)
        do {
            if case .text = try parser.parse(), !words.contains(where: { $0.hasPrefix("-") }) {
                return "it names no command that does something"
            }
            return nil
        } catch { return error.message }
    }

    /// What may stand where a value is put in: a ref or a number, a word of a choice, the name of a report.
    private static let values = ["5", "poster", "scorecard"]

    private func expectTypable(_ line: String, _ place: String) {
        for words in Self.commands(in: line) {
            let problems = Self.values.map { value in
                Self.complaint(words.map { $0.replacing("\u{1}", with: value) })
            }
            #expect(
                problems.contains(nil),
                "\(place): groundwork \(words.joined(separator: " ")): \((problems.first ?? nil) ?? "")"
            )
        }
    }

    @Test(arguments: ErrorGalleryTests.pages + TranscriptTests.pagesWithCommands)
    func `a command that an answer prints can be typed`(page: String) {
        for step in Transcript(contents(of: page) ?? "").steps {
            for line in step.expected { expectTypable(line, "\(page):\(step.line)") }
        }
    }

    @Test func `a command that a text of the sources prints can be typed`() {
        for literal in ErrorScanTests.sources.flatMap(\.all) {
            // Where the noun itself is put in, the tests below go through all of them.
            let line = literal.text(with: "\u{1}")
            guard line.contains("groundwork "), !line.contains("groundwork \u{1}") else { continue }
            expectTypable(line, "\(literal.file):\(literal.line)")
        }
    }

    @Test(arguments: Noun.allCases)
    func `what an error about a kind of record advises can be typed`(noun: Noun) {
        // What has no ref is not looked for by one.
        let unknown: [RecordError] = noun.type.hasRef ? [.notFound(noun, "x", nearest: [])] : []
        for error in unknown + [.differs(noun, "x", fields: ["title"])] {
            expectTypable(error.advice?.line ?? "", "\(error)")
        }
    }

    @Test func `what fills a gap can be typed`() {
        for gap in Gap.all {
            expectTypable(Advice(gap.step("x")).line, gap.what)
        }
    }

    @Test func `what data-gaps and due of the sample program print can be typed`() throws {
        let desk = try Desk.demo()
        let gaps = desk.run("report data-gaps --period last-fiscal-year").output
        let due = desk.run("due").output
        #expect(Self.commands(in: gaps.replacing("\n", with: " ")).count > 3)
        #expect(Self.commands(in: due.replacing("\n", with: " ")).count > 3)
        for line in (gaps + due).split(separator: "\n") { expectTypable(String(line), "the sample program") }
    }
}
