import Calendar
import CommandLineKit
import Documents
import Records
import Reports
import Service

/// `groundwork publication …`
struct PublicationCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "publication",
            abstract: "Keep track of reports you sent, and of what changed since.",
            discussion: """
                Record a folder of reports when you send it. From then on no batch writes into that folder, a correction says which \
                sent reports it may change, and new reports are checked against it: together they must not show a small \
                group.
                """,
            examples: [
                "groundwork publication add q3 --to board",
                "groundwork publication list",
                "groundwork publication compare q3",
            ],
            subcommands: [AddPublicationCommand.self, ListPublicationsCommand.self, ComparePublicationCommand.self]
        )
    }

    @OptionGroup var common: CommonOptions
}

/// `publication add FOLDER --to WHO`
struct AddPublicationCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "add",
            abstract: "Record that you sent a folder of reports.",
            discussion: "Name a role or an organization, not a person: board, county health department.",
            examples: ["groundwork publication add q3 --to board --on 2026-10-06"]
        )
    }

    @Argument(help: "A folder that a batch made.", completion: .directory) var folder: String
    @Option(help: ArgumentHelp("Who you sent it to.", valueName: "text")) var to: String
    @Option(help: ArgumentHelp("When you sent it. Default: today.", valueName: "date")) var on: String?
    @Flag(help: "Record it although a small group can be told apart from an earlier one.") var despite = false
    @OptionGroup var common: CommonOptions

    func run() throws {
        var operation = AddPublication()
        operation.folder = Environment.current.path(folder)
        (operation.to, operation.on, operation.despite) = (to, on, despite)
        let added = try common.perform(operation)
        try Output.answer(added.ref)
        Output.note("Sent: \(folder) to \(added.sentTo), \(added.sentOn.words). Undo: groundwork undo")
    }
}

/// `publication list`
struct ListPublicationsCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "list",
            abstract: "List the reports you sent, latest first.",
            examples: ["groundwork publication list"]
        )
    }

    @OptionGroup var output: OutputOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        let columns = [
            Column(key: "ref", title: "Ref", isRef: true), Column(key: "to", title: "Sent to"),
            Column(key: "on", title: "On"), Column(key: "from", title: "From"), Column(key: "until", title: "Until"),
            Column(key: "as_of", title: "As of"), Column(key: "profile", title: "Profile"),
            Column(key: "despite", title: "Sent despite"),
        ]
        let rows = try common.perform(ListPublications()).map { one -> [Cell] in
            [
                .text(one.ref), .text(one.sentTo), .day(one.sentOn.iso, printed: one.sentOn.words),
                .day(one.from.iso, printed: one.from.words), .day(one.to.iso, printed: one.to.words),
                .day(one.asOf.iso, printed: one.asOf.words), .text(one.profile), .text(one.despite),
            ]
        }
        let table = Table(columns: columns, rows: rows)
        try output.show(Document.list(table, orSaying: "Nothing was sent yet.").named("Reports sent"), common)
    }
}

/// `publication compare FOLDER|REF`
struct ComparePublicationCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "compare",
            abstract: "List every figure that would be different today.",
            discussion: """
                The same reports are made again, for the same period and as of the same date, and compared with what was \
                sent. Each figure stands with what was changed since in the kinds of record it is counted from.
                """,
            examples: ["groundwork publication compare last", "groundwork publication compare q3 --format csv"]
        )
    }

    @Argument(help: "A folder, the ref of a publication, or last.", completion: .directory) var publication: String
    @OptionGroup var output: OutputOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        var operation = ComparePublication()
        operation.publication = publication
        operation.folder = Environment.current.path(publication)
        try output.show(Self.document(try common.perform(operation), publication), common)
    }

    static func document(_ compared: ComparedPublication, _ typed: String) -> Document {
        let columns = [
            Column(key: "id", title: "Id"), Column(key: "name", title: "Figure"), Column(key: "from", title: "From"),
            Column(key: "to", title: "To"), Column(key: "of", title: "Of"), Column(key: "sent", title: "Sent"),
            Column(key: "today", title: "Today"), Column(key: "changes", title: "Changed since"),
        ]
        let rows = compared.changes.map { one -> [Cell] in
            let (before, now) = (one.change.before, one.change.now)
            let name = one.change.name
            let limits = (name?.limits ?? [:]).sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
            return [
                .text(name?.id), .text((before ?? now)?.title), day(name?.from), day(name?.to),
                .text(limits.joined(separator: ", ")), .text(before?.words ?? "not printed"),
                .text(now?.words ?? "not printed"), .text(one.entries.map(words).joined(separator: "; ")),
            ]
        }
        let table = Table(columns: columns, rows: rows)
        let same = "Nothing would be different: all \(compared.count) figures read the same today."
        let title = compared.publication.map { "\($0.ref): sent to \($0.sentTo) on \($0.sentOn.words)" }
        return Document.list(table, orSaying: same).named(title ?? "\(typed), not recorded as sent")
    }

    private static func day(_ iso: String?) -> Cell { iso.map { .day($0, printed: $0.dayWords) } ?? .empty }

    /// `session edit (entry 14)`
    private static func words(_ entry: HistoryEntry) -> String {
        "\(entry.command) (entry \(Store.number(of: entry.id)))"
    }
}
