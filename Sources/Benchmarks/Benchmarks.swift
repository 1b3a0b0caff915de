import CommandLineKit

/// Measures Groundwork beside plain C, in turns and in one run, and ends with 1 where a ratio is above its threshold.
struct Benchmarks: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "benchmarks",
        abstract: "Measures Groundwork beside plain C, in turns and in one run, and prints ratios.",
        discussion:
            "Times depend on the machine and are judged by nobody; a median ratio above its threshold is (exit 1).",
        examples: ["benchmarks --quick", "benchmarks --only import --rows 100000"]
    )

    @Option(help: "How many attendances the record has; 1,000,000 unless given.") var rows: Int?
    @Option(help: "How often each job is done, in turns with its limit; 5 unless given.") var rounds: Int?
    @Flag(help: "100,000 rows and 3 rounds.") var quick = false
    @Option(help: "One job alone, by its name.") var only: String?
    @Option(help: .hidden) var importOnce: String?

    mutating func validate() throws {
        if let rows, rows < 1_000 { throw ValidationError("--rows must be 1,000 at least.") }
        if let rounds, rounds < 1 { throw ValidationError("--rounds must be 1 at least.") }
        if let only, Threshold.of(only) == nil {
            throw ValidationError("There is no job \(quoted(only)).", hint: Threshold.names.joined(separator: ", "))
        }
    }

    mutating func run() throws {
        if let folder = importOnce { return try PeakMemory.importOnce(in: folder) }
        let rows = rows ?? (quick ? 100_000 : 1_000_000)
        let rounds = rounds ?? (quick ? 3 : 5)
        let scratch = try Scratch()
        let suite = Suite(rows: rows, rounds: rounds, only: only)
        if try !suite.run(in: scratch) { throw ExitCode.findings }
    }
}
