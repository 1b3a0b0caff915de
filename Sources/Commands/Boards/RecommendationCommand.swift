import CommandLineKit
import Records

/// Recommendations of boards, on the command line.
enum RecommendationKind: RecordKind {
    static let words = "recommendation"
    static let shown = ["ref", "text", "addressed_to", "due", "answer", "answered", "implemented"]
    static let sample = "pab-2026-11-12-1"
    static let change = "--addressed-to \"site manager\" --due 2026-12-20"

    struct Fields: FieldOptions {
        static let noun = Noun.recommendation
        @Option(help: .field(.recommendation, "board")) var board: String?
        @Option(help: .field(.recommendation, "meeting")) var meeting: String?
        @Option(help: .field(.recommendation, "made")) var made: String?
        @Option(help: .field(.recommendation, "text")) var text: String?
        @Option(help: .field(.recommendation, "addressed_to")) var addressedTo: String?
        @Option(help: .field(.recommendation, "due")) var due: String?
        @Option(help: .field(.recommendation, "answer"), completion: .field(.recommendation, "answer"))
        var answer: String?
        @Option(help: .field(.recommendation, "answered")) var answered: String?
        @Option(help: .field(.recommendation, "reason")) var reason: String?
        @Option(help: .field(.recommendation, "implemented")) var implemented: String?
        @Option(help: .field(.recommendation, "codes")) var codes: String?
    }

    struct Filter: FilterOptions {
        @Flag(help: .condition(.recommendation, "open")) var open = false
        @Flag(help: .condition(.recommendation, "pending")) var pending = false
        @Flag(help: .condition(.recommendation, "overdue")) var overdue = false
        @Flag(help: .condition(.recommendation, "answered")) var answered = false
        @Flag(help: .condition(.recommendation, "implemented")) var implemented = false
        @Option(help: ArgumentHelp("Made from this day on.", valueName: "date")) var from: String?
        @Option(help: ArgumentHelp("Made up to this day.", valueName: "date")) var to: String?
        @Option(help: ArgumentHelp("Only of this organization's boards.", valueName: "ref")) var organization: String?
    }
}

/// `groundwork recommendation …`
struct RecommendationCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "recommendation",
            abstract: "What a board asked for, what was answered, and whether it was done.",
            examples: [
                "groundwork recommendation list --overdue",
                "groundwork recommendation answer pab-2026-11-12-1 accepted",
            ],
            subcommands: [
                AddRecommendation.self, ListRecords<RecommendationKind>.self, ShowRecord<RecommendationKind>.self,
                EditRecord<RecommendationKind>.self, RemoveRecord<RecommendationKind>.self,
                AnswerRecommendation.self, ImplementRecommendation.self,
            ]
        )
    }

    @OptionGroup var common: CommonOptions
}

/// `recommendation add BOARD TEXT`: the words stand for `--board` and `--text`.
struct AddRecommendation: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "add",
            abstract: "Add a recommendation of a board and print its ref.",
            discussion: """
                It was made on the day of its meeting, or today where none is given, and waits for an answer for 30 days \
                unless --due says otherwise.
                """,
            examples: [
                "groundwork recommendation add pab \"Open on Saturdays\" --meeting pab-2026-11-12",
                "groundwork recommendation add pab \"A second restroom key\" --addressed-to \"site manager\"",
            ]
        )
    }

    @Argument(help: "The board, as --board.") var boardWord: String?
    @Argument(help: "What it asks for, as --text.") var words: String?
    @Option(help: "Its ref; made from the meeting or the day unless given.") var ref: String?
    @OptionGroup(title: "Fields") var fields: RecommendationKind.Fields
    @OptionGroup var details: DetailsOption
    @OptionGroup var common: CommonOptions

    mutating func validate() throws {
        try Twice.refuse([("board", boardWord, fields.board), ("text", words, fields.text)])
    }

    func run() throws {
        let words = [("board", boardWord), ("text", words), ("ref", ref)].compactMap { name, text in
            text.map { (name: name, text: $0) }
        }
        let given = try details.read() + words
        let added = try common.change("recommendation add") { store in
            var draft = try fields.draft(store, Reading(place: .commandLine, makes: false), details: given)
            if draft["made"] == nil, draft["meeting"] == nil { draft["made"] = .text(store.today.description) }
            return try store.add(RecommendationKind.type, draft)
        }
        try Output.answer(added.ref)
    }
}
