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
        @Option(help: .field(.meeting, "present")) var present: String?
        @Option(help: .field(.meeting, "paid")) var paid: String?
        @Option(help: .field(.meeting, "declined_pay")) var declinedPay: String?
        @Option(help: .field(.meeting, "quorate"), completion: .field(.meeting, "quorate")) var quorate: String?
        @Option(help: .field(.meeting, "levels")) var levels: String?
        @Option(help: .field(.meeting, "cancelled"), completion: .field(.meeting, "cancelled")) var cancelled: String?
    }

    struct Filter: FilterOptions {
        @Option(help: .states(.meeting), completion: .states(.meeting)) var status: String?
        @Option(help: ArgumentHelp("Only of this board.", valueName: "ref")) var board: String?
        @Option(help: ArgumentHelp("From this day on.", valueName: "date")) var from: String?
        @Option(help: ArgumentHelp("Up to this day.", valueName: "date")) var to: String?
        @Option(help: ArgumentHelp("Only of this organization's boards.", valueName: "ref")) var organization: String?
    }
}

/// `groundwork meeting …`
struct MeetingCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "meeting",
            abstract: "Meetings of a board: how many were there and were paid, and what the board asked for.",
            examples: ["groundwork meeting add pab 2026-11-12 --present 6 --paid 6 --asked \"Open on Saturdays\""],
            subcommands: [
                AddMeeting.self, ListRecords<MeetingKind>.self, ShowRecord<MeetingKind>.self,
                EditRecord<MeetingKind>.self, RemoveRecord<MeetingKind>.self,
            ]
        )
    }

    @OptionGroup var common: CommonOptions
}
