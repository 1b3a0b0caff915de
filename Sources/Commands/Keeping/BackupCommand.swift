import Calendar
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
            abstract: "Back up the database to one file, even while others are working.",
            discussion: """
                By default, or if you name a folder, the backup is named after the database and the time. A name \
                without an ending is \
                a folder. Groundwork checks the backup before it gets its name. An existing file is replaced only if \
                it is an older \
                backup of the same database. --keep removes only older backups of this database with such names. It \
                leaves other \
                programs' backups, other versions, and backups from before a restore.
                """,
            examples: [
                "groundwork backup",
                "groundwork backup /media/stick --keep 12",
            ]
        )
    }

    @Argument(help: "The backup file or its folder. Default: next to the database.", completion: .file())
    var file: String?
    @Option(
        help: ArgumentHelp("Then keep only the newest N backups in that folder.", valueName: "n")
    )
    var keep: Int?
    @OptionGroup var common: CommonOptions

    mutating func validate() throws {
        if let keep, keep < 1 { throw ValidationError("--keep is \(keep). Use 1 or more.") }
        if file == "-" {
            throw ValidationError("A backup can't go to standard output.", hint: "Name a file.")
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
            Output.note("This backup has \(names). Keep it as safe as the database.")
        }
        if let (old, code) = made.notRemoved { throw Self.notRemoved(old, code, made: made.path) }
        for line in Self.lines(notCounted: made.notCounted) { Output.note(line) }
        try Output.answer(
            lines: ["Backed up to \(shown(made.path)): \(made.contents.words)."]
                + made.removed.map { "Removed (--keep \(keep ?? 0)): \(shown($0))" }
                + ["To restore it: groundwork restore \(shown(made.path).asArgument) --yes"]
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
                case .cutOff: "from before a restore"
                case .older(let version): "from an older version, \(version)"
                case .newer(let version): "from a newer version, \(version)"
                case .unreadable: "can't be read"
                }
            return "Not counted and not removed: \(Environment.current.shown(other.path)) (\(why))"
        }
        return lines + (others.count > 10 ? ["Not counted and not removed: \(others.count - 10) more"] : [])
    }

    static func notRemoved(_ old: String, _ code: Int32, made path: String) -> Failure {
        let shown = Environment.current.shown
        return Failure(
            "\(shown(old)): can't remove the old backup: \(Failure.words(code))",
            advice: "The new backup was saved: \(shown(path))",
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
            "\(people == 1 ? "1 name" : "\(people) names")",
        ]
        let end = head.map { "history up to entry \($0.number), \($0.at.dayWords)" }
        return counts.joined(separator: ", ") + "; " + (end ?? "no history yet")
    }
}
