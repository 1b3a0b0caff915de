import CommandLineKit
import Records
import Service

/// `groundwork undo`
struct UndoCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "undo",
            abstract: "Take the last command back.",
            discussion: """
                init, restore, upgrade, forget, retention and imports undo can't be taken back, nor can evaluation add \
                once another command follows. Run again, it takes back the one before.
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
        for row in undone.kept.prefix(20) { Output.note("Kept, because it was changed or used since: \(row)") }
        if undone.kept.count > 20 { Output.note("Kept for the same reason: \(undone.kept.count - 20) more") }
    }

    /// `Took back "log" of 2026-11-10: 3 rows removed, 1 restored.`
    static func answer(_ undone: Undone) -> String {
        var parts: [String] = []
        if undone.removed > 0 { parts.append("\(CountWord.of(undone.removed, "row", "rows")) removed") }
        if undone.restored > 0 { parts.append("\(CountWord.of(undone.restored, "value", "values")) restored") }
        if !undone.kept.isEmpty { parts.append("\(undone.kept.count) kept") }
        let what = parts.isEmpty ? "nothing was left to take back" : parts.joined(separator: ", ")
        return "Took back \"\(undone.entry.command)\" of \(undone.entry.at.prefix(10)): \(what)."
    }
}
