import Calendar
import CommandLineKit
import Documents
import Records
import Service

/// `groundwork agenda BOARD`
struct AgendaCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "agenda",
            abstract: "Print what is open for a board's next meeting, oldest first.",
            discussion: """
                The list has no names and no quotes. Use --words to add what the board recommended and the public \
                wording of \
                feedback. What people said stays with the team (groundwork feedback list --open).
                """,
            examples: ["groundwork agenda pab", "groundwork agenda pab --format markdown -o agenda.md"]
        )
    }

    @Argument(help: "The board's ref (or its first letters), or last.") var board: String
    @Flag(help: "Add what the board recommended, and the public wording of feedback.") var words = false
    @OptionGroup var output: OutputOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        var operation = ListAgenda()
        operation.board = board
        operation.words = words
        let items = try common.perform(operation)
        let table = Table(columns: columns, rows: items.map(row))
        let document = Document.list(table, orSaying: "Nothing is open.")
        try output.show(document.named("Open items for the next meeting"), common)
    }

    private var columns: [Column] {
        let always = [
            Column(key: "since", title: "Since"), Column(key: "days", title: "Days open", alignment: .right),
            Column(key: "kind", title: "Kind"), Column(key: "ref", title: "Ref"),
            Column(key: "state", title: "Status"), Column(key: "due", title: "Answer due"),
            Column(key: "owner", title: "Owner (a role)"), Column(key: "about", title: "About"),
        ]
        return words ? always + [Column(key: "words", title: "Words")] : always
    }

    private func row(_ item: AgendaItem) -> [Cell] {
        let always: [Cell] = [
            .day(item.since.description), .whole(item.days), .text(item.kind.rawValue), .text(item.ref),
            .text(item.state), item.due.map { .day($0.description) } ?? .empty, .text(item.owner),
            item.about.isEmpty ? .empty : .text(item.about),
        ]
        return words ? always + [.text(item.words)] : always
    }
}
