import CommandLineKit
import Documents
import Records
import Service

/// `groundwork history [REF]`
struct HistoryCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "history",
            abstract: "Show who changed what, and when.",
            discussion: """
                Names, single answers and text that people wrote are shown as (not shown). To see them in a \
                terminal, use --identified.
                """,
            examples: ["groundwork history", "groundwork history 2026-11-10-cci-foundations --format json"]
        )
    }

    @Argument(help: "The ref of one record. Default: all records.") var ref: String?
    @Flag(help: "Show names, answers and text, too. Works in a terminal only.") var identified = false
    @OptionGroup var output: OutputOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        var operation = ListHistory()
        operation.ref = ref
        operation.identified = identified
        operation.isForEyes = output.isShown
        let lines = try common.perform(operation)
        let table = Table(columns: Self.columns, rows: lines.map(Self.cells))
        try output.show(Document.list(table).named("History"), common)
    }

    static let columns = ["entry", "at", "account", "command", "record", "change", "field", "from", "to"]
        .map { Column(key: $0) }

    static func cells(_ line: HistoryLine) -> [Cell] {
        let command = line.undoes.map { "\(line.command) of entry \($0)" } ?? line.command
        return [
            .whole(Int(line.number)), .text(line.at), .text(line.account), .text(command), .text(line.record),
            .text(line.change), .text(line.column), .text(line.old), .text(line.new),
        ]
    }
}
