import CommandLineKit
import Records
import Service

/// `meeting add BOARD DATE`
struct AddMeeting: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "add",
            abstract: "Add a meeting of a board and print its ref.",
            discussion: """
                A meeting on a day to come is a planned one; added again when its day has come, it was held. What the board \
                asked for becomes a recommendation each, which waits for an answer.
                """,
            examples: [
                "groundwork meeting add pab 2026-11-12 --present 6 --paid 6 --asked \"Open on Saturdays\"",
                "groundwork meeting add pab today --present 5 --asked \"A second restroom key\" --addressed-to \"site manager\"",
            ]
        )
    }

    @Argument(help: "The board's ref, an unambiguous beginning of it, or last.") var board: String
    @Argument(help: "today, yesterday, or a date such as 2026-11-12.") var date: String
    @Option(help: ArgumentHelp("What the board asked for; once for each recommendation.", valueName: "text"))
    var asked: [String] = []
    @Option(help: ArgumentHelp("The role that is to answer what was asked.", valueName: "role"))
    var addressedTo: String?
    @Option(
        help: ArgumentHelp("By when it is to be answered; 30 days after the meeting unless given.", valueName: "date")
    )
    var due: String?
    @Option(help: "Its ref; made from the board and the day unless given.") var ref: String?
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
        try Output.answer(added.meeting.ref)
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
