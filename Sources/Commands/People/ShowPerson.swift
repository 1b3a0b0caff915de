import CommandLineKit
import Documents
import Service

/// `person show REF [--everything]`
struct ShowPerson: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "show",
            abstract: "Show one person. With --everything, show all you have on file about them.",
            discussion: """
                For someone without a ref, such as a facilitator, use --by-name and type the name. It is read from \
                standard input.
                """,
            examples: ["groundwork person show p-7k3m9xqa --everything", "groundwork person show --by-name"]
        )
    }

    @Argument(help: "The person's ref (or its first letters), or last.") var ref: String?
    @Flag(help: "Also show sessions, imported files and history.") var everything = false
    @Flag(help: "Read a name from standard input, and show what is on file under it.") var byName = false
    @OptionGroup var output: OutputOptions
    @OptionGroup var common: CommonOptions

    mutating func validate() throws {
        guard (ref == nil) == byName else { throw ValidationError("Name one person, or use --by-name.") }
    }

    func run() throws {
        try output.show(try byName ? named() : person(), common)
    }

    private func named() throws -> Document {
        var operation = ShowHeldByName()
        operation.name = try TypedNames.read().first
        return HeldDocument.of(try common.perform(operation))
    }

    private func person() throws -> Document {
        var operation = Service.ShowPerson()
        operation.ref = ref ?? ""
        operation.everything = everything
        let shown = try common.perform(operation)
        return shown.everything.map { HeldDocument.of(shown, $0) } ?? shown.record
    }
}
