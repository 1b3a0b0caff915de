import Records
import SQLite
import Support
import Testing

@testable import Reports

/// What questions share: it must say what the statements say, which are what people see and can run themselves.
@Suite struct BasisTests {
    static let forms: [(wave: Form.Wave, level: Int?)] = [
        (.before, 2), (.after, 1), (.after, 2), (.followup, 3), (.before, 4), (.after, nil),
    ]

    /// Sessions with events above them, forms, what came back of them, follow-ups and assessments, all at random.
    static func evaluated(_ seed: UInt64) throws -> Sample {
        var generator = SeededGenerator(seed: seed)
        let raw = RawRecords(using: &generator)
        let sample = try Sample()
        try sample.store(raw)
        for (place, form) in forms.enumerated() {
            try sample.form(place + 1, form.wave, [.init(code: "q", level: form.level)])
        }
        let sessions = raw.sessions.map(\.id)
        let days = [nil, "2026-02-01", "2026-05-01", "2026-12-31"]
        for id in 0..<Int.random(in: 0...12, using: &generator) {
            try sample.returned(
                100 + id,
                Int.random(in: 1...forms.count, using: &generator),
                sessions.randomElement(using: &generator) ?? 1,
                [[nil, 1, 5].randomElement(using: &generator) ?? nil],
                on: days.randomElement(using: &generator) ?? nil
            )
        }
        for session in sessions {
            let parent = sessions.randomElement(using: &generator) ?? session
            if parent != session, Bool.random(using: &generator) {
                try sample.database.execute("UPDATE session SET parent_id = \(parent) WHERE id = \(session)")
            }
            let form: Int? = [1, nil, nil].randomElement(using: &generator) ?? nil
            try sample.database.execute("UPDATE session SET form_id = \(form.sqlValue) WHERE id = \(session)")
            if Int.random(in: 0..<5, using: &generator) == 0 {
                try sample.committed(
                    session,
                    made: 4,
                    on: days.compactMap(\.self).randomElement(using: &generator),
                    1,
                    1,
                    1
                )
            }
        }
        for (id, day) in ["2026-03-01", "2027-02-01"].enumerated() where Bool.random(using: &generator) {
            try sample.assessed(id + 1, of: Int.random(in: 1...4, using: &generator), completed: day)
        }
        return sample
    }

    static func scopes() throws -> [Scope] {
        let splits = [nil] + Split.allCases.map { $0 as Split? }
        return try splits.flatMap { split in
            [
                try scope("2026", by: split), try scope("2026-Q1", asOf: "2026-04-20", by: split),
                try scope("2026", asOf: "2026-05-31", organization: 2, by: split),
                try scope("2026", fund: "county", by: split),
            ]
        }
    }

    @Test(arguments: Sweep.seeds(12, full: 60).map(UInt64.init))
    func `sessions in arrays and the statements count alike`(seed: UInt64) throws {
        let sample = try Self.evaluated(seed)
        for scope in try Self.scopes() {
            for question in [Question.offers, .levels, .matches] {
                let arrays = try question.answers(Basis(scope), in: sample.reader)
                let statement = try question.counted(scope, in: sample.reader)
                #expect(arrays == statement, "\(question.name), \(scope), seed \(seed)")
            }
        }
    }

    @Test(arguments: Sweep.seeds(12, full: 60).map(UInt64.init))
    func `who came is the same whether sources are gone through or the view is asked`(seed: UInt64) throws {
        let sample = try Self.evaluated(seed)
        for scope in try Self.scopes() {
            let sessions = try HeldSessions(scope, in: sample.reader)
            let through = try SessionHeads(sessions, throughAll: true, in: sample.reader)
            let asked = try SessionHeads(sessions, throughAll: false, in: sample.reader)
            #expect(through.areCounted == asked.areCounted, "\(scope), seed \(seed)")
            #expect(through.attendances == asked.attendances, "\(scope), seed \(seed)")
        }
    }

    @Test(arguments: Sweep.seeds(12, full: 60).map(UInt64.init))
    func `sessions from which answers were read are those that are found by looking for them`(seed: UInt64) throws {
        let sample = try Self.evaluated(seed)
        for scope in try Self.scopes() {
            let (fresh, read) = (Basis(scope), Basis(scope))
            for plan in try fresh.forms(in: sample.reader) {
                let returns = try read.returns(of: plan, in: sample.reader)
                let found = try fresh.returned({ $0.form.id == plan.form.id }, in: sample.reader)
                #expect(returns.fromSessions == found, "\(plan.form.ref), \(scope), seed \(seed)")
            }
        }
    }

    @Test(
        arguments: [
            [], [7], [7, 8, 9], [7, 9, 200], [7, 1 << 40, (1 << 40) + 1], [.min, 0, .max],
        ] as [[Int64]]
    )
    func `a session is found at its place, however far rows lie apart, and no other is`(rows: [Int64]) {
        let index = SessionIndex(rows)
        for (place, row) in rows.enumerated() {
            #expect(index.place(of: row) == place)
            for other in [row &- 1, row &+ 1] where !rows.contains(other) { #expect(index.place(of: other) == nil) }
        }
        #expect(index.place(of: 1) == nil)
    }

    @Test func `a narrow scope goes by the index of days, or by the organization trained`() throws {
        let sample = try QueryPlanTests.large()
        for scope in [try scope("2026-03-10..2026-03-10"), try scope("2026", organization: 5)] {
            let steps = try QueryPlanTests.plan(HeldSessions.sql(scope, throughAll: false), sample)
            #expect(!steps.contains { $0.hasPrefix("SCAN ") }, "\(steps)")
        }
    }
}
