import Calendar
import CommandLineKit
import Records
import Service
import Wording

/// `groundwork undo`
struct UndoCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "undo",
            abstract: "Undo the last command.",
            discussion: """
                Run it again to undo the command before that. With the number of a change from --list, it undoes that \
                one, whatever was done since. You can't undo init, restore, upgrade, forget, retention or imports undo. \
                You can undo evaluation add only right away, before any other command.
                """,
            examples: ["groundwork undo", "groundwork undo --list", "groundwork undo 12"]
        )
    }

    @Argument(help: "The entry to undo, by its number; the last one unless given.") var entry: String?
    @Flag(help: "List the last ten changes that can be undone, with their numbers.") var list = false
    @OptionGroup var common: CommonOptions

    mutating func validate() throws {
        guard list, entry != nil else { return }
        throw ValidationError("--list takes no entry.", hint: "Undo one: groundwork undo ENTRY")
    }

    func run() throws {
        if list { return try listDone() }
        if let entry { return try undo(entry) }
        let undone = try common.perform(UndoLast())
        Self.say(undone)
        try Output.answer(Self.answer(undone))
    }

    private func undo(_ entry: String) throws {
        var operation = UndoEntry()
        operation.number = entry
        let undone = try common.perform(operation)
        Self.say(undone.undone)
        try Output.answer(Words.undone(undone.recent))
    }

    private func listDone() throws {
        let done = try common.perform(ListDone()).filter { $0.standing == .undoable }
        if done.isEmpty { return try Output.write("Nothing can be undone.") }
        try Output.write(
            done.map { "\($0.entry.number)  \($0.day.words)  \(Words.done($0))" }
        )
    }

    /// Rows that stayed, named on standard error.
    static func say(_ undone: Undone) {
        for row in undone.kept.prefix(20) { Output.note("Not undone, because it changed or was used later: \(row)") }
        if undone.kept.count > 20 { Output.note("Not undone for the same reason: \(undone.kept.count - 20) more") }
    }

    /// `Undone: log of Foundations for Coastal Care Initiative, Nov 10, 2026 (12 people).`
    static func answer(_ undone: Undone) -> String {
        let what = EntryWords.phrase(undone.entry.command, undone.subject) ?? "\(undone.entry.command)"
        if undone.removed + undone.restored == 0 { return "Nothing left to undo: \(what)." }
        var details: [String] = []
        if let people = undone.people { details.append(CountWord.people(people)) }
        if undone.entry.command.hasPrefix("import ") {
            details.append("\(CountWord.of(undone.removed + undone.restored, "row", "rows"))")
        }
        if !undone.kept.isEmpty { details.append("\(undone.kept.count) kept") }
        return "Undone: \(what)\(details.isEmpty ? "" : " (\(details.joined(separator: ", ")))")."
    }
}
