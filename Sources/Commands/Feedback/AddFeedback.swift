import CommandLineKit
import Records
import Service

/// `feedback add OUTLET [TEXT]`: the words stand for `--outlet` and `--summary`.
struct AddFeedback: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "add",
            abstract: "Add an item of feedback with all its details.",
            discussion:
                "Give a summary, a kind or a code. For everyday use: groundwork heard OUTLET \"TEXT\". Prints the new ref.",
            examples: [
                "groundwork feedback add drop-in-box \"Longer hours on Fridays\" --kind suggestion --received 2026-11-10",
                "groundwork feedback add drop-in-box --kind thanks",
            ]
        )
    }

    @Argument(help: ArgumentHelp("The outlet (same as --outlet).", valueName: "outlet")) var outletWord: String?
    @Argument(help: "What people said (same as --summary).") var text: String?
    @Option(help: "Its ref. Default: made from the outlet and the date.") var ref: String?
    @OptionGroup(title: "Fields") var fields: FeedbackItemKind.Fields
    @OptionGroup var details: DetailsOption
    @OptionGroup var common: CommonOptions

    private var words: FieldWords { ["outlet": outletWord, "summary": text, "ref": ref] }

    mutating func validate() throws { try fields.refuse(twice: words) }

    func run() throws {
        let added = try common.perform(try AddRecord(fields, words: words, details: details))
        WordingRemark.note(added.remarks, on: added.found)
        try Output.added(added.found)
    }
}
