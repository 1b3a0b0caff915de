import Documents
import SQLite
import Support
import Synchronization
import Testing

@testable import Commands

/// Nothing that a record holds steers a terminal, and no new record takes what could.
@Suite struct ControlCharacterTests {
    /// ESC with a command, BEL, DEL, C1, and what turns the direction of text.
    static let strays = ["\u{1B}[2J", "\u{7}", "\u{7F}", "\u{9B}31m", "\u{202E}", "\u{2066}", "\u{8}"]

    /// The strays that a text of this number meets: three in turn, with those of its neighbors all; every one in the long
    /// sweep.
    private static func strays(_ number: Int) -> [String] {
        Sweep.isFull ? strays : (0..<3).map { strays[(number + $0 * 2) % strays.count] }
    }

    // MARK: In

    /// Command lines that store a text, `X` where it stands, and the option or column that the refusal names.
    static let typed: [(words: [String], field: String)] = [
        (["organization", "add", "Fern X House"], "TITLE"),
        (["organization", "add", "Fern House", "--sector", "clinic X"], "--sector"),
        (["course", "add", "Basics X"], "TITLE"),
        (["course", "add", "Basics", "--topics", "one;two X"], "--topics"),
        (["log", "foundations", "fern X", "2026-11-10", "3"], "title"),
        (["session", "edit", "last", "--site", "Room X"], "--site"),
        (["session", "edit", "last", "--facilitators", "Wren X:lead"], "--facilitators"),
        (["session", "edit", "last", "--fund", "Fund X"], "--fund"),
        (["outlet", "add", "Box X"], "TITLE"),
        (["outlet", "edit", "drop-in-box", "--owner", "manager X"], "--owner"),
        (["heard", "drop-in-box", "No X coffee"], "summary"),
        (["board", "add", "pab", "--title", "Board X"], "--title"),
        (["assessment", "add", "Tool X"], "TOOL"),
        (["activity", "add", "campaign", "Walk X"], "TITLE"),
        (["headcount", "set", "last", "4", "--category", "new X"], "--category"),
        (["tally", "add", "last", "question X", "one=3"], "QUESTION"),
        (["program", "edit", "--name", "Harbor X"], "--name"),
        (["init", "-d", "other.db", "--program", "Harbor X", "--time-zone", "UTC"], "--program"),
    ]

