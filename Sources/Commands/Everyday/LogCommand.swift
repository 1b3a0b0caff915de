import Calendar
import CommandLineKit
import Records
import Service

/// `groundwork log COURSE ORGANIZATION[,ORGANIZATION…] DATE [COUNT]`
struct LogCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "log",
            abstract: "Write down a training that was held: which course, for whom, when, how many came.",
            discussion: """
                Minutes and topics come from the course. An organization or a course that is not known yet is made, and \
                said. A count without names is a full record of who came.
                """,
            examples: [
                "groundwork log foundations cci today 22",
                "groundwork log foundations cci,harbor 2026-11-10 --names sheet.txt --at 14:00 --modality online",
            ]
        )
    }

    @Argument(help: "The course: a ref or a title.") var course: String
    @Argument(help: "The organizations trained, separated by commas: refs or titles.") var organization: String
    @Argument(help: "today, yesterday, or a date such as 2026-11-10.") var date: String
    @Argument(help: "How many attendees were counted.") var count: Int?
    @Option(help: ArgumentHelp("A sign-in sheet, one name a line; - reads it from standard input.", valueName: "file"))
    var names: String?
    @Option(help: ArgumentHelp("When it began, such as 14:00.", valueName: "time")) var at: String?
    @OptionGroup var fields: LogFields
    @Flag(help: "A course or organization that looks like a known one is another one.") var new = false
    @OptionGroup var common: CommonOptions

    mutating func validate() throws { try count.map { try CountWord.check($0) } }

    func run() throws {
        var training = LogTraining()
        training.course = course
        training.organizations = organization.split(separator: ",").map { $0.trimmed }.filter { !$0.isEmpty }
        training.date = date
        training.count = count
        training.names = try names.map { try NameSheet(file: $0) }
        training.at = at
        training.fields = fields.texts
        training.new = new
        let logged = try common.perform(training)
        logged.say()
        try Output.answer(logged.answer)
    }
}

/// The fields of a session that `log` takes.
struct LogFields: FieldOptions {
    static let noun = Noun.session
    @Option(help: .field(.session, "minutes")) var minutes: String?
    @Option(help: .field(.session, "audience"), completion: .field(.session, "audience")) var audience: String?
    @Option(help: .field(.session, "modality"), completion: .field(.session, "modality")) var modality: String?
    @Option(help: .field(.session, "host")) var host: String?
}
