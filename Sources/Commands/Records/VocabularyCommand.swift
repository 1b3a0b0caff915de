import CommandLineKit
import Documents
import Records

/// `groundwork vocabulary …`
struct VocabularyCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "vocabulary",
            abstract: "The field's own lists of codes: principles, services, forms and elements of stigma.",
            examples: ["groundwork vocabulary list"],
            subcommands: [ListVocabulary.self, ShowVocabulary.self]
        )
    }

    @OptionGroup var common: CommonOptions
}

/// `vocabulary list`
struct ListVocabulary: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "list",
            abstract: "List the code lists.",
            examples: ["groundwork vocabulary list"]
        )
    }

    @OptionGroup var output: OutputOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        let lists = try common.read { try $0.codeLists() }
        let columns = [
            Column(key: "list"), Column(key: "version"), Column(key: "title"),
            Column(key: "codes", alignment: .right),
        ]
        let rows = lists.map { list -> [Cell] in
            [.text(list.list), .text(list.version), .text(list.title), .whole(list.count)]
        }
        try output.show(Document.list(Table(columns: columns, rows: rows)).named("Code lists"), common)
    }
}

/// `vocabulary show LIST`
struct ShowVocabulary: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "show",
            abstract: "Show the codes of a list, in all its versions.",
            examples: ["groundwork vocabulary show service"]
        )
    }

    @Argument(help: "The list's word, such as service or element.") var list: String
    @OptionGroup var output: OutputOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        let codes = try common.read { store in
            let codes = try store.codes(in: list.lowercased())
            if !codes.isEmpty { return codes }
            let known = try store.codeLists().map(\.list).reduce(into: [String]()) {
                if !$0.contains($1) { $0.append($1) }
            }
            let near = nearest(list, among: known).map { "Did you mean \($0)? " } ?? ""
            let advice = "\(near)The lists are \(known.joined(separator: ", "))."
            throw Failure("there is no list \(quoted(list))", advice: advice, code: .noInput)
        }
        let rows = codes.map { code -> [Cell] in
            [.text(code.code), .text(code.title), .text(code.version), .text(code.parent)]
        }
        let columns = ["code", "title", "version", "parent"].map { Column(key: $0) }
        try output.show(Document.list(Table(columns: columns, rows: rows)).named("Codes of \(list)"), common)
    }
}
