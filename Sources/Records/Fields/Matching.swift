package import Calendar
import SQLite

extension Store {
    /// The records that a draft without a ref is about, by the key of their kind: their row ids.
    package func matching(_ type: RecordType, _ draft: Draft) throws -> [Int64] {
        var draft = draft
        try type.canonical(self, &draft)
        return try type.matches(self, draft)
    }

    /// What an organization reported about itself as of a day, or last; nil where there is no such profile.
    package func profile(of organization: Found, asOf day: Day?) throws -> Found? {
        let day =
            try day?.iso ?? database.value(
                "SELECT max(as_of) FROM profile WHERE organization_id = \(organization.id)",
                as: String?.self
            ) ?? nil
        return try database.one(
            "SELECT id, as_of FROM profile WHERE organization_id = \(organization.id) AND as_of = \(day.sqlValue)"
        ) { Found(id: try $0[0], ref: "\(organization.ref), \(try $0.text(1))") }
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
