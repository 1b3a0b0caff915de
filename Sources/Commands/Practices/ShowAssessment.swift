import CommandLineKit
import Documents
import Records
import Service

/// `assessment show REF`
struct ShowAssessment: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "show",
            abstract: "Show an assessment with its criteria, scores and actions.",
            examples: [
                "groundwork assessment show harbor-practices", "groundwork assessment show last --format json",
            ]
        )
    }

    @Argument(help: "Its ref (or its first letters), or last.") var ref: String
    @OptionGroup var output: OutputOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        var operation = Service.ShowAssessment()
        operation.ref = ref
        try output.show(Self.document(try common.perform(operation)).named("Assessment"), common)
    }

    private static func table(_ criteria: [Criterion]) -> Table {
        let columns = [
            Column(key: "number", title: "No.", alignment: .right), Column(key: "domain", title: "Domain"),
            Column(key: "criterion", title: "Criterion"), Column(key: "score", title: "Score"),
        ]
        let rows = criteria.map { criterion -> [Cell] in
            [.whole(criterion.number), .text(criterion.domain), .text(criterion.text), .text(criterion.score)]
        }
        return Table(columns: columns, rows: rows)
    }

    private static func document(_ shown: ShownAssessment) -> Document {
        let (record, criteria, actions) = (shown.record, table(shown.criteria), shown.actions)
        var blocks = record.blocks
        if !criteria.rows.isEmpty { blocks += [.heading("Criteria"), .table(criteria)] }
        if !actions.rows.rows.isEmpty { blocks += [.heading("Actions")] + actions.blocks }
        var data = record.data
        if case .object(let members) = data {
            data = .object(
                members + [JSON.Member("criteria", criteria.json), JSON.Member("actions", actions.data)]
            )
        }
        return Document(title: nil, blocks: blocks, data: data, rows: record.rows)
    }
}
