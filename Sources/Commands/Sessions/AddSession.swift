import CommandLineKit
import Records
import Service

/// `session add [COURSE] [ORGANIZATION] [DATE]`: the words stand for the options of the same names.
struct AddSession: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "add",
            abstract: "Add a session.",
            discussion: """
                A session in the future is scheduled, and one in the past is held, unless you set --status. Minutes \
                come from the \
                course. Prints the new ref.
                """,
            examples: [
                "groundwork session add foundations cci 2026-12-01T14:00 --modality online",
                "groundwork session add --title \"Lunch talk\" --organization cci,harbor --starts 2026-12-02",
            ]
        )
    }

    @Argument(help: ArgumentHelp("The course (same as --course).", valueName: "course")) var courseWord: String?
    @Argument(help: ArgumentHelp("The organizations trained (same as --organization).", valueName: "organization"))
    var organizationWord: String?
    @Argument(help: "The date, with or without a time (same as --starts).") var date: String?
    @Option(help: "Its ref. Default: made from the date, organization and course.") var ref: String?
    @Flag(help: "Add courses and organizations that aren't on file yet.") var new = false
    @OptionGroup(title: "Fields") var fields: SessionKind.Fields
    @OptionGroup var details: DetailsOption
    @OptionGroup var common: CommonOptions

    private var words: FieldWords {
        ["course": courseWord, "organization": organizationWord, "starts": date, "ref": ref]
    }

    mutating func validate() throws { try fields.refuse(twice: words) }

    func run() throws {
        var operation = try AddRecord(fields, words: words, details: details)
        operation.makesNamed = new
        let added = try common.perform(operation)
        for record in added.made { record.say() }
        try Output.added(added.found)
    }
}
