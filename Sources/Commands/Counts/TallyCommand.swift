import CommandLineKit
import Records
package import Service

/// Tallies, on the command line.
enum TallyKind: RecordKind {
    typealias Filter = CountFilter
    static let words = "tally"
    static let shown = ["session", "question", "option", "count"]
    static let sample = "2026-11-10-cci-foundations"
    static let change = ""

    struct Fields: FieldOptions {
        static let noun = Noun.tally
    }
}

/// `groundwork tally …`
struct TallyCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "tally",
            abstract: "Manage shows of hands and polls: how many chose each option.",
            examples: ["groundwork tally add last resonates autonomy=5 pragmatism=7"],
            subcommands: [AddTally.self, ListRecords<TallyKind>.self, RemoveTally.self]
        )
    }

    @OptionGroup var common: CommonOptions
}

/// `tally add SESSION QUESTION OPTION=COUNT…`
struct AddTally: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "add",
            abstract: "Record how many chose each option.",
            discussion: """
                For resonates and challenges, use a principle's code or title (groundwork vocabulary show \
                principle). Any other \
                question takes any options.
                """,
            examples: ["groundwork tally add 2026-11-10-cci-foundations resonates autonomy=5 pragmatism=7"]
        )
    }

    @Argument(help: "The session's ref (or its first letters), or last.") var session: String
    @Argument(help: "The question: a word or a sentence.") var question: String
    @Argument(help: ArgumentHelp("An option and how many chose it.", valueName: "option=count"))
    var counts: [OptionCount]
    @Flag(help: "Replace counts that are already recorded.") var update = false
    @OptionGroup var common: CommonOptions

    func run() throws {
        var operation = Service.AddTally()
        (operation.session, operation.question) = (session, question)
        (operation.counts, operation.update) = (counts, update)
        let tallied = try common.perform(operation)
        let options = CountWord.of(tallied.options, "option", "options")
        try Output.stored("Recorded: \(question), \(options), at \(tallied.session.called).")
    }
}

extension OptionCount: ExpressibleByArgument {
    package init?(argument: String) { self.init(argument) }

    package var defaultValueDescription: String { "\(option)=\(count)" }
    package static var acceptedForm: String? { "an option and its count, such as autonomy=5" }
}

/// `tally remove SESSION QUESTION`
struct RemoveTally: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "remove",
            abstract: "Remove one option from a question.",
            examples: ["groundwork tally remove 2026-11-10-cci-foundations resonates autonomy"]
        )
    }

    @Argument(help: "The session's ref (or its first letters), or last.") var session: String
    @Argument(help: "The question.") var question: String
    @Argument(help: "The option.") var option: String
    @OptionGroup var common: CommonOptions

    func run() throws {
        var operation = Service.RemoveTally()
        (operation.session, operation.question, operation.option) = (session, question, option)
        try Output.stored("Removed: one option at \(try common.perform(operation).called).")
    }
}
