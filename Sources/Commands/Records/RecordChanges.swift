import CommandLineKit
import Records

/// `NOUN add TITLE`, for a kind that has a title.
struct AddTitled<Kind: RecordKind>: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "add",
            abstract: "Add \(Kind.noun.withArticle) and print its ref.",
            examples: ["groundwork \(Kind.words) add \"Example title\" --ref example"]
        )
    }

    @Argument(help: "Its title.") var title: String?
    @Option(help: "Its ref; made from the title unless given.") var ref: String?
    @OptionGroup(title: "Fields") var fields: Kind.Fields
    @OptionGroup var common: CommonOptions

    func run() throws {
        let given = [("title", title), ("ref", ref)].compactMap { name, text in text.map { (name: name, text: $0) } }
        let (added, remark) = try common.change("\(Kind.words) add") { store in
            let draft = try fields.draft(store, Reading(place: .commandLine, makes: false), details: given)
            return (try store.add(Kind.type, draft), Kind.remark(on: draft, store))
        }
        if let remark { Output.note(remark) }
        try Output.answer(added.ref)
    }
}

/// `NOUN edit REF --FIELD VALUE`.
struct EditRecord<Kind: RecordKind>: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "edit",
            abstract: "Change \(Kind.noun.withArticle): only what is given.",
            examples: ["groundwork \(Kind.words) edit \(Kind.sample) \(Kind.change)"]
        )
    }

    @Argument(help: "Its ref, an unambiguous beginning of it, or last.") var ref: String
    @OptionGroup(title: "Fields") var fields: Kind.Fields
    @OptionGroup var details: DetailsOption
    @Option(help: ArgumentHelp("A field to empty.", valueName: "field")) var clear: [String] = []
    @OptionGroup var common: CommonOptions

    func run() throws {
        let details = try details.read()
        let cleared = try clear.map { try field($0) }
        let (found, changed, remark) = try common.change("\(Kind.words) edit") { store in
            let found = try store.find(Kind.noun, ref)
            let draft = try fields.draft(store, Reading(place: .commandLine, makes: false), details: details)
            let changed = try store.edit(Kind.type, found.id, draft, clearing: cleared)
            return (found, changed, changed.isEmpty ? nil : Kind.remark(on: draft, store))
        }
        if let remark { Output.note(remark) }
        let name = "\(Kind.noun.rawValue) \(found.ref)"
        if changed.isEmpty { return try Output.write("Nothing to change: \(name) is like that already.") }
        try Output.answer("Changed \(name): \(changed.joined(separator: ", ")). Undo: groundwork undo")
    }

    private func field(_ name: String) throws -> String {
        if let field = Kind.type.field(named: name), field.name != "ref" { return field.name }
        throw ValidationError(
            "--clear: \(Kind.noun.withArticle) has no \(quoted(name)) to empty.",
            hint: "It has: \(Kind.Fields.columnNames.joined(separator: ", "))."
        )
    }
}

/// `NOUN remove REF`.
struct RemoveRecord<Kind: RecordKind>: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "remove",
            abstract: "Remove \(Kind.noun.withArticle) and what belongs to it alone.",
            examples: ["groundwork \(Kind.words) remove \(Kind.sample)"]
        )
    }

    @Argument(help: "Its ref, an unambiguous beginning of it, or last.") var ref: String
    @OptionGroup var common: CommonOptions

    func run() throws {
        let found = try common.change("\(Kind.words) remove") { store in
            let found = try store.find(Kind.noun, ref)
            try store.remove(Kind.type, found)
            return found
        }
        try Output.answer("Removed \(Kind.noun.rawValue) \(found.ref). Undo: groundwork undo")
    }
}
