import CommandLineKit
import Documents
import Records
import Service

/// `evaluation show REF`
struct ShowEvaluation: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "show",
            abstract: "Show one evaluation and its answers.",
            discussion: "Free-text answers are shown on screen only. They are not written to files.",
            examples: ["groundwork evaluation show e-3f2a90c1", "groundwork evaluation show last --format json"]
        )
    }

    @Argument(help: "Its ref (or its first letters), or last.") var ref: String
    @OptionGroup var output: OutputOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        var operation = Service.ShowEvaluation()
        operation.ref = ref
        operation.isForEyes = output.chosen == .table && (output.output ?? "-") == "-"
        try output.show(Self.document(try common.perform(operation)), common)
    }

    static func document(_ shown: ShownEvaluation) -> Document {
        let returned = shown.evaluation
        let head = Document.record(
            [
                Document.Field("ref", title: "Ref", .text(returned.found.ref)),
                Document.Field("form", title: "Form", .text(returned.form.ref)),
                Document.Field(
                    "session",
                    title: "Session",
                    returned.session.isEmpty ? .empty : .text(returned.session)
                ),
                Document.Field("organization", title: "Organization", .text(returned.organization)),
                Document.Field("submitted", title: "Submitted on", returned.submitted.map { .day($0) } ?? .empty),
                Document.Field("answered", title: "Answers counted", .whole(returned.answered)),
                Document.Field("matched", title: "Matched by code", .text(returned.matched?.title)),
            ].filter { $0.cell != .empty }
        )
        let table = answers(returned)
        var data = head.data
        if case .object(let members) = data { data = .object(members + [JSON.Member("answers", table.json)]) }
        let inside = CountWord.of(shown.wordsKeptInside, "question", "questions")
        let note: [Document.Block] =
            shown.wordsKeptInside > 0 ? [.note("Free-text answers to \(inside) are not shown here.")] : []
        return Document(title: nil, blocks: head.blocks + [.table(table)] + note, data: data, rows: table)
    }

    private static func answers(_ returned: ReturnedEvaluation) -> Table {
        let columns = [
            Column(key: "item", title: "Name"), Column(key: "question", title: "Question"),
            Column(key: "value", title: "Value"), Column(key: "label", title: "Answer"),
        ]
        let rows = returned.form.items.compactMap { item -> [Cell]? in
            let words = returned.words[item.position]
            let label = [returned.label(at: item), words].compactMap { $0 }.joined(separator: ": ")
            guard item.kind != .element, !label.isEmpty else { return nil }
            return [
                .text(item.code), .text(item.label), .text(returned.code(at: item)), .text(label),
            ]
        }
        return Table(columns: columns, rows: rows)
    }
}

/// `evaluation remove REF`
struct RemoveEvaluation: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "remove",
            abstract: "Remove an evaluation and its answers.",
            discussion: "Undo restores the answers, but not the code that matches before and after.",
            examples: ["groundwork evaluation remove e-3f2a90c1"]
        )
    }

    @Argument(help: "Its ref (or its first letters), or last.") var ref: String
    @OptionGroup var common: CommonOptions

    func run() throws {
        var operation = Service.RemoveEvaluation()
        operation.ref = ref
        let removed = try common.perform(operation)
        if removed.hadCode {
            Output.note("The matching code is deleted for good. Undo restores the answers only.")
        }
        try Output.stored("Removed: evaluation \(removed.found.ref).")
    }
}
