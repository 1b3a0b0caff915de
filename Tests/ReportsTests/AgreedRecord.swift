import Records
import SQLite

@testable import Reports

/// A small record in which every theme has something, for the files that say how each report reads.
enum AgreedRecord {
    static func sample() throws -> Sample {
        let sample = try LoopPageTests.year()
        try trainings(sample)
        try answers(sample)
        try sample.database.execute(
            "INSERT INTO profile (organization_id, as_of, employs, outlets, board) VALUES (1, '2026-01-31', 1, 'box;talk', 0)"
        )
        try sample.target("TR-01", "2026-Q1", 8)
        return sample
    }

    private static func trainings(_ sample: borrowing Sample) throws {
        try sample.organization(2, "b", staff: 30)
        try sample.session(2, "2026-01-15", for: [1, 2], contactBased: 1, requested: 3, met: 2, fund: "county")
        try sample.session(3, "2026-02-20", for: [2], status: "cancelled")
        try sample.session(4, "2026-03-05", for: [2], minutes: 90, contactBased: 0, modality: "online")
        try sample.session(5, "2026-03-30", for: [2], status: "nobody_came", minutes: 60)
        try sample.session(6, "2026-03-12", for: [1], minutes: nil)
        try sample.session(7, "2025-11-05", for: [2])
        try sample.counted(7, 18)
        for person in 1...7 { try sample.person(person, of: person % 2 + 1) }
        for person in 1...7 { try sample.came(2, person, person < 6 ? 120 : 60) }
        for person in 3...5 { try sample.came(4, person, 90) }
        try sample.counted(4, 6, "unnamed")
    }

    private static func answers(_ sample: borrowing Sample) throws {
        let care = [
            Sample.Ask(code: "pause", scale: "care", level: 2), .init(code: "blame", scale: "care", isReversed: true),
        ]
        let keyed = Sample.Ask(code: "risk", kind: .choice, range: nil, choices: ["set", "setting", "all"], key: "all")
        let street = Sample.Ask(code: "street", kind: .element, range: nil)
        let principles = [
            "health-and-dignity", "participant-centered", "involvement", "autonomy", "sociocultural", "pragmatism",
        ]
        let after = [
            Sample.Ask(code: "worth", level: 1), .init(code: "recommend", kind: .recommend, range: 0...10),
            .init(code: "resonates", kind: .resonates, range: nil, choices: principles),
            .init(code: "challenges", kind: .challenges, range: nil, choices: principles),
        ]
        let scale = Sample.Scored(code: "care", scoring: .mean)
        try sample.form(1, .before, [street] + care + [keyed], scales: [scale])
        try sample.form(2, .after, [street] + care + [keyed] + after, scales: [scale])
        try sample.form(3, .followup, [.init(code: "changed", level: 3)])
        try sample.database.execute("UPDATE session SET form_id = 2 WHERE id IN (2, 4)")
        for id in 1...13 {
            let session = id < 9 ? 2 : 4
            try sample.returned(100 + id, 1, session, [id % 4 + 1, 5 - id % 3, id % 3 + 1])
            let more = [id % 7 == 0 ? nil : id % 3 + 3, 4 + id % 7, id % 6 + 1, (id + 2) % 6 + 1]
            let care = [min(5, id % 4 + 1 + id % 3), max(1, 5 - id % 3 - id % 4), (id * 5 + 1) % 7 < 5 ? 3 : 1]
            try sample.returned(200 + id, 2, session, care + more)
            if id < 11 { try sample.matched(100 + id, 200 + id, pair: id) }
        }
        for id in 1...6 { try sample.returned(300 + id, 3, 2, [id % 4 + 2]) }
        try sample.tallied(4, "resonates", [("autonomy", 5), ("pragmatism", 9)])
        try sample.committed(2, made: 12, by: 7, on: "2026-02-15", 5, 4, 2)
        try sample.committed(4, made: 6)
        try sample.database.execute(
            "INSERT INTO reflection (id, session_id, question, count) VALUES (1, 2, 'institution', 3)"
        )
        try sample.database.execute("INSERT INTO reflection_code VALUES (1, 1, 'form', '1', 'institutional')")
    }
}
