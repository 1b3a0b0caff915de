import CommandLineKit
import Documents
import Records
import Service

/// `form show REF`
struct ShowForm: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "show",
            abstract: "Show a form: its questions, choices and scales.",
            examples: ["groundwork form show foundations-after", "groundwork form show last --format json"]
        )
    }

    @Argument(help: "Its ref (or its first letters), or last.") var ref: String
    @OptionGroup var output: OutputOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        var operation = Service.ShowForm()
        operation.ref = ref
        let shown = try common.perform(operation)
        try output.show(FormPage(form: shown.form, returned: shown.evaluations).document, common)
    }
}

/// A form as a page.
private struct FormPage {
    let form: Form
    let returned: Int

    var document: Document {
        let head = Document.record([
            Document.Field("ref", title: "Ref", .text(form.ref)),
            Document.Field("title", title: "Title", .text(form.title)),
            Document.Field("version", title: "Version", .text(form.version)),
            Document.Field("wave", title: "Timing", .text(form.wave.rawValue)),
            Document.Field("evaluations", title: "Evaluations", .whole(returned)),
        ])
        var blocks = head.blocks + [.heading("Questions"), .table(items.withoutEmptyColumns)]
        if !form.choices.isEmpty {
            blocks += [.heading("Choices"), .table(choices(inSections: true).withoutEmptyColumns)]
        }
        if !form.scales.isEmpty { blocks += [.heading("Scales"), .table(scales.withoutEmptyColumns)] }
        var data = head.data
        if case .object(let members) = data {
            data = .object(
                members + [
                    JSON.Member("items", items.json), JSON.Member("choices", choices(inSections: false).json),
                    JSON.Member("scales", scales.json),
                ]
            )
        }
        return Document(title: nil, blocks: blocks, data: data, rows: items)
    }

    private var items: Table {
        let columns = [
            Column(key: "position", title: "No.", alignment: .right), Column(key: "code", title: "Name"),
            Column(key: "kind", title: "Type"), Column(key: "label", title: "Question"),
            Column(key: "list", title: "Choices"), Column(key: "scale", title: "Scale"),
            Column(key: "reversed", title: "Reversed"), Column(key: "min", title: "Min", alignment: .right),
            Column(key: "max", title: "Max", alignment: .right),
            Column(key: "kirkpatrick", title: "Level", alignment: .right), Column(key: "key", title: "Right answer"),
            Column(key: "digits", title: "Digits", alignment: .right),
        ]
        let rows = form.items.map { item -> [Cell] in
            [
                .whole(item.position), .text(item.code), .text(item.kind.rawValue), .text(item.label),
                .text(item.list), .text(item.scale), item.isReversed ? .yesNo(true) : .empty,
                FormTables.number(item.min), FormTables.number(item.max), .whole(item.kirkpatrick),
                item.key.isEmpty ? .empty : .text(item.key.joined(separator: " ")), .whole(item.digits),
            ]
        }
        return Table(columns: columns, rows: rows)
    }

    private func choices(inSections: Bool) -> Table {
        let columns = [
            Column(key: "list", title: "List"), Column(key: "value", title: "Counts as", alignment: .right),
            Column(key: "name", title: "Name"), Column(key: "label", title: "Label"),
            Column(key: "also", title: "Also written"),
        ]
        let rows = FormTables.lists(of: form).flatMap { list in
            (form.choices[list] ?? []).enumerated().map { index, choice -> [Cell] in
                [
                    index > 0 && inSections ? .empty : .text(list), .whole(choice.value), .text(choice.name),
                    .text(choice.label), choice.also.isEmpty ? .empty : .text(choice.also.joined(separator: "; ")),
                ]
            }
        }
        return Table(columns: columns, rows: rows)
    }

    private var scales: Table {
        let columns = [
            Column(key: "scale", title: "Scale"), Column(key: "title", title: "Title"),
            Column(key: "scoring", title: "Scored by"), Column(key: "items", title: "Questions"),
            Column(key: "reversed", title: "Reversed"),
            Column(key: "needed", title: "Answers needed", alignment: .right),
            Column(key: "direction", title: "Direction"), Column(key: "instrument", title: "Instrument"),
        ]
        let rows = form.scales.map { scale -> [Cell] in
            let items = form.items(of: scale)
            let reversed = items.filter(\.isReversed).map(\.code)
            return [
                .text(scale.code), .text(scale.title), .text(scale.scoring.rawValue),
                .text(items.map(\.code).joined(separator: " ")),
                reversed.isEmpty ? .empty : .text(reversed.joined(separator: " ")),
                .whole(scale.needed(of: items.count)), .text(scale.direction.rawValue.replacingUnderscores),
                .text(scale.instrument),
            ]
        }
        return Table(columns: columns, rows: rows)
    }
}

extension Table {
    /// The table without columns in which nothing stands, so that a page shows what there is.
    fileprivate var withoutEmptyColumns: Table {
        let places = columns.indices.filter { place in rows.contains { $0[place] != .empty } }
        return Table(columns: places.map { columns[$0] }, rows: rows.map { row in places.map { row[$0] } })
    }
}
