import Calendar
import CommandLineKit
import Records
import Service

/// `session hold REF [COUNT]`
struct HoldSession: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "hold",
            abstract: "Say that a planned session was held.",
            examples: ["groundwork session hold 2026-11-10-cci-foundations 22"]
        )
    }

    @Argument(help: "The session's ref.") var session: String
    @Argument(help: "How many attendees were counted.") var count: Int?
    @OptionGroup var common: CommonOptions

    mutating func validate() throws { try count.map { try CountWord.check($0) } }

    func run() throws {
        var operation = Service.HoldSession()
        operation.session = session
        operation.count = count
        let found = try common.perform(operation)
        let counted = count.map { "\(CountWord.people($0)) counted." } ?? "Not counted yet."
        try Output.answer("Held: \(found.ref). \(counted) Undo: groundwork undo")
    }
}

/// `session cancel REF`
struct CancelSession: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "cancel",
            abstract: "Say that a session does not take place.",
            examples: ["groundwork session cancel 2026-12-01-cci-foundations"]
        )
    }

    @Argument(help: "The session's ref.") var session: String
    @OptionGroup var common: CommonOptions

    func run() throws {
        var operation = Service.CancelSession()
        operation.session = session
        let found = try common.perform(operation)
        try Output.answer("Cancelled: \(found.ref). Undo: groundwork undo")
    }
}
