/// The number that the program ends with. Thrown from ``ParsableCommand/run()`` it ends the program without a message.
///
/// The numbers from 64 on are those of BSD's `sysexits.h`, with Groundwork's meaning (cli.md, "Shape").
package struct ExitCode: RawRepresentable, Error, Hashable, Sendable {
    /// The number itself.
    package let rawValue: Int32

    /// Takes any number.
    package init(rawValue: Int32) { self.rawValue = rawValue }

    /// Done.
    package static let success = ExitCode(rawValue: 0)
    /// `check` or `lint` found something, or a report of a batch failed.
    package static let findings = ExitCode(rawValue: 1)
    /// Unknown command or option, missing argument, malformed value.
    package static let usage = ExitCode(rawValue: 64)
    /// The input data is not acceptable; nothing was stored.
    package static let dataError = ExitCode(rawValue: 65)
    /// The database, an input file or a record does not exist.
    package static let noInput = ExitCode(rawValue: 66)
    /// A program or library that is needed for this is not installed.
    package static let unavailable = ExitCode(rawValue: 69)
    /// A defect of the program itself.
    package static let software = ExitCode(rawValue: 70)
    /// An output cannot be created, or exists where it must not.
    package static let cannotCreate = ExitCode(rawValue: 73)
    /// A read or write failed.
    package static let ioError = ExitCode(rawValue: 74)
    /// The database is locked by another writer for longer than the wait.
    package static let temporaryFailure = ExitCode(rawValue: 75)
    /// The file is not a Groundwork database of this version.
    package static let notADatabase = ExitCode(rawValue: 76)
    /// The account may not do this, or the system refused the file (EX_NOPERM of sysexits.h).
    package static let notPermitted = ExitCode(rawValue: 77)
    /// Interrupted from the keyboard.
    package static let interrupted = ExitCode(rawValue: 130)

    /// Whether the program did what was asked.
    package var isSuccess: Bool { self == .success }
}
