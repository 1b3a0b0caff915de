import Files
import FoundationEssentials
import Glibc
import Records
import Service
import Support
import Synchronization
import Testing

@testable import Commands
@testable import Reports

/// What `batch` makes of a plan, and that nothing that happens meanwhile shows in it.
@Suite struct BatchTests {
    /// A plan of a few files: over everything, for each organization, for one, divided.
    private static let plan = """
        {"profile": "board", "reports": [
            {"report": "scorecard", "formats": ["html", "markdown", "csv", "json", "table"]},
            {"report": "trainings", "organizations": "each", "formats": ["html", "csv"]},
            {"report": "feedback", "by": "month", "formats": ["html", "json"]},
            {"report": "reach", "organizations": ["tidewater"], "formats": ["csv"]}
        ]}
        """

    private struct Made: Decodable {
        struct File: Decodable {
            let file, report: String
            let arguments: [String]
            let state: String
            let sha256, problem: String?
        }
        let period, as_of, profile: String
        let history_head: String?
        let files: [File]
    }

    private func desk() throws -> Desk {
        let desk = try Desk.furnished("batch") { desk in
            for (organization, day) in [("cci", "2026-07-10"), ("tidewater", "2026-08-11"), ("pier", "2026-10-02")] {
                desk.run("log foundations \(organization) \(day) 22 --new")
            }
            desk.run("outlet add Box --channel box --ref box --opened 2026-07-01")
            desk.run(["heard", "box", "No vein care supplies on Fridays", "--on", "2026-08-03"])
        }
        try desk.file("plan.json", Self.plan)
        return desk
    }

    private func manifest(_ desk: Desk, _ folder: String = "q3") throws -> Made {
        try JSONDecoder().decode(Made.self, from: Data((desk.text("\(folder)/manifest.json") ?? "").utf8))
    }

    private func names(_ desk: Desk, _ folder: String = "q3") -> [String] {
        files(in: "\(desk.path)/\(folder)", endingIn: "").compactMap { $0.split(separator: "/").last.map(String.init) }
            .filter { $0 != "." && $0 != ".." }
    }

    /// Every file of a folder with its bytes.
    private func everything(_ desk: Desk, _ folder: String = "q3") -> [String: [UInt8]] {
        names(desk, folder).reduce(into: [:]) { $0[$1] = bytes(of: "\(desk.path)/\(folder)/\($1)") }
    }

    /// Which files they are, and when they were changed.
    private func stamps(_ desk: Desk, _ folder: String = "q3") -> [String] {
        names(desk, folder).map { name in
            var status = stat()
            stat("\(desk.path)/\(folder)/\(name)", &status)
            return "\(name) \(status.st_ino) \(status.st_mtim.tv_sec) \(status.st_mtim.tv_nsec)"
        }
    }

    private static let make = "batch plan.json --period 2026-Q3 --as-of 2026-11-21 -o q3"

