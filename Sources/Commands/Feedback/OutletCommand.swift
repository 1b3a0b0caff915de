import CommandLineKit
import Records
import Service

/// Outlets for feedback, on the command line.
enum OutletKind: RecordKind {
    static let words = "outlet"
    static let shown = ["ref", "title", "channel", "owner", "opened", "reviewed", "closed"]
    static let sample = "drop-in-box"
    static let change = "--acknowledge-days 3 --resolve-days 14"

    struct Fields: FieldOptions {
        static let noun = Noun.outlet
        @Option(help: .field(.outlet, "organization")) var organization: String?
        @Option(help: .field(.outlet, "title")) var title: String?
        @Option(help: .field(.outlet, "channel")) var channel: String?
        @Option(help: .field(.outlet, "audience")) var audience: String?
        @Option(help: .field(.outlet, "anonymous"), completion: .field(.outlet, "anonymous")) var anonymous: String?
        @Option(help: .field(.outlet, "owner")) var owner: String?
        @Option(help: .field(.outlet, "opened")) var opened: String?
        @Option(help: .field(.outlet, "reviewed")) var reviewed: String?
        @Option(help: .field(.outlet, "closed")) var closed: String?
        @Option(help: .field(.outlet, "acknowledge_days")) var acknowledgeDays: String?
        @Option(help: .field(.outlet, "resolve_days")) var resolveDays: String?
        @Option(help: .field(.outlet, "working_days"), completion: .field(.outlet, "working_days"))
        var workingDays: String?
    }

    struct Filter: FilterOptions {
        @Option(help: ArgumentHelp("Only this organization.", valueName: "ref")) var organization: String?
        @Flag(help: .condition(.outlet, "open")) var open = false
        @Option(help: .states(.outlet), completion: .states(.outlet)) var status: String?
    }
}

/// `groundwork outlet …`
struct OutletCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "outlet",
            abstract: "Manage feedback outlets: where people can tell you things, and which role answers.",
            examples: ["groundwork outlet add \"Drop-in box\" --channel box --owner \"drop-in manager\""],
            subcommands: [
                AddTitled<OutletKind>.self, ListRecords<OutletKind>.self, ShowRecord<OutletKind>.self,
                EditRecord<OutletKind>.self, RemoveRecord<OutletKind>.self, ReviewOutlet.self, CloseOutlet.self,
            ]
        )
    }

    @OptionGroup var common: CommonOptions
}

/// `outlet review REF`
struct ReviewOutlet: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "review",
            abstract: "Record that you reviewed an outlet: do people know it, use it, and get answers?",
            examples: ["groundwork outlet review drop-in-box"]
        )
    }

    @Argument(help: "Its ref (or its first letters), or last.") var outlet: String
    @Option(help: .on("it was reviewed")) var on: String?
    @OptionGroup var common: CommonOptions

    func run() throws {
        var operation = Service.ReviewOutlet()
        operation.outlet = outlet
        operation.on = on
        try Output.stored(try common.perform(operation).sentence("Reviewed"))
    }
}

/// `outlet close REF`
struct CloseOutlet: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "close",
            abstract: "Close an outlet. Open feedback there still needs an answer.",
            examples: ["groundwork outlet close drop-in-box --on 2026-11-20"]
        )
    }

    @Argument(help: "Its ref (or its first letters), or last.") var outlet: String
    @Option(help: .on("it was closed")) var on: String?
    @OptionGroup var common: CommonOptions

    func run() throws {
        var operation = Service.CloseOutlet()
        operation.outlet = outlet
        operation.on = on
        let closed = try common.perform(operation)
        let items = CountWord.of(closed.open, "item still needs an answer", "items still need an answer")
        let rest = closed.open == 0 ? "No open items there." : "\(items): groundwork feedback list --open."
        try Output.stored(closed.outlet.sentence("Closed"), rest)
    }
}
