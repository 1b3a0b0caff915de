import CommandLineKit
import Records
import Service

/// Targets, on the command line.
enum TargetKind: RecordKind {
    typealias Filter = OrganizationFilter
    static let words = "target"
    static let shown = ["metric", "period", "organization", "fund", "value"]
    static let sample = ""
    static let change = ""

    struct Fields: FieldOptions {
        static let noun = Noun.target
        @Option(help: .field(.target, "organization")) var organization: String?
        @Option(help: .field(.target, "fund")) var fund: String?
    }
}

/// `groundwork target …`
struct TargetCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "target",
            abstract: "Manage targets: the value to reach for a metric in a period.",
            examples: ["groundwork target add TR-01 FY2027 24", "groundwork target list"],
            subcommands: [AddTarget.self, ListRecords<TargetKind>.self, RemoveTarget.self]
        )
    }

    @OptionGroup var common: CommonOptions
}

/// `target add METRIC PERIOD VALUE`
struct AddTarget: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "add",
            abstract: "Set a target; replaces the same kind of target.",
            discussion: "Write a percentage as 90% or 0.9.",
            examples: [
                "groundwork target add TR-01 FY2027 24",
                "groundwork target add FB-05 2026-Q4 90% --fund \"County grant\"",
            ]
        )
    }

    @Argument(help: "The metric's id, such as TR-01.") var metric: String
    @Argument(help: "The period, such as FY2027 or 2026-Q4.") var period: String
    @Argument(help: "The value to reach.") var value: String
    @OptionGroup(title: "Fields") var fields: TargetKind.Fields
    @OptionGroup var common: CommonOptions

    func run() throws {
        var operation = SetTarget()
        operation.metric = metric
        operation.period = period
        operation.value = value
        operation.fields = fields.texts
        let set = try common.perform(operation)
        let words = "\(set.metric.id) \(set.metric.title), \(period): \(value)."
        switch set.stored {
        case .created: try Output.stored("Set: \(words)")
        case .updated: try Output.stored("Changed: \(words)")
        case .unchanged: try Output.write("No change: \(words)")
        }
    }
}

/// `target remove METRIC PERIOD`
struct RemoveTarget: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "remove",
            abstract: "Remove a target.",
            examples: ["groundwork target remove TR-01 FY2027"]
        )
    }

    @Argument(help: "The metric's id, such as TR-01.") var metric: String
    @Argument(help: "The period, such as FY2027 or 2026-Q4.") var period: String
    @OptionGroup(title: "Fields") var fields: TargetKind.Fields
    @OptionGroup var common: CommonOptions

    func run() throws {
        var operation = Service.RemoveTarget()
        operation.metric = metric
        operation.period = period
        operation.fields = fields.texts
        _ = try common.perform(operation)
        try Output.stored("Removed: the target for \(metric) in \(period).")
    }
}
