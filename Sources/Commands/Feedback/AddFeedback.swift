import CommandLineKit
import Records

/// `feedback add OUTLET [TEXT]`: the words stand for `--outlet` and `--summary`.
struct AddFeedback: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "add",
            abstract: "Add an item of feedback with all that is known of it, and print its ref.",
            discussion: "An item takes a summary, a kind or a code. Every day: groundwork heard OUTLET \"TEXT\".",
            examples: [
                "groundwork feedback add drop-in-box \"Longer hours on Fridays\" --kind suggestion --received 2026-11-10",
                "groundwork feedback add drop-in-box --kind thanks",
            ]
        )
    }

    @Argument(help: ArgumentHelp("The outlet, as --outlet.", valueName: "outlet")) var outletWord: String?
    @Argument(help: "What was said, as --summary.") var text: String?
    @Option(help: "Its ref; made from the outlet and the day unless given.") var ref: String?
    @OptionGroup(title: "Fields") var fields: FeedbackItemKind.Fields
    @OptionGroup var details: DetailsOption
    @OptionGroup var common: CommonOptions

    mutating func validate() throws {
        try Twice.refuse([("outlet", outletWord, fields.outlet), ("summary", text, fields.summary)])
    }

    func run() throws {
        let words = [("outlet", outletWord), ("summary", text), ("ref", ref)].compactMap { name, text in
            text.map { (name: name, text: $0) }
        }
        let given = try details.read() + words
        let (added, remarks) = try common.change("feedback add") { store in
            let draft = try fields.draft(store, Reading(place: .typed, makes: false), details: given)
            let added = try store.add(FeedbackItemKind.type, draft)
            return (added, try store.remarks(onFeedback: added.id, given: draft.values.keys))
        }
        WordingRemark.note(remarks, on: added)
        try Output.answer(added.ref)
    }
}

/// Something that was given as a word and as an option.
enum Twice {
    static func refuse(_ given: [(name: String, word: String?, option: String?)]) throws {
        for (name, word, option) in given where word != nil && option != nil {
            throw ValidationError("The \(name) is given twice, as a word and as --\(name).")
        }
    }
}
