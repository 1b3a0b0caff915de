import Calendar
import CommandLineKit
import Records
import Service

/// `session hold REF [COUNT]`
struct HoldSession: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "hold",
            abstract: "Mark a session as held.",
            examples: ["groundwork session hold 2026-11-10-cci-foundations 22"]
        )
    }

    @Argument(help: "The session's ref.") var session: String
    @Argument(help: "How many people attended.") var count: Int?
    @OptionGroup var common: CommonOptions

    mutating func validate() throws { try count.map { try CountWord.check($0) } }

    func run() throws {
        var operation = Service.HoldSession()
        operation.session = session
        operation.count = count
        let found = try common.perform(operation)
        let counted = count.map { ", \(CountWord.people($0))" } ?? ", not counted yet"
        try Output.answer("Held: \(found.called)\(counted). Undo: groundwork undo")
    }
}

/// `session cancel REF`
struct CancelSession: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "cancel",
            abstract: "Cancel a session.",
            examples: ["groundwork session cancel 2026-12-01-cci-foundations"]
        )
    }

    @Argument(help: "The session's ref.") var session: String
    @OptionGroup var common: CommonOptions

    func run() throws {
        var operation = Service.CancelSession()
        operation.session = session
        let found = try common.perform(operation)
        try Output.answer("Cancelled: \(found.called). Undo: groundwork undo")
    }
}
