import CommandLineKit
import Records
import Service

/// Designated positions, on the command line.
enum PositionKind: RecordKind {
    typealias Filter = PositionFilter
    static let words = "position"
    static let shown = ["ref", "organization", "capacity", "paid", "fte", "filled_from", "filled_to", "closed"]
    static let sample = "outreach"
    static let change = "--fte 0.5"

    struct Fields: FieldOptions {
        static let noun = Noun.position
        @Option(help: .field(.position, "organization")) var organization: String?
        @Option(help: .field(.position, "capacity")) var capacity: String?
        @Option(help: .field(.position, "paid")) var paid: String?
        @Option(help: .field(.position, "fte")) var fte: String?
        @Option(help: .field(.position, "authorized")) var authorized: String?
        @Option(help: .field(.position, "closed")) var closed: String?
        @Option(help: .field(.position, "filled_from")) var filledFrom: String?
        @Option(help: .field(.position, "filled_to")) var filledTo: String?
    }
}

/// The filters of positions.
struct PositionFilter: FilterOptions {
    @Option(help: ArgumentHelp("Only this organization.", valueName: "ref")) var organization: String?
    @Flag(help: .condition(.position, "filled")) var filled = false
    @Flag(help: .condition(.position, "vacant")) var vacant = false
    @Option(help: .states(.position), completion: .states(.position)) var status: String?
}

/// `groundwork position …`
struct PositionCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "position",
            abstract: "Manage designated positions: paid or not, and when they were filled.",
            discussion: """
                Designated positions are for people with lived or living experience of drug use. Groundwork never \
                records which of the \
                two, or who holds a position.
                """,
            examples: [
                "groundwork position add outreach --paid yes --fte 0.5 --ref outreach",
                "groundwork position fill outreach 2026-11-01",
            ],
            subcommands: [
                AddPosition.self, ListRecords<PositionKind>.self, ShowRecord<PositionKind>.self,
                EditRecord<PositionKind>.self, FillPosition.self, VacatePosition.self, ClosePosition.self,
                RemoveRecord<PositionKind>.self,
            ]
        )
    }

    @OptionGroup var common: CommonOptions
}

/// `position add CAPACITY`
struct AddPosition: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "add",
            abstract: "Add a designated position.",
            discussion: """
                For the capacity, use one of: direct service, outreach, training, evaluation, supervision, \
                management, governance. A \
                job title such as outreach worker also works. Prints the new ref.
                """,
            examples: [
                "groundwork position add outreach --paid yes --fte 0.5 --ref outreach",
                "groundwork position add \"Peer navigator\" --paid yes --authorized 2026-07-01",
            ]
        )
    }

    @Argument(help: "The capacity, such as outreach. Never a name.") var capacity: String
    @Option(help: "Its ref. Default: made from the organization and the capacity.") var ref: String?
    @OptionGroup(title: "Fields") var fields: PositionKind.Fields
    @OptionGroup var common: CommonOptions

    private var words: FieldWords { ["capacity": capacity, "ref": ref] }

    mutating func validate() throws { try fields.refuse(twice: words) }

    func run() throws {
        try Output.added(try common.perform(try AddRecord(fields, words: words)).found)
    }
}
