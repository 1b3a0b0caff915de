import Reports
import Support
import Testing

@testable import Commands

/// What commands print as pages, over the sample program.
@Suite struct PageTests {
    private func desk() throws -> Desk {
        let desk = try Desk(begun: false)
        let made = desk.run("groundwork demo --database groundwork.db")
        try #require(made.code == 0, "\(made.errors)")
        return desk
    }

    @Test(.enabled(if: Sweep.isFull, "a long sweep: GROUNDWORK_SWEEP=full"))
    func `every report of the sample program is a sound page`() throws {
        let desk = try desk()
        for name in Report.all.map(\.name) {
            for rest in ["", " --by organization --profile team", " --by month --profile public"] {
                let answer = desk.run("groundwork report \(name) --period last-fiscal-year --format html\(rest)")
                #expect(answer.code == 0)
                let problems = Markup(answer.output).problems
                #expect(problems == [], "\(name)\(rest)")
            }
        }
    }

    private static let titles = [
        ("session list", "Sessions"), ("board show pab", "Board pab"), ("due", "Needs action"),
        ("notice", "What we keep from today"), ("vocabulary list", "Code lists"), ("report list", "Reports"),
        ("history", "History"), ("check", "Check results"), ("agenda pab", "Open items for the next meeting"),
        ("program show", "The program"), ("person duplicates", "Likely duplicates"),
        ("imports list", "Imports"), ("vocabulary show capacity", "Codes of capacity"),
        ("report reach --explain TR-04 --profile team", "TR-04 People trained (each counted once)"),
        ("assessment show practices-baseline", "Assessment"),
    ]

    @Test func `a list, a record and an explanation are sound pages with a title of their own`() throws {
        let desk = try desk()
        for (words, title) in Self.titles {
            let page = Markup(desk.run("groundwork \(words) --format html").output)
            #expect(page.problems == [], "\(words)")
            #expect(page.all("h1").map(\.text) == [title])
        }
    }

    @Test func `a page is made for the board unless it is said otherwise`() throws {
        let desk = try desk()
        let page = desk.run("groundwork report feedback --format html").output
        #expect(page.contains("For the board."))
        #expect(
            desk.run("groundwork report feedback --format html --profile team").output.contains("For the team only")
        )
    }

    @Test func `a page is written to a file, the same for the same record`() throws {
        let desk = try desk()
        let line = "groundwork report scorecard --format html --period last-fiscal-year"
        let first = desk.run(line).output
        #expect(desk.run(line).output == first)
        #expect(desk.run("\(line) -o board.html").output.isEmpty)
        #expect(contents(of: "\(desk.path)/board.html") == first)
    }
}
