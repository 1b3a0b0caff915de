import CommandLineKit
import Records
import Service

/// `reflection edit SESSION NUMBER`
struct EditReflection: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "edit",
            abstract: "Change a reflection: only what is given.",
            discussion: "The numbers stand in reflection show.",
            examples: ["groundwork reflection edit 2026-11-10-cci-foundations 1 --count 5"]
        )
    }

    @Argument(help: "The session's ref, an unambiguous beginning of it, or last.") var session: String
    @Argument(help: "Its number at the session.") var number: Int
    @Option(help: .field(.reflection, "question")) var question: String?
    @OptionGroup(title: "Fields") var fields: ReflectionKind.Fields
    @OptionGroup var words: WordsOption
    @OptionGroup var common: CommonOptions

    func run() throws {
        var operation = Service.EditReflection()
        (operation.session, operation.number) = (session, number)
        operation.fields = try words.read().merging(fields.texts) { $1 }
        if let question { operation.fields["question"] = question }
        let edited = try common.perform(operation)
        let name = "reflection \(edited.number) at \(edited.session.ref)"
        if edited.changed.isEmpty { return try Output.write("Nothing to change: \(name) is like that already.") }
        try Output.stored("Changed \(name): \(edited.changed.joined(separator: ", ")).")
    }
}

/// `reflection remove SESSION NUMBER`
struct RemoveReflection: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "remove",
            abstract: "Remove a reflection.",
            discussion: "The numbers stand in reflection show.",
            examples: ["groundwork reflection remove 2026-11-10-cci-foundations 1"]
        )
    }

    @Argument(help: "The session's ref, an unambiguous beginning of it, or last.") var session: String
    @Argument(help: "Its number at the session.") var number: Int
    @OptionGroup var common: CommonOptions

    func run() throws {
        var operation = Service.RemoveReflection()
        (operation.session, operation.number) = (session, number)
        let removed = try common.perform(operation)
        try Output.stored("Removed reflection \(removed.number) at \(removed.session.ref).")
    }
}
