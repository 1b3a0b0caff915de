import Glibc
import Records
import SQLite
import Support
import Testing

@testable import Commands

/// Errors about files that are too large, or too damaged, to lie beside the pages: each shown whole.
@Suite struct LargeInputTests {
    private static let megabyte = String(repeating: "x", count: 1 << 20)

    /// A command, the file that it reads, and what standard error says.
    static let cases: [(command: String, file: @Sendable () -> String, words: String)] = [
        (
            "log foundations cci 2026-11-10 --names large",
            { String(repeating: "Wren and others\n", count: 1 << 20) + "Rook\n" },
            "groundwork: large: the file is too large (over 16 MB)\n"
        ),
        (
            "import organizations small.csv --mapping large", { "{\"source\": \"\(megabyte)\"}" },
            "groundwork: large: the mapping file is too large\nNothing was imported.\n"
        ),
        (
            "import organizations large", { "ref,title\ncci,\(megabyte)y\n" },
            """
            groundwork: large:2: column 5: this cell is longer than 1048576 bytes. Is this a CSV file?
            Nothing was imported.

            """
        ),
        (
            "import organizations large", { "ref,title\ncci,\"\(megabyte)yz\n" },
            """
            groundwork: large:2: column 5: this cell is longer than 1048576 bytes. Look for a missing closing ".
            Nothing was imported.

            """
        ),
        (
            "import organizations large", { "ref,title\n" + String(repeating: ",", count: 10_000) + "\n" },
            """
            groundwork: large:2: column 10001: this line has more than 10000 cells. Is this a CSV file?
            Nothing was imported.

            """
        ),
        (
            "import organizations large", { "ref,title\n" + String(repeating: megabyte + ",", count: 17) + "\n" },
            """
            groundwork: large:2: column 1: this row is longer than 16777216 bytes. Look for a missing closing ".
            Nothing was imported.

            """
        ),
    ]

    @Test func `a list of too many choices is refused by its number, before anything is compared`() throws {
        let desk = try Desk()
        let survey = (1...6).map { "select_one agree,q\($0),Question \($0),mood\n" }.joined()
        try desk.file("survey.csv", "type,name,label,scale\n" + survey)
        try desk.file("scales.csv", "scale,title\nmood,Mood\n")
        let choices = (0..<20_000).map { "agree,c\($0),Choice \($0)\n" }.joined()
        try desk.file("choices.csv", "list_name,name,label\n" + choices)
        let start = clock()
        let answer = desk.run("form add large --survey survey.csv --choices choices.csv --scales scales.csv")
        #expect(answer.code == 65)
        #expect(
            answer.errors.hasPrefix("groundwork: choices.csv:202: list_name: a list can have at most 200 choices\n")
        )
        // A minute and more where each choice was compared with all others; a second where none is.
        #expect(Double(clock() - start) / Double(CLOCKS_PER_SEC) < 20)
    }

    @Test(arguments: [
        ("a form can have at most 1,000 questions", "survey", 1_002),
        ("a form can have at most 1,000 scales", "scales", 1_002),
    ])
    func `a form of too many questions or scales is refused by their number`(what: String, sheet: String, line: Int)
        throws
    {
        let desk = try Desk()
        let isSurvey = sheet == "survey"
        let questions = (0..<(isSurvey ? 3_000 : 1)).map { "integer,q\($0),Question \($0)\n" }.joined()
        try desk.file("survey.csv", "type,name,label\n" + questions)
        try desk.file("scales.csv", "scale\n" + (0..<(isSurvey ? 1 : 3_000)).map { "s\($0)\n" }.joined())
        let answer = desk.run("form add large --survey survey.csv --scales scales.csv")
        #expect(answer.code == 65)
        #expect(
            answer.both.contains(
                "\(sheet).csv:\(line): \(isSurvey ? "name" : "scale"): \(what)"
            )
        )
    }

    @Test(arguments: cases.indices)
    func `a file beyond a limit is refused by that limit`(index: Int) throws {
        let (command, file, words) = Self.cases[index]
        let desk = try Desk()
        try desk.file("large", file())
        try desk.file("small.csv", "ref,title\n")
        let answer = desk.run(command)
        #expect(answer.errors == words)
        #expect(answer.code == 65)
    }

    /// What somebody did to the file by other means, and what a command says then.
    static let damages: [(SQL, command: String, words: String)] = [
        (
            "CREATE TABLE stray (a)", "due",
            """
            groundwork: the database has a table "stray", which Groundwork did not create
            Nothing was changed. Remove it with the program that added it, or restore your last backup.

            """
        ),
        (
            "DROP VIEW answer_fact", "due",
            """
            groundwork: the database is damaged: its structure doesn't match its version
            Nothing was changed. Keep this file, and restore your last backup.

            """
        ),
        (
            "DROP INDEX course_ref", "due",
            """
            groundwork: the database is damaged: its index course_ref is missing
            Nothing was changed. Keep this file, and restore your last backup.

            """
        ),
        (
            "ALTER TABLE session ADD COLUMN mine TEXT", "due",
            """
            groundwork: the database is damaged: its table session was changed
            Nothing was changed. Keep this file, and restore your last backup.

            """
        ),
        (
            "UPDATE migration SET digest = 'other' WHERE number = 12", "upgrade",
            """
            groundwork: the database is damaged: its schema was changed at step 12
            Nothing was changed. Keep this file, and restore your last backup.

            """
        ),
        (
            "DELETE FROM program", "due",
            """
            groundwork: the database is damaged: it has no program
            Nothing was changed. Keep this file, and restore your last backup.

            """
        ),
        (
            "UPDATE history SET command = 'other' WHERE command = 'log'", "check --format csv",
            """
            history,history entry 1 was altered,Someone changed the file outside Groundwork. Compare it with a backup.
            """
        ),
        (
            "DELETE FROM organization WHERE ref = 'cci'", "check --format csv",
            """
            references,a row of session_organization points to a record that doesn't exist,"Restore a backup, and keep this file."
            """
        ),
    ]

    @Test(arguments: damages.indices)
    func `a file that was changed by other means is noticed`(index: Int) throws {
        let (statement, command, words) = Self.damages[index]
        let desk = try Desk()
        desk.run("log foundations cci 2026-11-10 22")
        let database = try Database(path: "\(desk.path)/groundwork.db", mode: .readWrite, wait: 1)
        try database.execute("PRAGMA foreign_keys = OFF")
        try database.execute(statement)
        let answer = desk.run(command)
        #expect(answer.errors == words || answer.output.contains(words), "\(answer.both)")
        #expect(answer.code != 0)
    }
}
