import Documents
import Glibc
import Records
import Reports
import Support
import Testing

@testable import Commands

/// Everything that one record holds, brought into another one by way of an export with names.
@Suite struct WholeImportTests {
    /// A desk with the sample program's export in the folder `out`, whose own record was just begun under another name.
    ///
    /// - Parameter isShort: whether tables that no other one needs have a few rows only.
    private func desk(isShort: Bool = false) throws -> Desk {
        let desk = try Desk.furnished("another program", begun: false) { desk in
            desk.run("init --program \"Another program\" --time-zone UTC")
        }
        let export = try Self.export.value("") {
            let source = try source()
            try #require(source.run("export all --identified -o out").code == 0)
            return files(in: "\(source.path)/out", endingIn: ".csv").map { path in
                (String(path.split(separator: "/").last ?? ""), bytes(of: path) ?? [])
            }
        }
        mkdir("\(desk.path)/out", 0o700)
        for (name, bytes) in export {
            let rows = bytes.split(separator: 0x0A, maxSplits: 4, omittingEmptySubsequences: false)
            let isCut = isShort && rows.count > 4 && Self.leaves.contains { name.hasPrefix($0) }
            let kept = isCut ? Array(rows.prefix(4).joined(separator: [0x0A])) + [0x0A] : bytes
            try write(kept, to: "\(desk.path)/out/\(name)")
        }
        return desk
    }

    /// The sample program, with a training whose topics nobody confirmed, and forms on paper that had few of the questions.
    private func source() throws -> Desk {
        let source = try Desk.demo()
        source.run("log foundations coast-library 2026-06-10 9")
        try source.file("paper.csv", "relevant,welcome,resonates\n5,4,autonomy\n5,,\n4,4,autonomy\n")
        let session = "2026-06-10-coast-library-foundations"
        source.run("import evaluations paper.csv --session \(session) --form foundations-after")
        return source
    }

    private static let leaves = [
        "answers", "attendance", "headcounts", "tallies", "feedback", "evaluations-", "commitments", "reflections",
    ]

    private static let export = Prepared<[(name: String, bytes: [UInt8])]>()

