import CommandLineKit
import Service

/// `groundwork demo`
struct DemoCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "demo",
            abstract: "Create a sample program with two years of made-up trainings.",
            examples: ["groundwork demo --database demo.db"]
        )
    }

    @Option(help: ArgumentHelp("The same number gives the same sample on the same day.", valueName: "n")) var seed = 1
    @OptionGroup var common: CommonOptions

    mutating func validate() throws {
        if seed < 0 { throw ValidationError("--seed is negative. Use 0 or more.") }
    }

    func run() throws {
        var operation = MakeSample()
        operation.seed = seed
        _ = try common.perform(operation)
        let path = Environment.current.shown(common.databasePath)
        let option = common.database == nil ? "" : " --database \(path)"
        try Output.answer(
            "Created \(path) with a sample program. Everyone in it is made up.",
            "Next: groundwork report scorecard --period last-fiscal-year\(option)"
        )
    }
}
