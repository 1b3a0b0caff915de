import CommandLineKit
import Support
import Testing

@testable import Commands

@Suite struct PropertyTests {
    /// Every exit code of the contract.
    static let codes: Set<Int32> = [0, 1, 64, 65, 66, 70, 73, 74, 75, 76, 77, 130]

    /// Words that mean something, and words that should not.
    static let words: [String] =
        [
            "--help", "--format", "json", "table", "csv", "-o", "out.txt", "--database", "groundwork.db", "-d", "--",
            "-", "--yes", "last", "foundations", "cci", "today", "yesterday", "2026-11-10", "2026-02-30", "0", "22",
            "-1", "99999999999999999999", "--at", "25:00", "14:00", "--period", "this-quarter", "FY99999", "2026-13",
            "--by", "organization", "organisation", "--names", "--session", "--clear", "minutes", "--minutes", "x=1",
            "resonates", "autonomy=5", "=", "", " ", "\u{0}", "\u{202E}", "é", "太郎", "--starts", "--ref", "a b",
            "--wait", "nan", "--threshold", "--explain", "TR-03", "all", "codebook", "sessions", "--identified",
            "--from", "--to", "--status", "held", "--seed", "--compare", "previous", "--as-of", "0001-01-01",
            "9999-12-31", ";", ":memory:", "/dev/null", ".", "--details", "--new", "--not-same", "--past-keeping",
        ] + HelpTests.paths.flatMap { $0 }

    @Test(arguments: 1...8)
    func `random words never trap, and end with a code of the contract`(round: Int) throws {
        let seed = UInt64(round)
        var generator = SeededGenerator(seed: seed)
        let desk = try Desk()
        desk.run("log foundations cci 2026-11-10 22")
        for _ in 0..<40 {
            var line = HelpTests.paths.randomElement(using: &generator) ?? []
            for _ in 0..<Int.random(in: 0...6, using: &generator) {
                line.append(Self.words.randomElement(using: &generator) ?? "")
            }
            let answer = desk.run(line, input: "Wren\nname: Wren\n")
            #expect(Self.codes.contains(answer.code), "seed \(seed): \(line)")
            #expect(answer.code != 70, "seed \(seed): \(line): \(answer.errors)")
            if answer.code >= 64 {
                #expect(answer.errors.contains("groundwork: "), "seed \(seed): \(line)")
                #expect(answer.output == "", "seed \(seed): \(line)")
            }
        }
        #expect(desk.run("check").code <= 1 || desk.folder.names.contains("groundwork.db"))
    }

    @Test func `a report and an export have the same bytes every time`() throws {
        let desk = try Desk()
        desk.run("log foundations cci,harbor 2026-11-10 22")
        for line in [
            "report trainings --format json", "export sessions", "session list --format csv", "history --format json",
        ] {
            #expect(desk.run(line).output == desk.run(line).output)
        }
    }

    @Test(arguments: ["data", "excel"])
    func `formulas, quotes, line ends, other directions and emoji come back in as they went out`(reader: String) throws
    {
        let texts = [
            "=1+1", "-2", "@x", "+3", "'quoted'", "'=x", "say \"\"no\"\"", "two\nlines", "cr\r\nlf", "שלום, world",
            "\u{202B}אבג\u{202C}", "👩‍👩‍👧‍👦 family", "＝full", "semi;colon", "tab\tin", "_x0041_", " in front",
        ]
        let rows = texts.map { "drop-in-box,2026-11-10,concern,\"\($0)\"\n" }.joined()
        let (here, there) = (try Desk(), try Desk())
        for desk in [here, there] { desk.run("outlet add \"Drop-in box\" --opened 2026-01-01") }
        try here.file("heard.csv", "outlet,received,kind,summary\n" + rows)
        #expect(here.run("import feedback heard.csv").code == 0)
        #expect(here.run("export feedback --identified --for \(reader) -o out.csv").code == 0)
        try there.file("out.csv", try #require(here.text("out.csv")))
        #expect(there.run("import feedback out.csv").code == 0)
        let line = "export feedback --identified"
        #expect(there.run(line).output == here.run(line).output)
        #expect(there.run(line).output.split(separator: "\r\n").joined().contains("'=x"))
    }

    @Test func `undo gives back the record as it was, command by command`() throws {
        let desk = try Desk()
        let commands = [
            "log foundations cci,harbor 2026-11-10 22", "organization add \"Drop-in\" --ref drop-in --staff 12",
            "organization edit cci --sector health --sites \"North;South\"", "session edit last --minutes 90",
            "tally add last resonates autonomy=5 pragmatism=7", "headcount set last 19",
            "course edit foundations --minutes 60",
            "session add foundations cci 2026-12-01T14:00", "session postpone last --to 2026-12-15",
            "organization profile add cci --employs yes --capacities outreach", "organization remove drop-in",
            "program edit --keep-names-months 12", "headcount remove 2026-11-10-cci-foundations",
        ]
        try desk.file("sheet.txt", "Wren\nFinch\n")
        let tables = [
            "organizations", "courses", "sessions", "headcounts", "tallies", "profiles", "people", "attendance",
        ]
        for command in commands + ["attendance add 2026-11-10-cci-foundations --names sheet.txt"] {
            let before = tables.map { desk.run("\(Self.noun($0)) list --format csv").output }
            let answer = desk.run(command)
            #expect(answer.code == 0, "\(command): \(answer.errors)")
            #expect(desk.run("undo").code == 0)
            #expect(tables.map { desk.run("\(Self.noun($0)) list --format csv").output } == before, "\(command)")
            #expect(desk.run(command).code == 0, "again: \(command)")
        }
        #expect(desk.run("check").output == "No problems found.\n")
    }

    private static func noun(_ plural: String) -> String {
        switch plural {
        case "profiles": "organization profile"
        case "people": "person"
        case "attendance": "attendance"
        case "tallies": "tally"
        default: String(plural.dropLast())
        }
    }
}
