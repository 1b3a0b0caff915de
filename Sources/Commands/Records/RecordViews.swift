import CommandLineKit
import Documents
import Records
import Service

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
        var operation = Service.ListRecords(Kind.noun, shown: Kind.shown)
        operation.filters = filter.texts
        let document = try common.perform(operation).named(Kind.noun.plural.capitalizedWord)
        try output.show(document, common)
    }
}

/// `NOUN show REF`.
struct ShowRecord<Kind: RecordKind>: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "show",
            abstract: "Show \(Kind.noun.withArticle) in full.",
            examples: [
                "groundwork \(Kind.words) show \(Kind.sample)", "groundwork \(Kind.words) show last --format json",
            ]
        )
    }

    @Argument(help: "Its ref (or its first letters), or last.") var ref: String
    @OptionGroup var output: OutputOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        var operation = Service.ShowRecord(Kind.noun)
        operation.ref = ref
        let (found, document) = try common.perform(operation)
        try output.show(document.named("\(Kind.words.capitalizedWord) \(found.ref)"), common)
    }
}

extension String {
    /// The words with a capital at their beginning.
    fileprivate var capitalizedWord: String { prefix(1).uppercased() + dropFirst() }
}
