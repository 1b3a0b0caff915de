import CommandLineKit
import Records

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
            abstract: "Shows of hands and polls at a session: how many chose what.",
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
            abstract: "Write down how many chose each option.",
            discussion: """
                For the questions resonates and challenges, an option is a principle, by its code or its title: \
                groundwork vocabulary show principle. Any other question takes any options.
                """,
            examples: ["groundwork tally add 2026-11-10-cci-foundations resonates autonomy=5 pragmatism=7"]
        )
    }

    @Argument(help: "The session's ref, an unambiguous beginning of it, or last.") var session: String
    @Argument(help: "The question, in a word or a sentence.") var question: String
    @Argument(help: ArgumentHelp("What was chosen, and how many chose it.", valueName: "option=count"))
    var counts: [TallyCount]
    @Flag(help: "Replace counts that are written down already.") var update = false
    @OptionGroup var common: CommonOptions

    func run() throws {
        let ref = try common.change("tally add") { store in
            let session = try store.find(.session, session)
            for count in counts {
                let draft = Draft([
                    "session": .record(session), "question": .text(question), "option": .text(count.option),
                    "count": .number(count.count),
                ])
                _ = try store.take(Noun.tally.type, draft, update: update)
            }
            return session.ref
        }
        let options = CountWord.of(counts.count, "option", "options")
        try Output.answer("Tallied at \(ref): \(question), \(options). Undo: groundwork undo")
    }
}

/// An option with its count: `autonomy=5`.
struct TallyCount: ExpressibleByArgument {
    let option: String
    let count: Int

    init?(argument: String) {
        guard let sign = argument.lastIndex(of: "="), sign != argument.startIndex,
            let count = Int(argument[argument.index(after: sign)...]), Headcount.range.contains(count)
        else { return nil }
        option = argument[..<sign].trimmed
        self.count = count
        if option.isEmpty { return nil }
    }

    var defaultValueDescription: String { "\(option)=\(count)" }
    static var acceptedForm: String? { "an option and its count, such as autonomy=5" }
}

/// `tally remove SESSION QUESTION`
struct RemoveTally: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "remove",
            abstract: "Remove one option of a question.",
            examples: ["groundwork tally remove 2026-11-10-cci-foundations resonates autonomy"]
        )
    }

    @Argument(help: "The session's ref, an unambiguous beginning of it, or last.") var session: String
    @Argument(help: "The question.") var question: String
    @Argument(help: "The option.") var option: String
    @OptionGroup var common: CommonOptions

    func run() throws {
        let ref = try common.change("tally remove") { store in
            let session = try store.find(.session, session)
            let draft = Draft([
                "session": .record(session), "question": .text(question), "option": .text(option),
            ])
            guard let id = try store.matching(Noun.tally.type, draft).first else {
                throw RecordError.absent(
                    "\(session.ref) has no such option of that question",
                    advice: "See: groundwork tally list --session \(session.ref)"
                )
            }
            try store.remove(Noun.tally.type, Found(id: id, ref: session.ref))
            return session.ref
        }
        try Output.answer("Removed an option at \(ref). Undo: groundwork undo")
    }
}
