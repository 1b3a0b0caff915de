import CommandLineKit
import Records
import Service

/// `groundwork restore FILE`
struct RestoreCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "restore",
            abstract: "Restore a backup. The current database is kept under another name.",
            discussion: """
                The backup file is not changed. It must be an undamaged Groundwork database of this version. People \
                you forgot since \
                the backup are forgotten again, if the current database can be read.
                """,
            examples: ["groundwork restore groundwork-2026-11-21T120000Z.db --yes"]
        )
    }

    @Argument(help: "The backup to restore.", completion: .file()) var file: String
    @OptionGroup var common: CommonOptions

    mutating func validate() throws {
        guard CommonOptions.isPath(file), file != "-" else {
            throw ValidationError("\(quoted(file)) is not a file.", hint: "Name the backup file.")
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
        if let aside = restored.aside { lines.append("The previous database: \(environment.shown(aside))") }
        switch restored.forgotten {
        case nil where contents.people > 0:
            Output.note(
                "People you forgot after this backup are in it again. To forget them: groundwork person forget REF"
            )
        case let count? where count > 0:
            lines.append("Forgotten again: \(CountWord.people(count)).")
        default: break
        }
        if restored.facilitators > 0 {
            let names = CountWord.of(restored.facilitators, "facilitator's name", "facilitators' names")
            lines.append("Removed again: \(names).")
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
            self.init("\(shown): the file doesn't exist", code: .noInput)
            return
        case .foreign, .notAFile:
            what = "this is not a Groundwork database"
            advice = "Use a file that groundwork backup created."
        case .damaged(let words):
            (what, advice) = ("the backup is damaged: \(words.asRemark)", "Restore another backup.")
        case .strange(let words):
            what = "the backup has \(words), which Groundwork did not create"
            advice = "Remove it with the program that added it, or restore another backup."
        case .newer(let version, let known):
            what = "the backup has version \(version), but this program only supports versions up to \(known)"
            advice = "Install a newer groundwork."
        case .outgrown(let version):
            what = "the backup has version \(version), from before groundwork 0.2"
            advice = "Restore it with the version that created it."
        case .older(let version, let known):
            what = "the backup has version \(version), and this program needs version \(known)"
            advice = "Upgrade it first: groundwork upgrade --database \(shown.asArgument)"
        default:
            self.init(trouble.cause)
            return
        }
        self.init("\(shown): \(what)", advice: "\(nothing) \(advice)", code: .notADatabase)
    }
}
