import Calendar
package import CommandLineKit
import Documents
import Glibc
import Intake
import PlainText
import Records
import Reports
import Service
import Web

/// Any error as what a person reads, and as the program's exit code: the last stop of every error.
///
/// What is wrong is one line without a full stop at its end; what to do next, where there is something, is another. It
/// holds no person's details, since the errors themselves hold none, and no statement.
package struct Failure: Error, Equatable {
    /// What is wrong, in one line.
    package let message: String
    /// Further lines of what is wrong: the other problems of a file.
    package var details: [String] = []
    /// What to do next, in one line.
    package let advice: String?
    /// The exit code, as cli.md lists them.
    package let code: ExitCode

    package init(_ message: String, advice: String? = nil, code: ExitCode) {
        self.message = message
        self.advice = advice
        self.code = code
    }

    /// Standard error's lines: `groundwork: WHAT IS WRONG`, then the advice; each of at most 500 characters and
    /// `Output.longestNote` bytes.
    package var lines: [String] {
        let first = "\(Environment.current.program): \(message)"
        return ([first] + details + [advice].compactMap { $0 }).map { line in
            let shown = VisibleText.line(line, bytes: Output.longestNote)
            return shown.count > 500 ? shown.prefix(499) + "…" : shown
        }
    }
}

extension Failure {
    /// The words and the code for `error`.
    package init(_ error: any Error) {
        switch error {
        case let error as Failure: self = error
        case let error as UsageError: self.init(usage: error.message, error.nextStep)
        case let error as ValidationError: self.init(usage: error.message, error.hint)
        case let error as RecordError: self.init(error)
        case let error as StoreError: self.init(error)
        case let error as DatabaseTrouble: self.init(error.fault, path: Environment.current.shown(error.path))
        case let error as UncertainCommit: self.init(error)
        case let problem as PlanProblem: self.init(plan: problem)
        case BackupError.wouldReplace(let path):
            self.init(
                "\(Environment.current.shown(path)): the file already exists, and is not an older backup of this database",
                advice: "Nothing was changed. Choose another file, or a folder.",
                code: .cannotCreate
            )
        case let error as ImportRefused: self.init(refused: error)
        case let error as MappingProblem:
            self.init(Environment.current.shown(error.description), advice: Self.nothingImported, code: .dataError)
        case let error as WorkbookProblem: self.init(error)
        case is Interrupted: self = .interrupted
        case let fault as any InputFault: self.init(fault)
        case let unclear as UnclearIdentity: self.init(unclear)
        case let problem as FileNotMade: self.init(problem)
        case let trouble as BackupTrouble: self.init(trouble)
        case is Unconfirmed:
            self.init(
                "someone else made changes while you were deciding, so nothing was changed",
                advice: "Run the command again to see what would be lost now.",
                code: .temporaryFailure
            )
        default:
            // A fault of the database that was not named with its file.
            let fault = DatabaseTrouble(error, path: "the database")?.fault
            self =
                fault.map { Failure($0, path: "the database") } ?? Failure(serving: error) ?? Failure(output: error)
                ?? Failure(file: error) ?? .defect(error)
        }
    }

    /// Somebody pressed Ctrl-C.
    static let interrupted = Failure("interrupted. Nothing was saved", code: .interrupted)

    private init(usage message: String, _ advice: String?) {
        self.init(message.asRemark, advice: advice, code: .usage)
    }

    /// A type's name and no more, because what an unknown error holds may be about people.
    private static func defect(_ error: any Error) -> Failure {
        Failure(
            "something went wrong in Groundwork (\(type(of: error)))",
            advice: "Please report it. Include the command you ran, but no one's name.",
            code: .software
        )
    }

    private init(_ error: RecordError) {
        let code: ExitCode =
            switch error {
            case .notFound, .absent, .nearlyKnown, .nothingLast, .unknown: .noInput
            case .ambiguous, .invalid, .noSuchField, .unknownOption, .missing: .usage
            case .notPermitted: .notPermitted
            case .broken, .refTaken, .refGone, .differs, .inUse, .notHeld, .refused, .nothingToUndo: .dataError
            }
        var advice = error.advice?.line
        if case .unknown(_, let word, let known) = error, let near = nearest(word, among: known) {
            advice = "Did you mean \(near)? \(advice ?? "")"
        }
        self.init(error.message, advice: advice, code: code)
    }

    init(_ error: StoreError) {
        let shown = Environment.current.shown
        switch error {
        case .missing(let path):
            let advice = "Set one up: groundwork init --program \"NAME OF YOUR PROGRAM\""
            self.init("\(shown(path)): the database doesn't exist", advice: advice, code: .noInput)
        case .exists(let path):
            let advice = "Choose another file with --database, or use this one as it is."
            self.init("\(shown(path)): the file already exists", advice: advice, code: .cannotCreate)
        case .notAPath(let text):
            self.init(CommonOptions.notAPath(text))
        case .notAFile(let path):
            self.init("\(shown(path)): this is a folder or a device, not a database", code: .notADatabase)
        case .foreign(let path):
            let advice = "Set up a new one: groundwork init --database NAME.db --program \"NAME\""
            self.init("\(shown(path)): this is not a Groundwork database", advice: advice, code: .notADatabase)
        case .newer(let version, let known):
            let words = "the database has version \(version), but this program only supports versions up to \(known)"
            self.init(words, advice: "Install a newer groundwork.", code: .notADatabase)
        case .outgrown(let version):
            let words =
                "the database has version \(version), from before groundwork 0.2, and can't be upgraded"
            let advice =
                "Export it with the version that created it (groundwork export all --identified -o FOLDER). "
                + "Then import that into a new database: groundwork import all FOLDER"
            self.init(words, advice: advice, code: .notADatabase)
        case .older(let version, let known):
            let words = "the database has version \(version), and this program needs version \(known)"
            self.init(words, advice: "Back it up and upgrade it: groundwork upgrade", code: .notADatabase)
        case .unknownZone(let zone):
            let advice = "Install time zone data (often a package named tzdata), then try again."
            self.init(
                "this computer has no data for the time zone \(quoted(zone))",
                advice: advice,
                code: .notADatabase
            )
        case .strange(let words):
            let what = "the database has \(words), which Groundwork did not create"
            let advice = "Remove it with the program that added it, or restore your last backup."
            self.init(what, advice: "Nothing was changed. \(advice)", code: .notADatabase)
        case .damaged(let words):
            self.init("the database is damaged: \(words.asRemark)", advice: Self.restore, code: .notADatabase)
        }
    }

    static let restore = "Nothing was changed. Keep this file, and restore your last backup."
}

extension String {
    /// A sentence as it stands behind `groundwork: `: a small letter at its front, no full stop where it is the only one.
    var asRemark: String {
        var text = self
        if let first = text.first, first.isUppercase, let second = text.dropFirst().first,
            second.isLowercase || second == " "
        {
            text = first.lowercased() + text.dropFirst()
        }
        let isOnly = !text.dropLast().contains(". ") && !text.dropLast().contains("? ")
        return isOnly && text.hasSuffix(".") && !text.hasSuffix("..") ? String(text.dropLast()) : text
    }
}
