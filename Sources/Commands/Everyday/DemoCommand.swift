import CommandLineKit
import Service

/// `groundwork demo`
struct DemoCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "demo",
            abstract: "Make a sample program to try things on: two years of trainings that never were.",
            examples: ["groundwork demo --database demo.db"]
        )
    }

    @Option(help: ArgumentHelp("The same number makes the same sample on the same day.", valueName: "n")) var seed = 1
    @OptionGroup var common: CommonOptions

    mutating func validate() throws {
        if seed < 0 { throw ValidationError("--seed: give a number from 0 on.") }
    }

    func run() throws {
        var operation = MakeSample()
        operation.seed = seed
        _ = try common.perform(operation)
        let path = Environment.current.shown(common.databasePath)
        let option = common.database == nil ? "" : " --database \(path)"
        try Output.answer(
            "Made \(path) with a sample program. Everybody in it is invented.",
            "Next: groundwork report scorecard --period last-fiscal-year\(option)"
        )
    }
}
