import Calendar
import CommandLineKit
import Documents
import Records
import Service

/// `board seats BOARD --on DAY`
struct BoardSeats: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "seats",
            abstract: "Record what a board's seats are from a date on, or list them.",
            discussion: """
                Reports use the seats of each date, so a change today leaves earlier reports as they are. A number that \
                you don't give stays as it was. Give the same date again to correct it. Without any number, this lists \
                the seats from the first on.
                """,
            examples: [
                "groundwork board seats pab --on 2026-11-12 --filled-seats 9 --designated-filled 5",
                "groundwork board seats pab",
                "groundwork board seats pab --on 2026-11-12 --remove",
            ]
        )
    }

    /// The numbers that change from a day on.
    struct Fields: FieldOptions {
        static let noun = Noun.boardSeats
        @Option(help: .field(.boardSeats, "seats")) var seats: String?
        @Option(help: .field(.boardSeats, "voting_seats")) var votingSeats: String?
        @Option(name: [.customLong("designated"), .long], help: .field(.boardSeats, "designated_seats"))
        var designatedSeats: String?
        @Option(help: .field(.boardSeats, "filled_seats")) var filledSeats: String?
        @Option(help: .field(.boardSeats, "designated_filled")) var designatedFilled: String?
        @Option(help: .field(.boardSeats, "quorum")) var quorum: String?
        @Option(help: .field(.boardSeats, "meetings_per_year")) var meetingsPerYear: String?
    }

    @Argument(help: "The board's ref (or its first letters), or last.") var board: String
    @Option(help: .on("this starts")) var on: String?
    @Flag(help: "Remove what begins on that date.") var remove = false
    @OptionGroup(title: "Fields") var fields: Fields
    @OptionGroup var output: OutputOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        if on == nil, !remove, fields.texts.isEmpty { return try list() }
        var operation = SetBoardSeats()
        operation.board = board
        operation.on = on
        operation.fields = fields.texts
        operation.removes = remove
        let set = try common.perform(operation)
        let seats = "seats of \(set.board.called) from \(set.day.words)"
        switch set.done {
        case .removed: try Output.stored("Removed: \(seats).")
        case .stored(.unchanged): try Output.write("No change: the \(seats) are already recorded like that.")
        case .stored(.created), .stored(.updated): try Output.stored("Recorded: \(seats).")
        }
    }

    private func list() throws {
        var operation = ListBoardSeats()
        operation.board = board
        let listed = try common.perform(operation)
        try output.show(listed.document.named("Seats of \(listed.board.called)"), common)
    }
}
