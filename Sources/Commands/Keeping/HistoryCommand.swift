import CommandLineKit
import Documents
import Records
import Service

/// `groundwork history [REF]`
struct HistoryCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "history",
            abstract: "Who changed what, when, from what to what.",
            discussion: """
                Names, one person's answers and words that people wrote stand there as (kept inside), unless it is \
                asked for them at a terminal.
                """,
            examples: ["groundwork history", "groundwork history 2026-11-10-cci-foundations --format json"]
        )
    }

    @Argument(help: "The ref of one record, of any kind; all unless given.") var ref: String?
    @Flag(help: "With names, answers and what people wrote; on a terminal only.") var identified = false
    @OptionGroup var output: OutputOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        if identified, !output.isShown {
            throw Failure(
                "--identified: names, answers and what people wrote are shown at a terminal, never written to a file",
                advice: "Leave --identified out, or run it at a terminal without -o.",
                code: .usage
            )
        }
        var rows: [[Cell]] = []
        try common.read { store in
            let record = try ref.map { try Self.record($0, store) }
            try store.history(of: record, identified: identified) { line in
                try Environment.current.interruption.check()
                let cells = Self.cells(line)
                // The topics of a new session are one line, not eleven.
                if rows.last != cells { rows.append(cells) }
            }
        }
        try output.show(Document.list(Table(columns: Self.columns, rows: rows)).named("History"), common)
    }

    static let columns = ["entry", "at", "account", "command", "record", "change", "field", "from", "to"]
        .map { Column(key: $0) }

    static func cells(_ line: HistoryLine) -> [Cell] {
        let command = line.undoes.map { "\(line.command) of entry \($0)" } ?? line.command
        return [
            .whole(Int(line.number)), .text(line.at), .text(line.account), .text(command), .text(line.record),
            .text(line.change), .text(line.column), .text(line.old), .text(line.new),
        ]
    }

    /// The record of a ref, whichever its kind, removed ones too; an exact ref goes before beginnings.
    private static func record(_ typed: String, _ store: Store) throws -> (noun: Noun, found: Found) {
        var exact: [(noun: Noun, found: Found)] = []
        var fitting: [(noun: Noun, found: Found)] = []
        var nearest: [String] = []
        for noun in Noun.allCases.filter(\.type.hasRef) {
            do {
                let found = try store.find(noun, typed)
                if found.ref.lowercased() == typed.trimmed.lowercased() { exact.append((noun, found)) }
                fitting.append((noun, found))
            } catch RecordError.notFound(_, _, let near) {
                nearest += near
            } catch RecordError.nothingLast {
                continue
            }
        }
        if exact.isEmpty { exact = try store.removed(ref: typed) }
        let chosen = exact.isEmpty ? fitting : exact
        if chosen.count == 1 { return chosen[0] }
        if chosen.isEmpty {
            let advice =
                nearest.isEmpty ? "Type its whole ref." : "Nearest: \(nearest.prefix(3).joined(separator: ", "))"
            throw Failure("there is no record \(quoted(typed))", advice: advice, code: .noInput)
        }
        let names = chosen.map { "\($0.noun.rawValue) \($0.found.ref)" }.joined(separator: ", ")
        throw Failure("\(quoted(typed)) fits several records: \(names)", advice: "Type a whole ref.", code: .usage)
    }
}
