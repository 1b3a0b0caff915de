import Calendar
import CommandLineKit
import Records
import Service

/// Commitments, on the command line.
enum CommitmentKind: RecordKind {
    typealias Filter = CountFilter
    static let words = "commitment"
    static let shown = ["session", "scope", "made", "respondents", "followed_on", "fully", "partly", "not_yet"]
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
            abstract: "Manage commitments: how many people made, and how many they kept.",
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
            abstract: "Record how many commitments people made at a session.",
            discussion: "Groundwork then lists follow-ups after 30 and 90 days in groundwork due.",
            examples: ["groundwork commitment add 2026-11-10-cci-foundations 12 --respondents 5"]
        )
    }

    @Argument(help: "The session's ref (or its first letters), or last.") var session: String
    @Argument(help: ArgumentHelp("How many commitments.", valueName: "count")) var made: Int
    @Option(help: ArgumentHelp("How many people made them.", valueName: "n")) var respondents: Int?
    @Option(help: .field(.commitment, "scope"), completion: .field(.commitment, "scope")) var scope: String?
    @Flag(help: "Replace what is already recorded.") var update = false
    @OptionGroup var common: CommonOptions

    func run() throws {
        var operation = Service.AddCommitments()
        (operation.session, operation.made, operation.scope) = (session, made, scope)
        (operation.respondents, operation.update) = (respondents, update)
        let added = try common.perform(operation)
        let what = CountWord.of(added.made, "commitment", "commitments")
        try CommitmentAnswer.write("\(what) at \(added.session.called)", added.stored)
    }
}

/// `commitment follow-up SESSION --fully N --partly N --not-yet N`
struct FollowUpCommitments: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "follow-up",
            abstract: "Record how many commitments people kept.",
            discussion: "If you couldn't reach anyone, use 0 for all three.",
            examples: ["groundwork commitment follow-up 2026-11-10-cci-foundations --fully 6 --partly 3 --not-yet 2"]
        )
    }

    @Argument(help: "The session's ref (or its first letters), or last.") var session: String
    @Option(help: ArgumentHelp("How many are fully done.", valueName: "n")) var fully: Int
    @Option(help: ArgumentHelp("How many are partly done.", valueName: "n")) var partly: Int
    @Option(help: ArgumentHelp("How many are not done yet.", valueName: "n")) var notYet: Int
    @Option(help: .on("people were asked")) var on: String?
    @Option(help: .field(.commitment, "scope"), completion: .field(.commitment, "scope")) var scope: String?
    @Flag(help: "Replace what is already recorded for that date.") var update = false
    @OptionGroup var common: CommonOptions

    func run() throws {
        var operation = Service.FollowUpCommitments()
        (operation.session, operation.on, operation.scope, operation.update) = (session, on, scope, update)
        (operation.fully, operation.partly, operation.notYet) = (fully, partly, notYet)
        let told = try common.perform(operation)
        let what = "follow-up on \(told.asked) of \(told.made) commitments from \(told.session.called)"
        try CommitmentAnswer.write("\(what), on \(told.day.words)", told.stored)
    }
}

/// What is answered when commitments were written down.
private enum CommitmentAnswer {
    static func write(_ words: String, _ stored: Stored) throws {
        switch stored {
        case .created: try Output.answer("Recorded: \(words). Undo: groundwork undo")
        case .updated: try Output.answer("Changed: \(words). Undo: groundwork undo")
        case .unchanged: try Output.write("No change: \(words).")
        }
    }
}
