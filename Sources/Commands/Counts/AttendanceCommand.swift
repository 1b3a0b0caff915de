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
            abstract: "Manage who attended a session.",
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
            abstract: "Add names from a paper sign-in sheet, one name per line.",
            discussion: """
                A name already on file at the organization trained is matched to that person. Any other name is a \
                new person. If a \
                name is listed twice, the second one is counted without a name.
                """,
            examples: [
                "groundwork attendance add last --names sheet.txt",
                "groundwork attendance add 2026-11-10-cci-foundations --names - < sheet.txt",
            ]
        )
    }

    @Argument(help: "The session's ref (or its first letters), or last.") var session: String
    @Option(help: ArgumentHelp("The sheet. Use - for standard input.", valueName: "file"), completion: .file())
    var names: String
    @OptionGroup var common: CommonOptions

    func run() throws {
        var operation = SignInAttendees()
        operation.session = session
        operation.names = try NameSheet(file: names)
        let outcome = try common.perform(operation)
        let signed = outcome.signed
        let new = signed.peopleMade > 0 ? ", \(signed.peopleMade) new on file" : ""
        try Output.stored(
            "Signed in: \(outcome.session.called), \(signed.words)\(new).",
            signed.held ? "Marked as held." : nil
        )
    }
}

extension SignedIn {
    /// `3 names kept, 1 head without a name (a name that stands there twice), 2 there already`
    var words: String {
        var parts = ["\(CountWord.of(named, "name", "names"))"]
        if nameless > 0 {
            parts.append("\(nameless) more without a name (listed twice)")
        }
        if unchanged > 0 { parts.append("\(unchanged) already recorded") }
        return parts.joined(separator: ", ")
    }
}
