import SQLite

extension Store {
    /// How many records of the first kind that has any, beside those that every new record begins with: the program's
    /// organization, the courses and forms that are shipped. Nil for a record in which nothing was written down yet.
    package func firstRecords() throws -> (noun: Noun, count: Int)? {
        for noun in Noun.allCases where noun != .course && noun != .form {
            let count = try database.value("SELECT count(*) FROM \(identifier: noun.table)", as: Int.self) ?? 0
            let own = noun == .organization ? 1 : 0
            if count > own { return (noun, count - own) }
        }
        return nil
    }

    /// Gives the program's organization the ref that it has in the record that is to come in. Part of a `change`.
    ///
    /// - Throws: `RecordError` for what is no ref.
    package func setProgramRef(_ text: String) throws {
        guard let field = RecordType.organization.field(named: "ref") else { return }
        let draft = Draft(["ref": try value(field, text, Reading(place: .file, makes: false))])
        guard let ref = draft.text("ref"), ref != program.ref else { return }
        try database.execute("UPDATE organization SET ref = \(ref) WHERE id = \(program.organization)")
        program = try Program.load(from: database)
    }
}
