import CommandLineKit
import Documents
import Records
import Service

/// `groundwork inbox`
struct InboxCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "inbox",
            abstract: "Show how many responses people sent by code that aren't saved yet.",
            discussion: """
                While people may still answer, no number is shown. With --take, everything whose time is up is closed \
                and stored, as groundwork collect close does.
                """,
            examples: ["groundwork inbox", "groundwork inbox --take"]
        )
    }

    @Flag(help: "Close what has ended, and save the responses.") var take = false
    @OptionGroup var output: OutputOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        var operation = LookIntoInbox()
        operation.take = take
        let state = try common.perform(operation)
        guard !take else {
            if state.closed.isEmpty { return try Output.write("Nothing has ended. Nothing was changed.") }
            return try Output.answer(lines: state.closed.map(\.sentence))
        }
        let entries = state.waiting
        let columns = [
            Column(key: "code", title: "Code"), Column(key: "session", title: "Session"),
            Column(key: "state", title: "State"), Column(key: "waiting", title: "Responses", alignment: .right),
        ]
        let rows = entries.map { entry -> [Cell] in
            [
                .text(entry.code), .text(entry.collection?.session.ref ?? ""), .text(entry.state),
                .whole(entry.waiting),
            ]
        }
        let table = Table(columns: columns, rows: rows)
        let document = Document.list(table, orSaying: "The inbox is empty.")
        try output.show(document.named("Inbox"), common)
    }
}

extension InboxEntry {
    /// Where it stands, in a few words.
    fileprivate var state: String {
        if collection == nil { return "not in this record" }
        return waiting == nil ? "open" : "time is up"
    }
}
