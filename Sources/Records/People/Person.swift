import SQLite

extension RecordType {
    /// Somebody with a name, a pseudonym or a code; everything but the ref may be missing.
    static let person = RecordType(
        noun: .person,
        fields: [
            Field("ref", "Ref", .ref, in: .column("ref")),
            Field("name", "Name, pseudonym or code", .text, in: .column("name"), privacy: .personal),
            Field("email", "E-mail", .email, in: .column("email"), privacy: .personal),
            Field("organization", "Organization", .record(.organization), in: .column("organization_id")),
            Field("job_role", "Job role", .text, in: .column("job_role"), privacy: .freeText, oneLine: true),
            Field("left", "Left on", .day, in: .column("left_on")),
        ],
        source: "person AS t",
        table: "person",
        order: "t.ref COLLATE NOCASE",
        ofOrganization: { "t.organization_id = \($0)" },
        matches: { store, draft in
            let organization = draft["organization"]?.recordID
            return try store.people(email: draft.text("email"), name: draft.text("name"), organization: organization)
        },
        refBase: { store, _ in "p-" + store.randomness.word(8) }
    )
}

extension Store {
    /// The people of this e-mail, without case; without one, of exactly this name within this organization (nil: of
    /// people without one). People who were merged away or forgotten are not among them.
    func people(email: String?, name: String?, organization: Int64?) throws -> [Int64] {
        if let email = email?.trimmed, !email.isEmpty {
            return try database.all(
                "SELECT id FROM person WHERE email = \(email) COLLATE NOCASE AND merged_into_id IS NULL"
            ) { try $0[0] }
        }
        guard let name, !name.isEmpty else { return [] }
        return try database.all(
            """
            SELECT id FROM person WHERE name = \(name) AND organization_id IS \(organization.sqlValue)
            AND merged_into_id IS NULL
            """
        ) { try $0[0] }
    }

    /// A ref for a person: random, and never made from a name.
    package func newPersonRef() throws -> String {
        try newRef(.person, from: "p-" + randomness.word(8))
    }
}
