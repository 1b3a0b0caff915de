import CommandLineKit
import Documents
import Records
import Service

/// `person show REF [--everything]`
struct ShowPerson: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "show",
            abstract: "Show one person; with --everything, all that is held about them, as they may ask to see it.",
            examples: ["groundwork person show p-7k3m9xqa --everything"]
        )
    }

    @Argument(help: "The person's ref, an unambiguous beginning of it, or last.") var ref: String
    @Flag(help: "Also the sessions, the files that were imported, and the history.") var everything = false
    @OptionGroup var output: OutputOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        let document = try common.read { store in
            let found = try store.find(.person, ref)
            let person = try RecordDocument.one(Noun.person.type, found.id, store)
            return everything ? try whole(person, found, store) : person
        }
        try output.show(document, common)
    }

    private func whole(_ person: Document, _ found: Found, _ store: Store) throws -> Document {
        let held = try store.held(about: found)
        let sessions = Table(
            columns: ["session", "day", "role", "status", "minutes", "file"].map { Column(key: $0) },
            rows: held.attendance.map { row in
                [
                    .text(row.session), .day(row.day), .text(row.role), .text(row.status), .whole(row.minutes),
                    .text(row.file),
                ]
            }
        )
        var lines: [[Cell]] = []
        try store.history(of: (.person, found)) { lines.append(HistoryCommand.cells($0)) }
        let history = Table(columns: HistoryCommand.columns, rows: lines)
        let refs = held.otherRefs.isEmpty ? [] : ["Also known here as \(held.otherRefs.joined(separator: ", "))."]
        let blocks: [Document.Block] =
            person.blocks + refs.map { .sentence($0) } + [
                .heading("Sessions"), sessions.rows.isEmpty ? .sentence("None.") : .table(sessions),
                .heading("History"), history.rows.isEmpty ? .sentence("None.") : .table(history),
                .note("Evaluations are anonymous: nobody can tell which one somebody gave, and none is shown here."),
            ]
        let data: JSON = [
            "person": person.data, "refs": .array(held.otherRefs.map { .string($0) }), "attendance": sessions.json,
            "history": history.json,
        ]
        return Document(title: "Everything held about \(found.ref)", blocks: blocks, data: data, rows: sessions)
    }
}