    @Test func `a batch makes the files of its plan, and its manifest says how to make each`() throws {
        let desk = try desk()
        let answer = desk.run(Self.make)
        #expect(answer.code == 0, "\(answer.errors)")
        let scorecards = ["csv", "html", "json", "md", "txt"].map { "scorecard-2026-Q3.\($0)" }
        let expected =
            [
                "feedback-2026-Q3.html", "feedback-2026-Q3.json", "figures.json", "manifest.json",
                "reach-tidewater-2026-Q3.csv",
            ]
            + scorecards
            + ["cci", "tidewater"].flatMap { ["trainings-\($0)-2026-Q3.csv", "trainings-\($0)-2026-Q3.html"] }
        #expect(names(desk) == expected)
        let manifest = try manifest(desk)
        #expect(manifest.period == "2026-Q3" && manifest.as_of == "2026-11-21" && manifest.profile == "board")
        #expect(manifest.history_head?.count == 64)
        #expect(
            manifest.files.map(\.file).sorted() == expected.filter { $0 != "manifest.json" && $0 != "figures.json" }
        )
        for file in manifest.files {
            let made = bytes(of: "\(desk.path)/q3/\(file.file)") ?? []
            #expect(file.state == "made" && file.problem == nil)
            #expect(file.sha256 == Digest.hexadecimal(of: made))
            let single = desk.run(["report", file.report] + file.arguments)
            #expect(single.output == String(decoding: made, as: UTF8.self), "\(file.file)")
        }
    }

    /// The state of a figure in a report as JSON.
    private func state(_ id: String, _ json: String) throws -> String? {
        struct Report: Decodable {
            struct Metric: Decodable { let id, state: String }
            let metrics: [Metric]
        }
        let report = try JSONDecoder().decode(Report.self, from: Data(json.utf8))
        return report.metrics.first { $0.id == id }?.state
    }

    @Test func `no file of a batch tells what another one withholds`() throws {
        let desk = try Desk()
        var rows = "ref,outlet,received,kind,summary\n"
        for (organization, count) in [("cci", 12), ("pier", 2)] {
            desk.run("organization add \(organization)")
            desk.run("outlet add Box --organization \(organization) --ref box-\(organization) --opened 2026-01-01")
            for place in 1...count {
                rows += "\(organization)-\(place),box-\(organization),2026-08-03,complaint,Invented\n"
            }
        }
        try desk.file("heard.csv", rows)
        #expect(desk.run("import feedback heard.csv").code == 0)
        let line = #"{"report": "feedback", "organizations": PLACE, "formats": ["json"]}"#
        let lines = ["\"all\"", #"["cci"]"#].map { line.replacing("PLACE", with: $0) }
        try desk.file("plan.json", #"{"profile": "board", "reports": [\#(lines.joined(separator: ", "))]}"#)
        #expect(desk.run(Self.make).code == 0)
        // Of 14 complaints 12 were made here: the other two must not be left.
        let printed = try ["", "-cci"].map { name in
            try state("FB-02.complaint", desk.text("q3/feedback\(name)-2026-Q3.json") ?? "")
        }
        #expect(printed.contains("withheld"))
        for file in try manifest(desk).files {
            let single = desk.run(["report", file.report] + file.arguments).output
            #expect(try state("FB-02.complaint", single) == "value", "\(file.file)")
        }
    }

    @Test func `a second run over the same record changes nothing`() throws {
        let desk = try desk()
        desk.run(Self.make)
        let before = stamps(desk)
        let answer = desk.run(Self.make)
        #expect(answer.output.contains("12 unchanged"))
        #expect(stamps(desk) == before)
        desk.run(Self.make.replacing("-o q3", with: "-o other"))
        #expect(everything(desk, "other") == everything(desk))
    }

    @Test func `files and folder are for their owner alone`() throws {
        let desk = try desk()
        desk.run(Self.make)
        var status = stat()
        #expect(stat("\(desk.path)/q3", &status) == 0 && status.st_mode & 0o7777 == 0o700)
        for name in names(desk) {
            #expect(stat("\(desk.path)/q3/\(name)", &status) == 0 && status.st_mode & 0o7777 == 0o600, "\(name)")
        }
        #expect(desk.folder.names == ["groundwork.db", "plan.json", "q3"])
    }

    @Test func `what somebody else commits meanwhile shows in no file`() throws {
        let desk = try desk()
        desk.run(Self.make.replacing("-o q3", with: "-o before"))
        let seconds = Mutex(0.0)
        let written = Mutex(0)
        // The progress bar is drawn between two reports: there somebody else writes.
        let terminal = Commands.OutputStream(isTerminal: true, width: 80) { _ in
            let turn = written.withLock { turn in
                turn += 1
                return turn
            }
            let other = desk.run("log foundations cci 2026-09-0\(turn % 9 + 1) 30 --minutes \(60 + turn)")
            if other.code != 0 { throw FileTrouble(path: other.errors, code: other.code) }
        }
        let answer = desk.run(ShellLine(Self.make).words) { environment in
            environment.errors = terminal
            environment.stopwatch = {
                seconds.withLock { now in
                    now += 2
                    return now
                }
            }
        }
        #expect(answer.code == 0)
        #expect(written.withLock { $0 } > 12)
        #expect(everything(desk) == everything(desk, "before"))
        desk.run(Self.make)
        #expect(everything(desk) != everything(desk, "before"))
    }

    @Test func `a file that can't be made does not keep the others from it`() throws {
        let desk = try desk()
        desk.run(Self.make.replacing("-o q3", with: "-o whole"))
        mkdir("\(desk.path)/q3", 0o700)
        mkdir("\(desk.path)/q3/scorecard-2026-Q3.csv", 0o700)
        let answer = desk.run(Self.make)
        #expect(answer.code == 1)
        #expect(
            answer.errors == """
                scorecard-2026-Q3.csv: scorecard-2026-Q3.csv: this is a folder
                groundwork: 1 of 12 files failed

                """
        )
        let failed = try manifest(desk).files.filter { $0.state == "failed" }
        #expect(failed.map(\.file) == ["scorecard-2026-Q3.csv"])
        #expect(failed.first?.sha256 == nil && failed.first?.problem == "scorecard-2026-Q3.csv: this is a folder")
        rmdir("\(desk.path)/q3/scorecard-2026-Q3.csv")
        #expect(desk.run(Self.make).code == 0)
        #expect(everything(desk) == everything(desk, "whole"))
    }

    @Test func `a run that was asked to stop leaves whole files and no manifest, and the next completes it`() throws {
        let desk = try desk()
        desk.run(Self.make.replacing("-o q3", with: "-o whole"))
        let whole = everything(desk, "whole")
        for turn in 1...12 {
            let interruption = Interruption()
            let seconds = Mutex(0.0)
            let drawn = Mutex(0)
            let answer = desk.run(ShellLine(Self.make).words) { environment in
                environment.interruption = interruption
                environment.errors = Commands.OutputStream(isTerminal: true, width: 80) { _ in
                    let count = drawn.withLock { drawn in
                        drawn += 1
                        return drawn
                    }
                    if count == turn { interruption.request() }
                }
                environment.stopwatch = {
                    seconds.withLock { now in
                        now += 2
                        return now
                    }
                }
            }
            #expect(answer.code == 130)
            #expect(!names(desk).contains("manifest.json"))
            for (name, bytes) in everything(desk) { #expect(bytes == whole[name], "\(name)") }
            unlink("\(desk.path)/q3/\(names(desk).first ?? "none")")
        }
        try desk.file("q3/scorecard-2026-Q3.csv.partial-1x", "half")
        try desk.file("q3/notes.partial-1x", "somebody's own")
        #expect(desk.run(Self.make).code == 0)
        unlink("\(desk.path)/q3/notes.partial-1x")
        #expect(everything(desk) == whole)
    }

    @Test(arguments: BatchPlan.shipped.map(\.name))
    func `a shipped plan runs, and so does what show prints of it`(name: String) throws {
        // A small record has every file of a plan that a large one has; the long sweep fills them.
        let desk = try Sweep.isFull ? Desk.demo() : self.desk()
        let answer = desk.run("batch \(name) --period 2026-Q3 -o shipped")
        #expect(answer.code == 0, "\(answer.errors)")
        try desk.file("ours.json", desk.run("batch show \(name)").output)
        #expect(desk.run("batch ours.json --period 2026-Q3 -o ours").code == 0)
        let (ours, shipped) = (everything(desk, "ours"), everything(desk, "shipped"))
        #expect(!ours.isEmpty)
        #expect(ours.keys.sorted() == shipped.keys.sorted())
        for (name, bytes) in ours {
            let isSame = bytes == shipped[name]
            #expect(isSame, "\(name)")
        }
    }

    @Test func `profile and threshold of the command line overrule the plan's`() throws {
        let desk = try desk()
        desk.run(Self.make + " --profile public --threshold 20")
        let manifest = try manifest(desk)
        #expect(manifest.profile == "public")
        let words = manifest.files.first?.arguments.joined(separator: " ") ?? ""
        #expect(words.contains("--profile public --threshold 20"))
        #expect(desk.text("q3/scorecard-2026-Q3.json")?.contains("\"threshold\": 20") == true)
    }

    @Test func `one batch at a time is made in a folder`() throws {
        let desk = try desk()
        mkdir("\(desk.path)/q3", 0o700)
        let descriptor = open("\(desk.path)/q3", O_RDONLY | O_DIRECTORY)
        defer { close(descriptor) }
        #expect(flock(descriptor, LOCK_EX) == 0)
        let answer = desk.run(Self.make)
        #expect(answer.code == 75)
        #expect(
            answer.errors == """
                groundwork: q3: another batch is being made there
                Nothing was made. Wait for it to end, or name another folder.

                """
        )
        #expect(names(desk) == [])
    }
}
