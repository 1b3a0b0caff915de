import CommandLineKit
import Records
import Service

/// `groundwork heard OUTLET "TEXT"`
struct HeardCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "heard",
            abstract: "Write down what people told us: at which outlet, and what was said.",
            discussion: """
                Write down what was said, and nobody's name: who said it is never recorded, only whether they can be \
                reached for an answer.
                """,
            examples: [
                "groundwork heard drop-in-box \"No vein care supplies on Fridays\"",
                "groundwork heard drop-in-box \"The waiting room was kind today\" --kind thanks --on yesterday",
                "groundwork heard drop-in-box - --reachable < note.txt",
            ]
        )
    }

    @Argument(help: "The outlet's ref, an unambiguous beginning of it, or last.") var outlet: String
    @Argument(help: "What was said, in a sentence; - reads it from standard input.") var text: String
    @Option(help: "What kind of feedback it is.") var kind: FeedbackKind?
    @Option(help: .on("it was received")) var on: String?
    @Flag(help: "The giver can be reached, and is waiting to hear from us.") var reachable = false
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
            due.acknowledge.map { "To acknowledge by \($0), to answer by \(due.answer)." }
                ?? "To answer by \(due.answer)."
        }
        try Output.stored("Heard \(heard.item.day) at \(heard.outlet.ref): \(heard.item.found.ref).", due)
    }
}

extension FeedbackKind: ExpressibleByArgument {}
