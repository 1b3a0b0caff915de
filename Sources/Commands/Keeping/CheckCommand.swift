import CommandLineKit
import Documents
import Records
import Service

/// `groundwork check`
struct CheckCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "check",
            abstract: "Check the database for problems.",
            discussion:
                "Looks for damage, a broken history, and numbers that don't add up. Changes nothing. The exit code is 1 if there are problems.",
            examples: ["groundwork check"]
        )
    }

    @OptionGroup var output: OutputOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        let findings = try common.perform(CheckRecord())
        let rows = findings.map { finding -> [Cell] in
            [.text(finding.rule), .text(finding.words), .text(finding.advice.line)]
        }
        let columns = [
            Column(key: "rule", title: "Rule"), Column(key: "problem", title: "Problem"),
            Column(key: "advice", title: "What to do"),
        ]
        let table = Table(columns: columns, rows: rows)
        let document = Document.list(table, orSaying: "No problems found.")
        try output.show(document.named("Check results"), common)
        guard !findings.isEmpty else { return }
        Output.note("\(Environment.current.program): \(CountWord.of(findings.count, "problem", "problems")) found")
        throw ExitCode.findings
    }
}
