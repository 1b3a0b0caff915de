import CommandLineKit
import Records
import Service

/// `session add [COURSE] [ORGANIZATION] [DATE]`: the words stand for the options of the same names.
struct AddSession: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "add",
            abstract: "Add a session and print its ref.",
            discussion: """
                A session whose day has not come is scheduled; one whose day is over is held, unless --status says \
                otherwise. Minutes come from the course.
                """,
            examples: [
                "groundwork session add foundations cci 2026-12-01T14:00 --modality online",
                "groundwork session add --title \"Lunch talk\" --organization cci,harbor --starts 2026-12-02",
            ]
        )
    }

    @Argument(help: ArgumentHelp("The course, as --course.", valueName: "course")) var courseWord: String?
    @Argument(help: ArgumentHelp("The organizations trained, as --organization.", valueName: "organization"))
    var organizationWord: String?
    @Argument(help: "The day, with or without a time, as --starts.") var date: String?
    @Option(help: "Its ref; made from day, organization and course unless given.") var ref: String?
    @Flag(help: "Make courses and organizations that are not known yet.") var new = false
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
        try Output.answer(added.found.ref)
    }
}
