import CommandLineKit
import Records

/// Items of feedback, on the command line.
enum FeedbackItemKind: RecordKind {
    static let words = "feedback"
    static let shown = ["ref", "received", "kind", "summary", "acknowledged", "answered", "told"]
    static let sample = "drop-in-box-2026-11-10"
    static let change = "--kind suggestion"

    struct Fields: FieldOptions {
        static let noun = Noun.feedback
        @Option(help: .field(.feedback, "outlet")) var outlet: String?
        @Option(help: .field(.feedback, "received")) var received: String?
        @Option(help: .field(.feedback, "kind"), completion: .field(.feedback, "kind")) var kind: String?
        @Option(help: .field(.feedback, "summary")) var summary: String?
        @Option(help: .field(.feedback, "reachable"), completion: .field(.feedback, "reachable")) var reachable: String?
        @Option(help: .field(.feedback, "codes")) var codes: String?
        @Option(help: .field(.feedback, "acknowledged")) var acknowledged: String?
        @Option(help: .field(.feedback, "answered")) var answered: String?
        @Option(help: .field(.feedback, "answer")) var answer: String?
        @Option(help: .field(.feedback, "told"), completion: .field(.feedback, "told")) var told: String?
        @Option(help: .field(.feedback, "led_to_change"), completion: .field(.feedback, "led_to_change"))
        var ledToChange: String?
        @Option(help: .field(.feedback, "excluded")) var excluded: String?
    }

    struct Filter: FilterOptions {
        @Flag(help: .condition(.feedback, "open")) var open = false
        @Flag(help: .condition(.feedback, "unanswered")) var unanswered = false
        @Flag(help: .condition(.feedback, "overdue")) var overdue = false
        @Flag(help: .condition(.feedback, "untold")) var untold = false
        @Flag(help: .condition(.feedback, "excluded")) var excluded = false
        @Option(help: ArgumentHelp("Received from this day on.", valueName: "date")) var from: String?
        @Option(help: ArgumentHelp("Received up to this day.", valueName: "date")) var to: String?
        @Option(help: ArgumentHelp("Only at outlets of this organization.", valueName: "ref")) var organization: String?
    }
}

/// `groundwork feedback …`
struct FeedbackCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "feedback",
            abstract: "What people told us, what was done about it, and how they learned of it; never who said it.",
            examples: ["groundwork feedback list --open", "groundwork feedback told drop-in-box-2026-11-10 poster"],
            subcommands: [
                AddFeedback.self, ListRecords<FeedbackItemKind>.self, ShowRecord<FeedbackItemKind>.self,
                EditRecord<FeedbackItemKind>.self, RemoveRecord<FeedbackItemKind>.self, AcknowledgeFeedback.self,
                TellFeedback.self, ExcludeFeedback.self,
            ]
        )
    }

    @OptionGroup var common: CommonOptions
}

/// `feedback add OUTLET [TEXT]`: the words stand for `--outlet` and `--summary`.
struct AddFeedback: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "add",
            abstract: "Add an item of feedback with all that is known of it, and print its ref.",
            discussion: "An item takes a summary, a kind or a code. Every day: groundwork heard OUTLET \"TEXT\".",
            examples: [
                "groundwork feedback add drop-in-box \"Longer hours on Fridays\" --kind suggestion --received 2026-11-10",
                "groundwork feedback add drop-in-box --kind thanks",
            ]
        )
    }

    @Argument(help: "The outlet, as --outlet.") var outletWord: String?
    @Argument(help: "What was said, as --summary.") var text: String?
    @Option(help: "Its ref; made from the outlet and the day unless given.") var ref: String?
    @OptionGroup(title: "Fields") var fields: FeedbackItemKind.Fields
    @OptionGroup var details: DetailsOption
    @OptionGroup var common: CommonOptions

    mutating func validate() throws {
        try Twice.refuse([("outlet", outletWord, fields.outlet), ("summary", text, fields.summary)])
    }

    func run() throws {
        let words = [("outlet", outletWord), ("summary", text), ("ref", ref)].compactMap { name, text in
            text.map { (name: name, text: $0) }
        }
        let given = try details.read() + words
        let added = try common.change("feedback add") { store in
            let draft = try fields.draft(store, Reading(place: .commandLine, makes: false), details: given)
            return try store.add(FeedbackItemKind.type, draft)
        }
        try Output.answer(added.ref)
    }
}

/// Something that was given as a word and as an option.
enum Twice {
    static func refuse(_ given: [(name: String, word: String?, option: String?)]) throws {
        for (name, word, option) in given where word != nil && option != nil {
            throw ValidationError("The \(name) is given twice, as a word and as --\(name).")
        }
    }
}
