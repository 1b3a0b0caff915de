import CommandLineKit
import Documents
import Intake
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
struct ShowImport: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "show",
            abstract: "Show one import: which file, by whom, and what became of its rows.",
            examples: ["groundwork imports show 1"]
        )
    }

    @Argument(help: "Its number, or last.") var id: ImportWord
    @OptionGroup var output: OutputOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        let entry = try common.read { try id.entry($0) }
        try output.show(Document.record(entry.fields).named("Import"), common)
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

    @Argument(help: "Its number, or last.") var id: ImportWord
    @OptionGroup var common: CommonOptions

    func run() throws {
        let pairs = try common.read { store in
            let row = try ImportWord.row(id.number(store), store)
            return try store.pairsClosed(ofImports: [row] + store.importsBeside(row))
        }
        if pairs > 0 {
            try Prompt.confirm(
                "\(CountWord.of(pairs, "pair", "pairs")) of before and after will be lost: matching is closed, and the file "
                    + "taken in again is not matched.",
                common
            )
        }
        let (undone, others) = try common.work { store in
            let number = try id.number(store)
            let row = try ImportWord.row(number, store)
            let others = try store.importsBeside(row).map(Store.number(of:))
            return (try store.undoImport(row), others)
        }
        UndoCommand.say(undone)
        if !others.isEmpty {
            let numbers = others.map(String.init).joined(separator: ", ")
            Output.note("Taken back with it, because one command took the files in: import \(numbers)")
        }
        try Output.answer("\(UndoCommand.answer(undone)) This can't be taken back; import the file again.")
    }
}

/// An import as somebody names it: by its number, or as the last one.
enum ImportWord: ExpressibleByArgument {
    case number(Int64)
    case last

    init?(argument: String) {
        if argument == "last" {
            self = .last
        } else if let number = Int64(argument), number > 0, number <= UInt32.max {
            self = .number(number)
        } else {
            return nil
        }
    }

    var defaultValueDescription: String {
        switch self {
        case .number(let number): String(number)
        case .last: "last"
        }
    }

    static var acceptedForm: String? { "a number, such as 3, or last" }

    /// The number; `last` is the latest import that stands.
    func number(_ store: Store) throws -> Int64 {
        switch self {
        case .number(let number): return number
        case .last:
            if let id = try store.lastImport() { return Store.number(of: id) }
            throw Failure("there is no import", advice: "See: groundwork imports list", code: .noInput)
        }
    }

    /// The import.
    func entry(_ store: Store) throws -> ImportEntry {
        let number = try number(store)
        let id = try Self.row(number, store)
        if let entry = try store.imports().first(where: { $0.id == id }) { return entry }
        throw Self.unknown(number)
    }

    /// The row id of the import of a number.
    static func row(_ number: Int64, _ store: Store) throws -> Int64 {
        do {
            return try store.importID(ofNumber: number)
        } catch is RecordError {
            throw unknown(number)
        }
    }

    private static func unknown(_ number: Int64) -> Failure {
        Failure("there is no import \(number)", advice: "See: groundwork imports list", code: .noInput)
    }
}
