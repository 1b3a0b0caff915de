package import Records

extension Store {
    /// The record of a ref, whichever its kind, removed ones too; an exact ref goes before beginnings.
    ///
    /// - Throws: `RecordError.absent` where there is none, `invalid` where several fit.
    package func anyRecord(_ typed: String) throws -> (noun: Noun, found: Found) {
        var exact: [(noun: Noun, found: Found)] = []
        var fitting: [(noun: Noun, found: Found)] = []
        var nearest: [String] = []
        for noun in Noun.allCases.filter(\.type.hasRef) {
            do {
                let found = try find(noun, typed)
                if found.ref.lowercased() == typed.trimmed.lowercased() { exact.append((noun, found)) }
                fitting.append((noun, found))
            } catch RecordError.notFound(_, _, let near) {
                nearest += near
            } catch RecordError.nothingLast {
                continue
            }
        }
        if exact.isEmpty { exact = try removed(ref: typed) }
        let chosen = exact.isEmpty ? fitting : exact
        if chosen.count == 1 { return chosen[0] }
        guard !chosen.isEmpty else {
            throw RecordError.absent(
                "unknown record\(Self.shown(typed).map { " \($0)" } ?? "")",
                advice: nearest.isEmpty ? "Type the whole ref." : .nearest(Array(nearest.prefix(3)))
            )
        }
        let names = chosen.map { "\($0.noun.rawValue) \($0.found.ref)" }.joined(separator: ", ")
        throw RecordError.invalid(
            field: "ref",
            problem: "\(Self.shown(typed) ?? "this") matches several records: \(names)",
            advice: "Type the whole ref."
        )
    }

    /// A ref as it was typed; nil for what is none, and may be somebody's name.
    private static func shown(_ typed: String) -> String? {
        let isRef = Ref.isValid(typed.trimmed) || typed == Ref.last
        return isRef && typed == typed.lowercased() ? "\"\(typed.clipped)\"" : nil
    }
}
