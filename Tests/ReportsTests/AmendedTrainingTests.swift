import Measures
import Records
import SQLite
import Testing

@testable import Reports

/// Topics covered, registrations, gatherings and the further divisions of trainings, by hand.
@Suite struct AmendedTrainingTests {
    private static func sample() throws -> Sample {
        let sample = try Sample()
        try sample.organization(1, "o1")
        try sample.organization(2, "o2")
        try sample.database.execute("UPDATE course SET title = 'Foundations' WHERE id = 1")
        try sample.database.execute("DELETE FROM course_topic WHERE course_id = 1")
        for (place, title) in ["Language", "Stigma and bias", "Naloxone"].enumerated() {
            try sample.database.execute("INSERT INTO course_topic VALUES (1, \(place + 1), \(title))")
        }
        return sample
    }

    private static func topics(_ session: Int, _ titles: [String], confirmed: Int?, in sample: borrowing Sample) throws
    {
        for (place, title) in titles.enumerated() {
            try sample.database.execute("INSERT INTO session_topic VALUES (\(session), \(place + 1), \(title))")
        }
        try sample.database.execute("UPDATE session SET topics_confirmed = \(confirmed.sqlValue) WHERE id = \(session)")
    }

    @Test func `topics covered are those that somebody confirmed, and that the course has`() throws {
        let sample = try Self.sample()
        for id in 1...4 { try sample.session(id, "2026-03-0\(id)", for: [1]) }
        try Self.topics(1, ["language ", "Naloxone", "Something else"], confirmed: 1, in: sample)
        try Self.topics(2, [], confirmed: 1, in: sample)
        try Self.topics(3, ["Language", "Stigma and bias", "Naloxone"], confirmed: 0, in: sample)
        try sample.session(5, "2026-03-05", for: [1], course: nil)
        let figures = try sample.figures(try scope("2026"))
        #expect(figures["TR-13"]?.line == "value 0.3333333333333333 - - 2/6 missing 2")
        #expect(figures["TR-13.language"]?.line == "value 1 - - missing 2")
        #expect(figures["TR-13.stigma-and-bias"]?.line == "value 0 - - missing 2")
        #expect(figures["TR-13.something-else"] == nil)
        #expect(try sample.figures(try scope("2025"))["TR-13"]?.reason == .zeroDenominator)
    }

    @Test func `of a list of registrations a share came; people who never registered are in no part`() throws {
        let sample = try Self.sample()
        for id in 1...3 { try sample.session(id, "2026-03-0\(id)", for: [1]) }
        for id in 1...6 { try sample.person(id, of: 1) }
        try sample.came(1, 1, 60, registered: 1)
        try sample.came(1, 2, nil, status: 1, registered: 1)
        try sample.came(1, 3, nil, status: 1, registered: 1)
        try sample.came(1, 4, 60, registered: 0)
        try sample.came(1, 5, 60)
        try sample.came(1, 6, 60, role: 3, registered: 1)
        let alone = try sample.figures(try scope("2026"))
        #expect(alone["TR-14"]?.line == "value 0.3333333333333333 - - 1/3 missing 2")
        try sample.counted(2, 20)
        try sample.counted(2, 30, "registered")
        let both = try sample.figures(try scope("2026"))
        #expect(both["TR-14"]?.line == "value 0.3333333333333333 - - 1/3 missing 2")
        #expect(both["TR-14.registered"]?.line == "value 33 - - missing 1")
        #expect(both["TR-14.came"]?.line == "value 21 - - missing 1")
    }

    @Test func `where only numbers are known, there is no share`() throws {
        let sample = try Self.sample()
        try sample.session(1, "2026-03-01", for: [1])
        try sample.counted(1, 22)
        try sample.counted(1, 30, "registered")
        let figures = try sample.figures(try scope("2026"))
        #expect(figures["TR-14"]?.reason == .denominatorNotRecorded)
        #expect(figures["TR-14.registered"]?.value == 30 && figures["TR-14.came"]?.value == 22)
    }

    @Test func `a report that kept those who did not come as a number has the whole list`() throws {
        let sample = try Self.sample()
        try sample.session(1, "2026-03-01", for: [1])
        try sample.person(1, of: 1)
        try sample.came(1, 1, 60, registered: 1)
        try sample.counted(1, 4, "registered", method: 2)
        #expect(try sample.figures(try scope("2026"))["TR-14"]?.line == "value 0.25 - - 1/4 missing 0")
    }

