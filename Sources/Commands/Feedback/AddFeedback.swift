import CommandLineKit
import Records
import Service

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

    private var words: FieldWords { ["outlet": outletWord, "summary": text, "ref": ref] }

    mutating func validate() throws { try fields.refuse(twice: words) }

    func run() throws {
        let added = try common.perform(try AddRecord(fields, words: words, details: details))
        WordingRemark.note(added.remarks, on: added.found)
        try Output.answer(added.found.ref)
    }
}
