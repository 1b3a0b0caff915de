import SQLite

@testable import Reports

/// Trainings that reached organizations or did not, and what organizations report about themselves, made at random: who
/// reported it, on which days, and what they left blank.
struct RawProfiles {
    /// Those that may be trained and may report; the last are stored here.
    static let organizations = RandomProgram.organizations.filter { $0 != own } + further
    private static let further = [5, 6, 7]
    /// The program's own.
    static let own = Int(Sample.program.organizationID)
    static let services = [
        "syringe-access", "safer-use-supplies", "overdose-prevention", "safer-sex", "moud", "safer-consumption",
        "drop-in", "housing-first", "referrals",
    ]

    /// Somebody at a training, as a row of attendance has them.
    struct Head {
        /// Whom the row names; nil where it names none.
        let organization: Int?
        let isNamed: Bool
        var isAttendee = true
        var cameThere = true
    }

    struct Count {
        let scope: String
        let organization: Int?
        let count: Int
    }

    struct Training {
        let id: Int
        let day: Int
        let status: String
        let organizations: [Int]
        var heads: [Head] = []
        var counts: [Count] = []
    }

    struct Profile {
        let id: Int
        let organization: Int
        let day: Int
        /// Who reported it; nil where nobody said.
        let reporter: String?
        /// 1 for yes, 0 for no, nil where it is blank; so with the other answers.
        let employs: Int?
        /// Whether it says in what capacities people work there.
        let hasCapacities: Bool
        let outlets: String?
        let board: Int?
        let assessed: Int?
        /// Of the nine; empty where it says that there are none.
        let offered: Set<String>?
    }

    struct Staff {
        let organization: Int
        let day: Int
        let count: Int
    }

    private(set) var trainings: [Training] = []
    private(set) var profiles: [Profile] = []
    private(set) var staff: [Staff] = []
    /// Which organizations agreed to be named (1) or did not (0).
    private(set) var named: [Int: Int] = [:]

    init(using generator: inout some RandomNumberGenerator) {
        for place in 0..<generator.pick([0, 3, 8, 12, 16]) { addTraining(11 + place, &generator) }
        let most = generator.pick([[0], [0, 1], [0, 2, 4], [4, 8], [8, 12], [8, 12]])
        let habit = Habit(using: &generator)
        for organization in Self.organizations + [Self.own] {
            addProfiles(of: organization, generator.pick(most), habit, &generator)
            addFacts(of: organization, &generator)
        }
    }

    // MARK: - What the organizations are

    private mutating func addFacts(of organization: Int, _ generator: inout some RandomNumberGenerator) {
        named[organization] = generator.pick([nil, 0, 1, 1, 1, 1])
        var days: Set<Int> = []
        for _ in 0..<generator.pick([0, 1, 2, 3]) {
            let day = Dates.any(&generator)
            guard days.insert(day).inserted else { continue }
            let count = generator.pick([0, 1, 4, 5, 10, 11, 30, 30])
            staff.append(Staff(organization: organization, day: day, count: count))
        }
    }

    // MARK: - Trainings

    private mutating func addTraining(_ id: Int, _ generator: inout some RandomNumberGenerator) {
        let all = Self.organizations + [Self.own]
        let trained = all.shuffled(using: &generator).prefix(generator.pick([0, 1, 2, 3, 5]))
        var training = Training(
            id: id,
            // Whoever was reached before all that is asked about stays reached.
            day: generator.isOne(of: 2) ? Almanac.day("2024-11-05") : Dates.any(&generator),
            status: generator.isOne(of: 4) ? generator.pick(["cancelled", "nobody_came", "scheduled"]) : "held",
            organizations: Array(trained)
        )
        Self.fill(&training, &generator)
        trainings.append(training)
    }

