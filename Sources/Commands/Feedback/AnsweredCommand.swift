import CommandLineKit
import Records

/// `groundwork answered ITEM "WHAT WE DID"`
struct AnsweredCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "answered",
            abstract: "Write down what we did about an item of feedback, and how people were told.",
            discussion: """
                Without --told it stays on the list as done, not yet told. Saying why nothing could be done is an answer \
                too.
                """,
            examples: [
                "groundwork answered last \"Ordered; on the shelf since 4 December\" --told poster --changed",
                "groundwork answered drop-in-box-2026-11-10 \"The lease allows no later hours; we asked again\"",
            ]
        )
    }

    @Argument(help: "The item's ref, an unambiguous beginning of it, or last.") var item: String
    @Argument(help: "What was done, in a sentence; - reads it from standard input.") var words: String
    @Option(help: "How people were told.") var told: Telling?
    @Flag(help: "It led to a change.") var changed = false
    @Option(help: .on("it was answered")) var on: String?
    @OptionGroup var common: CommonOptions

    func run() throws {
        let said = try words == "-" ? TextInput("-").text.trimmed : words
        let (found, day, channel) = try common.change("answered") { store in
            let item = try store.find(.feedback, item)
            let day = try DayWord.on(on, store)
            try store.answer(feedback: item, said, told: told, changed: changed ? true : nil, on: day)
            let texts = try store.texts(FeedbackItemKind.type, item.id)
            return (item, day, texts["reachable"] == "yes" ? Telling.person : .poster)
        }
        if let told { told.warn(of: said) }
        let change = changed ? " It led to a change." : ""
        let telling =
            told.map { "\($0.sentence.capitalizedFirst).\(change)" }
            ?? "Not yet told: groundwork feedback told \(found.ref) \(channel)."
        try Output.answer("Answered \(day): \(found.ref). \(telling) Undo: groundwork undo")
    }
}
