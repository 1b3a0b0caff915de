import CommandLineKit
import Documents
import Intake
import Records
import Service

/// `groundwork imports …`
struct ImportsCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "imports",
            abstract: "List imported files, or undo an import.",
            examples: ["groundwork imports list"],
            subcommands: [ImportsListCommand.self, ImportsShowCommand.self, ImportsUndoCommand.self]
        )
    }

    @OptionGroup var common: CommonOptions
}

extension ImportEntry {
    /// What lists and pages show of it.
    var fields: [Document.Field] {
        let counts: [(String, Int)] = [
            ("rows", self.counts.rows), ("created", self.counts.created), ("updated", self.counts.updated),
            ("unchanged", self.counts.unchanged), ("merged", self.counts.merged), ("skipped", self.counts.skipped),
            ("rejected", self.counts.rejected), ("people_created", self.counts.peopleCreated),
            ("organizations_created", self.counts.organizationsCreated),
        ]
        return [
            Document.Field("import", .whole(Int(number))), Document.Field("at", .text(at)),
            Document.Field("account", .text(account)), Document.Field("kind", .text(kind)),
            Document.Field("source", .text(source)), Document.Field("file", .text(file)),
            Document.Field("session", .text(session)), Document.Field("counts_only", .yesNo(countsOnly)),
        ] + counts.map { name, count in Document.Field(Column(key: name, alignment: .right), .whole(count)) }
            + [Document.Field("undone_at", .text(undoneAt))]
    }
}

/// `imports list`
struct ImportsListCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "list",
            abstract: "List imports, newest first.",
            examples: ["groundwork imports list"]
        )
    }

    @OptionGroup var output: OutputOptions
    @OptionGroup var common: CommonOptions

    private static let shown = ["import", "at", "kind", "source", "file", "rows", "created", "undone_at"]

    func run() throws {
        let entries = try common.perform(ListImports()).map(\.fields)
        guard let first = entries.first else {
            let nothing = Document.Block.sentence("No imports yet.")
            let none = Document(title: nil, blocks: [nothing], data: .array([]), rows: Table(columns: [], rows: []))
            return try output.show(none.named("Imports"), common)
        }
        let all = Table(columns: first.map(\.column), rows: entries.map { $0.map(\.cell) })
        let places = first.indices.filter { Self.shown.contains(first[$0].column.key) }
        let short = Table(columns: places.map { all.columns[$0] }, rows: all.rows.map { row in places.map { row[$0] } })
        let document = Document(title: nil, blocks: [.table(short)], data: all.json, rows: all)
        try output.show(document.named("Imports"), common)
    }
}

/// `imports show ID`
struct ImportsShowCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "show",
            abstract: "Show one import: the file, who imported it, and how many rows.",
            examples: ["groundwork imports show 1"]
        )
    }

    @Argument(help: "The import's number, or last.") var id: ImportWord
    @OptionGroup var output: OutputOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        var show = ShowImport()
        show.number = id.typed
        let entry = try common.perform(show)
        try output.show(Document.record(entry.fields).named("Import"), common)
    }
}

/// `imports undo ID`
struct ImportsUndoCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "undo",
            abstract: "Undo an import. Rows edited since then are kept.",
            examples: ["groundwork imports undo 1"]
        )
    }

    @Argument(help: "The import's number, or last.") var id: ImportWord
    @OptionGroup var common: CommonOptions

    func run() throws {
        var undo = UndoImport()
        undo.number = id.typed
        let taken = try common.perform(undo)
        UndoCommand.say(taken.undone)
        if !taken.others.isEmpty {
            let numbers = taken.others.map(String.init).joined(separator: ", ")
            Output.note("Also undone, because the files were imported together: import \(numbers)")
        }
        try Output.answer("\(UndoCommand.answer(taken.undone)) To bring the rows back, import the file again.")
    }
}

/// An import as somebody names it: by its number, or as the last one.
struct ImportWord: ExpressibleByArgument {
    /// As it was typed.
    let typed: String

    init?(argument: String) {
        guard argument == "last" || Int64(argument).map({ 1...Int64(UInt32.max) ~= $0 }) == true else { return nil }
        typed = argument
    }

    var defaultValueDescription: String { typed }

    static var acceptedForm: String? { "a number, such as 3, or last" }
}
