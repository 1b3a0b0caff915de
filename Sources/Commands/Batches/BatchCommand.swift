import CommandLineKit
import Documents
import Reports
import Service

/// `groundwork batch …`
struct BatchCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "batch",
            abstract: "Make a set of reports in a folder, all from the same moment.",
            discussion: """
                A plan is \(BatchPlan.shipped.map(\.name).joined(separator: ", ")), or a JSON file like the one that \
                batch show prints. Running it again on an unchanged database with the same --as-of changes nothing. \
                If a report fails, the others are still made, the exit code is 1, and manifest.json says which failed.
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
            abstract: "List the built-in plans.",
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

    @Argument(help: "The plan to print.", completion: .list(BatchPlan.shipped.map(\.name))) var plan: String
    @OptionGroup var common: CommonOptions

    func run() throws {
        try Output.write(try PlanChoice.shipped(plan).plan().json.bytes())
    }
}

extension PlanChoice {
    /// A plan as it is named on the command line: one that is shipped, else a file.
    init(typed word: String) throws {
        if BatchPlan.named(word) != nil {
            self = .shipped(word)
            return
        }
        let isPath = word == "-" || word.contains("/") || word.lowercased().hasSuffix(".json")
        do {
            let input = try TextInput(word, limit: BatchPlan.sizeLimit)
            self = .written(Array(input.text.utf8), name: input.name)
        } catch let failure where !isPath && Failure(failure).code == .noInput {
            self = .shipped(word)
        }
    }
}
