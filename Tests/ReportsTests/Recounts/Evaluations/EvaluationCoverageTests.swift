import Support
import Testing

@testable import Reports

/// That the recount leaves nothing of the catalogue out, and that what it is held against is not all nothing.
@Suite struct EvaluationCoverageTests {
    /// A figure's kind: its id without the code of the item, scale or principle.
    private static func kind(_ id: String) -> String {
        let parts = id.split(separator: ".")
        let endings = [
            "before", "after", "dz", "dav", "p", "resonates", "challenges", "net", "hands", "alpha", "clustered",
        ]
        switch parts.count {
        case 1: return id
        case 2 where !["EV-04", "EV-05", "EV-07", "EV-08", "EV-10", "EV-11", "EV-15"].contains(parts[0]): return id
        case 2: return "\(parts[0]).CODE"
        default:
            return endings.contains(String(parts[parts.count - 1])) ? "\(parts[0]).CODE.\(parts[parts.count - 1])" : id
        }
    }

    /// What the recount gave over many records: by id, the states and reasons.
    private static let found: [String: Set<String>] = {
        var found: [String: Set<String>] = [:]
        for seed in 1...100 {
            let record = EvaluationRecord(seed: UInt64(seed))
            let asOf = ["2026-12-31", "2026-04-20"][seed % 2]
            for (id, figure) in EvaluationRecount(record, asOf: asOf, days: "2026-01-01"..."2026-12-31").figures {
                found[id, default: []].insert("\(figure.state) \(figure.reason ?? "")")
            }
        }
        return found
    }()

    @Test(arguments: Catalogue.metrics.map(\.id.text).filter { $0.hasPrefix("EV-") })
    func `the recount knows every metric of evaluations`(id: String) throws {
        let metric = try #require(Catalogue.metric(id))
        let isKnown = Self.found.keys.contains { $0 == id || !metric.hasOwnEntry && $0.hasPrefix("\(id).") }
        #expect(isKnown, "the recount does not know \(id)")
    }

    @Test func `every kind of figure has a value in some of the records, and every reason for none`() {
        let found = Dictionary(Self.found.map { (Self.kind($0.key), $0.value) }) { $0.union($1) }
        let withoutValue = found.filter { _, states in !states.contains { $0.hasPrefix("value") }
        }
        #expect(withoutValue.isEmpty, "\(withoutValue.keys.sorted())")
        let wanted: [String: [String]] = [
            "EV-01": ["not_applicable above_denominator", "not_collected "],
            "EV-02": [
                "not_applicable denominator_not_recorded", "not_applicable zero_denominator",
                "not_applicable above_denominator",
            ],
            "EV-03": ["not_collected "], "EV-04.CODE": ["not_applicable zero_denominator", "not_collected "],
            "EV-05.CODE": ["value zero_variance"], "EV-06": ["not_collected ", "value zero_variance"],
            "EV-07.CODE": ["value zero_variance", "not_applicable zero_denominator"],
            "EV-07.CODE.alpha": [
                "not_collected ", "not_applicable zero_variance", "not_applicable n_lt_2",
                "not_applicable zero_denominator",
            ],
            "EV-08.CODE": [
                "value ", "value zero_variance", "not_applicable n_lt_2", "not_applicable zero_denominator",
            ],
            "EV-09.CODE.dz": ["not_applicable zero_variance"],
            "EV-10.CODE": ["value exact", "value normal", "not_applicable zero_variance"],
            "EV-10": ["not_applicable not_divisible"],
            "EV-11.CODE.p": ["value exact", "not_applicable zero_variance", "not_collected "],
            "EV-12.CODE.net": ["not_applicable zero_denominator"],
            "EV-12.CODE.hands": ["not_collected "],
            "EV-13.per_person": ["not_collected ", "not_applicable zero_denominator"],
            "EV-13.followed_up": ["not_collected ", "not_applicable above_denominator"],
            "EV-15": ["not_collected ", "value "],
        ]
        for (kind, states) in wanted {
            for state in states { #expect(found[kind]?.contains(state) == true, "\(kind) is never \(state)") }
        }
    }
}
