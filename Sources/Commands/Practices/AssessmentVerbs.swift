import CommandLineKit
import Records
import Service

extension CriterionScore: ExpressibleByArgument {}

/// `assessment score REF CRITERION SCORE`
struct ScoreCriterion: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "score",
            abstract: "Say how far a criterion is met.",
            discussion: "The numbers of the criteria stand in assessment show.",
            examples: [
                "groundwork assessment score harbor-practices 1 met",
                "groundwork assessment score last 4 not_applicable",
            ]
        )
    }

    @Argument(help: "The assessment's ref, an unambiguous beginning of it, or last.") var ref: String
    @Argument(help: "The criterion's number, or the beginning of its text.") var criterion: String
    @Argument(help: "How far it is met.") var score: CriterionScore
    @OptionGroup var common: CommonOptions

    func run() throws {
        var operation = Service.ScoreCriterion()
        operation.ref = ref
        operation.criterion = criterion
        operation.score = score
        let scored = try common.perform(operation)
        let word = score.rawValue.replacing("_", with: " ")
        let rest = scored.left == 0 ? "Every criterion is scored." : "\(scored.left) left to score."
        try Output.stored("\(scored.assessment.ref) \(scored.number): \(word).", rest)
        if let next = scored.next { Output.note(next.line) }
    }
}

/// `assessment complete REF [DAY]`
struct CompleteAssessment: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "complete",
            abstract: "Say that an assessment is completed; its scores stand from then on.",
            examples: [
                "groundwork assessment complete harbor-practices",
                "groundwork assessment complete last 2026-11-10",
            ]
        )
    }

    @Argument(help: "The assessment's ref, an unambiguous beginning of it, or last.") var ref: String
    @Argument(help: ArgumentHelp("The day; today unless given.", valueName: "day")) var day: String?
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
            abstract: "Write down a step that follows from an assessment, and print its ref.",
            discussion: "The owner is a role, never a name. Past its day it stands in groundwork due until it is done.",
            examples: [
                """
                groundwork assessment action harbor-practices "Ask people in private" --owner "clinic manager" \
                --due 2026-12-31
                """
            ]
        )
    }

    @Argument(help: "The assessment's ref, an unambiguous beginning of it, or last.") var assessment: String
    @Argument(help: "What is to be done.") var text: String
    @Option(help: "Its ref; made from the assessment's unless given.") var ref: String?
    @Option(help: .field(.action, "owner")) var owner: String?
    @Option(help: .field(.action, "due")) var due: String?
    @OptionGroup var common: CommonOptions

    func run() throws {
        var operation = Service.AddAction()
        operation.assessment = assessment
        operation.due = due
        for (name, given) in ["text": text, "owner": owner, "ref": ref] { operation.fields[name] = given }
        try Output.answer(try common.perform(operation).ref)
    }
}
