import CommandLineKit
import Intake
import Records

extension Source: ExpressibleByArgument {}
extension DateStyle: ExpressibleByArgument {}

/// How columns and words of a file stand for fields and codes.
struct MappingOptions: ParsableArguments {
    @Option(help: "What wrote the files; recognized unless given.") var source: Source?
    @Option(help: ArgumentHelp("Where a field is found.", valueName: "field=column")) var map: [PairWord] = []
    @Option(help: ArgumentHelp("One value for every row.", valueName: "field=value")) var set: [PairWord] = []
    @Option(help: "How dates are written; iso unless given.") var dates: DateStyle?
    @Option(
        help: ArgumentHelp(
            "A file that holds all of this, and values: codes for words, by field, or under * for every field.",
            valueName: "file"
        ),
        completion: .file()
    )
    var mapping: String?
    @Option(
        help: ArgumentHelp("Write all of this to a new file, for the next time.", valueName: "file"),
        completion: .file()
    )
    var saveMapping: String?
    @Flag(help: "Pass over columns that stand for no field.") var ignoreUnknown = false

    /// The mapping: the file's, with the options laid over it.
    func whole() throws -> Mapping {
        var options = Mapping()
        options.source = source
        for pair in map { options.columns[pair.field] = pair.value }
        for pair in set { options.set[pair.field] = pair.value }
        options.dates = dates
        options.ignoreUnknown = ignoreUnknown
        guard let mapping else { return options }
        return try Mapping(path: Environment.current.path(mapping)).overlaid(by: options)
    }
}

/// A field and what stands behind its `=`.
struct PairWord: ExpressibleByArgument {
    let field: String
    let value: String

    init?(argument: String) {
        guard let pair = Mapping.pair(argument) else { return nil }
        (field, value) = pair
    }

    var defaultValueDescription: String { "\(field)=\(value)" }
    static var acceptedForm: String? { "a field and a value, such as starts=Date" }
}
