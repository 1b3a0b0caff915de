import CommandLineKit
import Documents
import Reports

/// `groundwork batch …`
struct BatchCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "batch",
            abstract: "Make the reports of a plan into a folder, all from one moment.",
            discussion: """
                A plan is \(BatchPlan.shipped.map(\.name).joined(separator: ", ")), or a JSON file like those that \
                batch show prints. Run again over an unchanged database with the same --as-of, it changes nothing. Where \
                a report fails, the others are made, the exit code is 1, and manifest.json says which.
                """,
            examples: [
                "groundwork batch quarterly --period last-quarter -o q3",
                "groundwork batch show quarterly",
                "groundwork batch list",
            ],
            subcommands: [MakeBatch.self, ListPlans.self, ShowPlan.self],
            defaultSubcommand: MakeBatch.self
        )
    }

    @OptionGroup var common: CommonOptions
}

/// `batch list`
struct ListPlans: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "list",
            abstract: "List the plans that are there from the start.",
            examples: ["groundwork batch list"]
        )
    }

    @OptionGroup var output: OutputOptions
    @OptionGroup var common: CommonOptions

    func run() throws { try output.show(BatchPlan.list, common) }
}

/// `batch show PLAN`
struct ShowPlan: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "show",
            abstract: "Print a plan as JSON, to edit and run as your own.",
            examples: ["groundwork batch show quarterly > ours.json"]
        )
    }

    @Argument(help: "Which plan.", completion: .list(BatchPlan.shipped.map(\.name))) var plan: String
    @OptionGroup var common: CommonOptions

    func run() throws {
        guard let shipped = BatchPlan.named(plan) else { throw PlanWord.unknown(plan) }
        try Output.write(shipped.json.bytes())
    }
}

/// A plan as it is named on the command line: one that is shipped, else a file.
enum PlanWord {
    static func plan(_ word: String) throws -> BatchPlan {
        if let shipped = BatchPlan.named(word) { return shipped }
        let isPath = word == "-" || word.contains("/") || word.lowercased().hasSuffix(".json")
        do {
            let input = try TextInput(word, limit: BatchPlan.sizeLimit)
            return try BatchPlan(json: Array(input.text.utf8), name: input.name)
        } catch let failure where !isPath && Failure(failure).code == .noInput {
            throw unknown(word)
        }
    }

    static func unknown(_ word: String) -> ValidationError {
        let names = BatchPlan.shipped.map(\.name)
        let near = nearest(word, among: names).map { " Did you mean \(quoted($0))?" } ?? ""
        return ValidationError(
            "There is no plan \(quoted(word)).\(near)",
            hint: "See them all: groundwork batch list"
        )
    }
}

extension Failure {
    /// What is wrong with a plan, where, and what may stand there.
    init(plan problem: PlanProblem) {
        let start = [problem.plan, problem.place].filter { !$0.isEmpty }.joined(separator: ": ")
        let nothing = "Nothing was made."
        func near(_ word: String, _ known: [String]) -> String {
            nearest(word, among: known).map { " Did you mean \(quoted($0))?" } ?? ""
        }
        switch problem.kind {
        case .unknown(let word, let what, let known):
            let words = "\(start): there is no \(what) \(quoted(word)).\(near(word, known))"
            self.init(words, advice: "It is one of \(known.joined(separator: ", ")). \(nothing)", code: .dataError)
        case .noOrganization(let ref, let known):
            let words = "\(start): there is no organization \(quoted(ref)).\(near(ref, known))"
            self.init(words, advice: "\(nothing) See them: groundwork organization list", code: .noInput)
        case .other(let what):
            let advice = "\(nothing) For an example: groundwork batch show quarterly"
            self.init("\(start): \(what)", advice: advice, code: .dataError)
        }
    }
}
