import Calendar
import CommandLineKit
import Records
import Service

/// `feedback acknowledge REF`
struct AcknowledgeFeedback: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "acknowledge",
            abstract: "Record that you told the person their feedback arrived.",
            examples: ["groundwork feedback acknowledge drop-in-box-2026-11-10"]
        )
    }

    @Argument(help: "The item's ref (or its first letters), or last.") var item: String
    @Option(help: .on("it was acknowledged")) var on: String?
    @OptionGroup var common: CommonOptions

    func run() throws {
        var operation = Service.AcknowledgeFeedback()
        operation.item = item
        operation.on = on
        let acknowledged = try common.perform(operation)
        let due = acknowledged.answerBy.map { "Answer by \($0.words)." }
        try Output.stored(acknowledged.item.sentence("Acknowledged"), due)
    }
}

/// `feedback told REF HOW`
struct TellFeedback: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "told",
            abstract: "Record how people were told what you did.",
            discussion: """
                If you can't reach the person, tell everyone: with a poster, at a meeting, or in a post. Use person \
                only if you told \
                them yourself.
                """,
            examples: ["groundwork feedback told drop-in-box-2026-11-10 poster --changed"]
        )
    }

    @Argument(help: "The item's ref (or its first letters), or last.") var item: String
    @Argument(help: "How they were told.") var how: Telling
    @Flag(help: "It led to a change.") var changed = false
    @Option(help: .on("they were told")) var on: String?
    @OptionGroup var common: CommonOptions

    func run() throws {
        var operation = Service.TellFeedback()
        operation.on = on
        operation.item = item
        operation.how = how
        operation.changed = changed
        let told = try common.perform(operation)
        TellingRemark.note(told.remarks, on: told.item)
        let change = changed ? "It led to a change." : nil
        try Output.stored("Closed: \(told.item.calledWithRef). \(how.sentence.capitalizedFirst).", change)
    }
}

/// `feedback exclude REF REASON`
struct ExcludeFeedback: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "exclude",
            abstract: "Stop counting an item, such as a duplicate or spam. It stays on file.",
            examples: ["groundwork feedback exclude drop-in-box-2026-11-10 duplicate"]
        )
    }

    @Argument(help: "The item's ref (or its first letters), or last.") var item: String
    @Argument(help: "Why it should not count.") var reason: String
    @OptionGroup var common: CommonOptions

    func run() throws {
        var operation = Service.ExcludeFeedback()
        operation.item = item
        operation.reason = reason
        let found = try common.perform(operation)
        try Output.stored("No longer counted: \(found.calledWithRef). Reason: \(reason.trimmed).")
    }
}

extension Telling: ExpressibleByArgument {
    /// How people were told, for an answer.
    var sentence: String {
        switch self {
        case .poster: "people were told by poster"
        case .meeting: "people were told at a meeting"
        case .post: "people were told by a post"
        case .person: "the person was told"
        case .other: "people were told"
        }
    }
}
