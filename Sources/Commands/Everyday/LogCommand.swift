import Calendar
import CommandLineKit
import Records
import Service

/// `groundwork log COURSE ORGANIZATION[,ORGANIZATION…] DATE [COUNT]`
struct LogCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "log",
            abstract: "Log a training: course, organization, date, and how many came.",
            discussion: """
                Minutes and topics come from the course. A new organization or course is added for you, and \
                Groundwork tells you so. \
                A count without names is a complete record.
                """,
            examples: [
                "groundwork log foundations cci today 22",
                "groundwork log foundations cci,harbor 2026-11-10 --names sheet.txt --at 14:00 --modality online",
            ]
        )
    }

    @Argument(help: "The course, by ref or title.") var course: String
    @Argument(help: "The organization trained, by ref or title. Separate several with commas.") var organization: String
    @Argument(help: "Date: today, yesterday, or 2026-11-10.") var date: String
    @Argument(help: "How many people attended.") var count: Int?
    @Option(help: ArgumentHelp("A sign-in sheet, one name per line. Use - for standard input.", valueName: "file"))
    var names: String?
    @Option(help: ArgumentHelp("Start time, such as 14:00.", valueName: "time")) var at: String?
    @OptionGroup var fields: LogFields
    @Flag(help: "Add it as new, even if it looks like one you have.") var new = false
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
