import SQLite

extension Store {
    /// The records that a draft without a ref is about, by the key of their kind: their row ids.
    package func matching(_ type: RecordType, _ draft: Draft) throws -> [Int64] {
        try type.matches(self, draft)
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
