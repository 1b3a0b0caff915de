import Calendar
import CommandLineKit
import Records
import Service

/// `groundwork heard OUTLET "TEXT"`
struct HeardCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "heard",
            abstract: "Record feedback: the outlet, and what people said.",
            discussion: """
                Leave out names. Groundwork never records who said it, only whether you can reach them with an answer.
                """,
            examples: [
                "groundwork heard drop-in-box \"No vein care supplies on Fridays\"",
                "groundwork heard drop-in-box \"The waiting room was kind today\" --kind thanks --on yesterday",
                "groundwork heard drop-in-box - --reachable < note.txt",
            ]
        )
    }

    @Argument(help: "The outlet's ref (or its first letters), or last.") var outlet: String
    @Argument(help: "What people said, in a sentence. Use - for standard input.") var text: String
    @Option(help: "The kind of feedback.") var kind: FeedbackKind?
    @Option(help: .on("it was received")) var on: String?
    @Flag(help: "You can reach the person, and they expect to hear back.") var reachable = false
    @Option(help: .field(.feedback, "may_post"), completion: .field(.feedback, "may_post")) var mayPost: String?
    @Option(help: .field(.feedback, "codes")) var codes: String?
    @OptionGroup var common: CommonOptions

    func run() throws {
        var operation = HearFeedback()
        operation.outlet = outlet
        operation.text = try text == "-" ? TextInput("-").text.trimmed : text
        operation.kind = kind
        operation.on = on
        operation.reachable = reachable
        operation.fields["may_post"] = mayPost
        operation.fields["codes"] = codes
        let heard = try common.perform(operation)
        let due = heard.due.map { due in
            due.acknowledge.map { "Acknowledge by \($0.words), and answer by \(due.answer.words)." }
                ?? "Answer by \(due.answer.words)."
        }
        try Output.stored("Recorded: \(heard.item.found.calledWithRef).", due)
    }
}

extension FeedbackKind: ExpressibleByArgument {}
