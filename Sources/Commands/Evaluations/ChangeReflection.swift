import CommandLineKit
import Records

/// `reflection edit SESSION NUMBER`
struct EditReflection: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "edit",
            abstract: "Change a reflection: only what is given.",
            discussion: "The numbers stand in reflection show.",
            examples: ["groundwork reflection edit 2026-11-10-cci-foundations 1 --count 5"]
        )
    }

    @Argument(help: "The session's ref, an unambiguous beginning of it, or last.") var session: String
    @Argument(help: "Its number at the session.") var number: Int
    @Option(help: .field(.reflection, "question")) var question: String?
    @OptionGroup(title: "Fields") var fields: ReflectionKind.Fields
    @OptionGroup var words: WordsOption
    @OptionGroup var common: CommonOptions

    func run() throws {
        let given = try words.read() + [question].compactMap { $0.map { ("question", $0) } }
        let (ref, changed) = try common.change("reflection edit") { store in
            let session = try store.find(.session, session)
            let reflection = try store.reflection(number, at: session)
            let draft = try fields.draft(store, Reading(place: .typed, makes: false), details: given)
            return (session.ref, try store.edit(ReflectionKind.type, reflection.id, draft))
        }
        let name = "reflection \(number) at \(ref)"
        if changed.isEmpty { return try Output.write("Nothing to change: \(name) is like that already.") }
        try Output.answer("Changed \(name): \(changed.joined(separator: ", ")). Undo: groundwork undo")
    }
}

/// `reflection remove SESSION NUMBER`
struct RemoveReflection: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "remove",
            abstract: "Remove a reflection.",
            discussion: "The numbers stand in reflection show.",
            examples: ["groundwork reflection remove 2026-11-10-cci-foundations 1"]
        )
    }

    @Argument(help: "The session's ref, an unambiguous beginning of it, or last.") var session: String
    @Argument(help: "Its number at the session.") var number: Int
    @OptionGroup var common: CommonOptions

    func run() throws {
        let ref = try common.change("reflection remove") { store in
            let session = try store.find(.session, session)
            let reflection = try store.reflection(number, at: session)
            try store.remove(ReflectionKind.type, Found(id: reflection.id, ref: session.ref))
            return session.ref
        }
        try Output.answer("Removed reflection \(number) at \(ref). Undo: groundwork undo")
    }
}
