import Calendar
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
        var operation = Service.EditCommitments()
        (operation.session, operation.on, operation.fields) = (session, on, fields.texts)
        let edited = try common.perform(operation)
        let name = "the commitments of \(edited.found.ref)"
        if edited.changed.isEmpty { return try Output.write("Nothing to change: \(name) are like that already.") }
        try Output.stored("Changed \(name): \(edited.changed.joined(separator: ", ")).")
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
        var operation = Service.RemoveCommitments()
        (operation.session, operation.on) = (session, on)
        let removed = try common.perform(operation)
        let what = removed.day.map { "the follow-up of \($0)" } ?? "the commitments"
        try Output.stored("Removed \(what) at \(removed.session.ref).")
    }
}
