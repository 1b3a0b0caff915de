import CommandLineKit
import Intake
import Records

extension Source: ExpressibleByArgument {}
extension DateStyle: ExpressibleByArgument {}

/// How columns and words of a file stand for fields and codes.
struct MappingOptions: ParsableArguments {
    @Option(help: "The files' source. Default: recognized from the header.") var source: Source?
    @Option(help: ArgumentHelp("Which column holds a field.", valueName: "field=column")) var map: [PairWord] = []
    @Option(help: ArgumentHelp("Use one value for every row.", valueName: "field=value")) var set: [PairWord] = []
    @Option(help: "How dates are written. Default: iso.") var dates: DateStyle?
    @Option(
        help: ArgumentHelp(
            "A file with these settings, plus values: the code for each word, by field, or under * for all.",
            valueName: "file"
        ),
        completion: .file()
    )
    var mapping: String?
    @Option(
        help: ArgumentHelp("Save these settings to a new file for next time.", valueName: "file"),
        completion: .file()
    )
    var saveMapping: String?
    @Option(help: ArgumentHelp("Ignore this column, whatever it holds.", valueName: "column")) var ignore: [String] =
        []
    @Flag(help: "Ignore columns that match no field.") var ignoreUnknown = false

    mutating func validate() throws {
        try Self.requireOnce(map, "--map")
        try Self.requireOnce(set, "--set")
        if let both = map.first(where: { pair in set.contains { $0.field == pair.field } }) {
            throw ValidationError("Use either --map \(both.field) or --set \(both.field), not both.")
        }
    }

    /// Refuses a field that is given twice: of the two, one would have no effect.
    private static func requireOnce(_ pairs: [PairWord], _ option: String) throws {
        var known: Set<String> = []
        for pair in pairs where !known.insert(pair.field).inserted {
            throw ValidationError("\(option) \(pair.field) can be used only once.")
        }
    }

    /// The mapping: the file's, with the options laid over it.
    func whole() throws -> Mapping {
        var options = Mapping()
        options.source = source
        for pair in map { options.columns[pair.field] = pair.value }
        for pair in set { options.set[pair.field] = pair.value }
        options.dates = dates
        options.ignoreUnknown = ignoreUnknown
        options.ignored = ignore
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
