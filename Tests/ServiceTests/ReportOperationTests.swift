import Calendar
import Documents
import Files
import Glibc
import Measures
import Records
import Reports
import Support
import Testing

@testable import Service

/// Reports and batches as any interface asks for them.
@Suite struct ReportOperationTests {
    let office: Office

    init() throws { office = try Office.furnished() }

    private var coordinator: Context { office.caller(as: .coordinator) }

    private func report(_ name: String, fill: (inout MakeReport) -> Void = { _ in }) -> MakeReport {
        var report = MakeReport()
        report.name = name
        fill(&report)
        return report
    }

    private func text(_ report: MakeReport) throws -> String {
        let made = try office.lender.perform(report, coordinator)
        return String(decoding: try report.format.draw(made.document), as: UTF8.self)
    }

    @Test func `an evaluator makes the reports of evaluations, and sees no rows behind a figure`() throws {
        let evaluator = office.caller(as: .evaluator)
        let made = try office.lender.perform(report("Evaluations"), evaluator)
        #expect(made.period.label == "2026" && made.isOfDefaultPeriod)
        for refused in [report("scorecard"), report("evaluations") { $0.explain = "EV-01" }] {
            #expect(throws: Forbidden.self) { try office.lender.perform(refused, evaluator) }
            _ = try office.lender.perform(refused, coordinator)
        }
        #expect(throws: Forbidden.self) { try office.lender.perform(MakeBatch(), evaluator) }
    }

    @Test func `for whom a report is depends on what it is drawn as, unless that is said`() throws {
        for (format, profile) in [(Format.html, Profile.board), (.xlsx, .board), (.json, .team), (.table, .team)] {
            let asked = report("trainings") { $0.format = format }
            for other in Profile.allCases {
                let said = report("trainings") { ($0.format, $0.profile) = (format, other) }
                #expect(try (text(said) == text(asked)) == (other == profile), "\(format) for \(other)")
            }
        }
        let raised = try text(report("trainings") { ($0.format, $0.threshold) = (.json, 20) })
        #expect(raised.contains("\"threshold\": 20"))
    }

    @Test(arguments: [
        ("name", "scorcard", "unknown report \"scorcard\""), ("explain", "TR-99", "unknown metric \"TR-99\""),
        ("period", "2026-Q5", "period: \"2026-Q5\" is not a period: a year has quarters Q1 to Q4"),
        ("compare", "last", "compare: \"last\" is not a period: the format is unknown"),
        ("as_of", "someday", "as_of is \"someday\", which is not a date"),
        ("threshold", "1001", "threshold: use a whole number from 1 to 1000"),
        (
            "by", "week",
            """
            by is "week". Use one of: organization, course, site, month, quarter, fund, modality, topic, audience, \
            language, sector, host, parent, facilitator, job-role, category.
            """
        ),
        ("organization", "nobody", "unknown organization \"nobody\""),
    ])
    func `what a report can't be asked is refused by its parameter`(name: String, text: String, message: String) throws
    {
        do {
            let asked = try Samples.filled(report("trainings"), [name: text])
            try office.perform(asked)
            Issue.record("\(name) = \(text) was taken")
        } catch let error as RecordError {
            #expect(error.message == message)
        } catch let fault as any InputFault {
            #expect(fault.refusal.message == message)
        }
    }

    private func batch(_ plan: String, in folder: String, fill: (inout MakeBatch) -> Void = { _ in }) -> MakeBatch {
        var batch = MakeBatch()
        batch.plan = .written(Array(plan.utf8), name: "plan.json")
        (batch.period, batch.folder) = ("2026-Q4", "\(office.folder.path)/\(folder)")
        batch.rule = OutputRule(database: office.path)
        fill(&batch)
        return batch
    }

    private static let plan = """
        {"profile": "board", "reports": [{"report": "trainings", "formats": ["csv", "html"]}]}
        """

    @Test func `a file that can't be made is said in the manifest, and keeps no other from it`() throws {
        let asked = batch(Self.plan, in: "q4")
        mkdir(asked.folder, 0o700)
        mkdir("\(asked.folder)/trainings-2026-Q4.csv", 0o700)
        let made = try office.lender.perform(asked, coordinator)
        #expect(made.manifest.files.map(\.problem) == ["it could not be made", nil])
        #expect(made.counts.added == 1)
        #expect(made.period.label == "2026-Q4")
        let manifest = contents(of: "\(asked.folder)/manifest.json") ?? ""
        #expect(manifest.contains("\"problem\": \"it could not be made\""))
        rmdir("\(asked.folder)/trainings-2026-Q4.csv")
        let again = try office.lender.perform(asked, coordinator)
        #expect(again.manifest.files.map(\.problem) == [nil, nil])
        #expect((again.counts.added, again.counts.same) == (1, 1))
    }

    @Test func `pages for other readers are not left beside a batch, nor is one made where it would stand on its plan`()
        throws
    {
        let asked = batch(Self.plan, in: "q4")
        _ = try office.lender.perform(asked, coordinator)
        let other = batch(#"{"reports": [{"report": "feedback", "formats": ["html"]}]}"#, in: "q4") {
            $0.profile = .public
        }
        let left = PagesForOthers(
            folder: asked.folder,
            profile: "board",
            files: ["trainings-2026-Q4.csv", "trainings-2026-Q4.html"]
        )
        #expect(throws: left) { try office.lender.perform(other, coordinator) }
        let page = "\(asked.folder)/trainings-2026-Q4.html"
        let onPlan = batch(Self.plan, in: "q4") { $0.rule = OutputRule(database: office.path, reading: [page]) }
        #expect(throws: Files.OutputProblem.isInput(page)) { try office.lender.perform(onPlan, coordinator) }
    }

    @Test func `a batch that is stopped leaves no manifest of what is not there, and gives its folder back`() throws {
        let stopped = Interruption()
        let asked = batch(Self.plan, in: "q4") {
            $0.progress = { if $0.next.hasSuffix(".html") { stopped.request() } }
        }
        #expect(throws: Interrupted.self) {
            try office.lender.perform(asked, office.caller(as: .coordinator, interruption: stopped))
        }
        #expect(FolderNames.all(in: asked.folder) == ["trainings-2026-Q4.csv"])
        let made = try office.lender.perform(batch(Self.plan, in: "q4"), coordinator)
        #expect((made.counts.added, made.counts.same) == (1, 1))
    }

    @Test func `a plan that there is not, and a folder that was not named, are refused`() throws {
        #expect(throws: UnknownName(kind: .plan, word: "quartely", known: BatchPlan.shipped.map(\.name))) {
            try office.lender.perform(batch("", in: "q4") { $0.plan = .shipped("quartely") }, coordinator)
        }
        let nowhere = batch(Self.plan, in: "q4") { $0.folder = "" }
        #expect(throws: RecordError.invalid(field: "output", problem: "name a folder")) {
            try office.lender.perform(nowhere, coordinator)
        }
    }
}
