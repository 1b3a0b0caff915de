import CommandLineKit
import Records
import Service

/// Commitments, on the command line.
enum CommitmentKind: RecordKind {
    typealias Filter = CountFilter
    static let words = "commitment"
    static let shown = ["session", "made", "respondents", "followed_on", "fully", "partly", "not_yet"]
    static let sample = "2026-11-10-cci-foundations"
    static let change = "--made 21"

    struct Fields: FieldOptions {
        static let noun = Noun.commitment
        @Option(help: .field(.commitment, "made")) var made: String?
        @Option(help: .field(.commitment, "respondents")) var respondents: String?
        @Option(help: .field(.commitment, "fully")) var fully: String?
        @Option(help: .field(.commitment, "partly")) var partly: String?
        @Option(help: .field(.commitment, "not_yet")) var notYet: String?
    }
}

/// `groundwork commitment …`
struct CommitmentCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "commitment",
            abstract: "What people undertook at a session, counted, and what became of it.",
            examples: [
                "groundwork commitment add last 12 --respondents 5",
                "groundwork commitment follow-up 2026-11-10-cci-foundations --fully 6 --partly 3 --not-yet 2",
            ],
            subcommands: [
                AddCommitments.self, ListRecords<CommitmentKind>.self, EditCommitments.self, RemoveCommitments.self,
                FollowUpCommitments.self,
            ]
        )
    }

    @OptionGroup var common: CommonOptions
}

/// `commitment add SESSION COUNT`
struct AddCommitments: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "add",
            abstract: "Write down how many commitments were made at a session.",
            discussion: "Follow-ups after 30 and 90 days then stand in groundwork due.",
            examples: ["groundwork commitment add 2026-11-10-cci-foundations 12 --respondents 5"]
        )
    }

    @Argument(help: "The session's ref, an unambiguous beginning of it, or last.") var session: String
    @Argument(help: ArgumentHelp("How many were made.", valueName: "count")) var made: Int
    @Option(help: ArgumentHelp("How many people made them.", valueName: "n")) var respondents: Int?
    @Flag(help: "Replace what is written down already.") var update = false
    @OptionGroup var common: CommonOptions

    mutating func validate() throws {
        try CountWord.check(made)
        try respondents.map(CountWord.check)
    }

    func run() throws {
        let (ref, stored) = try common.change("commitment add") { store in
            let session = try store.find(.session, session)
            let stored = try store.takeCommitments(at: session, made: made, respondents: respondents, update: update)
            return (session.ref, stored)
        }
        try CommitmentAnswer.write("\(CountWord.of(made, "commitment", "commitments")) at \(ref)", stored)
    }
}

/// `commitment follow-up SESSION --fully N --partly N --not-yet N`
struct FollowUpCommitments: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "follow-up",
            abstract: "Write down what became of commitments, as far as people could be asked.",
            discussion: "Where nobody could be asked, all three are 0.",
            examples: ["groundwork commitment follow-up 2026-11-10-cci-foundations --fully 6 --partly 3 --not-yet 2"]
        )
    }

    @Argument(help: "The session's ref, an unambiguous beginning of it, or last.") var session: String
    @Option(help: ArgumentHelp("How many are done fully.", valueName: "n")) var fully: Int
    @Option(help: ArgumentHelp("How many are done partly.", valueName: "n")) var partly: Int
    @Option(help: ArgumentHelp("How many are not done yet.", valueName: "n")) var notYet: Int
    @Option(help: .on("people were asked")) var on: String?
    @Flag(help: "Replace what is written down for that day already.") var update = false
    @OptionGroup var common: CommonOptions

    mutating func validate() throws {
        for count in [fully, partly, notYet] { try CountWord.check(count) }
    }

    func run() throws {
        let (ref, day, made, stored) = try common.change("commitment follow-up") { store in
            let session = try store.find(.session, session)
            let day = try store.dayDone(on)
            let stored = try store.followUp(
                session,
                on: day,
                fully: fully,
                partly: partly,
                notYet: notYet,
                update: update
            )
            return (session.ref, day, try store.commitments(at: session) ?? 0, stored)
        }
        try CommitmentAnswer.write("\(day), \(fully + partly + notYet) of \(made) commitments at \(ref)", stored)
    }
}

/// What is answered when commitments were written down.
private enum CommitmentAnswer {
    static func write(_ words: String, _ stored: Stored) throws {
        switch stored {
        case .created: try Output.answer("Written down: \(words). Undo: groundwork undo")
        case .updated: try Output.answer("Changed: \(words). Undo: groundwork undo")
        case .unchanged: try Output.write("Nothing to change: \(words).")
        }
    }
}