    /// Who came, written down in one of the ways that there are.
    private static func fill(_ training: inout Training, _ generator: inout some RandomNumberGenerator) {
        let first = training.organizations.first
        let several = 1...Int.random(in: 1...3, using: &generator)
        func heads(_ organization: Int?, _ isNamed: Bool) -> [Head] {
            several.map { _ in Head(organization: organization, isNamed: isNamed) }
        }
        switch Int.random(in: 0...10, using: &generator) {
        case 0, 10: training.heads = heads(nil, true)
        case 1: training.heads = heads(nil, false)
        case 2: training.heads = heads(first, generator.isOne(of: 2))
        case 3: training.heads = heads(99, true)
        case 4: training.counts = [Count(scope: "everyone", organization: nil, count: generator.pick([0, 7]))]
        case 5: training.counts = [Count(scope: "unnamed", organization: nil, count: generator.pick([0, 3]))]
        case 6:
            training.counts = training.organizations.map {
                Count(scope: "everyone", organization: $0, count: generator.pick([0, 0, 5]))
            }
        case 7:
            // Everybody was counted: as many as the first organization's names, or more.
            training.heads = heads(first, true)
            let count = several.count + generator.pick([0, 2])
            training.counts = [Count(scope: "everyone", organization: nil, count: count)]
        case 8:
            training.heads = heads(nil, true).map {
                Head(organization: $0.organization, isNamed: true, isAttendee: false)
            }
            training.heads += heads(nil, true).map {
                Head(organization: $0.organization, isNamed: true, cameThere: false)
            }
            training.counts = [Count(scope: "registered", organization: nil, count: 8)]
        default: break
        }
    }

    /// Those that were trained with somebody there by a day, without the program's own.
    func reached(by day: Int) -> Set<Int> {
        var reached: Set<Int> = []
        for training in trainings where training.status == "held" && training.day <= day {
            for organization in training.organizations where organization != Self.own {
                if Self.came(organization, training) { reached.insert(organization) }
            }
        }
        return reached
    }

    /// Whether anybody of an organization came: a head whose row names another that was trained is of that one only.
    private static func came(_ organization: Int, _ training: Training) -> Bool {
        let heads = training.heads.filter { $0.isAttendee && $0.cameThere }
        func isOfAnother(_ named: Int?) -> Bool {
            named.map { $0 != organization && training.organizations.contains($0) } ?? false
        }
        if heads.contains(where: { !isOfAnother($0.organization) }) { return true }
        var unnamed = 0
        for count in training.counts where count.scope != "registered" && !isOfAnother(count.organization) {
            unnamed += count.organization == nil && count.scope == "everyone" ? count.count - heads.count : count.count
        }
        return unnamed > 0
    }

    // MARK: - Profiles

    /// How the profiles of a record are kept.
    private struct Habit {
        let days: [Int]
        let reporters: [String?]
        let answers: [Int?]
        let outlets: [String?]
        /// How many of the nine services are offered; nil for a blank.
        let offered: [Int?]

        init(using generator: inout some RandomNumberGenerator) {
            let early = [Almanac.day("2024-12-01"), Almanac.day("2025-03-01")]
            let days = (0..<generator.pick([2, 4, 8])).map { _ in Dates.any(&generator) } + early
            let kinds = ["participants", "observed", "staff", "leadership", nil]
            let blank = generator.pick([0, 0, 1, 6])
            func some<Value>(_ values: [[Value?]], _ generator: inout some RandomNumberGenerator) -> [Value?] {
                generator.pick(values) + Array(repeating: nil, count: blank)
            }
            self.days = days
            let few = ["leadership", "leadership", "staff"]
            reporters = generator.pick([kinds, few, ["participants", "staff"], [nil]])
            answers = some([[0, 1], [0, 1], [0, 0, 0, 1], [0], [1], []], &generator)
            let mixed = ["yes", "no", "0", "3"]
            outlets = some([mixed, ["0", "no", "1"], ["yes", "2"], ["no"], ["0", nil], []], &generator)
            offered = some([[0, 1, 4, 8, 9], [0, 2], [0, 0, 0, 1], [0, nil], [9, 9, 9, 8], [9], []], &generator)
        }
    }

