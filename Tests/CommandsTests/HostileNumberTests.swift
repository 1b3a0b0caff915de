import Calendar
import Glibc
import Records
import Support
import Testing

@testable import CommandLineKit
@testable import Commands
@testable import SQLite

/// Numbers, days and periods at and beyond every end, thrown at every field of every kind: by file, by command, in the
/// database itself, and by the clock. Nothing ends the program but its own words: a trap would end this whole run.
@Suite struct HostileNumberTests {
    static let values = [
        "9223372036854775807", "9223372036854775808", "-9223372036854775808", "92233720368547759",
        "99999999999999999999999", "1.-5", "1.+5", "+1", "-1", "5.", ".5", "-0", "1e308", "-1e308", "1e400", "1e-320",
        "nan",
        "inf", "0x1p3", "٣", "1_000", "1,000", "2147483648", "4294967296", "1000000", "1000001", "9999-12-31",
        "0001-01-01",
        "10000-01-01", "0000-00-00", "9999-12-31T23:59", "2026-11-10T99:99", "+2026-+1-+1", "FY9999", "FY0001",
        "9999-Q4",
        "0001", "9999-12", "0001-01-01..9999-12-31", "+1:00", "a:9223372036854775807", "autonomy=9223372036854775807",
        "100%", "1e308%", "TR-9223372036854775807",
    ]

    private static func isFair(_ answer: Desk.Answer) -> Bool {
        PropertyTests.codes.contains(answer.code) && answer.code != 70
    }

    // MARK: By file

    /// A sample program, and what its export holds of each kind: a header and a row.
    private static let sample = Prepared<(record: [UInt8], sheets: [Sheet])>()

    struct Sheet: Sendable, CustomTestStringConvertible {
        /// What stands behind `import`.
        let words: [String]
        let header: [String]
        let rows: [[String]]

        var testDescription: String { words.joined(separator: " ") }
    }

    private static func made() throws -> (record: [UInt8], sheets: [Sheet]) {
        try sample.value("demo") {
            let desk = try Desk.demo()
            #expect(desk.run("export all --identified -o out").code == 0)
            let sheets = files(in: "\(desk.path)/out", endingIn: ".csv").compactMap { path -> Sheet? in
                let name = path.split(separator: "/").last?.dropLast(4) ?? ""
                if ["answers", "codebook", "forms"].contains(name) { return nil }
                let rows = records(contents(of: path) ?? "")
                let words =
                    name.hasPrefix("evaluations-")
                    ? ["evaluations", "--form", String(name.dropFirst(12))] : [String(name)]
                return Sheet(words: words, header: rows.first ?? [], rows: Array(rows.dropFirst()))
            }
            return (bytes(of: "\(desk.path)/groundwork.db") ?? [], sheets)
        }
    }

    private func desk() throws -> Desk {
        let desk = try Desk(begun: false)
        try write(Self.made().record, to: "\(desk.path)/groundwork.db")
        return desk
    }

    @Test func `no number in a file ends the program, and what is taken can be reported`() throws {
        let desk = try desk()
        for (number, sheet) in try Self.made().sheets.enumerated() {
            for (place, column) in sheet.header.enumerated() where Sweep.takes(number + place, oneOf: 4) {
                // A kind of which the sample has no rows has no columns to fill.
                guard let row = sheet.rows.first(where: { !$0[place].isEmpty }) ?? sheet.rows.first else { continue }
                // The long sweep brings each value to each column of each sheet.
                let values = Self.values.indices.filter { Sweep.takes($0 + place, oneOf: 4) }.map { Self.values[$0] }
                let rows = values.map { value in
                    var hostile = row
                    hostile[place] = value
                    return hostile
                }
                try desk.file("hostile.csv", ([sheet.header] + rows).map(Self.line).joined())
                let words = ["import"] + sheet.words + ["hostile.csv", "--update"]
                unlink("\(desk.path)/rest.csv")
                // Half of the rows store what is accepted, half refuse the whole file.
                let answer = desk.run(place % 2 == 0 ? words : words + ["--rejects", "rest.csv"])
                #expect(Self.isFair(answer), "\(sheet.words) \(column): \(answer.errors)")
            }
        }
        for (number, line) in Self.questions.enumerated() where Sweep.takes(number, oneOf: 3) {
            #expect(Self.isFair(desk.run(line)), "\(line)")
        }
    }

