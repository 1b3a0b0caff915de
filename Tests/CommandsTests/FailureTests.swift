import CommandLineKit
import Documents
import Files
import Glibc
import Intake
import Service
import Testing

@testable import Commands
@testable import Records
@testable import SQLite

/// Errors that no command line brings about at will: what they would say, whole.
@Suite struct FailureTests {
    private static func trouble(_ code: ResultCode, _ number: Int32 = 0) -> DatabaseTrouble {
        DatabaseTrouble(
            path: "groundwork.db",
            error: DatabaseError(code: code, message: "words of SQLite", sql: "SELECT 1", systemError: number)
        )
    }

    private static var uncertain: DatabaseError {
        var error = DatabaseError(code: .inputOutput, message: "")
        error.isCommitUncertain = true
        return error
    }

    static let failures: [(any Error, Int32, String)] = [
        (
            trouble(.busy), 75,
            "groundwork: groundwork.db: somebody else is writing to it|Nothing was stored. Try again, or wait longer: --wait 60"
        ),
        (
            trouble(.locked), 75,
            "groundwork: groundwork.db: somebody else is writing to it|Nothing was stored. Try again, or wait longer: --wait 60"
        ),
        (
            trouble(.full), 74,
            "groundwork: groundwork.db: the disk is full|Nothing was stored. Make room, and try again."
        ),
        (
            trouble(.inputOutput, EIO), 74,
            "groundwork: groundwork.db: reading or writing it failed: Input/output error|Nothing was stored. Check the disk."
        ),
        (
            trouble(.corrupt), 76,
            "groundwork: groundwork.db: the file is damaged|Nothing was changed. Keep the file, and go on from your last backup."
        ),
        (
            trouble(.mismatch), 76,
            "groundwork: groundwork.db: a number in it is not one that its rules allow|Nothing was changed. See where: groundwork check"
        ),
        (
            DatabaseTrouble(path: "groundwork.db", error: DatabaseError(code: .error, message: "integer overflow")), 76,
            "groundwork: groundwork.db: a number in it is not one that its rules allow|Nothing was changed. See where: groundwork check"
        ),
        (trouble(.notADatabase), 76, "groundwork: groundwork.db: this is not a Groundwork database"),
        (
            trouble(.readOnly), 77,
            "groundwork: groundwork.db: you are not permitted to write to it|Nothing was stored. Ask whoever owns the file and its folder."
        ),
        (
            trouble(.permission), 77,
            "groundwork: groundwork.db: you are not permitted to write to it|Nothing was stored. Ask whoever owns the file and its folder."
        ),
        (
            trouble(.readOnlyDatabaseMoved), 75,
            "groundwork: groundwork.db: another file has taken its place|Nothing was stored. Try again."
        ),
        (trouble(.cannotOpen, EACCES), 77, "groundwork: groundwork.db: it cannot be opened: Permission denied"),
        (trouble(.cannotOpen, EEXIST), 73, "groundwork: groundwork.db: there is a file already"),
        (trouble(.cannotOpen, EMFILE), 74, "groundwork: groundwork.db: it cannot be opened: Too many open files"),
        (trouble(.noMemory), 74, "groundwork: memory ran out|Nothing was stored. Close other programs, and try again."),
        (trouble(.interrupted), 130, "groundwork: interrupted; nothing was stored"),
        (
            WorkbookProblem.noLibrary("libxlsxwriter.so.4"), 73,
            "groundwork: workbooks are written with libxlsxwriter.so.4, which is not installed|Install it (on Debian: apt-get install libxlsxwriter4), or choose another format."
        ),
        (
            WorkbookProblem.failed("Error creating tmpfile(s)."), 74,
            "groundwork: the workbook could not be made: error creating tmpfile(s)|No part of it was left behind. Is there room on the disk and in memory?"
        ),
        (
            WorkbookProblem.tooManyRows(table: "attendance"), 64,
            "groundwork: attendance: a sheet holds 1,048,576 rows, and there are more|Name a shorter --period, or choose --format csv."
        ),
        (
            WorkbookProblem.tooLong(table: "feedback", row: 17, column: "summary"), 64,
            "groundwork: feedback: summary in row 17 is longer than the 32,767 characters that a cell holds|Choose --format csv, which has no such limit."
        ),
        (trouble(.tooBig), 65, "groundwork: a text is longer than 64 million bytes|Nothing was stored."),
        (
            StoreError.newer(9, known: 3), 76,
            "groundwork: the database is of version 9, and this program knows versions up to 3|Install a newer groundwork."
        ),
        (
            StoreError.older(2, known: 3), 76,
            "groundwork: the database is of version 2, and this program works on version 3|Back it up and bring it up to date: groundwork upgrade"
        ),
        (
            BackupTrouble(path: "safe.db", cause: .newer(9, known: 3)), 76,
            "groundwork: safe.db: the backup is of version 9, and this program knows versions up to 3|Nothing was changed. Install a newer groundwork."
        ),
        (
            BackupTrouble(path: "safe.db", cause: .older(2, known: 3)), 76,
            "groundwork: safe.db: the backup is of version 2, and this program works on version 3|Nothing was changed. First bring it up to date: groundwork upgrade --database safe.db"
        ),
        (
            BackupTrouble(path: "safe.db", cause: .damaged("it can't be read")), 76,
            "groundwork: safe.db: the backup is damaged: it can't be read|Nothing was changed. Go back to another backup."
        ),
        (
            BackupTrouble(path: "safe.db", cause: .strange("a table \"notes\"")), 76,
            "groundwork: safe.db: the backup has a table \"notes\", which Groundwork did not make|Nothing was changed. Remove that with the program that added it, or go back to another backup."
        ),
        (
            FileNotMade(path: "safe.db", reason: .uncertain), 74,
            "groundwork: safe.db: the backup is made, but the disk reported a failure at the very end|Check the disk, and make another backup on another one."
        ),
        (
            BackupCommand.notRemoved("old.db", EPERM, made: "new.db"), 74,
            "groundwork: old.db: it can't be removed: Operation not permitted|The new backup is made: new.db"
        ),
        (
            StoreError.unknownZone("Mars/Olympus"), 76,
            "groundwork: this machine does not know the time zone \"Mars/Olympus\"|Install the machine's time zones (often a package named tzdata), and try again."
        ),
        (
            StoreError.damaged("it names no program"), 76,
            "groundwork: the database is damaged: it names no program|Nothing was changed. Keep the file, and go on from your last backup."
        ),
        (
            UncertainCommit(error: DatabaseError(code: .inputOutput, message: ""), isStored: true), 74,
            "groundwork: the disk reported a failure at the very end; the change is stored|Check the disk, then: groundwork check"
        ),
        (
            UncertainCommit(error: DatabaseError(code: .inputOutput, message: ""), isStored: false), 74,
            "groundwork: the disk reported a failure at the very end; the change is not stored|Check the disk, and try again."
        ),
        (
            UncertainCommit(error: DatabaseError(code: .inputOutput, message: ""), isStored: nil), 74,
            "groundwork: the disk reported a failure at the very end; the change may be stored|Check the disk, then see whether it is stored: groundwork history"
        ),
        (
            trouble(ResultCode(rawValue: 21)), 70,
            "groundwork: this is a defect of the program (SQLite 21)|Nothing was stored. Please report it, with the command that you ran but without people's names."
        ),
        (
            trouble(.constraint), 65,
            "groundwork: this breaks a rule of the record: records that belong together|Nothing was stored."
        ),
        (
            ForgetPeople.notCleaned(Forgotten()), 74,
            "groundwork: they are forgotten, but the file could not be cleaned of old bytes|Make room on the disk, then: groundwork person forget --by-name"
        ),
        (
            FileProblem.notSpooled(folder: "/tmp", code: ENOSPC), 74,
            "groundwork: /tmp: no temporary file can be kept here: No space left on device"
        ),
        (FileProblem.notPermitted(path: "a.csv"), 77, "groundwork: a.csv: you are not permitted to read this file"),
        (
            FileProblem.changed(path: "a.csv"), 65,
            "groundwork: a.csv: was changed by somebody else while it was being read; try again"
        ),
        (
            Files.OutputProblem.cannotCreate("a.csv", EACCES), 77,
            "groundwork: a.csv: you are not permitted to write there"
        ),
        (
            StoreError.outgrown(9), 76,
            "groundwork: the database is of version 9, from before groundwork 0.2, and can't be brought up to date|"
                + "Export it with the program that made it (groundwork export all --identified -o FOLDER), and import that "
                + "into a new one."
        ),
        (
            BackupTrouble(path: "safe.db", cause: .outgrown(9)), 76,
            "groundwork: safe.db: the backup is of version 9, from before groundwork 0.2|"
                + "Nothing was changed. Go back to it with the program that made it."
        ),
        (
            Unconfirmed(consequence: .losingPairs(3), digest: "00"), 75,
            "groundwork: what would be lost has changed while you were asked; nothing was changed|"
                + "Run the command again to see what it is now."
        ),
        (
            ReadProblem(name: "standard input", code: EIO), 74,
            "groundwork: standard input: cannot be read: Input/output error"
        ),
    ]

    @Test(arguments: failures.indices)
    func `an error has its words and its code`(index: Int) {
        let (error, code, words) = Self.failures[index]
        let failure = Failure(error)
        #expect(failure.lines.joined(separator: "|") == words)
        #expect(failure.code.rawValue == code)
    }

    @Test func `a defect names the kind of error and nothing that it holds`() {
        struct Unforeseen: Error { let name = "Wren" }
        let failure = Failure(Unforeseen())
        #expect(failure.code == .software)
        #expect(
            failure.lines == [
                "groundwork: this is a defect of the program (Unforeseen)",
                "Please report it, with the command that you ran but without people's names.",
            ]
        )
        #expect(!failure.lines.joined().contains("Wren"))
    }

    @Test func `a statement of SQL is never part of a message`() {
        for code in 1...28 {
            let failure = Failure(Self.trouble(ResultCode(rawValue: Int32(code))))
            #expect(!failure.lines.joined().contains("SELECT"))
            #expect(failure.code.rawValue >= 64)
        }
    }
}
