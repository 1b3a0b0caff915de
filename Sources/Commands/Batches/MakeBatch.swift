import Calendar
import CommandLineKit
import Files
import Measures
import Reports
import Service

/// `batch PLAN --period PERIOD -o FOLDER`
struct MakeBatch: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "make",
            abstract: "Make the reports of a plan.",
            discussion: "Write a period as \(Period.forms).",
            examples: ["groundwork batch quarterly --period last-quarter -o q3"],
            shouldDisplay: false
        )
    }

    @Argument(help: "The name of a plan, or a file with one.", completion: .file()) var plan: String
    @Option(help: ArgumentHelp("The period, such as last-quarter or FY2027.")) var period: String
    @Option(
        name: [.customShort("o"), .customLong("output")],
        help: ArgumentHelp("The folder for the files. It is created if needed.", valueName: "folder"),
        completion: .directory
    )
    var output: String
    @Option(help: ArgumentHelp("Who will read it, instead of the plan's own profile.")) var profile: Profile?
    @Option(
        help: ArgumentHelp(
            """
            Suppress counts of fewer people than this, instead of the profile's number.
            """,
            valueName: "k"
        )
    )
    var threshold: Int?
    @Option(help: ArgumentHelp("Report as of this date. Default: today.", valueName: "date")) var asOf: String?
    @OptionGroup var common: CommonOptions

    mutating func validate() throws {
        if let threshold, !MakeReport.thresholds.contains(threshold) {
            throw ValidationError("--threshold: \(threshold) is out of range. Use a number from 1 to 1000.")
        }
        if output == "-" {
            throw ValidationError("A batch makes several files.", hint: "Add a folder for them: -o FOLDER")
        }
    }

    func run() throws {
        let environment = Environment.current
        let progress = ProgressBar()
        let made = try common.perform(try operation(environment, progress))
        progress.clear()
        try report(made, environment)
    }

    private func operation(_ environment: Environment, _ progress: ProgressBar) throws -> Service.MakeBatch {
        var operation = Service.MakeBatch()
        operation.plan = try PlanChoice(typed: plan)
        // What is wrong with a plan is said before the record is opened.
        _ = try operation.plan.plan()
        (operation.period, operation.asOf) = (period, asOf)
        (operation.profile, operation.threshold) = (profile, threshold)
        operation.folder = environment.path(output)
        operation.rule = common.outputRule(reading: [plan])
        let (database, folder) = (environment.shown(common.databasePath), environment.path(output))
        operation.words = { error in
            let failure = Failure(DatabaseTrouble(error, path: database) ?? error)
            return failure.message.replacing("\(Self.shown(folder, environment))/", with: "")
        }
        operation.spoken = { $0.withCommands }
        operation.progress = { progress.draw($0.done, of: $0.total, $0.next) }
        return operation
    }

    /// The folder as messages have it.
    private static func shown(_ folder: String, _ environment: Environment) -> String {
        environment.shown(folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder)
    }

    private func report(_ made: MadeBatch, _ environment: Environment) throws {
        let files = made.manifest.files
        let failed = files.filter { $0.problem != nil }
        for file in failed.prefix(20) { Output.note("\(file.file): \(file.problem ?? "")") }
        if failed.count > 20 { Output.note("and \(failed.count - 20) more") }
        let folder = environment.shown(made.folder)
        try Output.answer(
            "\(CountWord.of(files.count - failed.count, "file", "files")) for \(made.period.title) in \(folder): "
                + "\(made.counts.words). List of files: \(folder)/\(Manifest.file)"
        )
        guard !failed.isEmpty else { return }
        let count = CountWord.of(files.count, "file", "files")
        Output.note("\(environment.program): \(failed.count) of \(count) failed")
        throw ExitCode.findings
    }
}

extension BatchFolder.Counts {
    /// `3 new, 1 changed, 8 unchanged`
    fileprivate var words: String {
        let counts = [(added, "new"), (replaced, "changed"), (same, "unchanged")]
        let words = counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        return words.isEmpty ? "none" : words.joined(separator: ", ")
    }
}
