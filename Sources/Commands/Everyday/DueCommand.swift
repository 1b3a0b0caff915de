import Calendar
import CommandLineKit
import Documents
import Glibc
import Records
import Service

/// `groundwork due`
struct DueCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "due",
            abstract: "List what needs action, oldest first.",
            examples: ["groundwork due", "groundwork due --format json"]
        )
    }

    @OptionGroup var output: OutputOptions
    @OptionGroup var common: CommonOptions

    func run() throws { try Self.list(output, common) }

    static func list(_ output: OutputOptions, _ common: CommonOptions) throws {
        let items = try common.perform(ListDue())
        let rows = items.map { item -> [Cell] in
            [.day(item.since.description), .text(item.what), .text(item.step.line)]
        }
        let columns = [
            Column(key: "since", title: "Since"), Column(key: "what", title: "Needs action"),
            Column(key: "command", title: "Command"),
        ]
        let table = Table(columns: columns, rows: rows)
        let document = Document.list(table, orSaying: "Nothing needs action.")
        try output.show(document.named("Needs action"), common)
    }
}

/// `groundwork` alone: what is due where there is a database, else help.
struct PlainCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "plain",
            abstract: "List what needs action, or show help.",
            shouldDisplay: false
        )
    }

    @OptionGroup var output: OutputOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        if common.database == nil, access(common.databasePath, F_OK) != 0, errno == ENOENT {
            let width = min(Environment.current.output.width ?? 80, 100)
            return try Output.write(Array(try Groundwork.helpText(width: width).utf8))
        }
        try DueCommand.list(output, common)
    }
}
