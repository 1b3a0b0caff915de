package import Records

extension Store {
    /// The values of fields as they were typed, looked up and checked, in the order of the kind's fields.
    ///
    /// - Throws: `RecordError.noSuchField`, or `invalid` for a value that its field does not accept.
    package func draft(_ typed: [String: String], of noun: Noun, _ reading: Reading? = nil) throws -> Draft {
        if let stranger = typed.keys.sorted().first(where: { noun.type.field(named: $0) == nil }) {
            throw RecordError.noSuchField(noun, stranger, having: noun.type.fields.map(\.name))
        }
        let reading = reading ?? Reading(place: .typed, makes: false)
        var draft = Draft()
        for field in noun.type.fields {
            guard let text = typed[field.name] else { continue }
            draft[field.name] = try value(field, text, reading)
        }
        return draft
    }
}
