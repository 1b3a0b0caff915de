import CommandLineKit
import Documents
import Files
import Intake
import Records
import Service

/// `groundwork import KIND FILE…`
struct ImportCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "import",
            abstract:
                "Import files: a spreadsheet, a Zoom report, or survey answers.",
            discussion: """
                KIND is \(Self.kinds.joined(separator: ", ")). Groundwork recognizes the source, encoding and \
                separator, and tells \
                you. If there is a problem, nothing is imported. A file you already imported is not imported twice. \
                To move everything to a new database, use all and the folder of an export made with --identified.
                """,
            examples: [
                "groundwork import attendance participants.csv --session last",
                "groundwork import sessions register.csv --map starts=Date --map organization=Agency --dates mdy",
                "groundwork import people staff.csv --dry-run",
                "groundwork import evaluations after.csv --form foundations-after --session last",
                "groundwork import all export",
            ]
        )
    }

    @Argument(help: "What the files contain, such as attendance.", completion: .list(Self.kinds + [everything]))
    var kind: String
    @Argument(help: ArgumentHelp("The files. Use - for standard input.", valueName: "file"), completion: .file())
    var files: [String]
    @OptionGroup(title: "Rows") var rows: ImportOptions
    @OptionGroup(title: "Columns") var columns: MappingOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var common: CommonOptions

    static let kinds = Noun.allCases.filter(\.isImported).map(\.plural)

    mutating func validate() throws {
        if kind.lowercased() == Self.everything { return try validateWhole() }
        if let noun = Noun(plural: kind), noun.isImported { return }
        if Noun(plural: kind) == .form {
            throw ValidationError(
                "Forms can't be imported this way.",
                hint: "Add a form from its sheets: groundwork form add REF --survey FILE --choices FILE"
            )
        }
        let near = nearest(kind, among: Self.kinds + [Self.everything]).map { " Did you mean \(quoted($0))?" } ?? ""
        throw ValidationError(
            "Unknown kind \(quoted(kind)).\(near)",
            hint: "Use one of: \(Self.kinds.joined(separator: ", ")), all."
        )
    }

    func run() throws {
        if kind.lowercased() == Self.everything { return try importWhole() }
        guard let noun = Noun(plural: kind) else { return }
        let environment = Environment.current
        var request = ImportRequest(kind: noun, files: files.map { $0 == "-" ? $0 : environment.path($0) })
        rows.fill(&request)
        request.mapping = try columns.whole()
        let inputs = files + [columns.mapping].compactMap(\.self)
        let saved = try outputs(request, reading: inputs)
        let bar = ProgressBar()
        var operation = ImportFiles(request)
        operation.progress = { bar.draw($0.done, of: $0.total, environment.shown($0.file)) }
        let summaries = try common.perform(operation)
        bar.clear()
        try saved?.commit()
        let report = ImportReport(summaries: summaries)
        report.remarks.forEach { Output.note($0) }
        try output.show(report.document.named("Import"), common, reading: inputs)
    }

    /// Holds every output against every input before anything is stored; the file of the mapping, written but for its
    /// name.
    private func outputs(_ request: ImportRequest, reading inputs: [String]) throws -> OutputFile? {
        let rule = common.outputRule(reading: inputs)
        let mapping = columns.saveMapping.map { Environment.current.path($0) }
        try rule.requireApart([mapping, request.rejects, output.path].compactMap(\.self))
        if let path = output.path { _ = try rule.target(path) }
        if let path = request.rejects { _ = try rule.target(path, as: .helper) }
        let saved = try mapping.map { try OutputFile($0, rule, as: .helper) }
        try saved.map { file in try request.mapping.json().withUnsafeBytes { try file.write($0) } }
        return saved
    }
}

/// How the rows of files are taken in.
struct ImportOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The session all rows belong to.", valueName: "ref")) var session: String?
    @Option(help: ArgumentHelp("The evaluation form people filled in.", valueName: "ref")) var form: String?
    @Option(
        help: ArgumentHelp(
            "Match each row to the session within this many days.",
            valueName: "days"
        )
    )
    var within: Int?
    @Option(help: ArgumentHelp("The time zone of the files. Default: the program's.", valueName: "zone"))
    var timeZone: ZoneWord?
    @Option(help: "Keep names, or only a count. Default: depends on the session's audience.") var keep: KeepWord?
    @Flag(help: "Reject organizations and courses that aren't on file yet.") var strict = false
    @Flag(help: "Show what would be imported, without importing it.") var dryRun = false
    @Option(
        help: ArgumentHelp(
            "Import the good rows, and write the rejected rows to this file.",
            valueName: "file"
        ),
        completion: .file()
    )
    var rejects: String?
    @Flag(help: "Let rows change existing records.") var update = false
    @Flag(help: "Import it even if the report is from another day or several meetings.")
    var otherDay = false

    mutating func validate() throws {
        guard let within, !(0...366).contains(within) else { return }
        throw ValidationError("--within is \(within). Use a number from 0 to 366.")
    }

    func fill(_ request: inout ImportRequest) {
        request.session = session
        request.form = form
        request.within = within
        request.timeZone = timeZone?.zone
        request.keep = keep.map { $0 == .names ? .names : .count }
        request.strict = strict
        request.dryRun = dryRun
        request.rejects = rejects.map { Environment.current.path($0) }
        request.update = update
        request.otherDay = otherDay
    }
}

/// What is kept of people in a file.
enum KeepWord: String, CaseIterable, ExpressibleByArgument {
    case names, count
}
