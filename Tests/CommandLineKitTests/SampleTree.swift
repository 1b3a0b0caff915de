import CommandLineKit

/// A small program in the shape of Groundwork, for the tests of this module.
struct Sample: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sample",
        abstract: "Keeps the record of trainings.",
        examples: ["sample log foundations cci 2026-11-10 22"],
        version: "1.2.3",
        groupedSubcommands: [
            CommandGroup(name: "Every day", subcommands: [Log.self, Heard.self]),
            CommandGroup(name: "Records", subcommands: [Session.self, Organization.self]),
            CommandGroup(name: "Answers", subcommands: [Report.self, Secret.self]),
        ]
    )

    @OptionGroup(title: "Everywhere") var global: Global
}

struct Global: ParsableArguments {
    @Option(name: .shortAndLong, help: "The database.", completion: .file()) var database = "sample.db"
    @Option(help: ArgumentHelp("How long to wait for another writer.", valueName: "seconds"))
    var wait = 10
    @Flag(help: "Answer yes to every question") var yes = false

    mutating func validate() throws {
        if database.hasPrefix("file:") {
            throw ValidationError(
                "--database: \(quoted(database)) is a URI, not a path.",
                hint: "Write the path of the file alone."
            )
        }
    }
}

struct Log: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Records that a training was held.",
        discussion: """
            An organization or course that is not known yet is made, and said. A count stays a count: no names are kept.

            Minutes and topics come from the course.
            """,
        examples: [
            "sample log foundations cci 2026-11-10 22", "sample log foundations cci today --names - < sheet.txt",
        ]
    )

    @Argument(help: "The course.") var course: String
    @Argument(help: "The organization that was trained.") var organization: String
    @Argument(help: "The day: today, yesterday or ISO.") var date: String
    @Argument(help: "How many came.") var count: Int?
    @Option(
        help: ArgumentHelp("A list of names, one a line; - is standard input.", valueName: "file"),
        completion: .file()
    ) var names: String?
    @Option(help: "Instructional minutes.") var minutes: Int?
    @Option(name: [.customShort("a"), .long], help: "Who was trained.") var audience = Audience.staff
    @Flag(name: .shortAndLong, help: "Make what is not known.") var new = false
    @Flag(name: .short, help: "Say less.") var quiet = false
    @OptionGroup(title: "Everywhere") var global: Global

    mutating func validate() throws {
        if let count, count < 0 { throw ValidationError("COUNT: \(count) is below zero.") }
    }
}

enum Audience: String, ExpressibleByArgument, CaseIterable {
    case staff, community, board
}

struct Heard: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Records an item of feedback.",
        examples: ["sample heard drop-in-box \"No vein care on Fridays\""],
        aliases: ["feedback"]
    )

    @Argument(help: "The outlet.") var outlet: String
    @Argument(help: "What was said.") var text: String
    @OptionGroup(title: "Everywhere") var global: Global
}

struct Session: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Sessions.",
        subcommands: [SessionAdd.self, SessionList.self]
    )
}

struct SessionAdd: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Adds a session.",
        examples: ["sample session add foundations --starts 2026-11-10 --organization cci --organization harbor"]
    )

    @Argument(help: "The course.") var course: String
    @Option(help: "The first day.") var starts: String
    @Option(help: "Who was trained.") var organization: [String]
    @Option(
        help: "Parts held, as NUMBER=MINUTES.",
        transform: { word in
            guard word.contains("=") else { throw ValidationError("--topic: \(quoted(word)) has no \"=\".") }
            return word.split(separator: "=").map { String($0) }
        }
    ) var topic: [[String]] = []
}

struct SessionList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Lists sessions.",
        examples: ["sample session list --share 0.5"]
    )

    @Option(name: .shortAndLong, help: "The least share.") var share: Double = 0
    @Argument(help: "Only these.", completion: .file()) var refs: [String] = []
    @OptionGroup(title: "Everywhere") var global: Global
}

struct Organization: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Shows an organization.",
        examples: ["sample organization cci"]
    )

    @Argument(help: "Its ref.") var ref: String
    @Option(help: "Whose program.") var program: String?
}

struct Report: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Prints a report.",
        examples: ["sample report trainings --by organization", "sample report list"],
        subcommands: [ReportList.self, ReportPrint.self],
        defaultSubcommand: ReportPrint.self
    )
}

struct ReportList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Names the reports.",
        examples: ["sample report list"]
    )
}

struct ReportPrint: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "print",
        abstract: "Prints one.",
        shouldDisplay: false
    )

    enum Name: String, ExpressibleByArgument, CaseIterable { case trainings, attendance, reach }
    enum Division: String, ExpressibleByArgument, CaseIterable { case organization, course }

    @Argument(help: "The report.") var name: Name
    @Option(help: "What to divide by.") var by: Division?
    @OptionGroup(title: "Everywhere") var global: Global
}

struct Secret: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Not shown.", shouldDisplay: false)

    @Option(name: .customLong("seed"), help: .hidden) var number = 1
}
