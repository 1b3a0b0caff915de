import CommandLineKit
import Files
import Glibc
import Records
import Service

/// `groundwork backup [FILE]`
struct BackupCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "backup",
            abstract: "Copy the whole database to one file, also while others write.",
            discussion: """
                Without a file, or with a folder, the copy is named after the database and the instant. A name without an \
                ending is a folder's. The copy is looked over before it has its name. A file that is there already is \
                replaced only where it is an older backup of the same database. --keep counts and removes only earlier \
                states of this database with such names: no other program's, none of another version, and none from \
                before a restore.
                """,
            examples: [
                "groundwork backup",
                "groundwork backup /media/stick --keep 12",
            ]
        )
    }

    @Argument(help: "The file to make, or a folder for it; beside the database unless given.", completion: .file())
    var file: String?
    @Option(
        help: ArgumentHelp("Then remove all but the newest N backups of this database in that folder.", valueName: "n")
    )
    var keep: Int?
    @OptionGroup var common: CommonOptions

    mutating func validate() throws {
        if let keep, keep < 1 { throw ValidationError("--keep: \(keep) is not 1 or more.") }
        if file == "-" {
            throw ValidationError("A backup is a file that is looked over, so it needs a name.", hint: "Name a file.")
        }
    }

    func run() throws {
        let shown = Environment.current.shown
        var operation = BackUp()
        (operation.to, operation.keep) = (try target(), keep)
        let made = try common.perform(operation)
        if made.contents.people > 0 {
            let count = made.contents.people
            let names = count == 1 ? "the name of 1 person" : "the names of \(count) people"
            Output.note("It holds \(names): keep it as safe as the database.")
        }
        if let (old, code) = made.notRemoved { throw Self.notRemoved(old, code, made: made.path) }
        for line in Self.lines(notCounted: made.notCounted) { Output.note(line) }
        try Output.answer(
            lines: ["Backed up to \(shown(made.path)): \(made.contents.words)."]
                + made.removed.map { "Removed, because --keep is \(keep ?? 0): \(shown($0))" }
                + ["To go back to it: groundwork restore \(shown(made.path).asArgument) --yes"]
        )
    }

    /// The path that was typed; where it is a file's, one that may be written to.
    private func target() throws -> String? {
        let typed = file.map(Environment.current.path)
        guard case .file(let path) = try BackupPlace(typed, of: common.databasePath) else { return typed }
        let target = try common.outputRule().target(path)
        guard target.isRegular else { throw OutputProblem.cannotCreate(target.path, ENOTSUP) }
        return target.path
    }

    /// Files with the name of a backup that were not counted, and why.
    private static func lines(notCounted others: [BackupShelf.Other]) -> [String] {
        let lines = others.prefix(10).map { other in
            let why =
                switch other.reason {
                case .cutOff: "its history is not in this database, as after a restore"
                case .older(let version): "it is of version \(version), older than this program"
                case .newer(let version): "it is of version \(version), which needs a newer groundwork"
                case .unreadable: "it can't be read"
                }
            return "Not counted and not removed: \(Environment.current.shown(other.path)) (\(why))"
        }
        return lines + (others.count > 10 ? ["Not counted and not removed: \(others.count - 10) more"] : [])
    }

    static func notRemoved(_ old: String, _ code: Int32, made path: String) -> Failure {
        let shown = Environment.current.shown
        return Failure(
            "\(shown(old)): it can't be removed: \(Failure.words(code))",
            advice: "The new backup is made: \(shown(path))",
            code: .ioError
        )
    }
}

extension Contents {
    /// `3 sessions, 2 organizations, 4 people by name; history up to entry 9, 2026-11-21`
    var words: String {
        let counts = [
            CountWord.of(sessions, "session", "sessions"),
            CountWord.of(organizations, "organization", "organizations"),
            "\(CountWord.people(people)) by name",
        ]
        let end = head.map { "history up to entry \($0.number), \($0.at.prefix(10))" }
        return counts.joined(separator: ", ") + "; " + (end ?? "no history yet")
    }
}
