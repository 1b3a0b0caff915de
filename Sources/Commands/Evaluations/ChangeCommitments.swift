import Calendar
import CommandLineKit
import Records
import Service

/// `commitment edit SESSION [--on DAY]`
struct EditCommitments: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "edit",
            abstract: "Change commitments or a follow-up.",
            examples: [
                "groundwork commitment edit 2026-11-10-cci-foundations --made 14",
                "groundwork commitment edit 2026-11-10-cci-foundations --on 2026-12-12 --fully 7",
            ]
        )
    }

    @Argument(help: "The session's ref (or its first letters), or last.") var session: String
    @Option(help: ArgumentHelp("Which follow-up, by its date.", valueName: "date")) var on: String?
    @Option(help: .field(.commitment, "scope"), completion: .field(.commitment, "scope")) var scope: String?
    @OptionGroup(title: "Fields") var fields: CommitmentKind.Fields
    @OptionGroup var common: CommonOptions

    func run() throws {
        var operation = Service.EditCommitments()
        (operation.session, operation.on, operation.scope, operation.fields) = (session, on, scope, fields.texts)
        let edited = try common.perform(operation)
        let name = "the commitments from \(edited.found.called)"
        if edited.changed.isEmpty { return try Output.write("No change: \(name) already say that.") }
        try Output.stored("Changed: \(name) (\(edited.changed.joined(separator: ", "))).")
    }
}

/// `commitment remove SESSION [--on DAY]`
struct RemoveCommitments: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "remove",
            abstract: "Remove commitments or a follow-up.",
            examples: ["groundwork commitment remove 2026-11-10-cci-foundations --on 2026-12-12"]
        )
    }

    @Argument(help: "The session's ref (or its first letters), or last.") var session: String
    @Option(help: ArgumentHelp("Which follow-up, by its date.", valueName: "date")) var on: String?
    @Option(help: .field(.commitment, "scope"), completion: .field(.commitment, "scope")) var scope: String?
    @OptionGroup var common: CommonOptions

    func run() throws {
        var operation = Service.RemoveCommitments()
        (operation.session, operation.on, operation.scope) = (session, on, scope)
        let removed = try common.perform(operation)
        let what = removed.day.map { "the follow-up on \($0.words)" } ?? "the commitments"
        try Output.stored("Removed: \(what) from \(removed.session.called).")
    }
}