    @Test func `each report of a record that came over is the same, and undo takes all of it back`() throws {
        let (source, desk) = (try source(), try desk())
        let before = desk.run("program show").output
        let answer = desk.run("import all out")
        #expect(answer.code == 0, "\(answer.both)")
        #expect(
            answer.output == "Imported everything: 2138 records from 29 tables. Undo: groundwork undo\n",
            "\(answer.output)"
        )
        #expect(desk.run("check").lines == ["No problems found."])
        let periods = Sweep.isFull ? ["FY2026", "2026", "2025-Q4", "FY2027"] : ["FY2026"]
        for (place, report) in Report.all.enumerated() {
            for period in periods {
                let all = Format.allCases.filter { $0 != .xlsx }
                // JSON has every figure; the other formats draw the same.
                for (number, format) in all.enumerated()
                where format == .json || Sweep.takes(place + number, oneOf: all.count) {
                    let line = "report \(report.name) --period \(period) --as-of 2026-11-21 --format \(format.rawValue)"
                    let (theirs, ours) = (source.run(line), desk.run(line))
                    #expect(theirs.code == 0)
                    let isSame = theirs.output == ours.output
                    #expect(isSame, "\(line)")
                }
            }
        }
        // What leaves again is what came, but for numbers that are new in each export.
        #expect(desk.run("export all --identified -o again").code == 0)
        for (name, bytes) in try Self.export.value("", make: { [] })
        where !name.hasPrefix("evaluations-") && !["answers.csv", "matches.csv", "matchings.csv"].contains(name) {
            let (came, went) = (String(decoding: bytes, as: UTF8.self), desk.text("again/\(name)") ?? "")
            #expect(came.split(separator: "\n").sorted() == went.split(separator: "\n").sorted(), "\(name)")
        }
        let topics = desk.run("session show 2026-06-10-coast-library-foundations --format json").output
        #expect(topics.contains("\"topics_confirmed\": false"), "\(topics)")
        #expect(desk.run("undo").output.hasPrefix("Undone: import of everything"))
        #expect(desk.run("program show").output == before)
        #expect(desk.run("session list").output == "No sessions found.\n")
        #expect(desk.run("import all out").code == 0)
    }

    @Test func `a record in which something was written down takes no other one in, and keeps what it has`() throws {
        let desk = try desk(isShort: true)
        desk.run("log foundations cci 2026-11-10 22")
        let before = bytes(of: "\(desk.path)/groundwork.db")
        #expect(
            desk.run("import all out").lines == [
                "groundwork: import all needs an empty database, and this one has 1 organization",
                "Set up another database, and import into that one: groundwork init --program NAME", "[65]",
            ]
        )
        #expect(bytes(of: "\(desk.path)/groundwork.db") == before)
    }

    /// What is done to the export, and what is said then behind the folder's name.
    static let broken: [(file: String, change: @Sendable (String) -> String?, lines: [String])] = [
        (
            "sessions.csv", { _ in nil },
            [
                "groundwork: out: there is no export of everything in this folder",
                "Nothing was imported. In the database that has the records, export them as CSV: "
                    + "groundwork export all --identified --output FILE",
            ]
        ),
        (
            "people.csv", { $0.replacing("ref,name,email", with: "ref,nickname,email") },
            [
                "groundwork: out: this export has no names and no free text, so a record can't be made of it",
                "Nothing was imported. In the database that has the records, export them as CSV: "
                    + "groundwork export all --identified --output FILE",
            ]
        ),
        (
            "program.csv", { $0.replacing(",7,24,", with: ",July,24,") },
            [
                "groundwork: out/program.csv:2: fiscal_year_start is not a whole number",
                "Nothing was imported. Use a whole number, such as 12.",
            ]
        ),
        (
            "program.csv", { $0.replacing(",7,24,", with: ",13,24,") },
            [
                "groundwork: out/program.csv:2: fiscal_year_start: use a whole number from 1 to 12",
                "Nothing was imported.",
            ]
        ),
        (
            "program.csv", { $0.replacing("America/Los_Angeles", with: "America/Nowhere") },
            [
                "groundwork: out/program.csv:2: time_zone is not a time zone",
                "Nothing was imported. Use a zone such as America/Chicago.",
            ]
        ),
        (
            "forms.csv", { $0.replacing(",before\n", with: ",earlier\n") },
            ["groundwork: out/forms.csv:3: wave is not a time at which a form is asked", "Nothing was imported."]
        ),
        (
            "form-questions.csv", { $0.replacing("words-after,likert", with: "words-after,slider") },
            []
        ),
        (
            "evaluations-pulse.csv", { _ in "session,submitted,form,id,pair,mood\n" },
            [
                "groundwork: out/evaluations-pulse.csv: "
                    + "the form of these evaluations is not among the forms of the export",
                "Nothing was imported. Add the form first, under this ref, from its sheets.",
            ]
        ),
        (
            "matches.csv", { $0.replacing(",exact,", with: ",roughly,", maxReplacements: 1) },
            [
                "how: doesn't go with its pair",
                "Nothing was imported. Use one of: unmatched, exact, one_off, ambiguous.",
            ]
        ),
        (
            "matches.csv", { $0 + ($0.split(separator: "\n").last.map { "\($0)\n" } ?? "") },
            ["evaluation: stands there twice", "Nothing was imported."]
        ),
        (
            "matchings.csv", { $0 + "nowhere,\n" },
            ["groundwork: out/matchings.csv:14: session: there is no such session", "Nothing was imported."]
        ),
        (
            "matchings.csv", { $0.replacing(",20", with: ",of 20", maxReplacements: 1) },
            ["Nothing was imported. Use a date such as 2026-11-10."]
        ),
        ("attendance.csv", { $0 + "x,y\n" }, []), ("sessions.csv", { $0.replacing(",held,", with: ",hold,") }, []),
    ]

    @Test(arguments: broken.indices)
    func `an export that is not whole is refused, and nothing of it is stored`(index: Int) throws {
        let (file, change, lines) = Self.broken[index]
        let desk = try desk(isShort: true)
        let before = bytes(of: "\(desk.path)/groundwork.db")
        let path = "out/\(file)"
        let text = desk.text(path) ?? ""
        if let changed = change(text) {
            #expect(changed != text, "\(file) is as it was")
            try desk.file(path, changed)
        } else {
            unlink("\(desk.path)/\(path)")
        }
        let answer = desk.run("import all out")
        #expect(answer.code == 65, "\(answer.both)")
        #expect(answer.lines.joined(separator: "\n").contains(lines.joined(separator: "\n")), "\(answer.both)")
        #expect(bytes(of: "\(desk.path)/groundwork.db") == before)
    }

    @Test func `what is no folder of an export is refused`() throws {
        let desk = try Desk()
        try desk.file("out", "")
        for (line, lines) in [
            ("import all nowhere", ["groundwork: nowhere: the file doesn't exist", "[66]"]),
            ("import all out", ["groundwork: out: this is a file, not a folder", "Nothing was imported.", "[65]"]),
            (
                "import all out more",
                [
                    "groundwork: import all takes one folder",
                    "It is the one that export all --identified wrote.", "[64]",
                ]
            ),
            (
                "import all out --update",
                [
                    "groundwork: import all takes no options but -o and --format",
                    "An export comes in as it is.", "[64]",
                ]
            ),
        ] { #expect(desk.run(line).lines == lines, "\(line)") }
        desk.run("log foundations cci 2026-11-10 22")
        desk.run("export all --identified --format json -o json")
        let begun = try Desk.furnished("another program", begun: false) { desk in
            desk.run("init --program \"Another program\" --time-zone UTC")
        }
        #expect(
            begun.run("import all \(desk.path)/json").errors.contains(
                "this export is JSON, which can't be imported"
            )
        )
    }
}
