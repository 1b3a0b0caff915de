import CommandLineKit
import Records
import Service

/// `reflection edit SESSION NUMBER`
struct EditReflection: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "edit",
            abstract: "Change a reflection.",
            discussion: "Find the number with reflection show.",
            examples: ["groundwork reflection edit 2026-11-10-cci-foundations 1 --count 5"]
        )
    }

    @Argument(help: "The session's ref (or its first letters), or last.") var session: String
    @Argument(help: "The reflection's number.") var number: Int
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
        let name = "reflection \(edited.number) at \(edited.session.called)"
        if edited.changed.isEmpty { return try Output.write("No change: \(name) already says that.") }
        try Output.stored("Changed: \(name) (\(edited.changed.joined(separator: ", "))).")
    }
}

/// `reflection remove SESSION NUMBER`
struct RemoveReflection: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "remove",
            abstract: "Remove a reflection.",
            discussion: "Find the number with reflection show.",
            examples: ["groundwork reflection remove 2026-11-10-cci-foundations 1"]
        )
    }

    @Argument(help: "The session's ref (or its first letters), or last.") var session: String
    @Argument(help: "The reflection's number.") var number: Int
    @OptionGroup var common: CommonOptions

    func run() throws {
        var operation = Service.RemoveReflection()
        (operation.session, operation.number) = (session, number)
        let removed = try common.perform(operation)
        try Output.stored("Removed: reflection \(removed.number) at \(removed.session.called).")
    }
}
