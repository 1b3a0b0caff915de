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
        let said = try text == "-" ? TextInput("-").text.trimmed : text
        let answer = try common.change("heard") { store in
            let outlet = try store.find(.outlet, outlet)
            let day = try store.dayDone(on)
            let item = try store.hear(
                outlet,
                said,
                kind: kind,
                received: day,
                reachable: reachable,
                mayPost: try read("may_post", mayPost, store).map { $0.canonical == "yes" },
                codes: try read("codes", codes, store)
            )
            let due = try store.dueDays(ofFeedback: item.id).map { due in
                reachable
                    ? " To acknowledge by \(due.acknowledge), to answer by \(due.answer)."
                    : " To answer by \(due.answer)."
            }
            return "Heard \(day) at \(outlet.ref): \(item.ref).\(due ?? "") Undo: groundwork undo"
        }
        try Output.answer(answer)
    }

    private func read(_ name: String, _ text: String?, _ store: Store) throws -> FieldValue? {
        guard let text, let field = Noun.feedback.type.field(named: name) else { return nil }
        return try store.value(field, text, Reading(place: .typed, makes: false))
    }
}

extension FeedbackKind: ExpressibleByArgument {}
