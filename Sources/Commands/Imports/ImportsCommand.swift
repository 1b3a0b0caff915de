import CommandLineKit
import Documents
import Records

/// `groundwork imports …`
struct ImportsCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "imports",
            abstract: "Files that came in, and taking one back.",
            examples: ["groundwork imports list"],
            subcommands: [ListImports.self, ShowImport.self, UndoImport.self]
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
struct ListImports: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "list",
            abstract: "List the imports, the latest first.",
            examples: ["groundwork imports list"]
        )
    }

    @OptionGroup var output: OutputOptions
    @OptionGroup var common: CommonOptions

    private static let shown = ["import", "at", "kind", "source", "file", "rows", "created", "undone_at"]

    func run() throws {
        let entries = try common.read { try $0.imports() }.map(\.fields)
        guard let first = entries.first else {
            let nothing = Document.Block.sentence("No file has come in yet.")
            let none = Document(title: nil, blocks: [nothing], data: .array([]), rows: Table(columns: [], rows: []))
            return try output.show(none, common)
        }
        let all = Table(columns: first.map(\.column), rows: entries.map { $0.map(\.cell) })
        let places = first.indices.filter { Self.shown.contains(first[$0].column.key) }
        let short = Table(columns: places.map { all.columns[$0] }, rows: all.rows.map { row in places.map { row[$0] } })
        try output.show(Document(title: nil, blocks: [.table(short)], data: all.json, rows: all), common)
    }
}

/// `imports show ID`
struct ShowImport: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "show",
            abstract: "Show one import: which file, by whom, and what became of its rows.",
            examples: ["groundwork imports show 1"]
        )
    }

    @Argument(help: "Its number.") var id: Int
    @OptionGroup var output: OutputOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        let entry = try common.read { try UndoImport.entry(id, $0) }
        try output.show(.record(entry.fields), common)
    }
}

/// `imports undo ID`
struct UndoImport: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "undo",
            abstract: "Take an import back: what it made goes, what it changed is as before; rows edited since stay.",
            examples: ["groundwork imports undo 1"]
        )
    }

    @Argument(help: "Its number.") var id: Int
    @OptionGroup var common: CommonOptions

    func run() throws {
        let undone = try common.work { try $0.undoImport(try Self.entry(id, $0).id) }
        UndoCommand.say(undone)
        try Output.answer(UndoCommand.answer(undone))
    }

    static func entry(_ number: Int, _ store: Store) throws -> ImportEntry {
        if let entry = try store.imports().first(where: { $0.number == Int64(number) }) { return entry }
        throw Failure("there is no import \(number)", advice: "See: groundwork imports list", code: .noInput)
    }
}
