import CommandLineKit
import Records
import Service

/// `recommendation answer REF ANSWER`
struct AnswerRecommendation: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "answer",
            abstract: "Record the answer to a recommendation.",
            discussion: """
                To decline, give a --reason. Use noted for a reply without a decision, and decide later.
                """,
            examples: [
                "groundwork recommendation answer pab-2026-11-12-1 accepted",
                "groundwork recommendation answer pab-2026-11-12-1 declined --reason \"The lease allows no Saturdays\"",
            ]
        )
    }

    @Argument(help: "The recommendation's ref (or its first letters), or last.") var recommendation: String
    @Argument(help: "The answer.") var answer: RecommendationAnswer
    @Option(help: ArgumentHelp("The reason.", valueName: "text")) var reason: String?
    @Option(help: .on("it was answered")) var on: String?
    @OptionGroup var common: CommonOptions

    func run() throws {
        var operation = Service.AnswerRecommendation()
        operation.recommendation = recommendation
        operation.answer = answer
        operation.reason = reason
        operation.on = on
        let answered = try common.perform(operation)
        try Output.stored(
            answered.recommendation.sentence("Answered", ", \(answer.words)"),
            answered.next?.sentence
        )
    }
}

/// `recommendation implement REF`
struct ImplementRecommendation: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "implement",
            abstract: "Mark a recommendation as implemented.",
            examples: ["groundwork recommendation implement pab-2026-11-12-1"]
        )
    }

    @Argument(help: "The recommendation's ref (or its first letters), or last.") var recommendation: String
    @Option(help: .on("it was done")) var on: String?
    @OptionGroup var common: CommonOptions

    func run() throws {
        var operation = Service.ImplementRecommendation()
        operation.recommendation = recommendation
        operation.on = on
        try Output.stored(try common.perform(operation).sentence("Implemented"))
    }
}

extension RecommendationAnswer: ExpressibleByArgument {
    /// The answer in a sentence.
    fileprivate var words: String { self == .partly ? "accepted in part" : rawValue }
}
