import CommandLineKit
import Records
import Service

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

    @Argument(help: ArgumentHelp("The board, as --board.", valueName: "board")) var boardWord: String?
    @Argument(help: ArgumentHelp("What it asks for, as --text.", valueName: "text")) var text: String?
    @Option(help: "Its ref; made from the meeting or the day unless given.") var ref: String?
    @OptionGroup(title: "Fields") var fields: RecommendationKind.Fields
    @OptionGroup var details: DetailsOption
    @OptionGroup var common: CommonOptions

    private var words: FieldWords { ["board": boardWord, "text": text, "ref": ref] }

    mutating func validate() throws { try fields.refuse(twice: words) }

    func run() throws {
        let added = try common.perform(try AddRecord(fields, words: words, details: details))
        try Output.answer(added.found.ref)
    }
}
