/// Rows as they are in the tables, made at random, and counted here by loops that share nothing with the SQL.
struct RawRecords {
    struct Session {
        var id: Int
        var day: String
        var status: String
        var minutes: Int?
        var organizations: [Int]
        var fund: String?
    }

    struct Head {
        var session: Int
        /// Nil for a row without a name.
        var person: Int?
        var organization: Int?
        var minutes: Int?
        var role: Int
        var status: Int
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
    }

    private mutating func addHeads(_ session: Int, _ generator: inout some RandomNumberGenerator) {
        let named = Self.people.shuffled(using: &generator).prefix(Int.random(in: 0...5, using: &generator))
        let nameless = Array(repeating: Int?.none, count: Int.random(in: 0...3, using: &generator))
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

extension Sample {
    /// Stores the rows.
    func store(_ raw: RawRecords) throws {
        for id in RawRecords.organizations { try organization(id, "o\(id)") }
        for id in RawRecords.people { try person(id) }
        for row in raw.sessions {
            try session(
                row.id,
                row.day,
                for: row.organizations,
                status: row.status,
                minutes: row.minutes,
                fund: row.fund
            )
        }
        for row in raw.heads {
            if let person = row.person {
                try came(
                    row.session,
                    person,
                    row.minutes,
                    of: row.organization,
                    role: row.role,
                    status: row.status
                )
            } else {
                try nameless(row.session, row.minutes, of: row.organization, role: row.role, status: row.status)
            }
        }
        for row in raw.headcounts {
            try counted(
                row.session,
                row.count,
                row.scope,
                of: row.organization,
                category: row.category,
                method: row.method
            )
        }
    }
}
