import CommandLineKit
import Documents
import Service

/// `organization profile-sheet ORGANIZATION`
struct ProfileSheetCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "profile-sheet",
            abstract: "Print the five questions an organization answers about itself.",
            discussion: """
                Print it or send it, then type the answers in (groundwork organization profile add ORGANIZATION). A \
                question left blank is not an answer.
                """,
            examples: ["groundwork organization profile-sheet cci -o questions.html"]
        )
    }

    @Argument(help: "The organization's ref.") var organization: String
    @OptionGroup var output: OutputOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        var operation = ShowProfileSheet()
        operation.organization = organization
        try output.show(Self.document(try common.perform(operation)), common)
    }

    /// The questions with boxes to tick.
    static func document(_ sheet: ProfileSheet) -> Document {
        let questions: [(key: String, asked: String, choices: [String])] = [
            (
                "employs", "1. Do people with lived or living experience of drug use work for you? Please name no one.",
                yesNo
            ),
            ("capacities", "If yes, in what capacities?", sheet.capacities),
            (
                "outlets",
                "2. Do people who use your services have a way to give feedback and hear what came of it?",
                ["No", "Yes. How many ways? ____"]
            ),
            ("board", "3. Do you have an advisory board of people who use your services?", yesNo),
            ("practices_assessed", "4. Have you assessed your practices for stigma?", yesNo),
            ("services", "5. Which of these services do you offer?", sheet.services + ["None of these"]),
        ]
        let about = About(title: "Where we stand", subtitle: sheet.organization)
        let thanks =
            "\(sheet.program) asks this once a year. Leave blank what you don't know. We count what all "
            + "organizations answer together. We name yours only if you agree."
        let ending = [
            "Who answered? \(boxed(["Leadership", "Staff", "People who use our services"]))", "Date: ____________",
            "May we name your organization with these answers? \(boxed(yesNo))",
        ]
        let blocks =
            [Document.Block.sentence(thanks)]
            + questions.flatMap { [.sentence($0.asked), .list($0.choices.map { "☐ \($0)" })] }
            + ending.map { .sentence($0) }
        let columns =
            [Column(key: "field", title: "Field"), Column(key: "question", title: "Question")]
            + [Column(key: "choices", title: "Choices")]
        let rows = questions.map { asked -> [Cell] in
            [.text(asked.key), .text(asked.asked), .text(asked.choices.joined(separator: ";"))]
        }
        return Document(
            title: "\(about.title) — \(sheet.organization)",
            about: about,
            blocks: blocks,
            data: [
                "organization": .string(sheet.ref),
                "questions": .array(
                    questions.map { asked in
                        [
                            "field": .string(asked.key), "question": .string(asked.asked),
                            "choices": .array(asked.choices.map { .string($0) }),
                        ]
                    }
                ),
            ],
            rows: Table(columns: columns, rows: rows)
        )
    }

    private static let yesNo = ["Yes", "No"]

    private static func boxed(_ words: [String]) -> String { words.map { "☐ \($0)" }.joined(separator: "  ") }
}
