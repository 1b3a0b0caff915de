import Measures

/// The counts behind everything that is published together, and what adds up among them.
struct Ledger {
    private struct Name: Hashable {
        let address: Verdicts.Address
        let part: Figure.Part
    }

    /// The extents of which one part of one cell is printed, in the order in which they came.
    private struct Family: Hashable {
        let cell: CellID
        let part: Figure.Part
    }

    private let disclosure: Disclosure
    /// What was decided before, and how.
    private let fixed: Set<Verdicts.Address>
    private let decided: Verdicts
    private var linked = LinkedCounts()
    private var places: [Name: Int] = [:]
    /// What is left of a figure beside parts of it, by its place.
    private var rests: [Int: Verdicts.Address] = [:]
    private var candidates: [Clearance.Candidate] = []
    private var extents: [Family: [Extent]] = [:]
    private var families: [Family] = []
    private var declared: [Relation] = []
    private var isDeclared: Set<Relation> = []

    /// - Parameters:
    ///   - fixed: the figures that were decided before, which stay as they were.
    ///   - decided: how they were decided.
    init(_ disclosure: Disclosure, keeping fixed: Set<Verdicts.Address> = [], as decided: Verdicts = Verdicts()) {
        (self.disclosure, self.fixed, self.decided) = (disclosure, fixed, decided)
    }

    // MARK: - Figures

    mutating func add(_ candidate: Clearance.Candidate) {
        let told = candidate.figure.told
        for relation in candidate.rule.relations where isDeclared.insert(relation).inserted {
            declared.append(relation)
        }
        guard !told.isEmpty else { return }
        candidates.append(candidate)
        for one in told {
            places[Name(address: candidate.address, part: one.part)] = linked.add(count(one, of: candidate, told))
            let family = Family(cell: candidate.address.cell, part: one.part)
            if extents[family] == nil { families.append(family) }
            extents[family, default: []].append(candidate.address.extent)
        }
        linkParts(of: candidate, told)
    }

    /// How a number is protected, and the least that a reader knows it to be: where the whole is large enough for a
    /// rate, none of its parts is 0, or it would be published.
    private func count(_ one: Figure.Told, of candidate: Clearance.Candidate, _ told: [Figure.Told])
        -> LinkedCounts.Count
    {
        let whole = told.first { $0.part == .denominator || $0.part == .answers }?.value
        let value = Int(saturating: one.value)
        let quantity = Quantity(cell: candidate.address.cell, part: one.part)
        let isRepeated = candidate.rule.relations.contains { $0.repeated == quantity }
        switch one.part {
        case .amount: return .amount(one.value)
        case .count: return .init(value, least: 1)
        // The whole of a rate is no secret where another figure prints it, unless it is small itself.
        case .denominator: return .init(value, least: 1, isProtected: value < disclosure.threshold)
        case .answers: return .init(value, least: 1, isProtected: !isRepeated)
        case .numerator, .complement, .kind:
            let isLarge = whole.map { $0 >= Double(disclosure.threshold) } ?? true
            return .init(value, least: isLarge && !candidate.rule.hidesUnanimity ? 1 : 0, isProtected: !isRepeated)
        }
    }

    /// A share's parts add up to its whole, and kinds of answers to all of them.
    private mutating func linkParts(of candidate: Clearance.Candidate, _ told: [Figure.Told]) {
        func term(_ part: Figure.Part, _ factor: Int = 1) -> LinkedCounts.Term? {
            places[Name(address: candidate.address, part: part)].map { LinkedCounts.Term($0, factor) }
        }
        if let numerator = term(.numerator), let complement = term(.complement), let whole = term(.denominator, -1) {
            linked.link([numerator, complement, whole])
        }
        let kinds = told.filter { if case .kind = $0.part { true } else { false } }
        let answers = told.first { $0.part == .answers }
        if let answers, !kinds.isEmpty, kinds.reduce(0, { $0 + $1.value }) == answers.value {
            linked.link(kinds.compactMap { term($0.part) } + [term(.answers, -1)].compactMap(\.self))
        }
    }

    // MARK: - What adds up

    mutating func relate(_ divisions: Set<Clearance.Division>) {
        linkDeclared()
        let daily = Set(candidates.filter(\.isOfOneDay).map(\.address.cell))
        let apart = Set(candidates.filter { $0.rule.groups == .apart }.map(\.address.cell))
        for family in families {
            guard let extents = extents[family], extents.count > 1 else { continue }
            if !apart.contains(family.cell) {
                for side in Extent.Side.allCases { linkSide(side, family, extents, divisions) }
            }
            if !daily.contains(family.cell) { linkDays(family, extents) }
        }
    }

    private mutating func linkDeclared() {
        for link in declared {
            let families = link.terms.map { Family(cell: $0.quantity.cell, part: $0.quantity.part) }
            for extent in families.first.flatMap({ extents[$0] }) ?? [] {
                let terms = link.terms.compactMap { term in
                    place(Family(cell: term.quantity.cell, part: term.quantity.part), extent).map {
                        LinkedCounts.Term($0, term.factor)
                    }
                }
                if terms.count == link.terms.count { linked.link(terms) }
            }
        }
    }

    private func place(_ family: Family, _ extent: Extent) -> Int? {
        places[Name(address: .init(cell: family.cell, extent: extent), part: family.part)]
    }

