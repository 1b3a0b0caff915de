import Calendar
import Records
import SQLite
import Service
import Testing

/// What operations on assessments, positions and targets answer.
@Suite struct PracticeOperationTests {
    let office: Office

    init() throws { office = try Office.furnished() }

    private func ask<O: Operation>(_ operation: O, _ fill: (inout O) -> Void) throws -> O.Result {
        var operation = operation
        fill(&operation)
        return try office.lender.perform(operation, office.caller())
    }

    private func text<T: ColumnDecodable>(_ sql: SQL, as type: T.Type = String.self) throws -> T? {
        try office.lender.read(office.caller()) { try $0.reader.value(sql, as: T.self) }
    }

    @Test func `an assessment begins with our own checklist, unless another tool is named`() throws {
        let own = try ask(StartAssessment()) { _ in }
        #expect(own.criteria == PracticeTool.standard.criteria.count)
        #expect(own.next.steps == [.perform(.show(.assessment), ["ref": own.assessment.ref])])
        let other = try ask(StartAssessment()) { $0.tool = "OM-PATOS" }
        #expect(other.criteria == 0)
        #expect(other.next.steps == [.perform(.importRecords, ["kind": "criteria"], ask: ["files"])])
    }

    @Test(arguments: ["om-patos", "OM-PATOS", " Om-Patos "])
    func `a tool is kept by its word, however it is named, and whichever way it comes`(typed: String) throws {
        let added = try ask(AddRecord(.assessment)) { $0.fields = ["tool": typed] }
        _ = try ask(EditRecord(.assessment)) {
            $0.ref = "own"
            $0.fields = ["tool": typed]
        }
        for ref in [added.found.ref, "own"] {
            #expect(try text("SELECT tool FROM assessment WHERE ref = \(ref)") == "om-patos")
        }
        #expect(try text("SELECT version FROM assessment WHERE ref = \(added.found.ref)") == "1")
    }

    @Test func `the last score of an assessment leads to completing it`() throws {
        let count = PracticeTool.standard.criteria.count
        for number in 1...count {
            let scored = try ask(ScoreCriterion()) {
                $0.ref = "own"
                $0.criterion = "\(number)"
                $0.score = .partial
            }
            #expect(scored.left == count - number)
            #expect((scored.next == nil) == (number < count))
        }
        let completed = try ask(CompleteAssessment()) {
            $0.ref = "own"
            $0.day = "yesterday"
        }
        #expect(completed.day == Day(iso: "2026-11-20"))
        let again = try ask(ScoreCriterion()) {
            $0.ref = "own"
            $0.criterion = "1"
            $0.score = .partial
        }
        #expect(again.next == nil)
    }

    @Test func `a position that somebody was hired into earlier says when it had been authorized`() throws {
        let filled = try ask(FillPosition()) {
            $0.ref = "outreach"
            $0.day = "2026-06-15"
        }
        #expect(filled.authorizedLater == Day(iso: "2026-07-01"))
        #expect(filled.position.day == Day(iso: "2026-06-15"))
    }

    @Test func `a ref that is typed for a step or an assessment is held to the rules of refs`() throws {
        #expect(throws: RecordError.self) {
            try ask(AddAction()) {
                $0.assessment = "own"
                $0.fields = ["text": "A quiet corner", "ref": "no ref"]
            }
        }
        #expect(throws: RecordError.self) { try ask(StartAssessment()) { $0.ref = "no ref" } }
        #expect(try text("SELECT count(*) FROM action", as: Int.self) == 1)
    }
}

/// What a target may be set to: the same rule at the command line, in a browser and in files.
@Suite struct TargetOperationTests {
    let office: Office

    init() throws {
        office = try Office(
            kept: 0,
            metrics: [
                TargetMetric(id: "TR-01", title: "Trainings held", isShare: false),
                TargetMetric(id: "FB-05", title: "Resolved on time", isShare: true),
            ]
        )
    }

    private func set(_ metric: String, _ value: String) throws -> Stored {
        var operation = SetTarget()
        operation.metric = metric
        operation.period = "2026-Q4"
        operation.value = value
        let set = try office.lender.perform(operation, office.caller())
        #expect(set.metric.id == metric.uppercased())
        return set.stored
    }

    private func value() throws -> Double? {
        try office.lender.read(office.caller()) { store in
            try store.reader.value("SELECT value FROM target", as: Double.self)
        }
    }

    @Test(arguments: [("0.9", 0.9), ("90%", 0.9), (" 90 % ", 0.9), ("33.3%", 0.333), ("100%", 1), ("0%", 0)])
    func `a share is a fraction or a percentage`(typed: String, kept: Double) throws {
        _ = try set("fb-05", typed)
        #expect(try value() == kept)
        if case .unchanged = try set("FB-05", typed) { return }
        Issue.record("the same value was stored again")
    }

    @Test(arguments: [
        ("FB-05", "90"), ("FB-05", "101%"), ("FB-05", "-1%"), ("TR-01", "90%"), ("TR-01", "many"), ("TR-01", ""),
        ("TR-01", "%"), ("TR-01", "1e308"), ("TR-01", "9%%"),
    ])
    func `what no figure of the metric can be is refused, naming the value`(metric: String, typed: String) throws {
        do {
            _ = try set(metric, typed)
            Issue.record("\(typed) was stored")
        } catch RecordError.invalid(let field, _, _) {
            #expect(field == "value")
        }
        #expect(try value() == nil)
    }

    @Test func `a metric that there is not is refused with the nearest, or with where they stand`() throws {
        let near = RecordError.invalid(
            field: "metric",
            problem: "is \"TR-02\". Use a metric's id, such as TR-01."
        )
        #expect(throws: near) { try set("TR-02", "1") }
        let far = RecordError.invalid(
            field: "metric",
            problem: "is \"many\". Use a metric's id.",
            advice: Advice("For the ids", .perform(.makeReport, ["name": "scorecard"]))
        )
        #expect(throws: far) { try set("many", "1") }
    }
}
