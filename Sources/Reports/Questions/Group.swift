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
        case .site, .fund, .modality: return try recorded(scope, "group_key, group_key FROM used", [], database)
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
        let isRecord = scope.split == .organization || scope.split == .course
        let join: SQL = isRecord ? "ON id = CAST(group_key AS INTEGER)" : ""
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
}
