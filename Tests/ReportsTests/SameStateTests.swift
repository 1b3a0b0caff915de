import Documents
import Measures
import Support
import Testing

@testable import Reports

/// A figure is in one state on every page for the same readers: no table below it and no group costs it.
@Suite struct SameStateTests {
    private static func states(_ document: Document) -> [String: JSON] {
        document.entries.compactMapValues { $0["state"] }
    }

    private static func inquiry(_ report: Report, _ profile: Profile, by split: Split? = nil) throws -> Inquiry {
        Inquiry(
            report,
            of: Sample.program,
            scope: try scope("2026-Q1", by: split),
            disclosure: Disclosure(profile)
        )
    }

    @Test func `one small session that waits for its follow-up costs the row, not the figures above`() throws {
        let sample = try Sample()
        try sample.organization(1, "o1")
        for id in 1...6 { try sample.session(id, "2026-01-1\(id)", for: [1]) }
        for id in 1...3 { try sample.committed(id, made: 40, on: "2026-02-20", 20, 15, 5) }
        try sample.committed(4, made: 60, on: nil, nil, nil, nil)
        try sample.committed(5, made: 4, on: nil, nil, nil, nil)
        let inquiry = try Self.inquiry(.commitments, .public)
        let document = try inquiry.document(for: .json, from: sample.reader)
        #expect(document.entries["EV-13.followed_up"]?["numerator"] == .integer(120))
        #expect(document.entries["EV-13.followed_up"]?["denominator"] == .integer(184))
        guard case .array(let rows) = document.data["open"] else { return }
        #expect(rows.count == 2 && rows.allSatisfy { $0["made"] != .integer(4) && $0["made"] != .integer(60) })
        let scorecard = try Self.inquiry(.scorecard, .public).document(for: .json, from: sample.reader)
        #expect(scorecard.entries["EV-13"] == document.entries["EV-13"])
    }

    @Test(arguments: Sweep.seeds(6, full: 60).map(UInt64.init), [Profile.board, .public])
    func `scorecard, report and batch print the same state of a figure`(seed: UInt64, profile: Profile) throws {
        let sample = try Sample()
        try sample.store(EvaluationRecord(seed: seed))
        let scorecard = Self.states(
            try Self.inquiry(.scorecard, profile).document(for: .json, from: sample.reader)
        )
        var clearance = Clearance(for: Disclosure(profile))
        var replies: [Reply] = []
        for report in Report.all where !report.metrics.isEmpty {
            let alone = Self.states(try Self.inquiry(report, profile).document(for: .json, from: sample.reader))
            for (id, state) in alone { #expect(state == scorecard[id], "\(report.name) \(id), seed \(seed)") }
            for split in [nil, Split.organization] {
                let reply = try Self.inquiry(report, profile, by: split).reply(for: [.json], from: sample.reader)
                clearance.add(reply)
                replies.append(reply)
            }
        }
        let verdicts = clearance.decide()
        for reply in replies {
            for (id, state) in Self.states(reply.document(for: .json, after: verdicts)) {
                #expect(state == scorecard[id], "batch, \(reply.inquiry.report.name) \(id), seed \(seed)")
            }
        }
    }
}
