import Records

/// What forms for before and forms for after ask under one code: pairs of forms that ask it alike are compared, all others
/// that ask it are missing.
struct AskedTwice: Sendable {
    /// The code in lower case.
    let key: String
    /// Forms of both waves that ask it alike, by their rows.
    private let alike: Set<Int64>
    /// Forms that ask it in another way.
    private let otherwise: Set<Int64>

    fileprivate init(_ code: String, alike: [Int64], otherwise: [Int64]) {
        key = code.lowercased()
        self.alike = Set(alike)
        self.otherwise = Set(otherwise)
    }

    /// Whether the two forms of a pair ask it alike; nil where one of them does not ask it at all.
    func isAlike(_ pairing: Pairing) -> Bool? {
        let forms: Set = [pairing.before.form.id, pairing.after.form.id]
        if forms.isSubset(of: alike) { return true }
        return forms.isSubset(of: alike.union(otherwise)) ? false : nil
    }

    /// What a page says of pairs that are missing.
    func lacking(_ words: String) -> String {
        otherwise.isEmpty ? words : "\(words), or asked differently"
    }
}

extension Questionnaire {
    /// An item of both waves.
    func twice(_ before: Item, _ after: Item) -> AskedTwice {
        twice(
            after.code,
            (before.places, before.leftOut),
            (after.places, after.leftOut),
            areAlike: before.column.isAskedAlike(after.column)
        )
    }

    /// A scale of both waves.
    func twice(_ before: Scale, _ after: Scale) -> AskedTwice {
        twice(
            after.code,
            (before.places, before.leftOut),
            (after.places, after.leftOut),
            areAlike: before.scale.isScoredAlike(after.scale)
        )
    }

    private func twice(
        _ code: String,
        _ before: (places: [Place], leftOut: [Int]),
        _ after: (places: [Place], leftOut: [Int]),
        areAlike: Bool
    ) -> AskedTwice {
        let same = (before.places + after.places).map { plans[$0.plan].form.id }
        let others = (before.leftOut + after.leftOut).map { plans[$0].form.id }
        return areAlike
            ? AskedTwice(code, alike: same, otherwise: others)
            : AskedTwice(code, alike: [], otherwise: same + others)
    }
}
