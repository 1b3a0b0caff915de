import CommandLineKit
import Records
import Service

/// `recommendation answer REF ANSWER`
struct AnswerRecommendation: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "answer",
            abstract: "Write down what the organization answered to a recommendation.",
            discussion: """
                Declining takes a reason. What was noted was replied to without a decision, and may be decided later.
                """,
            examples: [
                "groundwork recommendation answer pab-2026-11-12-1 accepted",
                "groundwork recommendation answer pab-2026-11-12-1 declined --reason \"The lease allows no Saturdays\"",
            ]
        )
    }

    @Argument(help: "The recommendation's ref, an unambiguous beginning of it, or last.") var recommendation: String
    @Argument(help: "What was answered.") var answer: RecommendationAnswer
    @Option(help: ArgumentHelp("Why.", valueName: "text")) var reason: String?
    @Option(help: .on("it was answered")) var on: String?
    @OptionGroup var common: CommonOptions

    func run() throws {
        let (found, day) = try common.change("recommendation answer") { store in
            let found = try store.find(.recommendation, recommendation)
            let day = try store.dayDone(on)
            try store.answer(recommendation: found, answer, reason: reason, on: day)
            return (found, day)
        }
        let accepted = answer == .accepted || answer == .partly
        let next = accepted ? " When it is done: groundwork recommendation implement \(found.ref)." : ""
        try Output.answer("Answered \(day): \(found.ref), \(answer.words).\(next) Undo: groundwork undo")
    }
}

/// `recommendation implement REF`
struct ImplementRecommendation: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "implement",
            abstract: "Note that what a recommendation asked for is done.",
            examples: ["groundwork recommendation implement pab-2026-11-12-1"]
        )
    }

    @Argument(help: "The recommendation's ref, an unambiguous beginning of it, or last.") var recommendation: String
    @Option(help: .on("it was done")) var on: String?
    @OptionGroup var common: CommonOptions

    func run() throws {
        let (found, day) = try common.change("recommendation implement") { store in
            let found = try store.find(.recommendation, recommendation)
            let day = try store.dayDone(on)
            try store.implement(recommendation: found, on: day)
            return (found, day)
        }
        try Output.answer("Implemented \(day): \(found.ref). Undo: groundwork undo")
    }
}

extension RecommendationAnswer: ExpressibleByArgument {
    /// The answer in a sentence.
    fileprivate var words: String { self == .partly ? "accepted in part" : rawValue }
}
