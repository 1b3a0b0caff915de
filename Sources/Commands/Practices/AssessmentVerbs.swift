import CommandLineKit
import Records
import Service

extension CriterionScore: ExpressibleByArgument {}

/// `assessment score REF CRITERION SCORE`
struct ScoreCriterion: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "score",
            abstract: "Score a criterion.",
            discussion: "Find the criteria's numbers with assessment show.",
            examples: [
                "groundwork assessment score harbor-practices 1 met",
                "groundwork assessment score last 4 not_applicable",
            ]
        )
    }

    @Argument(help: "The assessment's ref (or its first letters), or last.") var ref: String
    @Argument(help: "The criterion's number, or the start of its text.") var criterion: String
    @Argument(help: "The score.") var score: CriterionScore
    @OptionGroup var common: CommonOptions

    func run() throws {
        var operation = Service.ScoreCriterion()
        operation.ref = ref
        operation.criterion = criterion
        operation.score = score
        let scored = try common.perform(operation)
        let word = score.rawValue.replacing("_", with: " ")
        let rest = scored.left == 0 ? "Every criterion is scored." : "\(scored.left) left to score."
        try Output.stored("Scored: criterion \(scored.number) of \(scored.assessment.called), \(word).", rest)
        if let next = scored.next { Output.note(next.line) }
    }
}

/// `assessment complete REF [DAY]`
struct CompleteAssessment: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "complete",
            abstract: "Mark an assessment as completed. Its scores are then final.",
            examples: [
                "groundwork assessment complete harbor-practices",
                "groundwork assessment complete last 2026-11-10",
            ]
        )
    }

    @Argument(help: "The assessment's ref (or its first letters), or last.") var ref: String
    @Argument(help: ArgumentHelp("The date. Default: today.", valueName: "day")) var day: String?
    @OptionGroup var common: CommonOptions

    func run() throws {
        var operation = Service.CompleteAssessment()
        operation.ref = ref
        operation.day = day
        try Output.stored(try common.perform(operation).sentence("Completed"))
    }
}

/// `assessment action REF TEXT`
struct AddAction: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "action",
            abstract: "Add an action step to an assessment.",
            discussion:
                "The owner is a role, never a name. After its due date, it shows in groundwork due. Prints the new ref.",
            examples: [
                """
                groundwork assessment action harbor-practices "Ask people in private" --owner "clinic manager" \
                --due 2026-12-31
                """
            ]
        )
    }

    @Argument(help: "The assessment's ref (or its first letters), or last.") var assessment: String
    @Argument(help: "What should be done.") var text: String
    @Option(help: "Its ref. Default: made from the assessment's ref.") var ref: String?
    @Option(help: .field(.action, "owner")) var owner: String?
    @Option(help: .field(.action, "due")) var due: String?
    @OptionGroup var common: CommonOptions

    func run() throws {
        var operation = Service.AddAction()
        operation.assessment = assessment
        operation.due = due
        for (name, given) in ["text": text, "owner": owner, "ref": ref] { operation.fields[name] = given }
        try Output.added(try common.perform(operation))
    }
}
