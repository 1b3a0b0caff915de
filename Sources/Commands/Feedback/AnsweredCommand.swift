import CommandLineKit
import Records
import Service

/// `groundwork answered ITEM "WHAT WE DID"`
struct AnsweredCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "answered",
            abstract: "Record what you did about feedback, and how people were told.",
            discussion: """
                Explaining why nothing could be done is an answer, too. Without --told, the item stays on the list \
                until people are \
                told. Pages for the board, funders and the public show it only in the words you give with --as.
                """,
            examples: [
                "groundwork answered last \"Ordered; on the shelf since 4 December\" --told poster --changed",
                "groundwork answered last \"Open until 8 pm now\" --told poster --as \"The door closed too early\"",
                "groundwork answered drop-in-box-2026-11-10 \"The lease allows no later hours; we asked again\"",
            ]
        )
    }

    @Argument(help: "The item's ref (or its first letters), or last.") var item: String
    @Argument(help: "What you did, in a sentence. Use - for standard input.") var words: String
    @Option(help: "How people were told.") var told: Telling?
    @Flag(help: "It led to a change.") var changed = false
    @Option(
        name: .customLong("as"),
        help: ArgumentHelp(
            "What people said, in words for everyone. Write same to use the item's own words.",
            valueName: "public wording"
        )
    )
    var wording: String?
    @Option(help: .on("it was answered")) var on: String?
    @OptionGroup var common: CommonOptions

    func run() throws {
        var operation = AnswerFeedback()
        operation.item = item
        operation.words = try words == "-" ? TextInput("-").text.trimmed : words
        operation.told = told
        operation.changed = changed
        operation.wording = wording
        operation.on = on
        let answered = try common.perform(operation)
        TellingRemark.note(answered.told, on: answered.item.found)
        WordingRemark.note(answered.remarks, on: answered.item.found)
        try Output.stored(
            answered.item.sentence("Answered"),
            told.map { "\($0.sentence.capitalizedFirst)." },
            told != nil && changed ? "It led to a change." : nil,
            answered.next?.sentence
        )
    }
}
