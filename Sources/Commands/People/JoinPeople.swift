import CommandLineKit
import Documents
import Records

/// `person merge OTHER PERSON`
struct MergePeople: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "merge",
            abstract: "Make one person of two; the first ref leads to the second person from then on.",
            examples: ["groundwork person merge p-7k3m9xqa p-2bq8wn4d"]
        )
    }

    @Argument(help: "The person who goes into the other.") var other: String
    @Argument(help: "The person who stays.") var person: String
    @OptionGroup var common: CommonOptions

    func run() throws {
        let words = try common.change("person merge") { store in
            let (other, person) = (try store.find(.person, other), try store.find(.person, person))
            let shared = try store.merge(other, into: person)
            let both = shared == 0 ? "" : " Both were at \(CountWord.of(shared, "session", "sessions"))."
            return "\(other.ref) is \(person.ref) from now on.\(both) Undo: groundwork person unmerge \(other.ref)"
        }
        try Output.answer(words)
    }
}

/// `person unmerge REF`
struct UnmergePeople: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "unmerge",
            abstract: "Take a merge back: the ref is a person of its own again.",
            examples: ["groundwork person unmerge p-7k3m9xqa"]
        )
    }

    @Argument(help: "The ref that was merged into another.") var ref: String
    @OptionGroup var common: CommonOptions

    func run() throws {
        let undone = try common.work { try $0.unmerge(ref) }
        UndoCommand.say(undone)
        try Output.answer("\(ref) is a person of their own again.")
    }
}

/// `person duplicates [--not-same REF REF]`
struct DuplicatePeople: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "duplicates",
            abstract: "List people who may be one; with --not-same, remember that two are two.",
            examples: ["groundwork person duplicates", "groundwork person duplicates p-7k3m9xqa p-2bq8wn4d --not-same"]
        )
    }

    @Argument(help: "With --not-same: the two people.") var people: [String] = []
    @Flag(help: "The two people named are not the same; do not list them again.") var notSame = false
    @OptionGroup var output: OutputOptions
    @OptionGroup var common: CommonOptions

    mutating func validate() throws {
        guard notSame ? people.count == 2 : people.isEmpty else {
            throw ValidationError("Two refs belong to --not-same, and --not-same to two refs.")
        }
    }

    func run() throws {
        if notSame { return try keepApart() }
        let pairs = try common.read { try $0.likelyDuplicates() }
        let columns = ["person", "other", "reason"].map { Column(key: $0) }
        let table = Table(
            columns: columns,
            rows: pairs.map { [.text($0.first.ref), .text($0.second.ref), .text($0.reason)] },
            notes: [
                "One person: groundwork person merge OTHER PERSON. Two: groundwork person duplicates ONE OTHER --not-same."
            ]
        )
        let nothing = Document.Block.sentence("Nobody is here twice, as far as names and e-mails tell.")
        let blocks = pairs.isEmpty ? [nothing] : [Document.Block.table(table)]
        let document = Document(title: nil, blocks: blocks, data: table.json, rows: table)
        try output.show(document.named("People who may be here twice"), common)
    }

    private func keepApart() throws {
        let words = try common.change("person duplicates") { store in
            let (one, other) = (try store.find(.person, people[0]), try store.find(.person, people[1]))
            try store.keepApart(one, other)
            return "\(one.ref) and \(other.ref) are two people. Undo: groundwork undo"
        }
        try Output.answer(words)
    }
}