    @Test func `a gathering is no training, but what was answered there counts`() throws {
        let sample = try Self.sample()
        try sample.session(1, "2026-03-01", for: [1])
        try sample.session(2, "2026-03-01", for: [1])
        try sample.counted(1, 12)
        try sample.database.execute("UPDATE session SET kind = 'gathering' WHERE id = 2")
        try sample.form(1, .after, [.init(code: "q", level: 1)])
        try sample.returned(1, 1, 2, [5])
        try sample.returned(2, 1, 1, [2])
        let figures = try sample.figures(try scope("2026"), of: .scorecard)
        #expect(figures["TR-01"]?.value == 1 && figures["TR-03"]?.missing == 0)
        #expect(figures["TR-02"]?.line == "value 0 - - 0/1 missing 0")
        #expect(figures["EV-01"]?.line == "value 0.08333333333333333 - - 1/12 missing 0")
        #expect(figures["EV-14.l1"]?.line == "value 1 - - 1/1 missing 0")
        #expect(figures["EV-04.q"]?.denominator == 2)
    }

    @Test func `trainings divide by what they are about, for whom, by whom and where`() throws {
        let sample = try Self.sample()
        try sample.session(1, "2026-03-01", for: [1, 2])
        try sample.session(2, "2026-03-02", for: [2])
        try sample.counted(1, 10)
        try sample.counted(2, 5)
        try Self.topics(1, ["Language", "Naloxone"], confirmed: 1, in: sample)
        try Self.topics(2, ["language"], confirmed: 1, in: sample)
        try sample.database.execute(
            "UPDATE session SET audience = 'community', language = 'es', host_id = 2 WHERE id = 2"
        )
        try sample.database.execute("UPDATE organization SET sector = 'housing'")
        try sample.database.execute("UPDATE session SET parent_id = 2 WHERE id = 1")
        for (session, place, name) in [(1, 1, "Juniper"), (1, 2, "Sorrel"), (2, 1, "Sorrel")] {
            try sample.database.execute(
                "INSERT INTO session_facilitator (session_id, position, name) VALUES (\(session), \(place), \(name))"
            )
        }
        func heads(_ split: Split) throws -> [String] {
            let reading = try Reading(
                Report.trainings.metrics,
                try scope("2026", by: split),
                Disclosure(.team),
                from: sample.reader
            )
            return reading.groups.map { group in
                let value = reading.findings(of: group).first { $0.metric.id.text == "TR-03" }?.figure.whole
                return "\(group.key) \(group.name) \(value ?? -1)"
            }
        }
        #expect(try heads(.topic) == ["language Language 15", "naloxone Naloxone 10"])
        #expect(try heads(.audience) == ["community community 5", "staff staff 10"])
        #expect(try heads(.language) == [" not recorded 10", "es es 5"])
        #expect(try heads(.sector) == ["housing housing 15"])
        #expect(try heads(.host) == [" not recorded 10", "o2 Title of o2 5"])
        #expect(try heads(.parent) == [" not recorded 5", "s2 Foundations 10"])
        #expect(try heads(.facilitator) == ["juniper Juniper 10", "sorrel Sorrel 15"])
    }

    @Test func `heads divide by job role and by category, and the rest is in neither`() throws {
        let sample = try Self.sample()
        try sample.session(1, "2026-03-01", for: [1])
        for id in 1...3 { try sample.person(id, of: 1) }
        try sample.database.execute("UPDATE person SET job_role = 'nurse' WHERE id < 3")
        for id in 1...3 { try sample.came(1, id, 120) }
        try sample.counted(1, 9)
        try sample.counted(1, 4, category: "first time")
        func figures(_ split: Split, _ id: String, _ profile: Profile = .team) throws -> [String] {
            let reading = try Reading(
                Report.trainings.metrics,
                try scope("2026", by: split),
                Disclosure(profile),
                from: sample.reader
            )
            return reading.groups.map { group in
                let figure = reading.findings(of: group).first { $0.metric.id.text == id }?.figure
                return
                    "\(group.name) \(figure?.state.rawValue ?? "") \(figure?.value ?? -1) \(figure?.reason?.rawValue ?? "")"
            }
        }
        #expect(try figures(.jobRole, "TR-03") == ["not recorded value 7.0 ", "nurse value 2.0 "])
        #expect(try figures(.jobRole, "TR-07") == ["not recorded value 1.0 ", "nurse value 1.0 "])
        #expect(try figures(.category, "TR-03") == ["not recorded value 5.0 ", "first time value 4.0 "])
        #expect(try figures(.category, "TR-07").allSatisfy { $0.hasSuffix("not_divisible") })
        #expect(try figures(.jobRole, "TR-01").allSatisfy { $0.hasSuffix("not_divisible") })
        #expect(try figures(.jobRole, "TR-03", .board) == ["not recorded value 7.0 ", "nurse withheld -1.0 "])
    }
}
