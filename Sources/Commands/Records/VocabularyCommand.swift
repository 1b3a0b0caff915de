import CommandLineKit
import Documents
import Records
import Service

/// `groundwork vocabulary …`
struct VocabularyCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "vocabulary",
            abstract: "Show the code lists: principles, services, forms and elements of stigma.",
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
        let lists = try common.perform(ListCodeLists())
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
            abstract: "Show the codes in a list, in all versions.",
            examples: ["groundwork vocabulary show service"]
        )
    }

    @Argument(help: "The list, such as service or element.") var list: String
    @OptionGroup var output: OutputOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        var operation = ShowCodeList()
        operation.list = list
        let codes = try common.perform(operation)
        let rows = codes.map { code -> [Cell] in
            [.text(code.code), .text(code.title), .text(code.version), .text(code.parent)]
        }
        let columns = ["code", "title", "version", "parent"].map { Column(key: $0) }
        try output.show(Document.list(Table(columns: columns, rows: rows)).named("Codes of \(list)"), common)
    }
}