    private mutating func addProfiles(
        of organization: Int,
        _ count: Int,
        _ habit: Habit,
        _ generator: inout some RandomNumberGenerator
    ) {
        var keys: Set<String> = []
        func maybe<Value>(_ values: [Value?], _ generator: inout some RandomNumberGenerator) -> Value? {
            values.isEmpty ? nil : generator.pick(values)
        }
        for _ in 0..<count {
            let (day, reporter) = (generator.pick(habit.days), generator.pick(habit.reporters))
            guard keys.insert("\(day) \(reporter ?? "")").inserted else { continue }
            let employs = maybe(habit.answers, &generator)
            let hasCapacities = employs != 0 && generator.isOne(of: 6)
            let board = maybe(habit.answers, &generator)
            let assessed = maybe(habit.answers, &generator)
            let outlets = maybe(habit.outlets, &generator)
            let offered = maybe(habit.offered, &generator).map {
                Set(Self.services.shuffled(using: &generator).prefix($0))
            }
            let isBlank = employs == nil && !hasCapacities && board == nil && assessed == nil && outlets == nil
            profiles.append(
                Profile(
                    id: profiles.count + 1,
                    organization: organization,
                    day: day,
                    reporter: reporter,
                    employs: employs,
                    hasCapacities: hasCapacities,
                    outlets: outlets,
                    // A report says something.
                    board: isBlank && offered == nil ? 0 : board,
                    assessed: assessed,
                    offered: offered
                )
            )
        }
    }
}

// MARK: - Storing

extension RawProfiles {
    func store(in sample: borrowing Sample) throws {
        for id in Self.further { try sample.organization(id, RandomProgram.ref(of: id)) }
        try sample.organization(99, RandomProgram.ref(of: 99))
        try sample.database.execute(
            """
            INSERT INTO program (id, origin, organization_id, time_zone, secret, made_at)
            VALUES (1, 1, \(Self.own), 'UTC', x'00', '2020-01-01T00:00:00Z')
            """
        )
        for (organization, isNamed) in named {
            try sample.database.execute("UPDATE organization SET named = \(isNamed) WHERE id = \(organization)")
        }
        for one in staff {
            try sample.database.execute(
                """
                INSERT INTO staff_headcount (organization_id, as_of, count)
                VALUES (\(one.organization), \(Almanac.iso(one.day)), \(one.count))
                """
            )
        }
        for one in trainings { try store(one, in: sample) }
        for one in profiles { try store(one, in: sample) }
    }

    private func store(_ training: Training, in sample: borrowing Sample) throws {
        try sample.session(
            training.id,
            Almanac.iso(training.day),
            for: training.organizations,
            status: training.status,
            course: nil
        )
        for (place, head) in training.heads.enumerated() {
            let (role, status) = (head.isAttendee ? 1 : 3, head.cameThere ? 2 : 1)
            guard head.isNamed else {
                try sample.nameless(training.id, 60, of: head.organization, role: role, status: status)
                continue
            }
            let person = training.id * 100 + place
            try sample.person(person)
            try sample.came(training.id, person, 60, of: head.organization, role: role, status: status)
        }
        for one in training.counts { try sample.counted(training.id, one.count, one.scope, of: one.organization) }
    }

    private func store(_ one: Profile, in sample: borrowing Sample) throws {
        try sample.database.execute(
            """
            INSERT INTO profile (id, organization_id, as_of, reported_by, employs, outlets, board, practices_assessed)
            VALUES (\(one.id), \(one.organization), \(Almanac.iso(one.day)), \(one.reporter.sqlValue),
                \(one.employs.sqlValue), \(one.outlets.sqlValue), \(one.board.sqlValue), \(one.assessed.sqlValue))
            """
        )
        if one.hasCapacities {
            try sample.database.execute(
                """
                INSERT INTO profile_capacity (profile_id, position, list, version, code)
                SELECT \(one.id), 1, list, version, code FROM code WHERE list = 'capacity' ORDER BY position LIMIT 1
                """
            )
        }
        guard let offered = one.offered else { return }
        let codes = offered.isEmpty ? [("none", "none")] : offered.sorted().map { ("service", $0) }
        for (place, code) in codes.enumerated() {
            try sample.database.execute(
                """
                INSERT INTO profile_service (profile_id, position, list, version, code)
                VALUES (\(one.id), \(place + 1), \(code.0), '1', \(code.1))
                """
            )
        }
    }
}
