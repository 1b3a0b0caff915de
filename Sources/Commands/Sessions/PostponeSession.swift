import CommandLineKit
import Records

/// `session postpone REF [--to DATE]`
struct PostponeSession: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "postpone",
            abstract: "Say that a session takes place later; with --to the later one is made, and its ref printed.",
            examples: ["groundwork session postpone 2026-12-01-cci-foundations --to 2026-12-15"]
        )
    }

    @Argument(help: "The session's ref.") var session: String
    @Option(help: ArgumentHelp("The new day, with or without a time.", valueName: "date")) var to: String?
    @OptionGroup var common: CommonOptions

    func run() throws {
        let (old, new) = try common.change("session postpone") { store in
            let old = try store.find(.session, session)
            try Attended.refuse(old, "postponed", store)
            let new = try to.map { try store.add(Noun.session.type, try replacement(of: old, on: $0, store)) }
            var draft = Draft(["status": .text("postponed")])
            draft["replaced_by"] = new.map { .record($0) }
            _ = try store.edit(Noun.session.type, old.id, draft)
            return (old, new)
        }
        guard let new else { return try Output.answer("Postponed: \(old.ref). Undo: groundwork undo") }
        try Output.answer("Postponed: \(old.ref), to \(new.ref). Undo: groundwork undo")
    }

    /// The same session on another day: at the same time of day unless one is given.
    private func replacement(of old: Found, on day: String, _ store: Store) throws -> Draft {
        let texts = try RecordDocument.texts(Noun.session.type, old.id, store)
        let time = (texts["starts"] ?? "").dropFirst(10)
        let isWholeDay = day.count == 10
        var draft = Draft()
        for field in Noun.session.type.fields where !Self.ownFields.contains(field.name) {
            guard let text = texts[field.name] else { continue }
            draft[field.name] = try store.value(field, text, Reading(place: .file, makes: false))
        }
        guard let starts = Noun.session.type.field(named: "starts") else { return draft }
        let text = isWholeDay ? day + time : day
        draft["starts"] = try store.value(starts, text, Reading(place: .commandLine, makes: false))
        draft["status"] = .text("scheduled")
        return draft
    }

    /// What the new session does not take over.
    private static let ownFields: Set = ["ref", "starts", "status", "replaced_by", "headcount", "form"]
}
