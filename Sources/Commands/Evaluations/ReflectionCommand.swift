import CommandLineKit
import Documents
import Records
import Service

/// Reflections, on the command line.
enum ReflectionKind: RecordKind {
    typealias Filter = CountFilter
    static let words = "reflection"
    static let shown = ["session", "question", "scope", "codes", "count"]
    static let sample = "2026-11-10-cci-foundations"
    static let change = "--count 4"

    struct Fields: FieldOptions {
        static let noun = Noun.reflection
        @Option(help: .field(.reflection, "scope"), completion: .field(.reflection, "scope")) var scope: String?
        @Option(help: .field(.reflection, "codes")) var codes: String?
        @Option(help: .field(.reflection, "count")) var count: String?
    }
}

/// `groundwork reflection …`
struct ReflectionCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "reflection",
            abstract: "Manage answers to reflection questions: codes and counts.",
            discussion: "What people wrote stays in the database. It leaves only in an identified export.",
            examples: [
                "groundwork reflection add last stigmatizing --codes form:institutional --count 4",
                "groundwork reflection show last",
            ],
            subcommands: [
                AddReflection.self, ListRecords<ReflectionKind>.self, ShowReflections.self, EditReflection.self,
                RemoveReflection.self,
            ]
        )
    }

    @OptionGroup var common: CommonOptions
}

/// Their words, read from where the shell's history does not keep them.
struct WordsOption: ParsableArguments {
    @Option(
        help: ArgumentHelp("A file with what they wrote. Use - for standard input.", valueName: "file"),
        completion: .file()
    )
    var words: String?

    /// The words as a field; none where no file was named.
    func read() throws -> [String: String] {
        guard let words else { return [:] }
        let text = try TextInput(words).text.trimmed
        if text.isEmpty { throw Failure("\(TextInput.name(words)): the file is empty", code: .dataError) }
        return ["text": text]
    }
}

/// `reflection add SESSION QUESTION`
struct AddReflection: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "add",
            abstract: "Record an answer to a reflection question, and how many gave it.",
            discussion: "For codes, see groundwork vocabulary list.",
            examples: [
                "groundwork reflection add last stigmatizing --codes form:institutional --count 4",
                "groundwork reflection add last responding --words answers.txt",
            ]
        )
    }

    @Argument(help: "The session's ref (or its first letters), or last.") var session: String
    @Argument(help: "The question: a word or a sentence.") var question: String
    @OptionGroup(title: "Fields") var fields: ReflectionKind.Fields
    @OptionGroup var words: WordsOption
    @OptionGroup var common: CommonOptions

    func run() throws {
        var operation = Service.AddReflection()
        (operation.session, operation.question) = (session, question)
        operation.fields = try words.read().merging(fields.texts) { $1 }
        let added = try common.perform(operation)
        try Output.stored("Recorded: reflection \(added.number) at \(added.session.called).")
    }
}

/// `reflection show SESSION`
struct ShowReflections: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "show",
            abstract: "Show a session's reflections, with their numbers and text.",
            examples: ["groundwork reflection show 2026-11-10-cci-foundations"]
        )
    }

    @Argument(help: "The session's ref (or its first letters), or last.") var session: String
    @OptionGroup var output: OutputOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        var operation = Service.ShowReflections()
        operation.session = session
        let shown = try common.perform(operation)
        let columns = [
            Column(key: "number", title: "No.", alignment: .right), Column(key: "question", title: "Question"),
            Column(key: "codes", title: "Codes"), Column(key: "count", title: "How many said it", alignment: .right),
            Column(key: "text", title: "Their words"),
        ]
        let table = Table(
            columns: columns,
            rows: shown.reflections.map { reflection -> [Cell] in
                [
                    .whole(reflection.number), .text(reflection.question),
                    reflection.codes.isEmpty ? .empty : .text(reflection.codes), .whole(reflection.count),
                    .text(reflection.text),
                ]
            }
        )
        let nothing = "No reflections recorded for \(shown.session.called)."
        try output.show(.list(table, orSaying: nothing), common)
    }
}
