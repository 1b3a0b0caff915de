import Calendar
import CommandLineKit
import Glibc
import Records
import SQLite

/// `groundwork backup [FILE]`
struct BackupCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "backup",
            abstract: "Copy the whole database to one file, also while others write.",
            discussion: """
                Without a file, or with a folder, the copy is named after the database and the instant. It is looked over \
                before it has its name. A file that is there already is replaced only where it is an older backup of the \
                same database.
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
        help: ArgumentHelp("Then remove all but the newest N backups of that folder with such names.", valueName: "n")
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
        let environment = Environment.current
        let database = common.databasePath
        let (path, contents) = try common.look { store in
            let path = try target(database)
            do { return (path, try store.backUp(to: path)) } catch { throw Self.naming(path, error) }
        }
        let shown = environment.shown(path)
        if contents.people > 0 {
            let names = contents.people == 1 ? "the name of 1 person" : "the names of \(contents.people) people"
            Output.note("It holds \(names): keep it as safe as the database.")
        }
        let removed = try remove(beyond: path, database)
        try Output.answer(
            lines: ["Backed up to \(shown): \(contents.words)."]
                + removed.map { "Removed, because --keep is \(keep ?? 0): \(environment.shown($0))" }
                + ["To go back to it: groundwork restore \(shown.asArgument) --yes"]
        )
    }

    /// The file to make.
    private func target(_ database: String) throws -> String {
        let environment = Environment.current
        var status = stat()
        let typed = file.map(environment.path) ?? DatedBackup.parts(of: database).folder
        guard stat(typed, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
            let target = try OutputFile.target(typed, database: database)
            guard target.isRegular else { throw OutputProblem.cannotCreate(target.path, ENOTSUP) }
            return target.path
        }
        let folder = typed.count > 1 && typed.hasSuffix("/") ? String(typed.dropLast()) : typed
        return DatedBackup.fresh(for: database, in: folder, at: environment.clock.instant).path
    }

    /// Removes the oldest dated backups where the new one lies; which.
    private func remove(beyond path: String, _ database: String) throws -> [String] {
        guard let keep else { return [] }
        let all = DatedBackup.all(of: database, in: DatedBackup.parts(of: path).folder).map(\.path)
        let removed = Array(all.dropFirst(keep).reversed())
        for old in removed where unlink(old) != 0 && errno != ENOENT {
            throw Self.notRemoved(old, errno, made: path)
        }
        return removed
    }

    static func notRemoved(_ old: String, _ code: Int32, made path: String) -> Failure {
        let shown = Environment.current.shown
        return Failure(
            "\(shown(old)): it can't be removed: \(Failure.words(code))",
            advice: "The new backup is made: \(shown(path))",
            code: .ioError
        )
    }

    /// What SQLite reports of the file that was to be made; the database itself is only read.
    private static func naming(_ path: String, _ error: any Error) -> any Error {
        guard let trouble = error as? DatabaseError else { return error }
        if trouble.isFull { return OutputProblem.failed(path, ENOSPC) }
        let isOfPath = trouble.code == .cannotOpen && trouble.systemError != 0
        return isOfPath ? OutputProblem.cannotCreate(path, trouble.systemError) : trouble
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
        let end = head.map { "history up to entry \(Store.number(of: $0.id)), \($0.at.prefix(10))" }
        return counts.joined(separator: ", ") + "; " + (end ?? "no history yet")
    }
}
