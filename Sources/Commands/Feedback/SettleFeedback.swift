import CommandLineKit
import Records
import Service

/// `feedback acknowledge REF`
struct AcknowledgeFeedback: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "acknowledge",
            abstract: "Note that the giver, who can be reached, was told that it came.",
            examples: ["groundwork feedback acknowledge drop-in-box-2026-11-10"]
        )
    }

    @Argument(help: "The item's ref, an unambiguous beginning of it, or last.") var item: String
    @Option(help: .on("it was acknowledged")) var on: String?
    @OptionGroup var common: CommonOptions

    func run() throws {
        let answer = try common.change("feedback acknowledge") { store in
            let item = try store.find(.feedback, item)
            let day = try store.dayDone(on)
            try store.acknowledge(feedback: item, on: day)
            let due = try store.dueDays(ofFeedback: item.id).map { " To answer by \($0.answer)." } ?? ""
            return "Acknowledged \(day): \(item.ref).\(due) Undo: groundwork undo"
        }
        try Output.answer(answer)
    }
}

/// `feedback told REF HOW`
struct TellFeedback: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "told",
            abstract: "Note how people learned what was done.",
            discussion: """
                Whoever can't be reached is told by publication: a poster, a meeting, a post. Only somebody who can be \
                reached is told in person.
                """,
            examples: ["groundwork feedback told drop-in-box-2026-11-10 poster --changed"]
        )
    }

    @Argument(help: "The item's ref, an unambiguous beginning of it, or last.") var item: String
    @Argument(help: "How they were told.") var how: Telling
    @Flag(help: "It led to a change.") var changed = false
    @OptionGroup var common: CommonOptions

    func run() throws {
        let (found, texts) = try common.change("feedback told") { store in
            let item = try store.find(.feedback, item)
            try store.tell(feedback: item, by: how, changed: changed ? true : nil)
            return (item, try store.texts(FeedbackItemKind.type, item.id))
        }
        how.warn(of: texts["answer"] ?? "")
        Store.noteUnpublished(texts, how, found)
        let change = changed ? " It led to a change." : ""
        try Output.answer("Closed: \(found.ref), \(how.sentence).\(change) Undo: groundwork undo")
    }
}

/// `feedback exclude REF REASON`
struct ExcludeFeedback: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "exclude",
            abstract: "Keep an item, and count it no longer: a duplicate, spam.",
            examples: ["groundwork feedback exclude drop-in-box-2026-11-10 duplicate"]
        )
    }

    @Argument(help: "The item's ref, an unambiguous beginning of it, or last.") var item: String
    @Argument(help: "Why it is not counted.") var reason: String
    @OptionGroup var common: CommonOptions

    func run() throws {
        let found = try common.change("feedback exclude") { store in
            let item = try store.find(.feedback, item)
            try store.exclude(feedback: item, because: reason)
            return item
        }
        try Output.answer("Not counted any more: \(found.ref) (\(reason.trimmed)). Undo: groundwork undo")
    }
}

extension Telling: ExpressibleByArgument {
    /// Says of an answer that everybody will read what it holds: a telephone line is meant to be read, somebody's own
    /// number is not.
    func warn(of answer: String) {
        guard isPublic, Reachable.isIn(answer) else { return }
        Output.note("The answer holds an address or a telephone number, and everybody can read it.")
    }

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