    /// The parts of a whole by one side. Where they are not all of it, the rest is a count of its own that nobody
    /// prints; it must not be told either.
    private mutating func linkSide(
        _ side: Extent.Side,
        _ family: Family,
        _ extents: [Extent],
        _ divisions: Set<Clearance.Division>
    ) {
        let parts = Dictionary(grouping: extents.filter { $0[side] != nil }) { $0.without(side) }
        for whole in extents {
            guard let parts = parts[whole] else { continue }
            add(parts, to: whole, family, isAll: divisions.contains(.init(whole: whole, side: side)))
        }
    }

    /// Months and quarters of a whole, and any shorter days within it: what does not overlap adds up, to the whole or to
    /// all of it but a rest. Days of which nothing was collected bring nothing to it.
    private mutating func linkDays(_ family: Family, _ extents: [Extent]) {
        let alike = Dictionary(grouping: extents, by: \.withoutDays)
        for whole in extents {
            let inner = (alike[whole.withoutDays] ?? []).filter { $0.isWithin(whole) }
            for (_, pieces) in Dictionary(grouping: inner, by: { $0.days > 31 }).sorted(by: { !$0.key && $1.key }) {
                let (chain, others) = Self.chain(pieces)
                add(chain, to: whole, family, isAll: chain.reduce(0) { $0 + $1.days } == whole.days)
                for piece in others { add([piece], to: whole, family, isAll: false) }
            }
        }
    }

    /// Pieces in the order of their days, none of which overlaps another, and what is left over.
    private static func chain(_ pieces: [Extent]) -> (chain: [Extent], others: [Extent]) {
        var (chain, others): ([Extent], [Extent]) = ([], [])
        for piece in pieces.sorted(by: { ($0.from, $0.to) < ($1.from, $1.to) }) {
            if let last = chain.last, piece.from <= last.to { others.append(piece) } else { chain.append(piece) }
        }
        return (chain, others)
    }

    private mutating func add(_ parts: [Extent], to whole: Extent, _ family: Family, isAll: Bool) {
        guard let total = place(family, whole) else { return }
        let places = parts.compactMap { place(family, $0) }
        var terms = places.map { LinkedCounts.Term($0) } + [LinkedCounts.Term(total, -1)]
        let rest = rest(of: whole, beside: parts, family)
        if !isAll, rest > 1e-9 {
            let isSmall = isSmallRest(of: whole, beside: parts, family)
            let count: LinkedCounts.Count =
                family.part == .amount
                ? .amount(rest, isProtected: isSmall) : .init(Int(saturating: rest), isProtected: isSmall)
            let place = linked.add(count)
            rests[place] = Verdicts.Address(cell: family.cell, extent: whole)
            terms.append(LinkedCounts.Term(place))
        }
        linked.link(terms, assumed: !isAll && rest <= 1e-9)
    }

    /// What a whole has beyond parts of it.
    private func rest(of whole: Extent, beside parts: [Extent], _ family: Family) -> Double {
        guard let total = place(family, whole) else { return 0 }
        return linked.counts[total].value
            - parts.reduce(0) { sum, part in sum + (place(family, part).map { linked.counts[$0].value } ?? 0) }
    }

    /// Whether what is beyond the parts is of so few that it must not be told: for an amount the answers behind it say.
    private func isSmallRest(of whole: Extent, beside parts: [Extent], _ family: Family) -> Bool {
        let counted =
            family.part == .amount ? Family(cell: family.cell, part: .answers) : family
        guard place(counted, whole) != nil else { return true }
        return rest(of: whole, beside: parts, counted) < Double(disclosure.threshold)
    }

    // MARK: - The decision

    /// - Parameter isCertain: whether only what every reader knows exposes anything, and not what some may guess.
    func verdicts(certain isCertain: Bool = false) -> Verdicts {
        let ranks = Extent.ranks(of: Set(candidates.map(\.address.extent)))
        let entries = candidates.map { candidate in
            let told = candidate.figure.told.map { Name(address: candidate.address, part: $0.part) }
            return Withholding.Entry(
                told.compactMap { places[$0] },
                state(of: candidate),
                rank: ranks[candidate.address.extent] ?? 0,
                weight: Int(saturating: candidate.figure.told.filter(\.part.isCount).map(\.value).max() ?? 0)
            )
        }
        let withholding = Withholding(linked, entries, threshold: disclosure.threshold)
        let decision = withholding.decide()
        let exposed = Set(isCertain ? decision.certain : decision.exposed)
        let suppressed = Set(decision.withheld.map { candidates[$0].address })
        return Verdicts(
            suppressed: suppressed,
            exposed: Set(places.filter { exposed.contains($0.value) }.map(\.key.address)),
            exposedRests: Set(rests.filter { exposed.contains($0.key) }.map(\.value)),
            printed: Set(candidates.map(\.address)).subtracting(suppressed)
        )
    }

    private func state(of candidate: Clearance.Candidate) -> Withholding.Entry.State {
        if candidate.rule.sensitivity == .open { return .open }
        let address = candidate.address
        if fixed.contains(address) { return decided.suppress(address.cell, address.extent) ? .withheld : .open }
        return candidate.isSuppressed ? .withheld : .published
    }
}
