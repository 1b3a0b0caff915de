import CommandLineKit
import Documents
import Records
import Service

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
        var operation = Service.MergePeople()
        (operation.other, operation.person) = (other, person)
        let merged = try common.perform(operation)
        let (other, person) = (merged.other.ref, merged.person.ref)
        let both = merged.shared == 0 ? "" : " Both were at \(CountWord.of(merged.shared, "session", "sessions"))."
        try Output.answer("\(other) is \(person) from now on.\(both) Undo: groundwork person unmerge \(other)")
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
        var operation = UnmergePerson()
        operation.ref = ref
        let undone = try common.perform(operation)
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
        let pairs = try common.perform(ListDuplicates())
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
        var operation = KeepApart()
        (operation.one, operation.other) = (people[0], people[1])
        let two = try common.perform(operation)
        try Output.answer("\(two.one.ref) and \(two.other.ref) are two people. Undo: groundwork undo")
    }
}
