import Calendar
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
        let (found, scored, left, isOpen) = try common.change("assessment score") { store in
            let found = try store.find(.assessment, ref)
            let chosen = try store.criterion(of: found, criterion)
            try store.score(found, chosen, score)
            let left = try store.criteria(of: found).count { $0.score == nil }
            return (found, chosen, left, try store.completion(of: found) == nil)
        }
        let word = score.rawValue.replacing("_", with: " ")
        let rest = left == 0 ? "Every criterion is scored." : "\(left) left to score."
        try Output.answer("\(found.ref) \(scored.number): \(word). \(rest) Undo: groundwork undo")
        if left == 0, isOpen { Output.note("Complete it: groundwork assessment complete \(found.ref)") }
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
        let (found, on) = try common.change("assessment complete") { store in
            let found = try store.find(.assessment, ref)
            let on = try day.map { try store.day($0, for: "day") } ?? store.today
            try store.complete(assessment: found, on: on)
            return (found, on)
        }
        try Output.answer("Completed \(on): \(found.ref). Undo: groundwork undo")
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
        let added = try common.change("assessment action") { store in
            var draft = Draft(["text": .text(text)])
            draft["assessment"] = .record(try store.find(.assessment, assessment))
            draft["ref"] = ref.map { .text($0) }
            draft["owner"] = owner.map { .text($0) }
            draft["due"] = try due.map { .text(try store.day($0, for: "due").description) }
            return try store.add(Noun.action.type, draft)
        }
        try Output.answer(added.ref)
    }
}
