import CommandLineKit
import Records
import Service

/// `NOUN add TITLE`, for a kind that has a title.
struct AddTitled<Kind: RecordKind>: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "add",
            abstract: "Add \(Kind.noun.withArticle).",
            examples: ["groundwork \(Kind.words) add \"Example title\" --ref example"]
        )
    }

    @Argument(help: "Its title.") var title: String?
    @Option(help: "Its ref. Default: made from the title.") var ref: String?
    @OptionGroup(title: "Fields") var fields: Kind.Fields
    @OptionGroup var common: CommonOptions

    private var words: FieldWords { ["title": title, "ref": ref] }

    mutating func validate() throws { try fields.refuse(twice: words) }

    func run() throws {
        let added = try common.perform(try AddRecord(fields, words: words))
        if let assumption = added.assumption { Output.note(assumption.line) }
        try Output.added(added.found)
    }
}

/// `NOUN edit REF --FIELD VALUE`.
struct EditRecord<Kind: RecordKind>: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "edit",
            abstract: "Change \(Kind.noun.withArticle).",
            examples: ["groundwork \(Kind.words) edit \(Kind.sample) \(Kind.change)"]
        )
    }

    @Argument(help: "Its ref (or its first letters), or last.") var ref: String
    @OptionGroup(title: "Fields") var fields: Kind.Fields
    @OptionGroup var details: DetailsOption
    @Option(help: ArgumentHelp("Clear this field.", valueName: "field")) var clear: [String] = []
    @OptionGroup var common: CommonOptions

    func run() throws {
        var operation = Service.EditRecord(Kind.noun)
        operation.ref = ref
        for (name, text) in try details.read() { operation.fields[name] = text }
        operation.fields.merge(fields.texts) { $1 }
        operation.cleared = clear
        let edited = try common.perform(operation)
        if let assumption = edited.assumption { Output.note(assumption.line) }
        WordingRemark.note(edited.remarks, on: edited.found)
        let name = edited.found.called
        if edited.changed.isEmpty { return try Output.write("No change: \(name) already says that.") }
        try Output.answer("Changed: \(name) (\(edited.changed.joined(separator: ", "))). Undo: groundwork undo")
    }
}

/// `NOUN remove REF`.
struct RemoveRecord<Kind: RecordKind>: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "remove",
            abstract: "Remove \(Kind.noun.withArticle).",
            examples: ["groundwork \(Kind.words) remove \(Kind.sample)"]
        )
    }

    @Argument(help: "Its ref (or its first letters), or last.") var ref: String
    @OptionGroup var common: CommonOptions

    func run() throws {
        var operation = Service.RemoveRecord(Kind.noun)
        operation.ref = ref
        let found = try common.perform(operation)
        try Output.answer("Removed: \(found.calledWithRef). Undo: groundwork undo")
    }
}
