import CommandLineKit
import Records
import Service

/// `recommendation add BOARD TEXT`: the words stand for `--board` and `--text`.
struct AddRecommendation: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "add",
            abstract: "Add a recommendation from a board.",
            discussion: """
                It gets the date of its meeting, or today's date without one. The answer is due in 30 days, or on \
                --due. Prints the \
                new ref.
                """,
            examples: [
                "groundwork recommendation add pab \"Open on Saturdays\" --meeting pab-2026-11-12",
                "groundwork recommendation add pab \"A second restroom key\" --addressed-to \"site manager\"",
            ]
        )
    }

    @Argument(help: ArgumentHelp("The board (same as --board).", valueName: "board")) var boardWord: String?
    @Argument(help: ArgumentHelp("What it asks for (same as --text).", valueName: "text")) var text: String?
    @Option(help: "Its ref. Default: made from the meeting or the date.") var ref: String?
    @OptionGroup(title: "Fields") var fields: RecommendationKind.Fields
    @OptionGroup var details: DetailsOption
    @OptionGroup var common: CommonOptions

    private var words: FieldWords { ["board": boardWord, "text": text, "ref": ref] }

    mutating func validate() throws { try fields.refuse(twice: words) }

    func run() throws {
        let added = try common.perform(try AddRecord(fields, words: words, details: details))
        try Output.added(added.found)
    }
}
