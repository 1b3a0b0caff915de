import CommandLineKit
import Documents
import Records

/// `NOUN list`.
struct ListRecords<Kind: RecordKind>: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "list",
            abstract: "List \(Kind.noun.plural).",
            examples: [
                "groundwork \(Kind.words) list",
                "groundwork \(Kind.words) list --format csv -o \(Kind.noun.plural).csv",
            ]
        )
    }

    @OptionGroup var filter: Kind.Filter
    @OptionGroup var output: OutputOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        let document = try common.read { store in
            let filter = try filter.filter(store, Kind.noun)
            return try RecordDocument.list(Extract(Kind.type, filter), shown: Kind.shown, store)
                .named(Kind.noun.plural.capitalizedWord)
        }
        try output.show(document, common)
    }
}

/// `NOUN show REF`.
struct ShowRecord<Kind: RecordKind>: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "show",
            abstract: "Show \(Kind.noun.withArticle) with everything that is known of it.",
            examples: [
                "groundwork \(Kind.words) show \(Kind.sample)", "groundwork \(Kind.words) show last --format json",
            ]
        )
    }

    @Argument(help: "Its ref, an unambiguous beginning of it, or last.") var ref: String
    @OptionGroup var output: OutputOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        let document = try common.read { store in
            let found = try store.find(Kind.noun, ref)
            return try RecordDocument.one(Kind.type, found.id, store)
                .named("\(Kind.words.capitalizedWord) \(found.ref)")
        }
        try output.show(document, common)
    }
}

extension String {
    /// The words with a capital at their beginning.
    fileprivate var capitalizedWord: String { prefix(1).uppercased() + dropFirst() }
}
