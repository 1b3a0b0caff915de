import CommandLineKit
import Records
import Service

/// `session postpone REF [--to DATE]`
struct PostponeSession: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "postpone",
            abstract: "Postpone a session. With --to, add the new one.",
            examples: ["groundwork session postpone 2026-12-01-cci-foundations --to 2026-12-15"]
        )
    }

    @Argument(help: "The session's ref.") var session: String
    @Option(help: ArgumentHelp("The new date, with or without a time.", valueName: "date")) var to: String?
    @OptionGroup var common: CommonOptions

    func run() throws {
        var operation = Service.PostponeSession()
        operation.session = session
        operation.to = to
        let postponed = try common.perform(operation)
        let old = postponed.session.called
        guard let new = postponed.replacement else {
            return try Output.answer("Postponed: \(old). Undo: groundwork undo")
        }
        try Output.answer("Postponed: \(old). New session: \(new.calledWithRef). Undo: groundwork undo")
    }
}
