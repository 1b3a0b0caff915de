package import Records

extension Store {
    /// A filter from what was typed, its refs and days looked up.
    ///
    /// - Throws: `RecordError.noSuchField` for what a list of the kind can't be narrowed by.
    package func filter(_ typed: [String: String], of noun: Noun) throws -> RecordFilter {
        let known = noun.type.filterNames
        if let stranger = typed.keys.sorted().first(where: { !known.contains($0) }) {
            throw RecordError.noSuchField(noun, stranger, having: known)
        }
        var filter = RecordFilter()
        filter.from = try typed["from"].map { try day($0, for: "from") }
        filter.to = try typed["to"].map { try day($0, for: "to") }
        filter.organization = try typed["organization"].map { try find(.organization, $0).id }
        filter.course = try typed["course"].map { try find(.course, $0).id }
        filter.session = try typed["session"].map { try find(.session, $0).id }
        filter.conditions = try typed["status"].map { try conditions(ofState: $0, noun, &filter) } ?? []
        filter.conditions += noun.type.conditions.filter { typed[$0.name] == "yes" }
        for owner in noun.type.owners {
            let found = try typed[owner.rawValue].map { try find(owner, $0) }
            filter.conditions += [found.flatMap { .of(owner, $0) }].compactMap { $0 }
        }
        filter.asOf = today
        return filter
    }

    /// The conditions of a state that was typed; where records keep their status as a field, the filter takes it.
    private func conditions(
        ofState word: String,
        _ noun: Noun,
        _ filter: inout RecordFilter
    ) throws -> [NamedCondition] {
        if let field = noun.type.field(named: "status") {
            filter.status = try value(field, word, Reading(place: .typed, makes: false)).canonical
            return []
        }
        if let condition = noun.type.condition(named: word.lowercased()) { return [condition] }
        let names = noun.type.conditions.map(\.name).joined(separator: ", ")
        throw RecordError.invalid(field: "status", problem: "is \"\(word.clipped)\". Use one of: \(names).")
    }
}

extension RecordType {
    /// Everything that a list of this kind can be narrowed by.
    var filterNames: [String] { filters + conditions.map(\.name).filter { !filters.contains($0) } }
}