    private func desk() throws -> Desk {
        try Desk.furnished("control characters") { desk in
            for line in [
                "log foundations cci 2026-11-10 22", "outlet add \"Drop-in box\" --opened 2026-01-01",
                "board add pab --title \"Advisory board\" --seats 9", "meeting add pab 2026-11-12 --present 6",
            ] { #expect(desk.run(line).code == 0, "\(line)") }
        }
    }

    @Test(arguments: typed.indices) func `a text that could steer a terminal is refused where it is typed`(index: Int)
        throws
    {
        let (words, field) = Self.typed[index]
        let desk = try desk()
        let before = desk.run("history --format csv").output
        // What somebody said may have phrases of both directions.
        for stray in Self.strays(index) where field != "summary" || stray != "\u{2066}" {
            let answer = desk.run(words.map { $0.replacing("X", with: stray) })
            #expect(answer.code == 64, "\(words): \(answer.both)")
            #expect(answer.errors.contains("it has a "), "\(words): \(answer.errors)")
            #expect(answer.errors.hasPrefix("groundwork: \(field): "), "\(words): \(answer.errors)")
            #expect(!answer.both.unicodeScalars.contains { $0 != "\n" && VisibleScalars.areHidden($0) })
        }
        #expect(desk.run("history --format csv").output == before, "something was stored")
        #expect(!desk.folder.names.contains("other.db"))
    }

    @Test func `one line has neither tabs nor line ends, and what people say has both`() throws {
        let desk = try desk()
        for stray in ["\t", "\n", "\r\n", "\u{2028}"] {
            #expect(desk.run(["organization", "add", "Fern\(stray)House"]).code == 64)
            #expect(desk.run(["heard", "drop-in-box", "No coffee.\(stray)And no tea."]).code == 0)
        }
    }

    /// Files that store a text, `X` where it stands, and the column.
    static let files: [(command: String, text: String, column: String)] = [
        ("organizations", "title\nFern X House\n", "title"),
        ("courses", "title,topics\nBasics,one;two X\n", "topics"),
        ("sessions", "course,organization,starts,site\nfoundations,cci,2026-11-03,Room X\n", "site"),
        ("sessions", "course,organization,starts\nfoundations,Fern X,2026-11-03\n", "organization"),
        ("people", "name,job_role\nWren X,nurse\n", "name"),
        ("people", "name,job_role\nWren,nurse X\n", "job_role"),
        ("attendance --session last", "name,email\nWren X,\n", "name"),
        ("attendance --session last", "name,email\nWren,wren@X.example\n", "email"),
        ("attendance --session last", "Name (Original Name),User Email,Total Duration (Minutes)\nWren X,,60\n", "name"),
        ("headcounts --session last", "count,category\n3,new X\n", "category"),
        ("tallies --session last", "question,option,count\nmood,fine X,3\n", "option"),
        ("outlets", "title,owner\nBox,manager X\n", "owner"),
        ("feedback", "outlet,received,summary\ndrop-in-box,2026-11-12,No X coffee\n", "summary"),
        ("recommendations", "meeting,text\npab-2026-11-12,Open X on Saturdays\n", "text"),
        ("positions", "ref,capacity,authorized\nX,outreach,2026-01-01\n", "ref"),
        ("evaluations --session last --form plain", "why,how\nIt X helped,3\n", "why"),
        ("evaluations --session last --form plain", "how,how_other\nother,Well X\n", "how_other"),
    ]

    @Test(arguments: files.indices) func `a text that could steer a terminal is refused in a file, by line and column`(
        index: Int
    ) throws {
        let (command, text, column) = Self.files[index]
        let desk = try desk()
        try desk.file("survey.csv", "type,name,label\ntext,why,Why?\nselect_one ways or_other,how,How?\n")
        try desk.file("choices.csv", "list_name,name,label\nways,one,One\nways,3,Three\n")
        #expect(desk.run("form add plain --survey survey.csv --choices choices.csv").code == 0)
        desk.run(["tally", "ask", "mood", "fine x"])
        let isSaid = ["summary", "text", "why", "how_other"].contains(column)
        for stray in Self.strays(index) where !isSaid || stray != "\u{2066}" {
            try desk.file("x.csv", text.replacing("X", with: stray))
            let answer = desk.run(
                "import \(command.replacing(" ", with: " x.csv ", maxReplacements: 1))"
                    + (command.contains(" ") ? "" : " x.csv")
            )
            #expect(answer.code == 65, "\(command): \(answer.both)")
            #expect(answer.errors.contains("x.csv:2: \(column)"), "\(command): \(answer.errors)")
            #expect(!answer.both.unicodeScalars.contains { $0 != "\n" && VisibleScalars.areHidden($0) })
        }
        try desk.file("x.csv", text.replacing("X", with: "x"))
        let answer = desk.run(
            "import \(command.replacing(" ", with: " x.csv ", maxReplacements: 1))"
                + (command.contains(" ") ? "" : " x.csv")
        )
        #expect(answer.code == 0, "without the character it is taken: \(answer.both)")
    }

    @Test(arguments: ["survey", "choices", "scales"]) func `a form's sheets are read the same`(sheet: String) throws {
        let desk = try Desk()
        for stray in Self.strays where stray != "\u{2066}" {
            let texts = [
                "survey": "type,name,label,scale\nselect_one ways,how,How X?,\ninteger,n,How many?,s\n",
                "choices": "list_name,name,label\nways,one,One X\nways,two,Two\n", "scales": "scale,title\ns,Sum X\n",
            ]
            for (name, text) in texts {
                try desk.file("\(name).csv", text.replacing("X", with: name == sheet ? stray : "x"))
            }
            let answer = desk.run("form add plain --survey survey.csv --choices choices.csv --scales scales.csv")
            #expect(answer.code == 65, "\(answer.both)")
            #expect(answer.errors.contains("\(sheet).csv:2: "), "\(answer.errors)")
        }
    }

    // MARK: Out

    /// A record as an earlier version could make it: every text holds what this one refuses.
    private func olderDesk() throws -> Desk { try Desk.furnished("older strays", begun: false, age) }

    private func age(_ desk: Desk) throws {
        let begun = try self.desk()
        try write(bytes(of: "\(begun.path)/groundwork.db") ?? [], to: "\(desk.path)/groundwork.db")
        desk.run("person add", input: "Wren Tansy\n")
        desk.run("heard drop-in-box \"No coffee\"")
        desk.run("recommendation add pab-2026-11-12 \"Open on Saturdays\"")
        try desk.file("names.txt", "Wren Tansy\nBo Alder\n")
        desk.run("attendance add last --names names.txt")
        let stray = "a\u{1B}[2J\u{7}\u{7F}\u{9B}31m\u{202E}b"
        let database = try Database(path: "\(desk.path)/groundwork.db", mode: .readWrite)
        for (table, column) in [
            ("organization", "title"), ("course", "title"), ("session", "site"), ("session", "fund"),
            ("outlet", "title"),
            ("outlet", "owner"), ("board", "title"), ("feedback", "summary"), ("recommendation", "text"),
            ("person", "name"),
            ("history_value", "new"), ("history", "account"), ("history", "command"),
        ] as [(Identifier, Identifier)] {
            try database.execute(
                "UPDATE \(identifier: table) SET \(identifier: column) = \(stray) || ifnull(\(identifier: column), '') WHERE typeof(\(identifier: column)) <> 'integer'"
            )
        }
    }

    static let commands = [
        "organization list", "organization show cci", "session list", "session show 2026-11-10-cci-foundations",
        "outlet list",
        "feedback list",
        "recommendation list", "board show pab", "person list", "history", "due", "export sessions --identified",
        "export feedback --identified", "export people --identified", "report scorecard --period 2026",
        "report you-said-we-did --period 2026", "report boards --period 2026",
        "report trainings --period 2026 --by organization",
        "program show", "imports list", "undo --help", "check",
    ]

    @Test(arguments: commands) func `nothing that is on file reaches a terminal raw`(command: String) throws {
        let desk = try olderDesk()
        let isPlain = ["due", "undo --help", "check"].contains(command)
        let all = ["table", "csv", "json", "markdown", "html"]
        let formats = isPlain ? [""] : command.hasPrefix("export") ? ["csv", "json"] : all
        // All draw through one renderer for each format: the first, and another one in turn.
        let turn = Self.commands.firstIndex(of: command) ?? 0
        for (place, format) in formats.enumerated() where place == 0 || Sweep.takes(turn + place, oneOf: 4) {
            let shown = Mutex("")
            let screen = Commands.OutputStream(isTerminal: true, width: 80, isRegularFile: false) { bytes in
                shown.withLock { $0 += String(decoding: bytes, as: UTF8.self) }
            }
            let words = ShellWords.of("\(command) --no-color" + (format.isEmpty ? "" : " --format \(format)"))
            let answer = desk.run(words, output: screen) { environment in environment.errors = screen }
            #expect([0, 1].contains(answer.code), "\(command) \(format): \(shown.withLock { $0 })")
            let strays = shown.withLock { $0.unicodeScalars.filter { $0 != "\n" && VisibleScalars.areHidden($0) } }
            #expect(strays.isEmpty, "\(command) \(format)")
        }
    }

    @Test func `rows that go to a file or a pipe stay what they are`() throws {
        let desk = try olderDesk()
        #expect(desk.run("organization list --format csv").output.unicodeScalars.contains("\u{1B}"))
        #expect(desk.run("organization list --format csv -o o.csv").code == 0)
        #expect(desk.text("o.csv")?.unicodeScalars.contains("\u{9B}") == true)
    }

    // MARK: Length

    @Test func `a line on standard error has a bound, whatever a file or a ref holds`() throws {
        let desk = try desk()
        let long = String(repeating: "e" + String(repeating: "\u{301}", count: 400), count: 800)
        try desk.file("long.csv", "session,count\n\(long),3\n2026-11-10-cci-foundations,\(long)\n")
        try desk.file("wide.csv", "session,count,\(long)\nlast,3,1\n")
        for words in [
            ["import", "headcounts", "long.csv"], ["import", "headcounts", "wide.csv"], ["session", "show", long],
            ["organization", "show", String(repeating: "n", count: 100_000)], ["person", "show", long], [long],
            ["due", long], ["--\(long)"], ["-d", long, "due"], ["heard", long, "x"], ["report", long],
            ["log", "foundations", "cci", long], ["history", long],
        ] {
            let answer = desk.run(words)
            #expect(answer.code != 0)
            #expect(answer.errors.split(separator: "\n").allSatisfy { $0.utf8.count <= 2_000 }, "\(words[0])")
        }
    }
}

enum VisibleScalars {
    /// Characters that steer a terminal or turn the direction of text, told apart by their numbers.
    static func areHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}

enum ShellWords {
    static func of(_ line: String) -> [String] { line.split(separator: " ").map(String.init) }
}
