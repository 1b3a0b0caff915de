import CommandLineKit
import Documents
import Records

/// A kind of record as the command line has it: which options it takes, and what its lists show.
protocol RecordKind: SendableMetatype {
    associatedtype Fields: FieldOptions
    associatedtype Filter: FilterOptions
    /// The commands' words: `session`, `organization profile`.
    static var words: String { get }
    /// The columns of a list on a terminal; files have all of them.
    static var shown: [String] { get }
    /// A ref for examples.
    static var sample: String { get }
    /// An option with a value for the example of `edit`.
    static var change: String { get }
}

extension RecordKind {
    static var noun: Noun { Fields.noun }
    static var type: RecordType { noun.type }
}

/// Options that choose records of a list, each named as a filter of `RecordFilter`; flags, each named as a condition that
/// the kind declares.
protocol FilterOptions: ParsableArguments {}

extension FilterOptions {
    /// What was typed, by the names of the filters; a condition that was named is there with "yes".
    var texts: [String: String] {
        Dictionary(given.map { ($0.name, $0.text) } + named.map { ($0, "yes") }) { $1 }
    }
}

extension ArgumentHelp {
    /// The help of a flag for a condition of a kind.
    static func condition(_ noun: Noun, _ name: String) -> ArgumentHelp {
        noun.type.condition(named: name).map { ArgumentHelp(stringLiteral: $0.label) } ?? ""
    }
}

extension ArgumentHelp {
    /// The help of `--status` for a kind whose states are derived from its days.
    static func states(_ noun: Noun) -> ArgumentHelp {
        let words = noun.type.conditions.map(\.name).joined(separator: ", ")
        return ArgumentHelp("Only with this status: \(words).", valueName: "word")
    }
}

extension CompletionKind {
    /// The states of a kind, for a shell.
    static func states(_ noun: Noun) -> CompletionKind { .list(noun.type.conditions.map(\.name)) }
}

/// The filters of records that happen on a day, for an organization, of a course, in a state.
struct SessionFilter: FilterOptions {
    @Option(help: ArgumentHelp("On or after this date.", valueName: "date")) var from: String?
    @Option(help: ArgumentHelp("On or before this date.", valueName: "date")) var to: String?
    @Option(help: ArgumentHelp("Only this organization.", valueName: "ref")) var organization: String?
    @Option(help: ArgumentHelp("Only this course.", valueName: "ref")) var course: String?
    @Option(help: .field(.session, "status"), completion: .field(.session, "status")) var status: String?
}

/// The filters of attendance.
struct AttendanceFilter: FilterOptions {
    @Option(help: ArgumentHelp("Only this session.", valueName: "ref")) var session: String?
    @Option(help: ArgumentHelp("On or after this date.", valueName: "date")) var from: String?
    @Option(help: ArgumentHelp("On or before this date.", valueName: "date")) var to: String?
    @Option(help: ArgumentHelp("Only sessions for this organization.", valueName: "ref")) var organization: String?
    @Option(help: ArgumentHelp("Only sessions of this course.", valueName: "ref")) var course: String?
    @Option(help: .field(.attendance, "status"), completion: .field(.attendance, "status")) var status: String?
}

/// The filters of what was counted at sessions.
struct CountFilter: FilterOptions {
    @Option(help: ArgumentHelp("Only this session.", valueName: "ref")) var session: String?
    @Option(help: ArgumentHelp("On or after this date.", valueName: "date")) var from: String?
    @Option(help: ArgumentHelp("On or before this date.", valueName: "date")) var to: String?
    @Option(help: ArgumentHelp("Only this organization.", valueName: "ref")) var organization: String?
    @Option(help: ArgumentHelp("Only sessions of this course.", valueName: "ref")) var course: String?
}

/// The filters of what organizations report about themselves.
struct ProfileFilter: FilterOptions {
    @Option(help: ArgumentHelp("On or after this date.", valueName: "date")) var from: String?
    @Option(help: ArgumentHelp("On or before this date.", valueName: "date")) var to: String?
    @Option(help: ArgumentHelp("Only this organization.", valueName: "ref")) var organization: String?
}

/// The filter of people.
struct OrganizationFilter: FilterOptions {
    @Option(help: ArgumentHelp("Only this organization.", valueName: "ref")) var organization: String?
}

/// A list that is short enough to be shown whole.
struct NoFilter: FilterOptions {}
