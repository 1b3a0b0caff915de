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

    mutating func validate() throws {
        for (word, option, name) in [
            (courseWord, fields.course, "course"), (organizationWord, fields.organization, "organization"),
            (date, fields.starts, "starts"),
        ] where word != nil && option != nil {
            throw ValidationError("The \(name) is given twice, as a word and as --\(name).")
        }
    }

    func run() throws {
        var operation = AddRecord(.session)
        for (name, text) in try details.read() { operation.fields[name] = text }
        let words = ["course": courseWord, "organization": organizationWord, "starts": date, "ref": ref]
        operation.fields.merge(words.compactMapValues { $0 }) { $1 }
        operation.fields.merge(fields.texts) { $1 }
        operation.makesNamed = new
        let added = try common.perform(operation)
        for record in added.made { record.say() }
        try Output.answer(added.found.ref)
    }
}
