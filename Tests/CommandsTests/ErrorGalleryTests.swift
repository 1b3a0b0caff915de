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
        "RecordError.notFound": "unknown session \"",
        "RecordError.ambiguous": "matches 2 sessions",
        "RecordError.nothingLast": "\"last\": you haven't added or changed",
        "RecordError.nearlyKnown": "but \"cci\" exists",
        "RecordError.invalid": "Use a whole number",
        "RecordError.unknownOption": "is not an option of \"resonates\" (did you mean autonomy?)",
        "RecordError.missing": "is missing",
        "RecordError.refTaken": "is already used by another",
        "RecordError.differs": "already has a different",
        "RecordError.inUse": "is still used by",
        "RecordError.absent": "has no such count",
        "RecordError.notHeld": "so it can't have attendance",
        "RecordError.refused": "has attendance",
        "RecordError.nothingToUndo": "there is nothing to undo",
        "StoreError.missing": "the database doesn't exist",
        "StoreError.exists": "the file already exists",
        "StoreError.notAPath": "is not a path",
        "StoreError.notAFile": "this is a folder or a device",
        "StoreError.foreign": "this is not a Groundwork database",
        "UsageError": "unknown command",
        "ValidationError": "is in the future",
        "MalformedPeriod": "is not a period",
        "FileProblem.missing": "the file doesn't exist",
        "FileProblem.directory": "this is a folder, not a file",
        "OutputProblem.isDatabase": "this is the database itself",
        "OutputProblem.noFolder": "the folder doesn't exist",
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
