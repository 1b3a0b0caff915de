import Documents
import Reports
import Support
import Testing

@testable import Commands

/// Nothing that somebody said reaches a page that leaves the team, by whichever command it is made.
@Suite struct PublicWordsTests {
    /// What somebody said, and what nobody outside reads of the answer to them.
    private static let inside = ["Zebrafinch", "zebrafinch", "Oystercatcher"]

    private func desk() throws -> Desk {
        try Desk.furnished("public words") { desk in
            for line in [
                "outlet add \"Drop-in box\" --ref box --opened 2026-07-01", "board add pab --title \"Advisory board\"",
                "meeting add pab 2026-10-12 --asked \"Open on Saturdays\"",
                "heard box \"Zebrafinch was rude at the door\" --on 2026-10-02",
                "answered last \"Oystercatcher spoke with them\" --told poster --changed",
                "heard box \"The zebrafinch door sticks\" --on 2026-10-03",
                "answered last \"Oystercatcher oiled it\" --told meeting --as \"The door was hard to open\"",
                "feedback edit last --public-answer \"It was oiled\"",
                "heard box \"Zebrafinch again\" --on 2026-10-04 --may-post no", "answered last \"Oystercatcher knows\"",
                "heard box \"Zebrafinch waits\" --on 2026-10-05",
            ] {
                let answer = desk.run(line)
                try #require(answer.code == 0, "\(line): \(answer.errors)")
            }
        }
    }

    /// What stands in a file: its text, or that of every part of a workbook.
    private func text(_ desk: Desk, _ name: String) throws -> String {
        let found = try #require(bytes(of: "\(desk.path)/\(name)"), "\(name)")
        guard let archive = Archive(found) else { return String(decoding: found, as: UTF8.self) }
        return archive.entries.map { String(decoding: archive[$0.name] ?? [], as: UTF8.self) }.joined(separator: "\n")
    }

    private func hold(_ desk: Desk, _ name: String) throws -> Bool {
        let text = try text(desk, name)
        for word in Self.inside { #expect(!text.contains(word), "\(word) stands in \(name)") }
        return text.contains("The door was hard to open") && text.contains("It was oiled")
    }

    @Test(arguments: ["board", "funder", "public"])
    func `no report of any format holds what somebody said`(profile: String) throws {
        let desk = try desk()
        var shown: Set<String> = []
        let turn = ["board", "funder", "public"].firstIndex(of: profile) ?? 0
        for (place, report) in Report.all.enumerated() {
            // Pages in every report and profile; of the other formats one in turn, so that each report meets three.
            for (number, format) in Format.allCases.enumerated()
            where format == .html || Sweep.takes(place + turn + number, oneOf: Format.allCases.count) {
                let name = "\(report.name).\(format.rawValue)"
                let line =
                    "report \(report.name) --period 2026-Q4 --profile \(profile) --format \(format.rawValue) -o \(name)"
                try #require(desk.run(line).code == 0, "\(line)")
                if try hold(desk, name) { shown.insert(report.name) }
            }
        }
        #expect(shown == ["scorecard", "you-said-we-did"])
    }

    @Test(arguments: ["board", "funder", "public"])
    func `no explanation holds what somebody said`(profile: String) throws {
        let desk = try desk()
        let turn = ["board", "funder", "public"].firstIndex(of: profile) ?? 0
        let metrics = Catalogue.metrics.map(\.id.text).filter { $0.hasPrefix("FB") || $0.hasPrefix("PB") }
        for (place, metric) in metrics.enumerated() {
            for (number, format) in ["html", "csv", "json", "table"].enumerated()
            where Sweep.takes(place + turn + number, oneOf: 4) {
                let line =
                    "report feedback --period 2026-Q4 --explain \(metric) --profile \(profile) --format \(format) -o page"
                try #require(desk.run(line).code == 0, "\(line)")
                _ = try hold(desk, "page")
            }
        }
    }

    @Test(arguments: ["monthly", "quarterly", "fiscal-year", "evaluation"])
    func `no file of a batch holds what somebody said`(plan: String) throws {
        let desk = try desk()
        let answer = desk.run("batch \(plan) --period 2026-Q4 -o out")
        try #require(answer.code == 0, "\(answer.errors)")
        let names = files(in: "\(desk.path)/out", endingIn: "").filter { !$0.hasSuffix(".") }.map {
            String($0.dropFirst(desk.path.count + 1))
        }
        #expect(names.count > 2)
        for name in names { _ = try hold(desk, name) }
    }

    @Test(arguments: ["table", "csv", "json", "markdown", "html", "xlsx"])
    func `an agenda holds what the board asked for, and never what somebody said`(format: String) throws {
        let desk = try desk()
        try #require(desk.run("agenda pab --words --format \(format) -o agenda").code == 0)
        _ = try hold(desk, "agenda")
        #expect(try text(desk, "agenda").contains("Open on Saturdays"))
    }

    @Test func `what comes in from a file is held to the same rules, and goes out as it came`() throws {
        let desk = try Desk()
        desk.run("outlet add \"Drop-in box\" --ref box --opened 2026-07-01")
        desk.run("session add --ref s1 --starts 2026-10-01 --facilitators \"Ibis Rail\"")
        let header = "outlet,received,summary,answered,answer,public_wording,public_answer,may_post\n"
        func refusal(_ row: String) throws -> String {
            try desk.file("rows.csv", header + row + "\n")
            let answer = desk.run("import feedback rows.csv")
            #expect(answer.code == 65, "\(row)")
            return answer.errors
        }
        let item = "box,2026-10-02,Too loud at the door,2026-10-03,A mat was laid"
        #expect(
            try refusal("\(item),Quieter at the door,,no").contains("rows.csv:2: public_wording: the person asked not")
        )
        #expect(try refusal("\(item),Call 206 555 0142,,").contains("rows.csv:2: public_wording: it has an address"))
        #expect(try refusal("\(item),rail ibis spoke,,").contains("rows.csv:2: public_wording: it has the full name"))
        #expect(try refusal("\(item),Quieter,Ibis Rail did,").contains("rows.csv:2: public_answer: it has the full"))
        #expect(
            try refusal("box,2026-10-02,Loud,,,Quieter,,").contains("rows.csv:2: public_answer: there is no answer")
        )
        try desk.file("rows.csv", header + "\(item),It was too loud at the door,,yes\n\(item),Noise,A mat,\n")
        let taken = desk.run("import feedback rows.csv")
        #expect(taken.code == 0, "\(taken.errors)")
        #expect(taken.errors.contains("repeats the person's words in 1 item"))
        let rows = desk.run("export feedback --identified --format csv").output
        #expect(rows.contains("It was too loud at the door,A mat was laid,yes") && rows.contains("Noise,A mat,"))
        try desk.file("again.csv", rows)
        let again = desk.run("import feedback again.csv")
        #expect(again.output.contains("2 unchanged"), "\(again.both)")
        let plain = desk.run("export feedback --format csv").output
        #expect(!plain.contains("public_wording") && plain.contains("may_post"))
    }
}
