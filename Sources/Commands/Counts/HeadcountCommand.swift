import CommandLineKit
import Records
import Service

/// Headcounts, on the command line.
enum HeadcountKind: RecordKind {
    typealias Filter = CountFilter
    static let words = "headcount"
    static let shown = ["session", "organization", "count", "scope", "category", "method"]
    static let sample = "2026-11-10-cci-foundations"
    static let change = ""

    struct Fields: FieldOptions {
        static let noun = Noun.headcount
        @Option(help: .field(.headcount, "organization")) var organization: String?
        @Option(help: .field(.headcount, "scope"), completion: .field(.headcount, "scope")) var scope: String?
        @Option(help: .field(.headcount, "category")) var category: String?
        @Option(help: .field(.headcount, "method"), completion: .field(.headcount, "method")) var method: String?
        @Option(help: .field(.headcount, "counted_by")) var countedBy: String?
    }
}

/// `groundwork headcount …`
struct HeadcountCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "headcount",
            abstract: "Manage attendance counts, without names.",
            examples: ["groundwork headcount set last 22"],
            subcommands: [SetHeadcount.self, ListRecords<HeadcountKind>.self, RemoveHeadcount.self]
        )
    }

    @OptionGroup var common: CommonOptions
}

/// `headcount set SESSION COUNT`
struct SetHeadcount: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "set",
            abstract:
                "Set how many attended; replaces the same kind of count.",
            examples: [
                "groundwork headcount set 2026-11-10-cci-foundations 22",
                "groundwork headcount set last 9 --organization cci --method estimated",
            ]
        )
    }

    @Argument(help: "The session's ref (or its first letters), or last.") var session: String
    @Argument(help: "How many attendees. Leave out facilitators and observers.") var count: Int
    @OptionGroup(title: "Fields") var fields: HeadcountKind.Fields
    @OptionGroup var common: CommonOptions

    mutating func validate() throws { try CountWord.check(count) }

    func run() throws {
        var operation = Service.SetHeadcount()
        operation.session = session
        operation.count = count
        operation.fields = fields.texts
        let counted = try common.perform(operation)
        let before = counted.replaced.map { " (was \($0))" } ?? ""
        try Output.stored(
            "Counted: \(counted.session.called), \(CountWord.people(count))\(before).",
            counted.isHeldNow ? "Marked as held." : nil
        )
    }
}

/// `headcount remove SESSION`
struct RemoveHeadcount: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "remove",
            abstract: "Remove a count.",
            examples: ["groundwork headcount remove 2026-11-10-cci-foundations --method estimated"]
        )
    }

    @Argument(help: "The session's ref (or its first letters), or last.") var session: String
    @OptionGroup(title: "Fields") var fields: HeadcountKind.Fields
    @OptionGroup var common: CommonOptions

    func run() throws {
        var operation = Service.RemoveHeadcount()
        operation.session = session
        operation.fields = fields.texts
        try Output.answer("Removed: a count of \(try common.perform(operation).called). Undo: groundwork undo")
    }
}
