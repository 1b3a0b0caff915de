package import Records

extension Store {
    /// The values of fields as they were typed, looked up and checked, in the order of the kind's fields.
    ///
    /// - Throws: `RecordError.invalid` for a field that the kind does not have, or a value that it does not accept.
    package func draft(_ typed: [String: String], of noun: Noun, _ reading: Reading? = nil) throws -> Draft {
        if let stranger = typed.keys.sorted().first(where: { noun.type.field(named: $0) == nil }) {
            let names = noun.type.fields.map(\.name)
            throw RecordError.invalid(
                field: stranger,
                problem: "\(noun.withArticle) has no such field",
                advice: Advice("It has: \(names.joined(separator: ", "))")
            )
        }
        let reading = reading ?? Reading(place: .commandLine, makes: false)
        var draft = Draft()
        for field in noun.type.fields {
            guard let text = typed[field.name] else { continue }
            draft[field.name] = try value(field, text, reading)
        }
        return draft
    }
}
