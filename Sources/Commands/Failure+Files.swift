import Calendar
import CommandLineKit
import Files
import Glibc
import Inbox
import Intake
import Records
import Reports
import Service

extension Failure {
    /// What went wrong with the database; the words and statements of its engine stay inside.
    init(_ fault: DatabaseFault, path: String) {
        let nothing = "Nothing was saved."
        switch fault {
        case .moved:
            self.init(
                "\(path): the file was replaced while it was open",
                advice: "\(nothing) Try again.",
                code: .temporaryFailure
            )
        case .busy:
            let advice = "\(nothing) Try again, or wait longer with --wait 60."
            self.init("\(path): someone else is saving to this database", advice: advice, code: .temporaryFailure)
        case .interrupted: self = .interrupted
        case .full:
            self.init(
                "\(path): the disk is full",
                advice: "\(nothing) Free up some space, then try again.",
                code: .ioError
            )
        case .inputOutput(let code):
            let reason = code == 0 ? "" : ": \(Self.words(code))"
            self.init(
                "\(path): can't read or write the file\(reason)",
                advice: "\(nothing) Check the disk.",
                code: .ioError
            )
        case .mistaken:
            let advice = "Nothing was changed. Find it with: groundwork check"
            self.init("\(path): the database has a number that isn't allowed", advice: advice, code: .notADatabase)
        case .damaged: self.init("\(path): the file is damaged", advice: Self.restore, code: .notADatabase)
        case .foreign: self.init("\(path): this is not a Groundwork database", code: .notADatabase)
        case .notPermitted:
            let advice = "\(nothing) Ask whoever owns the file and its folder for access."
            self.init("\(path): you don't have permission to change this file", advice: advice, code: .notPermitted)
        case .cannotOpen(let code, let words): self.init(cannotOpen: code, words, path)
        case .noMemory:
            self.init(
                "the computer ran out of memory",
                advice: "\(nothing) Close other programs, then try again.",
                code: .ioError
            )
        case .broken(let rule):
            let words = (rule ?? "records that belong together").replacingUnderscores
            self.init("this breaks a rule of the database: \(words)", advice: nothing, code: .dataError)
        case .tooBig: self.init("a text is too long: more than 64 million bytes", advice: nothing, code: .dataError)
        case .defect(let code):
            self.init(
                "something went wrong in Groundwork (SQLite \(code))",
                advice: "\(nothing) Please report it. Include the command you ran, but no one's name.",
                code: .software
            )
        }
    }