    /// What is asked of a record that holds whatever was accepted.
    static let questions =
        [
            "due", "check", "history", "agenda pab", "imports list", "export all --identified -o all",
            "export all -o some",
            "report scorecard --period 0001-01-01..9999-12-31 --format json",
            "report scorecard --period 9999 --compare previous", "report scorecard --period 0001 --as-of 9999-12-31",
            "report trainings --period FY9999 --format json",
            "report scorecard --period last-fiscal-year --format xlsx -o s.xlsx",
        ]
        + [
            "scorecard", "trainings", "evaluations", "before-after", "feedback", "boards", "recommendations",
            "practices", "hiring",
        ]
        .flatMap { name in
            [
                "report \(name) --period 0001-01-01..9999-12-31 --profile public --format html -o \(name).html",
                "report \(name) --period last-fiscal-year --by organization --profile funder --format json",
            ]
        }

    private static func line(_ cells: [String]) -> String {
        cells.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",") + "\n"
    }

    /// The cells of our own export (RFC 4180).
    private static func records(_ text: String) -> [[String]] {
        var (rows, row, cell, isQuoted): ([[String]], [String], String, Bool) = ([], [], "", false)
        for character in text {
            switch character {
            case "\"": isQuoted.toggle()
            case "," where !isQuoted:
                row.append(cell)
                cell = ""
            case "\n" where !isQuoted:
                rows.append(row + [cell])
                (row, cell) = ([], "")
            default: cell.append(character)
            }
        }
        return rows
    }

    @Test func `a thousand sessions at the largest counts add up`() throws {
        let desk = try Desk()
        let rows = (0..<1_000).map { "foundations,cci,2026-01-01,14400,held,1000000,big-\($0)\n" }.joined()
        try desk.file("big.csv", "course,organization,starts,minutes,status,headcount,ref\n" + rows)
        #expect(desk.run("import sessions big.csv").code == 0)
        let answer = desk.run("report trainings --period 2026 --format csv")
        #expect(answer.code == 0)
        #expect(answer.output.contains(",TR-03,\"Attendance, all visits counted\",value,1000000000,"))
        #expect(answer.output.contains("TR-06,Person-hours of training,value,240000000000,"))
    }

    // MARK: By command

    /// What is asked of a command: its examples, and the options that they may lack.
    struct Asked: Sendable, CustomTestStringConvertible {
        let path: [String]
        let examples: [String]
        let options: [String]

        var testDescription: String { path.joined(separator: " ") }
    }

    static let commands = CommandOutline(root: Groundwork.self).all.filter {
        $0.configuration.subcommands.isEmpty && $0.configuration.shouldDisplay && !$0.configuration.examples.isEmpty
    }.map { outline in
        Asked(
            path: outline.path,
            examples: outline.configuration.examples,
            options: outline.options.filter { $0.kind == .option }.map(\.preferredName)
        )
    }

    /// What the examples of the commands are about.
    private static let setting = [
        "log foundations cci 2026-11-10 22", "session add foundations cci 2026-12-01T14:00 --modality online",
        "outlet add \"Drop-in box\" --channel box --owner \"drop-in manager\"",
        "heard drop-in-box \"Longer hours\" --on 2026-11-10",
        "board add pab --title \"Participant advisory board\" --seats 9",
        "meeting add pab 2026-11-12 --present 6 --paid 6 --asked \"Open on Saturdays\"",
        "assessment start --ref harbor-practices",
        "assessment action last \"A form\" --owner \"site manager\" --ref harbor-practices-action",
        "position add outreach --paid yes --fte 0.5 --ref outreach", "target add TR-01 FY2027 24",
        "organization profile add cci --employs yes --as-of 2026-11-01", "commitment add 2026-11-10-cci-foundations 12",
        "reflection add 2026-11-10-cci-foundations stigmatizing --codes form:institutional --count 4",
        "person add --organization cci --details details.txt",
    ]
    private static let set = Prepared<[UInt8]>()

    private func setDesk() throws -> Desk {
        let desk = try Desk()
        try desk.file("details.txt", "name: Wren\n")
        try desk.file("sheet.txt", "Finch\nRook\n")
        let record = try Self.set.value("set") {
            for line in Self.setting { desk.run(line) }
            return bytes(of: "\(desk.path)/groundwork.db") ?? []
        }
        try write(record, to: "\(desk.path)/groundwork.db")
        return desk
    }

    @Test(arguments: commands)
    func `no number on a command line ends the program`(command: Asked) throws {
        let desk = try setDesk()
        let record = bytes(of: "\(desk.path)/groundwork.db") ?? []
        // Each command meets some values; the long sweep brings each to each place.
        var turn = command.path.joined().utf8.reduce(0) { $0 + Int($1) }
        for example in command.examples {
            let words = Array(ShellLine(example).words.dropFirst())
            for (place, line) in Self.lines(words, of: command).enumerated()
            where Sweep.takes(place + turn, oneOf: 8) {
                for _ in 0..<(Sweep.isFull ? Self.values.count : 1) {
                    turn += 1
                    let value = Self.values[turn % Self.values.count]
                    let answer = desk.run(line.map { $0 ?? value }, input: "name: Wren\n")
                    #expect(Self.isFair(answer), "\(line) \(value): \(answer.errors)")
                    if answer.code == 0 { try write(record, to: "\(desk.path)/groundwork.db") }
                }
            }
        }
    }

    /// The words of an example with a hole, nil, in each place in turn, and behind them each option that they lack.
    private static func lines(_ words: [String], of command: Asked) -> [[String?]] {
        let open = words.indices.filter { $0 >= command.path.count - 1 && words[$0].first != "-" }
        let holes = open.map { hole -> [String?] in
            var line: [String?] = words
            line[hole] = nil
            return line
        }
        return holes + command.options.filter { !words.contains($0) }.map { words + [$0, nil] }
    }

    // MARK: In the database, and by the clock

    /// The columns of numbers of every table, but those that name rows.
    private static func columns(of database: borrowing Database) throws -> [(table: Identifier, column: Identifier)] {
        try database.all(
            """
            SELECT t.name, c.name FROM sqlite_schema AS t JOIN pragma_table_info(t.name) AS c
            WHERE t.type = 'table' AND c.type IN ('INTEGER', 'REAL', 'ANY') AND c.name NOT GLOB 'a[0-9][0-9]'
            ORDER BY t.name, c.cid
            """
        ) { (Identifier(fromSchema: try $0.text(0)), Identifier(fromSchema: try $0.text(1))) }
    }

    private static let stored: [SQLValue] = [
        .integer(.max), .integer(.min), .integer(1 << 62), .integer(1 << 44), .integer(-1), .real(1e308),
        .real(.infinity),
    ]

    @Test(arguments: Sweep.seeds(2, full: 60))
    func `no number in a database that was changed by other means ends the program`(seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        let desk = try desk()
        let path = "\(desk.path)/groundwork.db"
        let record = bytes(of: path) ?? []
        let columns = try Self.columns(of: Database(path: path, mode: .readOnly, wait: 1))
        for _ in 0..<(Sweep.isFull ? 20 : 3) {
            let (table, column) = try #require(columns.randomElement(using: &generator))
            let value = Self.stored.randomElement(using: &generator) ?? .null
            let limit: SQL =
                Bool.random(using: &generator) ? "" : "WHERE rowid = (SELECT min(rowid) FROM \(identifier: table))"
            let database = try Database(path: path, mode: .readWrite, wait: 1)
            try database.execute("PRAGMA ignore_check_constraints = ON")
            try database.execute("PRAGMA foreign_keys = OFF")
            do {
                try database.execute("UPDATE \(identifier: table) SET \(identifier: column) = \(value) \(limit)")
            } catch {
                continue  // A key that must differ from row to row, or a column of whole numbers.
            }
            for line in Self.questions.shuffled(using: &generator).prefix(3) {
                let answer = desk.run(line)
                #expect(Self.isFair(answer), "\(table.name).\(column.name) = \(value): \(line): \(answer.errors)")
            }
            try write(record, to: path)
        }
    }

    private static let instants: [Int64] =
        [.min, .max, -62_135_596_801, 253_402_300_800] + (Sweep.isFull ? [.min + 1, 0, 253_402_300_799, .max - 1] : [])

    @Test(arguments: instants)
    func `no clock ends the program`(seconds: Int64) throws {
        let desk = try setDesk()
        for line in Self.setting + [
            "due", "log foundations cci yesterday 3", "report scorecard --period this-quarter", "backup", "history",
            "agenda pab",
        ] {
            let words = Array(ShellLine(line).words)
            let answer = desk.run(words, input: "") { $0.clock = Clock { seconds } }
            #expect(Self.isFair(answer), "\(seconds): \(line): \(answer.errors)")
        }
    }
}
