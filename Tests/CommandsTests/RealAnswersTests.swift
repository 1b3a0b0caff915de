import SQLite
import Support
import Testing

@testable import Commands

/// Answers that nobody here wrote, taken in through the command line alone.
@Suite(.enabled(if: RealForms.folder != nil, "shared/data is not beside this checkout"))
struct RealAnswersTests {
    let desk: Desk

    init() throws {
        desk = try Desk()
        try desk.file("mapping.json", #"{"values": {"*": {"NA": ""}}, "ignore_unknown": true}"#)
        #expect(desk.run(["log", "foundations", "cci", "2026-11-10", "22"]).code == 0)
    }

    private func add(_ form: RealForm) throws {
        let answer = desk.run(try form.write(to: desk.path))
        #expect(answer.code == 0, "\(answer.both)")
    }

    private func take(_ path: String, _ form: String, _ options: [String]) -> Desk.Answer {
        let file = (RealForms.folder ?? "") + "/" + path
        return desk.run(["import", "evaluations", file, "--form", form, "--mapping", "mapping.json"] + options)
    }

    @Test(arguments: [
        ("harm-reduction-1", "harm-reduction-scale/study1_numeric.csv", [], "301 rows: 301 created"),
        // Four people answered nothing.
        ("harm-reduction-2", "harm-reduction-scale/study2_labels.csv", [], "409 rows: 405 created, 4 skipped"),
        (
            "instructors", "carpentries-instructor-eval/instructor_training_post_eval.csv",
            ["--map", "submitted=Date", "--dates", "mdy"], "967 rows: 967 created"
        ),
        ("months-later", "carpentries-longterm/2020-03_other_questions.csv", [], "176 rows: 176 created"),
    ])
    func `a file of answers goes in with a form and a mapping`(
        ref: String,
        path: String,
        options: [String],
        rows: String
    ) throws {
        try add(try #require(RealForms.all.first { $0.ref == ref }))
        let answer = take(path, ref, ["--session", "last"] + options)
        #expect(answer.code == 0, "\(answer.both)")
        #expect(answer.output.contains(": \(rows). Undo: "), "\(answer.both)")
    }

    @Test func `before and after thirteen workshops go in, and 38 people are found in both`() throws {
        let days = Set(RealTable("ucsb-prepost/pre.csv").values("workshop")).sorted()
        let sessions = days.map { "\($0),\($0.prefix(10)),held" }
        try desk.file("workshops.csv", "ref,starts,status\n" + sessions.joined(separator: "\n") + "\n")
        #expect(desk.run("groundwork import sessions workshops.csv").code == 0)
        for (form, file) in [(RealForms.workshopBefore, "pre"), (RealForms.workshopAfter, "post")] {
            try add(form)
            let answer = take("ucsb-prepost/\(file).csv", form.ref, ["--map", "session=workshop"])
            #expect(answer.code == 0, "\(answer.both)")
        }
        let database = try Database(path: "\(desk.path)/groundwork.db", mode: .readOnly)
        #expect(try database.value("SELECT count(*) FROM evaluation_pair") == 38)
    }
}
