import SQLite

@testable import Reports

/// Assessments with their criteria and actions, made at random.
struct RawPractices {
    struct Criterion {
        let domain: String
        let text: String
        let score: String?
        /// Whether it is coded as being about hiring people who use drugs.
        let isAboutHiring: Bool
    }

    struct Action {
        let due: Int?
        let done: Int?
    }

    struct Assessment {
        let id: Int
        let organization: Int
        let tool: String
        let version: String
        let due: Int?
        let completed: Int?
        let criteria: [Criterion]
        let actions: [Action]
    }

    private(set) var assessments: [Assessment] = []

    /// What is alike in all assessments of a record: who is assessed, with what, and how criteria are scored.
    private struct Habit {
        let organizations: [Int]
        let tools: [String]
        let versions: [String]
        let scores: [String?]
        let skipped: Int
    }

    init(using generator: inout some RandomNumberGenerator) {
        let isTidy = generator.isOne(of: 4)
        let scores: [String?] = ["met", "partial", "not_met", "not_applicable", nil]
        let habit = Habit(
            organizations: isTidy ? [1] : RandomProgram.owners + [1, 1, 1],
            tools: isTidy ? ["checklist"] : ["checklist", "checklist", "our own"],
            versions: isTidy ? ["1"] : ["1", "1", "1", "2"],
            scores: isTidy
                ? ["met", "partial", "not_met"]
                : generator.pick([scores, scores, ["not_met", nil], ["not_applicable", nil]]),
            skipped: isTidy ? 0 : Int.random(in: 0...5, using: &generator)
        )
        for id in 0..<generator.pick([0, 2, 6, 12, 18, 24]) {
            assessments.append(Self.assessment(id + 1, habit, &generator))
        }
    }

    private static func assessment(
        _ id: Int,
        _ habit: Habit,
        _ generator: inout some RandomNumberGenerator
    ) -> Assessment {
        let due = Dates.maybe(blankIn: 4, &generator)
        return Assessment(
            id: id,
            organization: generator.pick(habit.organizations),
            tool: generator.pick(habit.tools),
            version: generator.pick(habit.versions),
            due: due,
            completed: generator.isOne(of: 3) ? due : Dates.maybe(blankIn: 8, &generator),
            criteria: criteria(habit, &generator),
            actions: (0..<generator.pick([0, 1, 3])).map { _ in
                let due = Dates.maybe(blankIn: 5, &generator)
                let late = due.map { Dates.later(than: $0 - 1, &generator) } ?? Dates.any(&generator)
                return Action(due: due, done: generator.isOne(of: 3) ? nil : late)
            }
        )
    }

    /// Some of twelve criteria, scored all alike now and then.
    private static func criteria(
        _ habit: Habit,
        _ generator: inout some RandomNumberGenerator
    ) -> [Criterion] {
        let scores = generator.isOne(of: 3) ? [generator.pick(habit.scores)] : habit.scores
        let isAboutHiring = generator.isOne(of: 2)
        var criteria: [Criterion] = []
        for place in 0..<12 where Int.random(in: 0...6, using: &generator) >= habit.skipped {
            criteria.append(
                Criterion(
                    domain: place < 6 ? "" : "Welcome",
                    text: "c\(place % 6)",
                    score: generator.pick(scores),
                    isAboutHiring: isAboutHiring && generator.isOne(of: 3)
                )
            )
        }
        return criteria
    }

    func store(in sample: borrowing Sample) throws {
        for one in assessments {
            try sample.assessed(
                one.id,
                of: one.organization,
                tool: one.tool,
                version: one.version,
                due: one.due.map(Almanac.iso),
                completed: one.completed.map(Almanac.iso)
            )
            for criterion in one.criteria { try store(criterion, of: one.id, in: sample) }
            for (place, action) in one.actions.enumerated() {
                try sample.action(
                    one.id * 10 + place,
                    of: one.id,
                    due: action.due.map(Almanac.iso),
                    done: action.done.map(Almanac.iso)
                )
            }
        }
    }

    private func store(_ criterion: Criterion, of assessment: Int, in sample: borrowing Sample) throws {
        try sample.database.execute(
            """
            INSERT INTO criterion (assessment_id, domain, criterion, score)
            VALUES (\(assessment), \(criterion.domain), \(criterion.text), \(criterion.score.sqlValue))
            """
        )
        let codes =
            [("form", "institutional")] + (criterion.isAboutHiring ? [("strategy", "hiring-people-who-use-drugs")] : [])
        for (place, code) in codes.enumerated() {
            try sample.database.execute(
                "INSERT INTO criterion_code SELECT max(id), \(place), \(code.0), '1', \(code.1) FROM criterion"
            )
        }
    }
}

// MARK: - Criteria

extension RawPractices {
    /// Every day that was written down.
    var days: [Int] {
        assessments.flatMap { one in
            [one.due, one.due.map { $0 + 1 }, one.completed]
                + one.actions.flatMap { [$0.due, $0.due.map { $0 + 1 }, $0.done] }
        }.compactMap { $0 }
    }

    /// An organization's criteria count once for each tool: those of the assessment completed last.
    func latest(_ scope: RecountScope) -> [Assessment] {
        let counted = assessments.filter { scope.counts($0.completed) && scope.isAbout($0.organization) }
        return counted.filter { one in
            !counted.contains { other in
                other.organization == one.organization && other.tool == one.tool && Self.isLater(other, one)
            }
        }
    }

    /// Whether one was completed after another; of two on one day, the one that was recorded last.
    private static func isLater(_ one: Assessment, _ other: Assessment) -> Bool {
        guard let day = one.completed, let before = other.completed else { return false }
        return day > before || (day == before && one.id > other.id)
    }

    /// The organization's first assessment with the same version of the tool, where that was an earlier one.
    func baseline(of one: Assessment) -> Assessment? {
        let earlier = assessments.filter {
            $0.organization == one.organization && $0.tool == one.tool && $0.version == one.version
                && Self.isLater(one, $0)
        }
        return earlier.first { first in !earlier.contains { Self.isLater(first, $0) } }
    }

    /// Met criteria, with a half for each that is partly met where halves count, of those that apply.
    static func score(_ criteria: [Criterion], halves: Bool) -> Answer {
        func count(_ score: String?) -> Int { criteria.filter { $0.score == score }.count }
        let applicable = count("met") + count("partial") + count("not_met")
        if applicable == 0, count("not_applicable") > 0 {
            return .none("all_not_applicable", missing: count(nil))
        }
        let parts = halves ? 2 : 1
        return .share(
            parts * count("met") + (halves ? count("partial") : 0),
            of: parts * applicable,
            parts: parts,
            missing: count(nil),
            among: criteria.count
        )
    }
}
