import CommandLineKit
import Records
import Service

/// Attendance, on the command line.
enum AttendanceKind: RecordKind {
    typealias Filter = AttendanceFilter
    static let words = "attendance"
    static let shown = ["session", "person", "name", "organization", "role", "status", "minutes"]
    static let sample = "2026-11-10-cci-foundations"
    static let change = ""

    struct Fields: FieldOptions {
        static let noun = Noun.attendance
    }
}

/// `groundwork attendance …`
struct AttendanceCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "attendance",
            abstract: "Who came to a session.",
            examples: ["groundwork attendance list --session 2026-11-10-cci-foundations"],
            subcommands: [AddAttendance.self, ListRecords<AttendanceKind>.self]
        )
    }

    @OptionGroup var common: CommonOptions
}

/// `attendance add SESSION --names FILE`
struct AddAttendance: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "add",
            abstract: "Take a paper sign-in sheet: one name a line.",
            discussion: """
                A name that is known within the organization trained is that person; any other is a new one. A name that \
                stands there twice is two people, the second one a head without a name.
                """,
            examples: [
                "groundwork attendance add last --names sheet.txt",
                "groundwork attendance add 2026-11-10-cci-foundations --names - < sheet.txt",
            ]
        )
    }

    @Argument(help: "The session's ref, an unambiguous beginning of it, or last.") var session: String
    @Option(help: ArgumentHelp("The sheet; - reads it from standard input.", valueName: "file"), completion: .file())
    var names: String
    @OptionGroup var common: CommonOptions

    func run() throws {
        var operation = SignInAttendees()
        operation.session = session
        operation.names = try NameSheet(file: names)
        let outcome = try common.perform(operation)
        let signed = outcome.signed
        let new = signed.peopleMade > 0 ? ", \(CountWord.of(signed.peopleMade, "person", "people")) new" : ""
        let state = signed.held ? " It is held now." : ""
        try Output.answer("At \(outcome.session.ref): \(signed.words)\(new).\(state) Undo: groundwork undo")
    }
}

extension SignedIn {
    /// `3 names kept, 1 head without a name (a name that stands there twice), 2 there already`
    var words: String {
        var parts = ["\(CountWord.of(named, "name", "names")) kept"]
        if nameless > 0 {
            parts.append("\(CountWord.of(nameless, "head", "heads")) without a name (a name that stands there twice)")
        }
        if unchanged > 0 { parts.append("\(unchanged) there already") }
        return parts.joined(separator: ", ")
    }
}
