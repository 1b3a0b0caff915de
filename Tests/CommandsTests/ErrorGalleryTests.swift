import Files
import Support
import Testing

@testable import Commands

/// Every error message of every command, shown whole in the pages of `Errors`: what was typed, what standard error
/// says, and the exit code. Each page runs in order in a folder of its own, which `Errors/Files` fills.
@Suite struct ErrorGalleryTests {
    static let pages = files(in: testFolder("Errors"), endingIn: ".md")

    @Test(arguments: pages)
    func `an error reads as its page shows it`(page: String) throws {
        let transcript = Transcript(contents(of: page) ?? "")
        let desk = try Desk(today: transcript.day ?? "2026-11-21", begun: false)
        try desk.folder.copyFiles(from: testFolder("Errors/Files"))
        var answers: [[String]] = []
        for step in transcript.steps {
            let lines = desk.run(step.command).lines
            answers.append(lines)
            if !rewritesGoldenFiles {
                #expect(lines == step.expected.filter { !$0.isEmpty }, "\(page):\(step.line): \(step.command)")
            }
        }
        if rewritesGoldenFiles { try write(transcript.rewritten(answers), to: page) }
    }

    /// A phrase of every kind of error that a command can meet, by the case that it is.
    static let phrases: KeyValuePairs<String, String> = [
        "RecordError.notFound": "there is no session \"",
        "RecordError.ambiguous": "fits 2 sessions",
        "RecordError.nothingLast": "\"last\": you have not made or changed",
        "RecordError.nearlyKnown": "but there is \"cci\"",
        "RecordError.invalid": "is not a whole number",
        "RecordError.unknownOption": "is not an option of \"resonates\" (nearest: autonomy)",
        "RecordError.missing": "needs one",
        "RecordError.refTaken": "belongs to another",
        "RecordError.differs": "is stored with another",
        "RecordError.inUse": "is still needed by",
        "RecordError.absent": "has no such count",
        "RecordError.notHeld": "so nobody can have attended it",
        "RecordError.refused": "people are recorded at",
        "RecordError.nothingToUndo": "there is nothing to undo",
        "StoreError.missing": "there is no such database",
        "StoreError.exists": "there is a file already",
        "StoreError.notAPath": "the database is a path",
        "StoreError.notAFile": "this is a folder or a device",
        "StoreError.foreign": "this is not a Groundwork database",
        "UsageError": "there is no command",
        "ValidationError": "has not come yet",
        "MalformedPeriod": "is not a period",
        "FileProblem.missing": "there is no such file",
        "FileProblem.directory": "this is a folder, not a file",
        "OutputProblem.isDatabase": "this is the database itself",
        "OutputProblem.noFolder": "there is no such folder",
        "OutputProblem.cannotCreate": "this is a folder",
        "OutputProblem.failed": "No space left on device",
    ]

    @Test func `every kind of error that a command can meet is shown`() {
        let gallery = Self.pages.compactMap { contents(of: $0) }.joined()
        for (kind, phrase) in Self.phrases {
            let isShown = gallery.contains(phrase)
            #expect(isShown, "\(kind)")
        }
    }

    @Test func `an error is at most three lines, and no line is empty`() {
        for page in Self.pages {
            for step in Transcript(contents(of: page) ?? "").steps
            where step.expected.contains(where: { $0.hasPrefix("groundwork: ") }) {
                let lines = step.expected.filter { !$0.hasPrefix("[") && !$0.isEmpty }
                // A file's problems are listed, twenty at most.
                let isList = lines.last?.contains(" problems") ?? false
                #expect(lines.count <= (isList ? 21 : 3), "\(page):\(step.line)")
            }
        }
    }
}
