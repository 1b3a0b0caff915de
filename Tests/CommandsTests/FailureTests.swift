import CommandLineKit
import Documents
import Files
import Glibc
import Intake
import Service
import Testing
import Web

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
            "groundwork: groundwork.db: someone else is saving to this database|Nothing was saved. Try again, or wait longer with --wait 60."
        ),
        (
            trouble(.locked), 75,
            "groundwork: groundwork.db: someone else is saving to this database|Nothing was saved. Try again, or wait longer with --wait 60."
        ),
        (
            trouble(.full), 74,
            "groundwork: groundwork.db: the disk is full|Nothing was saved. Free up some space, then try again."
        ),
        (
            trouble(.inputOutput, EIO), 74,
            "groundwork: groundwork.db: can't read or write the file: Input/output error|Nothing was saved. Check the disk."
        ),
        (
            trouble(.corrupt), 76,
            "groundwork: groundwork.db: the file is damaged|Nothing was changed. Keep this file, and restore your last backup."
        ),
        (
            trouble(.mismatch), 76,
            "groundwork: groundwork.db: the database has a number that isn't allowed|Nothing was changed. Find it with: groundwork check"
        ),
        (
            DatabaseTrouble(path: "groundwork.db", error: DatabaseError(code: .error, message: "integer overflow")), 76,
            "groundwork: groundwork.db: the database has a number that isn't allowed|Nothing was changed. Find it with: groundwork check"
        ),
        (trouble(.notADatabase), 76, "groundwork: groundwork.db: this is not a Groundwork database"),
        (
            trouble(.readOnly), 77,
            "groundwork: groundwork.db: you don't have permission to change this file|Nothing was saved. Ask whoever owns the file and its folder for access."
        ),
        (
            trouble(.permission), 77,
            "groundwork: groundwork.db: you don't have permission to change this file|Nothing was saved. Ask whoever owns the file and its folder for access."
        ),
        (
            trouble(.readOnlyDatabaseMoved), 75,
            "groundwork: groundwork.db: the file was replaced while it was open|Nothing was saved. Try again."
        ),
        (trouble(.cannotOpen, EACCES), 77, "groundwork: groundwork.db: can't open the file: Permission denied"),
        (trouble(.cannotOpen, EEXIST), 73, "groundwork: groundwork.db: the file already exists"),
        (trouble(.cannotOpen, EMFILE), 74, "groundwork: groundwork.db: can't open the file: Too many open files"),
        (
            trouble(.noMemory), 74,
            "groundwork: the computer ran out of memory|Nothing was saved. Close other programs, then try again."
        ),
        (trouble(.interrupted), 130, "groundwork: interrupted. Nothing was saved"),
        (
            NoServerLibrary(name: "libmicrohttpd.so.12"), 69,
            "groundwork: pages are served with libmicrohttpd.so.12, which is not installed|Install it (on Debian: apt-get install libmicrohttpd12)."
        ),
        (
            ListenProblem(port: 80, code: EACCES), 77,
            "groundwork: port 80 is reserved on this computer|Leave --port out for a free one."
        ),
        (
            ListenProblem(port: 8480, code: EADDRINUSE), 75,
            "groundwork: port 8480 is in use|Leave --port out for a free one."
        ),
        (ListenProblem(port: 0, code: EMFILE), 74, "groundwork: the server can't start: Too many open files"),
        (
            ServedAlready(path: "groundwork.db"), 75,
            "groundwork: groundwork.db: this record is open in a browser already|Use that window, or stop the server there first."
        ),
        (
            RecordReplacedMeanwhile(), 75,
            "groundwork: the record's file was replaced or upgraded, so its pages are closed|Start it again: groundwork serve"
        ),
        (
            WorkbookProblem.noLibrary("libxlsxwriter.so.4"), 73,
            "groundwork: workbooks need libxlsxwriter.so.4, which is not installed|Install it (on Debian: apt-get install libxlsxwriter4), or choose another format."
        ),
        (
            WorkbookProblem.failed("Error creating tmpfile(s)."), 74,
            "groundwork: can't create the workbook: error creating tmpfile(s)|No partial file was left behind. Check for free disk space and memory."
        ),
        (
            WorkbookProblem.tooManyRows(table: "attendance"), 64,
            "groundwork: attendance: too many rows for a workbook (the limit is 1,048,576)|Use a shorter --period, or --format csv."
        ),
        (
            WorkbookProblem.tooLong(table: "feedback", row: 17, column: "summary"), 64,
            "groundwork: feedback: summary in row 17 is too long for a workbook cell (the limit is 32,767 characters)|Use --format csv, which has no limit."
        ),
        (trouble(.tooBig), 65, "groundwork: a text is too long: more than 64 million bytes|Nothing was saved."),
        (
            StoreError.newer(9, known: 3), 76,
            "groundwork: the database has version 9, but this program only supports versions up to 3|Install a newer groundwork."
        ),
        (
            StoreError.older(2, known: 3), 76,
            "groundwork: the database has version 2, and this program needs version 3|Back it up and upgrade it: groundwork upgrade"
        ),
        (
            BackupTrouble(path: "safe.db", cause: .newer(9, known: 3)), 76,
            "groundwork: safe.db: the backup has version 9, but this program only supports versions up to 3|Nothing was changed. Install a newer groundwork."
        ),
        (
            BackupTrouble(path: "safe.db", cause: .older(2, known: 3)), 76,
            "groundwork: safe.db: the backup has version 2, and this program needs version 3|Nothing was changed. Upgrade it first: groundwork upgrade --database safe.db"
        ),
        (
            BackupTrouble(path: "safe.db", cause: .damaged("it can't be read")), 76,
            "groundwork: safe.db: the backup is damaged: it can't be read|Nothing was changed. Restore another backup."
        ),
        (
            BackupTrouble(path: "safe.db", cause: .strange("a table \"notes\"")), 76,
            "groundwork: safe.db: the backup has a table \"notes\", which Groundwork did not create|Nothing was changed. Remove it with the program that added it, or restore another backup."
        ),
        (
            FileNotMade(path: "safe.db", reason: .uncertain), 74,
            "groundwork: safe.db: the backup was written, but the disk reported an error while saving it|Check the disk, and make another backup on a different disk."
        ),
        (
            BackupCommand.notRemoved("old.db", EPERM, made: "new.db"), 74,
            "groundwork: old.db: can't remove the old backup: Operation not permitted|The new backup was saved: new.db"
        ),
        (
            StoreError.unknownZone("Mars/Olympus"), 76,
            "groundwork: this computer has no data for the time zone \"Mars/Olympus\"|Install time zone data (often a package named tzdata), then try again."
        ),
        (
            StoreError.damaged("it has no program"), 76,
            "groundwork: the database is damaged: it has no program|Nothing was changed. Keep this file, and restore your last backup."
        ),
        (
            UncertainCommit(error: DatabaseError(code: .inputOutput, message: ""), isStored: true), 74,
            "groundwork: the disk reported an error while saving, but the change was saved|Check the disk, then run: groundwork check"
        ),
        (
            UncertainCommit(error: DatabaseError(code: .inputOutput, message: ""), isStored: false), 74,
            "groundwork: the disk reported an error while saving, and the change was not saved|Check the disk, then try again."
        ),
        (
            UncertainCommit(error: DatabaseError(code: .inputOutput, message: ""), isStored: nil), 74,
            "groundwork: the disk reported an error while saving. The change may or may not be saved|Check the disk, then see if it was saved: groundwork history"
        ),
        (
            trouble(ResultCode(rawValue: 21)), 70,
            "groundwork: something went wrong in Groundwork (SQLite 21)|Nothing was saved. Please report it. Include the command you ran, but no one's name."
        ),
        (
            trouble(.constraint), 65,
            "groundwork: this breaks a rule of the database: records that belong together|Nothing was saved."
        ),
        (
            ForgetPeople.notCleaned(Forgotten()), 74,
            "groundwork: they were forgotten, but traces may be left in the file|Free up disk space, then run: groundwork person forget --by-name"
        ),
        (
            FileProblem.notSpooled(folder: "/tmp", code: ENOSPC), 74,
            "groundwork: /tmp: can't write a temporary file here: No space left on device"
        ),
        (FileProblem.notPermitted(path: "a.csv"), 77, "groundwork: a.csv: you don't have permission to read this file"),
        (
            FileProblem.changed(path: "a.csv"), 65,
            "groundwork: a.csv: the file changed while it was being read. Try again."
        ),
        (
            Files.OutputProblem.cannotCreate("a.csv", EACCES), 77,
            "groundwork: a.csv: you don't have permission to write there"
        ),
        (
            StoreError.outgrown(9), 76,
            "groundwork: the database has version 9, from before groundwork 0.2, and can't be upgraded|"
                + "Export it with the version that created it (groundwork export all --identified -o FOLDER). "
                + "Then import that into a new database: groundwork import all FOLDER"
        ),
        (
            BackupTrouble(path: "safe.db", cause: .outgrown(9)), 76,
            "groundwork: safe.db: the backup has version 9, from before groundwork 0.2|"
                + "Nothing was changed. Restore it with the version that created it."
        ),
        (
            Unconfirmed(consequence: .losingPairs(3), digest: "00"), 75,
            "groundwork: someone else made changes while you were deciding, so nothing was changed|"
                + "Run the command again to see what would be lost now."
        ),
        (
            ReadProblem(name: "standard input", code: EIO), 74,
            "groundwork: standard input: can't read the file: Input/output error"
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
                "groundwork: something went wrong in Groundwork (Unforeseen)",
                "Please report it. Include the command you ran, but no one's name.",
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
