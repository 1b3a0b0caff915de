import CommandLineKit
import Documents
import Records
import Service

/// `person merge OTHER PERSON`
struct MergePeople: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "merge",
            abstract: "Merge two people into one. The first ref then points to the second person.",
            examples: ["groundwork person merge p-7k3m9xqa p-2bq8wn4d"]
        )
    }

    @Argument(help: "The person to merge.") var other: String
    @Argument(help: "The person to keep.") var person: String
    @OptionGroup var common: CommonOptions

    func run() throws {
        var operation = Service.MergePeople()
        (operation.other, operation.person) = (other, person)
        let merged = try common.perform(operation)
        let (other, person) = (merged.other.ref, merged.person.ref)
        let both = Self.words(shared: merged.shared)
        try Output.answer("Merged: \(other) into \(person).\(both) Undo: groundwork person unmerge \(other)")
    }

    private static func words(shared: Int) -> String {
        switch shared {
        case 0: ""
        case 1: " They attended the same session; it is now counted once."
        default: " They attended \(shared) of the same sessions; each is now counted once."
        }
    }
}

/// `person unmerge REF`
struct UnmergePeople: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "unmerge",
            abstract: "Undo a merge.",
            examples: ["groundwork person unmerge p-7k3m9xqa"]
        )
    }

    @Argument(help: "The ref that was merged.") var ref: String
    @OptionGroup var common: CommonOptions

    func run() throws {
        var operation = UnmergePerson()
        operation.ref = ref
        let undone = try common.perform(operation)
        UndoCommand.say(undone)
        try Output.answer("Merge undone: \(ref) is a separate person again.")
    }
}

/// `person duplicates [--not-same REF REF]`
struct DuplicatePeople: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "duplicates",
            abstract: "List likely duplicates, or mark two people as not the same.",
            examples: ["groundwork person duplicates", "groundwork person duplicates p-7k3m9xqa p-2bq8wn4d --not-same"]
        )
    }

    @Argument(help: "With --not-same: the two people.") var people: [String] = []
    @Flag(help: "These two are not the same person. Don't list them again.") var notSame = false
    @OptionGroup var output: OutputOptions
    @OptionGroup var common: CommonOptions

    mutating func validate() throws {
        guard notSame ? people.count == 2 : people.isEmpty else {
            throw ValidationError("--not-same needs two refs, and two refs need --not-same.")
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
                "Same person? groundwork person merge OTHER PERSON. Not the same? groundwork person duplicates ONE OTHER --not-same"
            ]
        )
        let document = Document.list(table, orSaying: "No likely duplicates found.")
        try output.show(document.named("Likely duplicates"), common)
    }

    private func keepApart() throws {
        var operation = KeepApart()
        (operation.one, operation.other) = (people[0], people[1])
        let two = try common.perform(operation)
        try Output.answer("Not the same person: \(two.one.ref) and \(two.other.ref). Undo: groundwork undo")
    }
}
