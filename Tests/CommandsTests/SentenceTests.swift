import Glibc
import Support
import Testing

@testable import Commands

/// Every sentence that the program can say, as it stands in the sources: help, errors, results, notes, questions.
///
/// `GROUNDWORK_SENTENCES=FILE swift test --filter SentenceTests` writes them to a file, to be read aloud.
@Suite struct SentenceTests {
    /// The modules whose texts a person reads.
    static let modules = [
        "CommandLineKit", "Commands", "Service", "Records", "Intake", "Files", "PlainText", "Calendar", "Sample",
        "Reports", "Documents", "Measures", "Wording", "Web",
    ]

    /// Texts of at least two words that are no statement for SQLite, with their place.
    static let sentences: [(place: String, text: String)] = SourceLiterals.files(ofModules: modules).flatMap { file in
        SourceLiterals(contents(of: "\(packageRoot())/\(file)") ?? "", file: file).all.compactMap { literal in
            let text = literal.text(with: "…").split { $0 == " " || $0 == "\n" }.joined(separator: " ")
            let isStatement = ["SELECT", "INSERT", "UPDATE", "DELETE", "CREATE", "PRAGMA", "WITH", "t.", "CASE"]
                .contains { text.hasPrefix($0) }
            return text.contains(" ") && !isStatement ? ("\(literal.file):\(literal.line)", text) : nil
        }
    }

    /// The turns that nobody would say, which `Scripts/check` looks for in the pages.
    static let turns = (contents(of: "\(packageRoot())/Scripts/banned-turns.txt") ?? "").split(separator: "\n")
        .map(String.init).filter { !$0.hasPrefix("#") }

    @Test func `no sentence has a turn that nobody would say`() throws {
        #expect(Self.turns.count > 10 && Self.sentences.count > 1_000)
        for turn in Self.turns {
            let banned = try Regex(turn).ignoresCase()
            for (place, text) in Self.sentences where text.contains(banned) {
                Issue.record("\(place): \"\(text)\" has \"\(turn)\"")
            }
        }
    }

    @Test(.enabled(if: getenv("GROUNDWORK_SENTENCES") != nil)) func `every sentence is written to one file`() throws {
        let file = getenv("GROUNDWORK_SENTENCES").map { String(cString: $0) } ?? ""
        try write(Self.sentences.map { "\($0.place)\t\($0.text)\n" }.joined(), to: file)
    }
}
