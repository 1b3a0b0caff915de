import CommandLineKit
import Records
import Service

/// `commitment edit SESSION [--on DAY]`
struct EditCommitments: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "edit",
            abstract: "Change what was made at a session, or a follow-up: only what is given.",
            examples: [
                "groundwork commitment edit 2026-11-10-cci-foundations --made 14",
                "groundwork commitment edit 2026-11-10-cci-foundations --on 2026-12-12 --fully 7",
            ]
        )
    }

    @Argument(help: "The session's ref, an unambiguous beginning of it, or last.") var session: String
    @Option(help: ArgumentHelp("The day of the follow-up that is meant.", valueName: "date")) var on: String?
    @OptionGroup(title: "Fields") var fields: CommitmentKind.Fields
    @OptionGroup var common: CommonOptions

    func run() throws {
        let (ref, changed) = try common.change("commitment edit") { store in
            let session = try store.find(.session, session)
            let id = try store.commitment(at: session, on: try on.map { try store.day($0, for: "on") })
            let draft = try fields.draft(store, Reading(place: .typed, makes: false))
            return (session.ref, try store.edit(CommitmentKind.type, id, draft))
        }
        if changed.isEmpty {
            return try Output.write("Nothing to change: the commitments of \(ref) are like that already.")
        }
        let names = changed.joined(separator: ", ")
        try Output.answer("Changed the commitments of \(ref): \(names). Undo: groundwork undo")
    }
}

/// `commitment remove SESSION [--on DAY]`
struct RemoveCommitments: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "remove",
            abstract: "Remove what was made at a session, or a follow-up.",
            examples: ["groundwork commitment remove 2026-11-10-cci-foundations --on 2026-12-12"]
        )
    }

    @Argument(help: "The session's ref, an unambiguous beginning of it, or last.") var session: String
    @Option(help: ArgumentHelp("The day of the follow-up that is meant.", valueName: "date")) var on: String?
    @OptionGroup var common: CommonOptions

    func run() throws {
        let (ref, day) = try common.change("commitment remove") { store in
            let session = try store.find(.session, session)
            let day = try on.map { try store.day($0, for: "on") }
            let id = try store.commitment(at: session, on: day)
            try store.remove(CommitmentKind.type, Found(id: id, ref: session.ref))
            return (session.ref, day)
        }
        let what = day.map { "the follow-up of \($0)" } ?? "the commitments"
        try Output.answer("Removed \(what) at \(ref). Undo: groundwork undo")
    }
}
