import Support
import Testing

@testable import Commands

/// Pages whose commands are run, in order, in a folder of their own; `GROUNDWORK_REWRITE=1` writes the answers anew.
@Suite struct TranscriptTests {
    static let pages =
        files(in: testFolder("Transcripts"), endingIn: ".md") + [packageRoot() + "/README.md"]
        + files(in: packageRoot() + "/Sources/Commands/Groundwork.docc", endingIn: ".md")
    static let pagesWithCommands = pages.filter { page in
        contents(of: page).map { !Transcript($0).steps.isEmpty } ?? false
    }

    @Test(arguments: pagesWithCommands)
    func `a page's commands answer as the page says`(page: String) throws {
        let transcript = Transcript(contents(of: page) ?? "")
        let desk = try Desk(today: transcript.day ?? "2026-11-21", begun: false)
        try desk.folder.copyFiles(from: testFolder("Transcripts/Files"))
        var answers: [[String]] = []
        for step in transcript.steps {
            let lines = try answer(step.command, desk)
            answers.append(
                step.expected.contains("…") && Transcript.matches(lines, step.expected) ? step.expected : lines
            )
            if rewritesGoldenFiles { continue }
            // An empty line at the end of a block is not part of the answer.
            let expected = step.expected.last == "" ? Array(step.expected.dropLast()) : step.expected
            #expect(
                Transcript.matches(lines, expected),
                "\(page):\(step.line): \(step.command)\n\(lines.joined(separator: "\n"))"
            )
        }
        if rewritesGoldenFiles { try write(transcript.rewritten(answers), to: page) }
    }

    /// `groundwork …` runs; `cat FILE` prints a file; both as a shell would.
    private func answer(_ command: String, _ desk: Desk) throws -> [String] {
        let shell = ShellLine(command)
        switch shell.words.first {
        case "groundwork":
            let answer = desk.run(command)
            guard let output = shell.output else { return answer.lines }
            try desk.file(output, answer.output)
            return answer.errors.split(separator: "\n").map(String.init)
        case "cat":
            return shell.words.dropFirst().flatMap { name in
                let lines = (desk.text(name) ?? "").split(separator: "\n", omittingEmptySubsequences: false)
                return (lines.last == "" ? lines.dropLast() : lines[...]).map(String.init)
            }
        default: return ["a transcript can't run this: \(command)"]
        }
    }
}
