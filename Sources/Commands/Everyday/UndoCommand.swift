import CommandLineKit
import Records
import Service

/// `groundwork undo`
struct UndoCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "undo",
            abstract: "Undo the last command.",
            discussion: """
                Run it again to undo the command before that. You can't undo init, restore, upgrade, forget, \
                retention or imports undo. \
                You can undo evaluation add only right away, before any other command.
                """,
            examples: ["groundwork undo"]
        )
    }

    @OptionGroup var common: CommonOptions

    func run() throws {
        let undone = try common.perform(UndoLast())
        Self.say(undone)
        try Output.answer(Self.answer(undone))
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
