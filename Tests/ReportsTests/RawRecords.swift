/// Rows as they are in the tables, made at random, and counted here by loops that share nothing with the SQL.
struct RawRecords {
    struct Session {
        var id: Int
        var day: String
        var status: String
        var minutes: Int?
        var organizations: [Int]
        var fund: String?
        /// A gathering holds others; it is no training, and nobody is counted at it (definitions 9.14).
        var isGathering = false
        /// The gathering that it is a part of.
        var parent: Int?
        /// The last day of one that lasts several.
        var ends: String?
        var course: Int?
        /// Titles of the topics that were covered, in the course or not.
        var topics: [String] = []
        /// Whether somebody said which topics were covered; false where they were copied from the course.
        var isConfirmed: Bool?
        var contactBased: Int?
    }

    /// A course with its topics, each by its title and by the end of the id that it gives.
    struct Course {
        var id: Int
        var topics: [(title: String, code: String)]
    }

    static let courses = [
        Course(id: 501, topics: [("People first", "people-first"), ("Überdosis", "uberdosis"), ("Stigma", "stigma")]),
        Course(id: 502, topics: [("Stigma", "stigma"), ("Risk, set, setting", "risk-set-setting")]),
        Course(id: 503, topics: []),
    ]

    struct Head {
        var session: Int
        /// Nil for a row without a name.
        var person: Int?
        var organization: Int?
        var minutes: Int?
        var role: Int
        var status: Int
        /// Whether somebody had registered, whether or not they came; nil where nobody knows.
        var isRegistered: Bool?
    }

    struct Headcount {
        var session: Int
        var scope: String
        var organization: Int?
        var category: String
        var method: Int
        var count: Int
    }

    var sessions: [Session] = []
    var heads: [Head] = []
    var headcounts: [Headcount] = []

    static let organizations = 1...4
    static let people = 1...9

    /// A few sessions in two quarters, small enough that everything collides with everything.
    init(using generator: inout some RandomNumberGenerator) {
        for id in 1...Int.random(in: 1...9, using: &generator) {
            addSession(id, &generator)
            if sessions[id - 1].isGathering { continue }
            addHeads(id, &generator)
            addHeadcounts(id, &generator)
        }
    }

    private mutating func addSession(_ id: Int, _ generator: inout some RandomNumberGenerator) {
        let statuses = ["held", "held", "held", "held", "cancelled", "postponed", "scheduled", "nobody_came"]
        let month = Int.random(in: 1...6, using: &generator)
        sessions.append(
            Session(
                id: id,
                day: "2026-0\(month)-1\(Int.random(in: 0...9, using: &generator))",
                status: statuses.randomElement(using: &generator) ?? "held",
                minutes: [nil, 60, 100, 120].randomElement(using: &generator) ?? nil,
                organizations: Array(
                    Self.organizations.shuffled(using: &generator).prefix(Int.random(in: 0...3, using: &generator))
                ),
                fund: [nil, "city", "county"].randomElement(using: &generator) ?? nil
            )
        )
        addFacts(id, &generator)
    }

    /// What kind of session it is, and what was covered.
    private mutating func addFacts(_ id: Int, _ generator: inout some RandomNumberGenerator) {
        var session = sessions[id - 1]
        session.isGathering = generator.isOne(of: 6)
        session.parent = sessions.last { $0.isGathering && $0.id < id }.flatMap { generator.isOne(of: 2) ? $0.id : nil }
        session.contactBased = generator.pick([nil, 0, 1])
        let (month, date) = (session.day.prefix(8), Int(session.day.suffix(2)) ?? 10)
        if generator.isOne(of: 4) { session.ends = "\(month)\(date + generator.pick([0, 1, 2]))" }
        session.course = generator.pick([nil, 501, 501, 502, 503])
        let own = Self.courses.first { $0.id == session.course }?.topics.map(\.title) ?? []
        session.isConfirmed = generator.pick([nil, false, true, true])
        switch session.isConfirmed {
        case true?: session.topics = (own + ["Naloxone"]).filter { _ in generator.isOne(of: 2) }
        case false?: session.topics = own
        default: break
        }
        sessions[id - 1] = session
    }

    private mutating func addHeads(_ session: Int, _ generator: inout some RandomNumberGenerator) {
        let named = Self.people.shuffled(using: &generator).prefix(Int.random(in: 0...5, using: &generator))
        let nameless = Array(repeating: Int?.none, count: Int.random(in: 0...3, using: &generator))
        let isListed = generator.isOne(of: 2)
        for person in named.map(Int?.some) + nameless {
            heads.append(
                Head(
                    session: session,
                    person: person,
                    organization: Bool.random(using: &generator)
                        ? nil : Self.organizations.randomElement(using: &generator),
                    minutes: [nil, 0, 47, 48, 60, 80, 120, 200].randomElement(using: &generator) ?? nil,
                    role: [1, 1, 1, 1, 2, 3].randomElement(using: &generator) ?? 1,
                    status: [2, 2, 2, 1].randomElement(using: &generator) ?? 2
                )
            )
            // A row without a name has no key, so nobody knows whether who registered is who came.
            guard person != nil else { continue }
            let hasStayedAway = heads[heads.count - 1].status == 1
            heads[heads.count - 1].isRegistered = hasStayedAway ? true : isListed ? !generator.isOne(of: 3) : nil
        }
    }

    private mutating func addHeadcounts(_ session: Int, _ generator: inout some RandomNumberGenerator) {
        var keys: Set<String> = []
        for _ in 0..<Int.random(in: 0...5, using: &generator) {
            let row = Headcount(
                session: session,
                scope: ["everyone", "everyone", "unnamed", "registered"].randomElement(using: &generator) ?? "everyone",
                organization: Bool.random(using: &generator)
                    ? nil : Self.organizations.randomElement(using: &generator),
                category: ["", "", "first time", "ongoing"].randomElement(using: &generator) ?? "",
                method: Int.random(in: 1...3, using: &generator),
                count: Int.random(in: 0...12, using: &generator)
            )
            if keys.insert("\(row.scope) \(row.organization ?? 0) \(row.category) \(row.method)").inserted {
                headcounts.append(row)
            }
        }
    }
}
