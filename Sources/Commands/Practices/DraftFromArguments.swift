import Records

extension FieldOptions {
    /// The values of the options and of the arguments before them, looked up and checked; an argument that was not given
    /// is nil.
    func draft(_ store: Store, _ arguments: [(name: String, text: String?)]) throws -> Draft {
        let given = arguments.compactMap { name, text in text.map { (name: name, text: $0) } }
        return try draft(store, Reading(place: .typed, makes: false), details: given)
    }
}
