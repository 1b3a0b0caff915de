import CommandLineKit
import Files
import Records
import Service

/// The options that every command takes: which file, how long to wait, what is answered beforehand.
struct CommonOptions: ParsableArguments {
    @Option(
        name: [.customShort("d"), .long],
        help: ArgumentHelp(
            "The database file. Default: $GROUNDWORK_DATABASE, or groundwork.db in this folder.",
            valueName: "file"
        ),
        completion: .file()
    )
    var database: String?

    @Option(help: ArgumentHelp("How long to wait if someone else is saving.", valueName: "seconds"))
    var wait = 10.0

    @Flag(help: "Skip confirmation prompts.")
    var yes = false

    @Flag(help: "Turn off color, like $NO_COLOR.")
    var noColor = false

    mutating func validate() throws {
        guard wait >= 0, wait <= 86_400 else {
            throw ValidationError("--wait is out of range. Use 0 to 86400 seconds.")
        }
        if let database, !Self.isPath(database) { throw Self.notAPath(database) }
    }

    /// The database's path from the root; as it was typed where it is no path at all, which opening it refuses.
    var databasePath: String {
        let environment = Environment.current
        let typed = database ?? environment.variables["GROUNDWORK_DATABASE"].flatMap { $0.isEmpty ? nil : $0 }
        return environment.pathOfDatabase(typed ?? "groundwork.db")
    }

    /// What a command must not write over that reads these files, as they were typed; `-` is standard input.
    func outputRule(reading inputs: [String] = []) -> OutputRule {
        let environment = Environment.current
        let interruption = environment.interruption
        return OutputRule(
            database: databasePath,
            reading: inputs.map { $0 == "-" ? $0 : environment.path($0) },
            isStopped: { interruption.isRequested }
        )
    }

    /// Whether weight may be shown on a terminal (<https://no-color.org>).
    var usesColor: Bool {
        let variables = Environment.current.variables
        return !noColor && (variables["NO_COLOR"] ?? "").isEmpty && variables["TERM"] != "dumb"
    }

    static func isPath(_ text: String) -> Bool {
        !text.isEmpty && text != ":memory:" && !text.lowercased().hasPrefix("file:")
    }

    static func notAPath(_ text: String) -> ValidationError {
        ValidationError(
            "\(quoted(text)) is not a path. Name a database file.",
            hint: "If that is the file's name: --database ./\(text.isEmpty ? "NAME" : text)"
        )
    }
}

extension Environment {
    /// The path of a database, from the root; `:memory:` and `file:` stay as they are, to be refused.
    func pathOfDatabase(_ typed: String) -> String {
        CommonOptions.isPath(typed) ? path(typed) : typed
    }
}
