import CommandLineKit
import Records
import Service

/// `meeting add BOARD DATE`
struct AddMeeting: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "add",
            abstract: "Add a board meeting.",
            discussion: """
                A meeting on a future date is planned. Add it again on or after that date to record that it was \
                held. Each --asked \
                becomes a recommendation that needs an answer. Prints the new ref.
                """,
            examples: [
                "groundwork meeting add pab 2026-11-12 --present 6 --paid 6 --asked \"Open on Saturdays\"",
                "groundwork meeting add pab today --present 5 --asked \"A second restroom key\" --addressed-to \"site manager\"",
            ]
        )
    }

    @Argument(help: "The board's ref (or its first letters), or last.") var board: String
    @Argument(help: "Date: today, yesterday, or 2026-11-12.") var date: String
    @Option(help: ArgumentHelp("What the board asked for. Repeat it for each recommendation.", valueName: "text"))
    var asked: [String] = []
    @Option(help: ArgumentHelp("The role that should answer.", valueName: "role"))
    var addressedTo: String?
    @Option(
        help: ArgumentHelp("When the answer is due. Default: 30 days after the meeting.", valueName: "date")
    )
    var due: String?
    @Option(help: "Its ref. Default: made from the board and the date.") var ref: String?
    @OptionGroup(title: "Fields") var fields: AddMeetingFields
    @OptionGroup var common: CommonOptions

    func run() throws {
        var operation = Service.AddMeeting()
        operation.board = board
        operation.date = date
        operation.asked = asked
        operation.addressedTo = addressedTo
        operation.due = due
        operation.fields = fields.texts
        operation.fields["ref"] = ref
        let added = try common.perform(operation)
        for recommendation in added.recommendations { Output.note("New recommendation: \(recommendation.ref)") }
        try Output.added(added.meeting)
    }
}

/// What is said of a meeting when it is added; its board and day stand before.
struct AddMeetingFields: FieldOptions {
    static let noun = Noun.meeting
    @Option(help: .field(.meeting, "planned")) var planned: String?
    @Option(help: .field(.meeting, "present")) var present: String?
    @Option(help: .field(.meeting, "paid")) var paid: String?
    @Option(help: .field(.meeting, "declined_pay")) var declinedPay: String?
    @Option(help: .field(.meeting, "quorate"), completion: .field(.meeting, "quorate")) var quorate: String?
    @Option(help: .field(.meeting, "levels")) var levels: String?
}
