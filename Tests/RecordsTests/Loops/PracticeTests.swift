import Calendar
import SQLite
import Testing

@testable import Records

struct PracticeTests {
    let desk: Desk

    init() throws { desk = try Desk() }

    private var store: Store { desk.store }

    private func refusal(_ body: () throws -> Void) -> String {
        do {
            try store.change("test") { _ in try body() }
            return "stored"
        } catch let error as RecordError {
            return error.message
        } catch {
            return "\(error)"
        }
    }

    @Test func `our checklist has sixteen criteria along the four strategies of an organization`() throws {
        let tool = PracticeTool.named("Groundwork checklist of practices")
        #expect(tool.ref == "groundwork-practices")
        #expect(tool.criteria.count == 16)
        #expect(Set(tool.criteria.map(\.text)).count == 16)
        let strategies = try store.codes(in: "strategy").filter { $0.parent == "organizational" }.map(\.code)
        #expect(Set(tool.criteria.map(\.strategy)) == Set(strategies))
        #expect(PracticeTool.all.dropFirst().allSatisfy { $0.criteria.isEmpty })
        #expect(PracticeTool.named("groundwork-practices", version: "2").criteria.isEmpty)
        #expect(
            PracticeTool.named("Our own list") == PracticeTool(ref: "Our own list", title: "Our own list", version: "1")
        )
    }

    @Test func `an assessment takes over its tool's criteria, and is completed once all are scored`() throws {
        let assessment = try store.change("assessment start") { _ in
            try store.startAssessment(with: .named("groundwork-practices"), due: Day(iso: "2026-12-01"), ref: "a1")
        }
        let criteria = try store.criteria(of: assessment)
        #expect(criteria.map(\.text) == PracticeTool.named("groundwork-practices").criteria.map(\.text))
        #expect(refusal { try store.complete(assessment: assessment) } == "a1: 16 criteria have no score")
        try store.change("assessment score") { _ in
            for criterion in criteria.dropLast() {
                try store.score(assessment, try store.criterion(of: assessment, "\(criterion.number)"), .partial)
            }
            try store.score(assessment, try store.criterion(of: assessment, "supervision and"), .notApplicable)
        }
        try store.change("assessment complete") { _ in try store.complete(assessment: assessment) }
        #expect(
            refusal { try store.score(assessment, criteria[0], .met) }.hasPrefix("a1 was completed on Nov 21, 2026")
        )
        #expect(
            refusal { _ = try store.criterion(of: assessment, "people") } == "\"people\" matches 3 criteria: 2, 5, 11"
        )
        #expect(refusal { _ = try store.criterion(of: assessment, "17") } == "a1 has no criterion \"17\"")
        _ = try store.undo()
        _ = try store.undo()
        _ = try store.undo()
        #expect(try desk.value("SELECT (SELECT count(*) FROM criterion) + (SELECT count(*) FROM criterion_code)") == 0)
    }

    @Test func `a position is filled, vacated and filled again, one holder at a time and never a name`() throws {
        let position = try desk.add(
            .position,
            ["ref": "peer", "capacity": "outreach", "fte": "0.5", "authorized": "2026-01-01"]
        )
        func fill(_ day: String) -> String { refusal { try store.fill(position: position, from: Day(iso: day)) } }
        func vacate(_ day: String) -> String { refusal { try store.vacate(position: position, on: Day(iso: day)) } }
        #expect(vacate("2026-02-01") == "peer is already vacant")
        #expect(fill("2026-02-01") == "stored")
        #expect(fill("2026-03-01") == "peer has been filled since Feb 1, 2026")
        #expect(vacate("2026-01-31") == "filled_to: Jan 31, 2026 is before it was filled (Feb 1, 2026)")
        #expect(refusal { try store.close(position: position) } == "closed: it has been filled since Feb 1, 2026")
        #expect(vacate("2026-06-30") == "stored")
        #expect(
            fill("2026-06-01")
                == "filled_from: Jun 1, 2026 overlaps the time it was filled, from Feb 1, 2026 to Jun 30, 2026"
        )
        #expect(fill("2026-07-01") == "stored")
        func refs(_ name: String, _ day: String) throws -> Int {
            let condition = try #require(RecordType.position.condition(named: name))
            var count = 0
            let filter = RecordFilter(conditions: [condition], asOf: try #require(Day(iso: day)))
            try store.forEach(Extract(.position, filter)) { _ in count += 1 }
            return count
        }
        #expect(try refs("filled", "2026-06-30") == 1)
        #expect(try refs("vacant", "2026-01-15") == 1)
        #expect(try refs("vacant", "2026-07-15") == 0)
        var exported: [String] = []
        try store.forEach(Extract(Noun.position.exported)) {
            exported.append("\(try $0.text(7)) \(try $0[8] as String? ?? "")")
        }
        #expect(exported == ["2026-02-01 2026-06-30", "2026-07-01 "])
        try store.change("test") { _ in
            try store.edit(.position, position.id, try desk.draft(.position, ["filled_to": "2026-09-30"]))
        }
        #expect(try desk.value("SELECT max(filled_to) FROM position_filling") == "2026-09-30")
        _ = try store.undo()
        _ = try store.undo()
        #expect(try desk.value("SELECT count(*) FROM position_filling") == 1)
        #expect(try store.find(.position, "last").ref == "peer")
    }

    @Test func `a position that somebody was hired into was authorized by then`() throws {
        let position = try desk.add(.position, ["ref": "peer", "capacity": "outreach", "authorized": "2026-11-21"])
        let later = try store.change("position fill") { _ in
            try store.fill(position: position, from: Day(iso: "2026-11-10"))
        }
        #expect(later == "2026-11-21")
        #expect(try desk.value("SELECT authorized_on FROM position") == "2026-11-10")
        _ = try store.undo()
        #expect(try desk.value("SELECT authorized_on FROM position") == "2026-11-21")
    }

    @Test func `a position is filled again on a day of its own, and no more once it is closed`() throws {
        let position = try desk.add(
            .position,
            ["ref": "peer", "capacity": "outreach", "filled_from": "2026-11-01", "filled_to": "2026-11-01"]
        )
        #expect(
            refusal { try store.fill(position: position, from: Day(iso: "2026-11-01")) }
                == "peer was already filled from Nov 1, 2026 to Nov 1, 2026"
        )
        try store.change("position close") { _ in try store.close(position: position, on: Day(iso: "2026-11-05")) }
        #expect(
            refusal { try store.fill(position: position, from: Day(iso: "2026-11-10")) }
                == "peer was closed on Nov 5, 2026"
        )
    }

    @Test(arguments: [
        ("outreach", "outreach"), ("Outreach worker", "outreach"), ("Direct service", "direct-service"),
        ("DIRECT_SERVICE", "direct-service"), ("peer support worker", "direct-service"), ("Trainer", "training"),
    ])
    func `a capacity is known by its code, its title and what the field calls those who work in it`(
        typed: String,
        code: String
    ) throws {
        let field = try #require(RecordType.position.field(named: "capacity"))
        #expect(try store.value(field, typed, Reading(place: .file, makes: false)).canonical == code)
    }

    @Test func `an action is done once`() throws {
        try desk.add(.assessment, ["ref": "a1", "tool": "Own"])
        let action = try desk.add(.action, ["assessment": "a1", "text": "New form", "due": "2026-12-01"])
        try store.change("action done") { _ in try store.finish(action: action, on: Day(iso: "2026-11-20")) }
        #expect(refusal { try store.finish(action: action) } == "a1-action was already done on Nov 20, 2026")
    }

    @Test(
        arguments: [
            (
                "TR-01", "this-year",
                "period is \"this-year\", which changes over time. Use a fixed period, such as FY2027 or 2026-Q4."
            ),
            ("trainings", "2026", "metric: \"trainings\" is no metric, such as TR-01"),
        ]
    )
    func `a target is of a metric and a period that stands still`(metric: String, period: String, message: String) {
        #expect(refusal { _ = try desk.add(.target, ["metric": metric, "period": period, "value": "24"]) } != "stored")
        do {
            _ = try store.change("test") { _ in
                try store.add(.target, try desk.draft(.target, ["metric": metric, "period": period, "value": "24"]))
            }
        } catch let error as RecordError {
            #expect(error.message == message)
        } catch {
            Issue.record(error)
        }
    }

    @Test func `a target is kept in one spelling`() throws {
        try desk.add(.target, ["metric": "tr-01", "period": "fy2027", "value": "24"])
        #expect(try desk.value("SELECT metric || ' ' || period FROM target") == "TR-01 FY2027")
        #expect(throws: (any Error).self) {
            try desk.add(.target, ["metric": "TR-01", "period": "2026-07-01..2027-06-30", "value": "30"])
        }
    }

    @Test(arguments: [Noun.outlet, .feedback, .board, .meeting, .recommendation, .assessment, .criterion, .action])
    func `what was removed comes back with undo, under its own ref`(noun: Noun) throws {
        try LoopSample.make(desk)
        let before = try desk.content()
        let ref: String =
            noun == .criterion ? "" : try #require(try desk.value("SELECT max(ref) FROM \(identifier: noun.table)"))
        let id: Int64 = try #require(
            noun == .criterion
                ? try desk.value("SELECT max(id) FROM criterion")
                : try desk.value("SELECT id FROM \(identifier: noun.table) WHERE ref = \(ref)")
        )
        do {
            try store.change("test") { _ in try store.remove(noun.type, Found(id: id, ref: ref)) }
        } catch RecordError.inUse {
            #expect([Noun.outlet, .board, .meeting, .assessment].contains(noun))
            return
        }
        #expect(try desk.content() != before)
        _ = try store.undo()
        #expect(
            try desk.content().filter { !$0.hasPrefix("retired_ref") } == before.filter { !$0.hasPrefix("retired_ref") }
        )
    }
}

/// One record of each kind, for tests.
enum LoopSample {
    static func make(_ desk: Desk) throws {
        try desk.add(.outlet, ["ref": "box", "title": "Box", "opened": "2026-10-01"])
        try desk.add(.feedback, ["outlet": "box", "received": "2026-10-02", "kind": "complaint", "codes": "form:self"])
        try desk.add(.board, ["ref": "pab", "title": "Board"])
        try desk.add(.meeting, ["ref": "m1", "board": "pab", "held": "2026-10-03", "levels": "Hours:consult"])
        try desk.add(.recommendation, ["meeting": "m1", "text": "Open on Saturdays", "codes": "service:drop-in"])
        try desk.add(.assessment, ["ref": "a1", "tool": "Own"])
        try desk.add(.criterion, ["assessment": "a1", "criterion": "People are asked", "codes": "form:institutional"])
        try desk.add(.action, ["assessment": "a1", "text": "New form", "due": "2026-12-01"])
    }
}
