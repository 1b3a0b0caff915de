package import Calendar
import SQLite

extension Store {
    /// The records that a draft without a ref is about, by the key of their kind: their row ids.
    package func matching(_ type: RecordType, _ draft: Draft) throws -> [Int64] {
        var draft = draft
        try type.canonical(self, &draft)
        return try type.matches(self, draft)
    }

    /// What an organization reported about itself as of a day, or last, by whom it was reported; none where there is no
    /// such profile.
    package func profiles(of organization: Found, asOf day: Day?, by reporter: ReporterKind?) throws -> [Found] {
        let isBy: SQL = reporter.map { " AND reported_by = \($0.rawValue)" } ?? ""
        let mine: SQL = "organization_id = \(organization.id)\(isBy)"
        let asOf: SQL = day.map { "\($0.iso)" } ?? "(SELECT max(as_of) FROM profile WHERE \(mine))"
        return try database.all(
            "SELECT id, as_of, ifnull(', ' || reported_by, '') FROM profile WHERE \(mine) AND as_of = \(asOf) ORDER BY 3"
        ) { Found(id: try $0[0], ref: "\(organization.ref), \(try $0.text(1))\(try $0.text(2))") }
    }

    /// What a record is called: its title, else its ref.
    package func title(of noun: Noun, _ found: Found) throws -> String {
        guard noun == .organization || noun == .course || noun == .session else { return found.ref }
        let title = try database.value(
            "SELECT title FROM \(identifier: noun.table) WHERE id = \(found.id)",
            as: String?.self
        )
        return (title ?? nil) ?? found.ref
    }
}
