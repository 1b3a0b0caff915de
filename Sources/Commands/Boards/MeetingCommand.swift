import CommandLineKit
import Records

/// Meetings of boards, on the command line.
enum MeetingKind: RecordKind {
    static let words = "meeting"
    static let shown = ["ref", "planned", "held", "present", "paid", "declined_pay", "quorate"]
    static let sample = "pab-2026-11-12"
    static let change = "--levels \"opening hours:collaborate\""

    struct Fields: FieldOptions {
        static let noun = Noun.meeting
        @Option(help: .field(.meeting, "board")) var board: String?
        @Option(help: .field(.meeting, "planned")) var planned: String?
        @Option(help: .field(.meeting, "held")) var held: String?
        @Option(help: .field(.meeting, "filled_seats")) var filledSeats: String?
        @Option(help: .field(.meeting, "present")) var present: String?
        @Option(help: .field(.meeting, "paid")) var paid: String?
        @Option(help: .field(.meeting, "declined_pay")) var declinedPay: String?
        @Option(help: .field(.meeting, "quorate"), completion: .field(.meeting, "quorate")) var quorate: String?
        @Option(help: .field(.meeting, "levels")) var levels: String?
        @Option(help: .field(.meeting, "cancelled"), completion: .field(.meeting, "cancelled")) var cancelled: String?
    }

    struct Filter: FilterOptions {
        @Option(help: .states(.meeting), completion: .states(.meeting)) var status: String?
        @Option(help: ArgumentHelp("Only this board.", valueName: "ref")) var board: String?
        @Option(help: ArgumentHelp("On or after this date.", valueName: "date")) var from: String?
        @Option(help: ArgumentHelp("On or before this date.", valueName: "date")) var to: String?
        @Option(help: ArgumentHelp("Only boards of this organization.", valueName: "ref")) var organization: String?
    }
}

/// `groundwork meeting …`
struct MeetingCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "meeting",
            abstract: "Manage board meetings: who was there and paid (as counts), and what the board asked for.",
            examples: ["groundwork meeting add pab 2026-11-12 --present 6 --paid 6 --asked \"Open on Saturdays\""],
            subcommands: [
                AddMeeting.self, ListRecords<MeetingKind>.self, ShowRecord<MeetingKind>.self,
                EditRecord<MeetingKind>.self, RemoveRecord<MeetingKind>.self,
            ]
        )
    }

    @OptionGroup var common: CommonOptions
}
