import Calendar
import CommandLineKit
import Records

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
    @Argument(help: ArgumentHelp("What it asks for, as --text.", valueName: "text")) var words: String?
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
            var draft = try fields.draft(store, Reading(place: .typed, makes: false), details: given)
            if draft["made"] == nil, draft["meeting"] == nil { draft["made"] = .text(store.today.description) }
            return try store.add(RecommendationKind.type, draft)
        }
        try Output.answer(added.ref)
    }
}
