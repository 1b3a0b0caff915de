import CommandLineKit
import Documents
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
            subcommands: [
                AskQuestion.self, ListQuestions.self, AddTally.self, ListRecords<TallyKind>.self, RemoveTally.self,
            ]
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
                principle). Declare any other question first (groundwork tally ask QUESTION OPTION).
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

/// `tally ask QUESTION OPTION…`
struct AskQuestion: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "ask",
            abstract: "Declare a question of your own, with its options.",
            discussion: "Declare it again to change its options. Options that people chose stay.",
            examples: ["groundwork tally ask \"How did you hear of us?\" friend poster website"]
        )
    }

    @Argument(help: "The question: a word or a sentence.") var question: String
    @Argument(help: ArgumentHelp("What can be chosen.", valueName: "option")) var options: [String]
    @OptionGroup var common: CommonOptions

    func run() throws {
        var operation = Service.AskQuestion()
        operation.question = question
        if let option = options.first(where: { $0.contains(";") }) {
            throw Failure("an option can't contain a semicolon: \(quoted(option))", code: .usage)
        }
        operation.options = options.joined(separator: ";")
        let asked = try common.perform(operation)
        let count = CountWord.of(options.count, "option", "options")
        switch asked.stored {
        case .created: try Output.stored("Declared: \(asked.question), \(count).")
        case .updated: try Output.stored("Changed: \(asked.question), \(count).")
        case .unchanged: try Output.write("No change: \(asked.question) has these options.")
        }
    }
}

/// `tally questions`
struct ListQuestions: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "questions",
            abstract: "List your own questions, with their options.",
            examples: ["groundwork tally questions"]
        )
    }

    @OptionGroup var output: OutputOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        let operation = Service.ListRecords(.question, shown: ["question", "options"])
        try output.show(try common.perform(operation).named("Questions"), common)
    }
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
