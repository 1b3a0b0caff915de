import CommandLineKit
import Records
import Service

/// Participant advisory boards, on the command line.
enum BoardKind: RecordKind {
    typealias Filter = OrganizationFilter
    static let words = "board"
    static let shown = ["ref", "title", "seats", "designated_seats", "filled_seats", "designated_filled"]
    static let sample = "pab"
    static let change = "--filled-seats 7 --designated-filled 5"

    struct Fields: FieldOptions {
        static let noun = Noun.board
        @Option(help: .field(.board, "organization")) var organization: String?
        @Option(help: .field(.board, "title")) var title: String?
        @Option(help: .field(.board, "seats")) var seats: String?
        @Option(help: .field(.board, "voting_seats")) var votingSeats: String?
        @Option(name: [.customLong("designated"), .long], help: .field(.board, "designated_seats"))
        var designatedSeats: String?
        @Option(help: .field(.board, "filled_seats")) var filledSeats: String?
        @Option(help: .field(.board, "designated_filled")) var designatedFilled: String?
        @Option(help: .field(.board, "quorum")) var quorum: String?
        @Option(help: .field(.board, "meetings_per_year")) var meetingsPerYear: String?
        @Option(help: .field(.board, "yardstick"), completion: .field(.board, "yardstick")) var yardstick: String?
        @Option(help: .field(.board, "since")) var since: String?
    }
}

/// `groundwork board …`
struct BoardCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "board",
            abstract: "Manage participant advisory boards: seat counts, never who holds a seat.",
            discussion: """
                Designated seats are for people with lived or living experience of drug use. Groundwork never \
                records which of the \
                two, or who.
                """,
            examples: [
                "groundwork board add pab --title \"Participant advisory board\" --seats 9 --designated 5"
            ],
            subcommands: [
                AddBoard.self, ListRecords<BoardKind>.self, ShowRecord<BoardKind>.self, EditRecord<BoardKind>.self,
                RemoveRecord<BoardKind>.self, BoardSeats.self,
            ]
        )
    }

    @OptionGroup var common: CommonOptions
}

/// `board add REF --title TITLE`
struct AddBoard: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "add",
            abstract: "Add a board.",
            examples: [
                "groundwork board add pab --title \"Participant advisory board\" --seats 9 --designated 5",
                "groundwork board add youth --title \"Youth board\" --seats 6 --quorum 4 --meetings-per-year 6",
            ]
        )
    }

    @Argument(help: "A short ref for it.") var ref: String
    @OptionGroup(title: "Fields") var fields: BoardKind.Fields
    @OptionGroup var common: CommonOptions

    func run() throws {
        try Output.added(try common.perform(try AddRecord(fields, words: ["ref": ref])).found)
    }
}
