import CommandLineKit
import Documents
import Records
import Service

extension FormTables.Sheet: ExpressibleByArgument {}

/// `form items`
struct ListItems: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "items",
            abstract: "List ready-made items for a survey sheet.",
            discussion: "These items are in the public domain (CC0). They have not been validated.",
            examples: [
                "groundwork form items", "groundwork form items --format csv -o survey.csv",
                "groundwork form items --sheet choices --format csv -o choices.csv",
            ]
        )
    }

    @Option(help: "Which sheet to print.") var sheet = FormTables.Sheet.survey
    @OptionGroup var output: OutputOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        try output.show(.list(sheet.table(of: ItemBank.form)), common)
        if output.chosen == .table, sheet == .survey {
            Output.note(
                "Our own items (CC0, not validated). To see their choices: groundwork form items --sheet choices"
            )
        }
    }
}

/// `form instruments`
struct ListInstruments: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "instruments",
            abstract: "List published scales that a scales sheet can name (no item text).",
            discussion: """
                Get the item text from your own copy. If a scale names its instrument, Groundwork checks the number \
                of items and \
                their range.
                """,
            examples: ["groundwork form instruments"]
        )
    }

    @OptionGroup var output: OutputOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        let columns = [
            Column(key: "code", title: "Code"), Column(key: "title", title: "Title"),
            Column(key: "items", title: "Items", alignment: .right),
            Column(key: "min", title: "Min", alignment: .right),
            Column(key: "max", title: "Max", alignment: .right), Column(key: "direction", title: "Direction"),
            Column(key: "citation", title: "Citation"), Column(key: "rights", title: "Rights"),
        ]
        let rows = Instrument.all.map { instrument -> [Cell] in
            [
                .text(instrument.code), .text(instrument.title), .whole(instrument.items),
                .whole(instrument.range?.lowerBound), .whole(instrument.range?.upperBound),
                .text(instrument.direction?.rawValue.replacingUnderscores), .text(instrument.citation),
                .text(instrument.rights),
            ]
        }
        try output.show(.list(Table(columns: columns, rows: rows)), common)
    }
}
