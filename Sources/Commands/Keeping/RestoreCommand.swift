import CommandLineKit
import Records
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
        var operation = RestoreBackup()
        operation.backup = Environment.current.path(file)
        let done = try common.perform(operation)
        try answer(done.contents, done.restored)
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
}

extension Failure {
    /// Why nobody can go back to a backup.
    init(_ trouble: BackupTrouble) {
        let nothing = "Nothing was changed."
        let shown = Environment.current.shown(trouble.path)
        let (what, advice): (String, String)
        switch trouble.cause {
        case .missing:
            self.init("\(shown): there is no such file", code: .noInput)
            return
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
        default:
            self.init(trouble.cause)
            return
        }
        self.init("\(shown): \(what)", advice: "\(nothing) \(advice)", code: .notADatabase)
    }
}
