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
        let environment = Environment.current
        let database = common.databasePath
        let (path, contents, shelf) = try common.look { store throws -> (String, Contents, BackupShelf?) in
            let path = try target(database)
            let contents: Contents
            do { contents = try store.backUp(to: path) } catch { throw Self.naming(path, error) }
            return (path, contents, keep == nil ? nil : try store.backups(beside: path))
        }
        let shown = environment.shown(path)
        if contents.people > 0 {
            let names = contents.people == 1 ? "the name of 1 person" : "the names of \(contents.people) people"
            Output.note("It holds \(names): keep it as safe as the database.")
        }
        let removed = try remove(from: shelf, made: path)
        for line in Self.lines(notCounted: shelf?.others ?? []) { Output.note(line) }
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
        let isThere = stat(typed, &status) == 0
        if !isThere, errno == ENOENT || errno == ENOTDIR { try Self.requireEnding(typed) }
        guard isThere, status.st_mode & S_IFMT == S_IFDIR else {
            let target = try OutputFile.target(typed, database: database)
            guard target.isRegular else { throw OutputProblem.cannotCreate(target.path, ENOTSUP) }
            return target.path
        }
        let folder = typed.count > 1 && typed.hasSuffix("/") ? String(typed.dropLast()) : typed
        return DatedBackup.fresh(for: database, in: folder, at: environment.clock.instant).path
    }

    /// Refuses a path where nothing is and that means a folder: one that ends with a slash, or whose name has no ending.
    private static func requireEnding(_ path: String) throws {
        guard let name = path.split(separator: "/").last else { return }
        let dot = name.dropFirst().lastIndex(of: ".")
        let hasEnding = dot.map { name.index(after: $0) < name.endIndex } ?? false
        if !hasEnding { throw OutputProblem.noFolder(path, String(name)) }
        if path.hasSuffix("/") { throw OutputProblem.noFolder(path, nil) }
    }

    /// Removes all but the newest earlier states of this record, by their history; which.
    private func remove(from shelf: BackupShelf?, made path: String) throws -> [String] {
        guard let keep, let shelf else { return [] }
        let removed = shelf.own.dropFirst(keep).filter { $0 != path }
        for old in removed where unlink(old) != 0 && errno != ENOENT {
            throw Self.notRemoved(old, errno, made: path)
        }
        return removed.reversed()
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

    /// What SQLite reports of the file that was to be made; the database itself is only read.
    static func naming(_ path: String, _ error: any Error) -> any Error {
        guard let trouble = error as? DatabaseError else { return error }
        if trouble.isCommitUncertain {
            return Failure(
                "\(Environment.current.shown(path)): the backup is made, but the disk reported a failure at the very end",
                advice: "Check the disk, and make another backup on another one.",
                code: .ioError
            )
        }
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
