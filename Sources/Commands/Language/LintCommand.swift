import CommandLineKit
import Documents
import Language
import PlainText
import Service

extension LanguageList.Name: ExpressibleByArgument {}

/// `groundwork lint [FILE…]`
struct LintCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "lint",
            abstract: "Find stigmatizing language in what staff wrote.",
            discussion: """
                Without a file, checks what staff wrote in the database: titles, summaries, answers, recommendations \
                and actions. With \
                files, checks those; files that end in .md are read as Markdown. Quotes and participants' answers \
                are skipped. \
                Groundwork flags words and never changes them: you decide. The exit code is 1 if something was found.

                With --record, the review of one document is kept: its title, the date, how many words it has, and how \
                many flags were confirmed. Its text is not. The report practices shows flags per 1,000 words.
                """,
            examples: [
                "groundwork lint", "groundwork lint newsletter.md --list nhrc", "groundwork lint --format csv",
                "groundwork lint intake-policy.md --record \"Intake policy\" --confirmed 3",
            ]
        )
    }

    @Argument(help: "Files to check. Use - for standard input.", completion: .file()) var files: [String] = []
    @Option(help: "Use one word list only. The default, ours, has all words.") var list: LanguageList.Name?
    @Option(
        help: ArgumentHelp("A file of your own rules, one per line. See the handbook, Words.", valueName: "file"),
        completion: .file()
    )
    var words: String?
    @OptionGroup(title: "Keeping a review") var review: ReviewOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var common: CommonOptions

    mutating func validate() throws { try review.validate(files: files) }

    func run() throws {
        let extra = try words.map { try BoardWords(file: $0) } ?? BoardWords()
        let reading = LintReading(
            try files.isEmpty ? record(extra) : texts(extra),
            columns: files.isEmpty ? ["kind", "ref", "field"] : ["file"]
        )
        if let refused = reading.refusal { throw refused }
        let inputs = files + [words].compactMap(\.self)
        if output.chosen == .table {
            let lines = reading.lines.map { VisibleText.of($0) + "\n" }
            try output.write(Array(lines.joined().utf8), common, reading: inputs)
        } else {
            try output.show(reading.document, common, reading: inputs)
        }
        try review.keep(reading.audit, common)
        guard !reading.audit.findings.isEmpty else { return }
        let count = CountWord.of(reading.audit.findings.count, "wording", "wordings")
        Output.note("\(Environment.current.program): \(count) to check")
        throw ExitCode.findings
    }

    private func texts(_ extra: BoardWords) throws -> LanguageAudit {
        let lint = LanguageLint(list: list.map { LanguageList.named($0) } ?? .ours, extra: extra)
        var audit = LanguageAudit()
        for file in files {
            try Environment.current.interruption.check()
            let input = try TextInput(file)
            audit.read(input.text, LanguageLint.Kind(ofFile: file), at: [input.name], with: lint)
        }
        return audit
    }

    private func record(_ extra: BoardWords) throws -> LanguageAudit {
        var operation = LintRecord()
        operation.list = list
        operation.words = extra
        return try common.perform(operation)
    }
}
