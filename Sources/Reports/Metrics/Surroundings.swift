import Calendar
import SQLite

/// Something that a theme reads beside its figures, for a sentence, a note or a yardstick.
protocol SurroundingFact: Sendable {
    /// Reads it for an undivided scope.
    init(_ scope: Scope, from database: borrowing DatabaseReader) throws
}

/// What was read beside the figures.
struct Surroundings: Sendable {
    private var facts: [ObjectIdentifier: any SurroundingFact] = [:]

    /// Reads facts of these kinds, each once.
    init(_ kinds: [any SurroundingFact.Type], _ scope: Scope, from database: borrowing DatabaseReader) throws {
        for kind in kinds where facts[ObjectIdentifier(kind)] == nil {
            facts[ObjectIdentifier(kind)] = try kind.init(scope.undivided, from: database)
        }
    }

    /// Nothing was read.
    init() {}

    /// What was read of a kind. Whoever says something of it names the kind in the theme or with the yardstick.
    subscript<Fact: SurroundingFact>(_ kind: Fact.Type) -> Fact? { facts[ObjectIdentifier(kind)] as? Fact }
}

/// What has been open longest.
struct Oldest: Sendable {
    let days: Int
    /// The role that answers, where one is named.
    let owner: String?

    /// `oldest: 44 days, program director`
    var words: String { "oldest: \(days == 1 ? "1 day" : "\(days) days")\(owner.map { ", \($0)" } ?? "")" }

    /// What a statement gives as days and owner; nil where it gives no row.
    static func reading(_ sql: SQL, from database: borrowing DatabaseReader) throws -> Oldest? {
        try database.one(sql) { row in Oldest(days: try row[0], owner: try row[1]) }
    }
}