    private init(cannotOpen error: Int32, _ words: String, _ path: String) {
        let code: ExitCode =
            switch error {
            case EACCES, EPERM, EROFS: .notPermitted
            case ENOENT, ENOTDIR: .noInput
            case EEXIST: .cannotCreate
            case 0: .notADatabase
            default: .ioError
            }
        let reason = error == 0 ? words.asRemark : Self.words(error)
        let isThere = error == EEXIST
        self.init("\(path): \(isThere ? "the file already exists" : "can't open the file: \(reason)")", code: code)
    }

    init(_ error: UncertainCommit) {
        let what = "the disk reported an error while saving"
        let look = "Check the disk, then see if it was saved: groundwork history"
        switch error.isStored {
        case true?:
            self.init(
                "\(what), but the change was saved",
                advice: "Check the disk, then run: groundwork check",
                code: .ioError
            )
        case false?:
            self.init(
                "\(what), and the change was not saved",
                advice: "Check the disk, then try again.",
                code: .ioError
            )
        case nil: self.init("\(what). The change may or may not be saved", advice: look, code: .ioError)
        }
    }

    static let nothingImported = "Nothing was imported."

    /// The first problems of a file, and how many there are; `nothing` says what was kept from happening.
    init(refused: ImportRefused, nothing: String = nothingImported) {
        let lines = refused.issues.map { Environment.current.shown($0.description) }
        let advice = Set(refused.issues.map(\.advice))
        let only = advice.count == 1 && refused.count == refused.issues.count ? refused.issues.first?.advice : nil
        let count =
            refused.count == 1
            ? ""
            : "\(refused.count) problems\(refused.count > lines.count ? " (the first \(lines.count) are shown)" : ""). "
        let next = only.map { " \(Environment.current.shown($0.line))" } ?? ""
        self.init(
            lines.first ?? "nothing to import",
            advice: count + nothing + next,
            code: .dataError
        )
        details = Array(lines.dropFirst())
    }

    /// What became of an output; nil for any other error.
    init?(output error: any Error) {
        switch error {
        case let problem as WriteProblem:
            self.init("can't write the output: \(Self.words(problem.code))", code: .ioError)
        case let lost as AnswerLost:
            let words = "can't print the result: \(Self.words(lost.problem.code))"
            self.init(words, advice: "Your change was saved.", code: .ioError)
        case let problem as Files.OutputProblem: self.init(problem)
        case let problem as FolderProblem: self.init(problem)
        case let pages as PagesForOthers: self.init(pages)
        case let sent as SentFolder: self.init(sent)
        case let difference as DisclosingDifference: self.init(difference)
        case PublicFolderProblem.unwritable(let path, let code):
            self.init(
                "\(Environment.current.shown(path)): can't use this folder for public pages: \(Self.words(code))",
                advice: "It must be a folder of yours that nobody else can write to.",
                code: .cannotCreate
            )
        case PublicFolderProblem.damaged(let path):
            self.init(
                "\(Environment.current.shown(path)): this file is damaged",
                advice: "Delete it. The next change to the database writes it again.",
                code: .dataError
            )
        case let problem as Intake.OutputProblem:
            let outcome: Files.OutputProblem =
                switch problem.kind {
                case .cannotCreate: .cannotCreate(problem.path, problem.code)
                case .writeFailed: .failed(problem.path, problem.code)
                case .exists: .exists(problem.path)
                }
            self.init(outcome)
        default: return nil
        }
    }

    /// Why a file was not made.
    init(_ problem: FileNotMade) {
        switch problem.reason {
        case .system(let code): self.init(Files.OutputProblem.cannotCreate(problem.path, code))
        case .full: self.init(Files.OutputProblem.failed(problem.path, ENOSPC))
        case .isLink: self.init(Files.OutputProblem.isLink(problem.path))
        case .noFolder(let name): self.init(Files.OutputProblem.noFolder(problem.path, name))
        case .uncertain:
            let what = "the backup was written, but the disk reported an error while saving it"
            self.init(
                "\(Environment.current.shown(problem.path)): \(what)",
                advice: "Check the disk, and make another backup on a different disk.",
                code: .ioError
            )
        }
    }

    private init(_ problem: Files.OutputProblem) {
        let shown = Environment.current.shown
        switch problem {
        case .isDatabase(let path):
            self.init(
                "\(shown(path)): this is the database itself",
                advice: "Choose another file.",
                code: .cannotCreate
            )
        case .isLink(let path):
            self.init("\(shown(path)): this is a link", advice: "Use the file it points to.", code: .cannotCreate)
        case .isInput(let path):
            let words = "\(shown(path)): this is also an input file"
            self.init(words, advice: "Write to another file.", code: .cannotCreate)
        case .exists(let path):
            let words = "\(shown(path)): the file already exists"
            self.init(words, advice: "Choose a new name: this option never replaces a file.", code: .cannotCreate)
        case .isTwice(let path):
            let words = "\(shown(path)): two options would write this file"
            self.init(words, advice: "Give each its own file.", code: .cannotCreate)
        case .failed(let path, let code):
            let words = "\(shown(path)): can't write the file: \(Self.words(code))"
            self.init(words, advice: "No partial file was left behind.", code: .ioError)
        case .noFolder(let path, let name):
            let other = name.map { " If you meant a file, add an ending: \($0).db" } ?? ""
            let advice = "Create the folder first, or plug in the drive." + other
            self.init("\(shown(path)): the folder doesn't exist", advice: advice, code: .noInput)
        case .cannotCreate(let path, EISDIR):
            self.init("\(shown(path)): this is a folder", advice: "Choose a file in it.", code: .cannotCreate)
        case .cannotCreate(let path, let code) where code == EACCES || code == EPERM || code == EROFS:
            self.init("\(shown(path)): you don't have permission to write there", code: .notPermitted)
        case .cannotCreate(let path, let code):
            let exit: ExitCode = code == ENOSPC || code == EIO || code == EDQUOT ? .ioError : .cannotCreate
            self.init("\(shown(path)): can't create the file: \(Self.words(code))", code: exit)
        }
    }

    private init(_ problem: FolderProblem) {
        let shown = Environment.current.shown
        switch problem {
        case .isHeld(let path):
            self.init(
                "\(shown(path)): another batch is being made there",
                advice: "Nothing was made. Wait for it to end, or name another folder.",
                code: .temporaryFailure
            )
        case .holdsOthers(let path, let names):
            self.init(
                "\(shown(path)): tables of another export lie there: \(Self.firstOf(names))",
                advice: "Nothing was written. Name another folder, or take them away first.",
                code: .cannotCreate
            )
        }
    }

    private init(_ pages: PagesForOthers) {
        let others = "pages for other readers (profile \(pages.profile)) lie there: \(Self.firstOf(pages.files))"
        self.init(
            "\(Environment.current.shown(pages.folder)): \(others)",
            advice: "Nothing was made. Name another folder, or take them away first.",
            code: .cannotCreate
        )
    }

    private init(_ sent: SentFolder) {
        let (publication, day) = (sent.publication, sent.publication.sentOn.words)
        self.init(
            "\(Environment.current.shown(sent.folder)): these reports were sent to \(publication.sentTo) on \(day)",
            advice: "Nothing was made. Name another folder. To see what would be different today: "
                + "groundwork publication compare \(publication.ref)",
            code: .cannotCreate
        )
    }

    /// A difference is named by its figure and by what it is about, never by how many lie between.
    private init(_ difference: DisclosingDifference) {
        let (new, earlier) = (difference.disclosure.new, difference.earlier)
        let day = earlier.sentOn.words
        self.init(
            "\(new.title)\(new.name.place): with what you sent to \(earlier.sentTo) on \(day), the difference is only a "
                + "few people, who could be told apart",
            advice: "Not recorded. Leave that figure out, or wait until more people are in it. If you send the reports "
                + "all the same, add --despite.",
            code: .notPermitted
        )
    }

    /// The first name, and how many more there are.
    private static func firstOf(_ names: [String]) -> String {
        let more = names.count > 1 ? " and \(names.count - 1) more" : ""
        return (names.first ?? "") + more
    }

    /// Why a file could not be read; nil for any other error.
    init?(file error: any Error) {
        switch error {
        case let problem as ReadProblem:
            self.init("\(problem.name): can't read the file: \(Self.words(problem.code))", code: .ioError)
        case FileProblem.interrupted: self = .interrupted
        case let problem as FileProblem:
            self.init(Environment.current.shown(problem.description), code: Self.code(of: problem))
        default: return nil
        }
    }

    private static func code(of problem: FileProblem) -> ExitCode {
        switch problem {
        case .missing, .directory, .device: .noInput
        case .notPermitted: .notPermitted
        case .unreadable, .notSpooled: .ioError
        case .changed: .dataError
        case .interrupted: .interrupted
        }
    }

    static func words(_ code: Int32) -> String {
        strerror(code).map { String(cString: $0) } ?? "error \(code)"
    }
}
