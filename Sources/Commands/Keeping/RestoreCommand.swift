import CommandLineKit
import Glibc
import Records
import SQLite
import Service

/// `groundwork restore FILE`
struct RestoreCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "restore",
            abstract: "Go back to a backup; the present database is kept beside it under another name.",
            discussion: """
                The backup itself stays as it is. It must be a sound Groundwork database of this version. People who \
                were forgotten since it was made are forgotten again, where the present database can be read.
                """,
            examples: ["groundwork restore groundwork-2026-11-21T120000Z.db --yes"]
        )
    }

    @Argument(help: "The backup to go back to.", completion: .file()) var file: String
    @OptionGroup var common: CommonOptions

    mutating func validate() throws {
        guard CommonOptions.isPath(file), file != "-" else {
            throw ValidationError("A backup is a file, and \(quoted(file)) is none.", hint: "Name the file.")
        }
    }

    func run() throws {
        let environment = Environment.current
        let (backup, path) = (environment.path(file), common.databasePath)
        let contents = try naming(backup) {
            try environment.interruption.check()
            return try Store.contents(of: backup, wait: common.wait, surroundings: environment.surroundings)
        }
        let isThere = try Self.isThere(path, backup)
        if isThere {
            let words = "\(environment.shown(path)) is there, and will be replaced by \(environment.shown(backup))."
            try Prompt.confirm(words, common)
        }
        let restored = try common.placing {
            do {
                return try Store.restore(
                    backup,
                    to: path,
                    wait: common.wait,
                    surroundings: environment.surroundings,
                    watch: { environment.interruption.watch($0) }
                )
            } catch let error as DatabaseError where [ENOENT, ENOTDIR].contains(error.systemError) {
                throw OutputProblem.cannotCreate(path, error.systemError)
            }
        }
        try answer(contents, restored)
    }

    private func answer(_ contents: Contents, _ restored: Restored) throws {
        let environment = Environment.current
        var lines = ["Restored \(environment.shown(common.databasePath)): \(contents.words)."]
        if let aside = restored.aside { lines.append("The database as it was: \(environment.shown(aside))") }
        switch restored.forgotten {
        case nil where contents.people > 0:
            Output.note("People who were forgotten after it was made are in it again: groundwork person forget REF")
        case let count? where count > 0:
            lines.append("Forgotten since, and forgotten again: \(CountWord.people(count)).")
        default: break
        }
        if restored.facilitators > 0 {
            let names = CountWord.of(restored.facilitators, "facilitator's name", "facilitators' names")
            lines.append("Removed again: \(names), forgotten since.")
        }
        if !restored.places.isEmpty { restored.places.lines.forEach(Output.note) }
        try Output.answer(lines: lines)
    }

    /// Whether something lies where the database goes.
    private static func isThere(_ path: String, _ backup: String) throws -> Bool {
        if !CommonOptions.isPath(path) { throw CommonOptions.notAPath(path) }
        var (status, own) = (stat(), stat())
        guard stat(path, &status) == 0 else {
            if errno == ENOENT, lstat(path, &status) == 0 { throw OutputProblem.isLink(path) }
            if errno != ENOENT { throw OutputProblem.cannotCreate(path, errno) }
            return false
        }
        if stat(backup, &own) == 0, own.st_dev == status.st_dev, own.st_ino == status.st_ino {
            throw ValidationError("The backup and the database are the same file.", hint: "Name another backup.")
        }
        if status.st_mode & S_IFMT != S_IFREG { throw StoreError.notAFile(path) }
        return true
    }

    /// Runs `body`, which reads the backup, and says of what goes wrong that it is about the backup.
    private func naming<R>(_ backup: String, _ body: () throws -> R) throws -> R {
        let shown = Environment.current.shown(backup)
        do {
            return try body()
        } catch let error as StoreError {
            throw Self.failure(shown, error)
        } catch let error as DatabaseError where error.code.primary == .notADatabase {
            throw Self.failure(shown, .foreign(backup))
        } catch let error as DatabaseError where error.isCorrupt {
            throw Self.failure(shown, .damaged("it can't be read"))
        } catch let error as DatabaseError {
            throw DatabaseTrouble(path: shown, error: error)
        }
    }
}

extension RestoreCommand {
    /// Why nobody can go back to a backup.
    static func failure(_ shown: String, _ error: StoreError) -> any Error {
        let nothing = "Nothing was changed."
        let (what, advice): (String, String)
        switch error {
        case .missing: return Failure("\(shown): there is no such file", code: .noInput)
        case .foreign, .notAFile:
            what = "this is not a Groundwork database"
            advice = "Name a file that groundwork backup made."
        case .damaged(let words):
            (what, advice) = ("the backup is damaged: \(words.asRemark)", "Go back to another backup.")
        case .strange(let words):
            what = "the backup has \(words), which Groundwork did not make"
            advice = "Remove that with the program that added it, or go back to another backup."
        case .newer(let version, let known):
            what = "the backup is of version \(version), and this program knows versions up to \(known)"
            advice = "Install a newer groundwork."
        case .outgrown(let version):
            what = "the backup is of version \(version), from before groundwork 0.2"
            advice = "Go back to it with the program that made it."
        case .older(let version, let known):
            what = "the backup is of version \(version), and this program works on version \(known)"
            advice = "First bring it up to date: groundwork upgrade --database \(shown.asArgument)"
        default: return error
        }
        return Failure("\(shown): \(what)", advice: "\(nothing) \(advice)", code: .notADatabase)
    }
}
