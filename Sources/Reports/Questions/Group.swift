import Calendar
import Records
import SQLite

/// One part of a divided report.
package struct Group: Hashable, Sendable {
    /// What scripts know it by: a ref, a month, a quarter, or the text itself; empty where it was not recorded.
    package let key: String
    /// What people read.
    package let name: String
    /// The key under which SQL counts it, which tells apart what shares a ref.
    let countedAs: String

    /// What a group without a key is called.
    package static let notRecorded = "not recorded"

    init(key: String, name: String, countedAs: String? = nil) {
        self.key = key
        self.name = key.isEmpty ? Self.notRecorded : name
        self.countedAs = countedAs ?? key
    }

    /// The groups of a scope in the order of their keys: every month and quarter of the period, otherwise those with a
    /// session of any status, and the organizations that keep records which the metrics count.
    static func all(of scope: Scope, _ metrics: [Metric], in database: borrowing DatabaseReader) throws -> [Group] {
        switch scope.split {
        case nil: return []
        case .month: return scope.period.months.map { Group(key: $0.label, name: $0.title) }
        case .quarter: return scope.period.quarters.map { Group(key: $0.label, name: $0.title) }
        case .site, .fund, .modality, .audience, .language, .sector:
            return try recorded(scope, "group_key, group_key FROM used", [], database)
        case .topic:
            return try typed(
                scope,
                "SELECT min(trim(title)) FROM session_topic WHERE lower(trim(title)) = used.group_key",
                database
            )
        case .facilitator: return try typed(scope, "used.group_key", database)
        case .jobRole, .category: return try ofPeople(scope, database)
        case .host:
            let source: SQL = "ifnull(ref, ''), ifnull(title, '') FROM used LEFT JOIN organization"
            return try recorded(scope, source, [], database)
        case .parent:
            let source: SQL = """
                ifnull(event.ref, ''), ifnull(coalesce(event.title, (
                    SELECT course.title FROM course WHERE course.id = event.course_id
                ), event.ref), '')
                FROM used LEFT JOIN session AS event
                """
            return try recorded(scope, source, [], database)
        case .organization:
            let source: SQL = "ifnull(ref, ''), ifnull(title, '') FROM used LEFT JOIN organization"
            return try recorded(scope, source, metrics, database)
        case .course:
            return try recorded(scope, "ifnull(ref, ''), ifnull(title, '') FROM used LEFT JOIN course", [], database)
        }
    }

    private static func recorded(
        _ scope: Scope,
        _ source: SQL,
        _ metrics: [Metric],
        _ database: borrowing DatabaseReader
    ) throws -> [Group] {
        let isRecord: Bool =
            switch scope.split {
            case .organization, .course, .host, .parent: true
            default: false
            }
        let id: SQL = scope.split == .parent ? "event.id" : "id"
        let join: SQL = isRecord ? "ON \(id) = CAST(group_key AS INTEGER)" : ""
        var keepers: SQL = ""
        var names: Set<String> = []
        for theme in metrics.compactMap(\.counting.theme) where names.insert(theme.records.name).inserted {
            keepers += " UNION SELECT CAST(organization_id AS TEXT) FROM (\(theme.organizations(scope)))"
            keepers += " WHERE \(scope.isOf("organization_id"))"
        }
        return try database.all(
            """
            WITH \(scope.clause), used AS (SELECT group_key FROM scope GROUP BY group_key\(keepers))
            SELECT group_key, \(source) \(join) ORDER BY 2, 1
            """
        ) { row in Group(key: try row.text(1), name: try row.text(2), countedAs: try row.text(0)) }
    }

    /// The groups of what somebody typed, each with a key that is made as refs are.
    private static func typed(_ scope: Scope, _ title: SQL, _ database: borrowing DatabaseReader) throws -> [Group] {
        try database.all(
            """
            WITH \(scope.clause), used AS (SELECT group_key FROM scope GROUP BY group_key)
            SELECT group_key, ifnull((\(title)), group_key) FROM used
            """
        ) { row in
            let (counted, title) = (try row.text(0), try row.text(1))
            let made = Ref.made(from: title)
            return Group(key: made.isEmpty ? counted : made, name: title, countedAs: counted)
        }.sorted { ($0.key, $0.countedAs) < ($1.key, $1.countedAs) }
    }

    /// The job roles of attendees, or the categories of headcounts, and those of whom neither is known.
    private static func ofPeople(_ scope: Scope, _ database: borrowing DatabaseReader) throws -> [Group] {
        let source: SQL =
            scope.split == .jobRole
            ? """
            FROM scope CROSS JOIN named_head AS head ON head.session_id = scope.session_id
            CROSS JOIN person ON person.id = head.person_id
            """
            : """
            FROM scope CROSS JOIN headcount AS cell ON cell.session_id = scope.session_id
                AND (cell.scope = 'everyone' OR cell.scope = 'unnamed')
            """
        let key: SQL = scope.split == .jobRole ? "ifnull(person.job_role, '')" : "cell.category"
        return try database.all(
            """
            WITH \(scope.clause)
            SELECT DISTINCT \(key) AS group_key \(source) UNION SELECT '' FROM scope ORDER BY 1
            """
        ) { row in Group(key: try row.text(0), name: try row.text(0)) }
    }
}
