import SQLite

/// Somebody who is to be forgotten, as they are found by name, and who else has the name.
struct Sought {
    /// The name, and those of people who were merged into the person.
    var names: [FullName]
    /// Names that the person's row once had.
    var earlier: [FullName] = []
    /// E-mail addresses, as words.
    var emails: [FullName] = []
    /// Whether a facilitator of the name is the person, where somebody said so.
    var isSame: Bool?
    /// Other people who have the name and keep it.
    var others: [Found] = []
    /// Sessions at which the person was written down as a facilitator.
    var own: Set<Int64> = []
    /// Sessions at which one of the others was.
    var theirs: Set<Int64> = []
    /// All the names together.
    let all: NameSet
    private let present: NameSet

    init(names: [FullName], earlier: [FullName] = [], isSame: Bool? = nil) {
        self.names = names
        self.earlier = earlier
        self.isSame = isSame
        present = NameSet(names)
        all = NameSet(names + earlier)
    }

    /// Whether a facilitator of one of the names is the person; nil where that would be a guess: somebody else has the
    /// name too, or it is one that the person's row had before.
    func isSame(_ name: String, at session: Int64) -> Bool? {
        if isSame == false { return false }
        if own.contains(session) { return true }
        if theirs.contains(session) { return false }
        if isSame == true { return true }
        return others.isEmpty && present.isWhole(name) ? true : nil
    }

    /// Whether a facilitator of the name can be the person.
    var mayBeFacilitator: Bool { isSame != false && (isSame == true || others.isEmpty) }

    /// The names that nobody else can be meant by: they go from earlier texts in the history, too.
    var onlyTheirs: [FullName] {
        others.isEmpty && isSame != false ? (names + earlier).filter(\.isTelling) + emails : emails
    }
}

extension [Sought] {
    /// Whose a facilitator's name is.
    enum Claim {
        /// That of the one at this place.
        case by(Int)
        /// That of one of them, or of somebody else.
        case unclear
        case nobody
    }

    /// Whose name a facilitator of a session has.
    func claim(_ name: String, at session: Int64) -> Claim {
        var claim = Claim.nobody
        for (index, one) in enumerated() where one.all.isWhole(name) {
            switch one.isSame(name, at: session) {
            case true?: return .by(index)
            case nil: claim = .unclear
            case false?: break
            }
        }
        return claim
    }
}

extension Store {
    /// The people and names of a request, in its order, with those who share a name.
    func sought(_ request: ForgetRequest) throws -> [Sought] {
        let people = request.people.map(\.id)
        return try request.people.map { try sought($0, request) }
            + request.names.map { name in
                var sought = Sought(names: [name], isSame: true)
                sought.others = try self.people(named: name).filter { !people.contains($0.id) }
                sought.theirs = try facilitated(by: sought.others)
                return sought
            }
    }

    private func sought(_ person: Found, _ request: ForgetRequest) throws -> Sought {
        let kept = try database.all(
            "SELECT name, email FROM person WHERE id = \(person.id) OR merged_into_id = \(person.id) ORDER BY id"
        ) { row in (name: try row[0] as String?, email: try row[1] as String?) }
        let was = try database.all(
            """
            SELECT column_name, old, new FROM history_value WHERE record_table = 'person' AND column_name IN ('name', 'email')
                AND record_key IN (SELECT CAST(id AS TEXT) FROM person
                    WHERE id = \(person.id) OR merged_into_id = \(person.id))
            """
        ) { row in (column: try row.text(0), values: [try row.value(1), try row.value(2)].compactMap(\.asText)) }
        let names = kept.compactMap(\.name).compactMap { FullName($0) }
        let earlier = was.filter { $0.column == "name" }.flatMap(\.values).compactMap { FullName($0) }
            .filter { name in !names.contains { $0.key == name.key } }
        var sought = Sought(names: names, earlier: earlier, isSame: request.isSame)
        sought.emails = (kept.compactMap(\.email) + was.filter { $0.column == "email" }.flatMap(\.values))
            .compactMap { FullName(email: $0) }
        let forgotten = request.people.map(\.id)
        let known = try peopleByName(names + earlier).values.flatMap { $0 }
        sought.others = Set(known).filter { !forgotten.contains($0.id) }.sorted { $0.id < $1.id }
        sought.own = try facilitated(by: [person])
        sought.theirs = try facilitated(by: sought.others)
        return sought
    }

    /// Sessions at which somebody was written down as a facilitator, by row id.
    private func facilitated(by people: [Found]) throws -> Set<Int64> {
        try people.reduce(into: []) { sessions, person in
            sessions.formUnion(
                try database.all(
                    """
                    SELECT session_id FROM attendance
                    WHERE person_id = \(person.id) AND role = \(AttendanceRole.facilitator.rawValue)
                    """
                ) { try $0[0] as Int64 }
            )
        }
    }
}
