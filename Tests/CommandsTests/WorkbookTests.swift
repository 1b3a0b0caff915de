import Documents
import Glibc
import Reports
import Support
import Testing

@testable import Commands

/// What commands write as workbooks; `Scripts/check-workbooks` reads their cells.
@Suite struct WorkbookTests {
    private func desk() throws -> Desk {
        let desk = try Desk(begun: false)
        let made = desk.run("groundwork demo --database groundwork.db")
        try #require(made.code == 0, "\(made.errors)")
        return desk
    }

    private func archive(_ desk: Desk, _ line: String) throws -> Archive {
        let answer = desk.run("groundwork \(line) -o w.xlsx")
        #expect(answer.code == 0 && answer.output.isEmpty, "\(line): \(answer.errors)")
        return try #require(Archive(bytes(of: "\(desk.path)/w.xlsx") ?? []), "\(line)")
    }

    /// `SnapshotTests` holds every report's cells, of a smaller record.
    @Test func `every report of the sample program is a workbook with a page about it`() throws {
        let desk = try desk()
        for name in Report.all.map(\.name).prefix(Sweep.isFull ? .max : 2) {
            let line = "report \(name) --period last-fiscal-year --format xlsx"
            #expect(try archive(desk, line).count("xl/worksheets/sheet") >= 2, "\(name)")
        }
        let line = "report trainings --period last-fiscal-year --by organization --format xlsx"
        let trainings = try archive(desk, line)
        #expect(trainings.count("xl/charts/chart") >= 1)
        #expect(trainings.count("xl/worksheets/sheet") >= 4)
    }

    @Test func `a list, a record and an explanation are workbooks`() throws {
        let desk = try desk()
        for words in ["session list", "board show pab", "due", "notice", "report reach --explain TR-04"] {
            #expect(try archive(desk, "\(words) --format xlsx").count("xl/worksheets/sheet") >= 1, "\(words)")
        }
    }

    @Test func `a workbook has the same bytes every time`() throws {
        let desk = try desk()
        for words in ["report scorecard --period last-fiscal-year", "session list"] {
            let first = try archive(desk, "\(words) --format xlsx").entries
            let written = bytes(of: "\(desk.path)/w.xlsx")
            #expect(try archive(desk, "\(words) --format xlsx").entries == first)
            #expect(bytes(of: "\(desk.path)/w.xlsx") == written, "\(words)")
        }
    }

    @Test(arguments: ["session list", "report trainings", "import people people.csv", "export sessions"])
    func `a terminal is refused a workbook before anything is done`(words: String) throws {
        let desk = try Desk()
        try desk.file("people.csv", "name\nRobin, invented\n")
        let answer = desk.run(words.split(separator: " ").map(String.init) + ["--format", "xlsx"]) { environment in
            environment.output = Commands.OutputStream(isTerminal: true, width: 80, write: environment.output.write)
        }
        #expect(
            answer.errors == """
                groundwork: --format xlsx: a workbook can't be shown in a terminal
                Write it to a file: -o FILE.xlsx

                """
        )
        #expect(answer.code == 64 && answer.output.isEmpty)
        #expect(desk.run("person list --format csv").output == "ref,name,email,organization,job_role,left\n")
    }

    @Test func `an export is one workbook, a table or all with what the columns mean`() throws {
        let desk = try desk()
        let one = try archive(desk, "export sessions --format xlsx")
        #expect(one.count("xl/worksheets/sheet") == 1)
        let all = try archive(desk, "export all --format xlsx")
        #expect(desk.run("groundwork export all -o folder").code == 0)
        let tables = files(in: "\(desk.path)/folder", endingIn: ".csv")
        #expect(tables.count > 20 && all.count("xl/worksheets/sheet") == tables.count)
        let piped = desk.run("groundwork export codebook --format xlsx")
        #expect(piped.code == 0 && piped.output.hasPrefix("PK"))
    }

    @Test func `an export leaves nothing beside its workbook, and one that fails leaves nothing`() throws {
        let desk = try desk()
        _ = try archive(desk, "export attendance --identified --format xlsx")
        #expect(desk.folder.names == ["groundwork.db", "w.xlsx"])
        let refused = desk.run("groundwork export sessions --organization nobody --format xlsx -o no.xlsx")
        #expect(refused.code == 66)
        #expect(desk.folder.names == ["groundwork.db", "w.xlsx"])
        var status = stat()
        #expect(stat("\(desk.path)/w.xlsx", &status) == 0 && status.st_mode & 0o777 == 0o600)
    }
}
