import Measures

/// Numbers of one extent that add up to something a reader knows, so that one of them discloses another.
///
/// It is declared with a metric by the theme that knows it. What the terms come to is taken as known whatever it is:
/// 0 where they are equal, the records that lack a kind where kinds divide a total.
struct Relation: Sendable, Hashable {
    /// One number, and how often it is taken, with its sign.
    struct Term: Sendable, Hashable {
        /// The number.
        let quantity: Quantity
        /// How often it is taken.
        let factor: Int

        init(_ quantity: Quantity, times factor: Int = 1) { (self.quantity, self.factor) = (quantity, factor) }

        /// A part of a cell's figure.
        init(_ cell: CellID, _ part: Figure.Part, times factor: Int = 1) {
            self.init(Quantity(cell: cell, part: part), times: factor)
        }

        /// A part of a metric's figure.
        init(_ id: MetricID, _ part: Figure.Part, times factor: Int = 1) {
            self.init(.metric(id), part, times: factor)
        }

        /// A part of a metric's figure.
        init(_ metric: Metric, _ part: Figure.Part) { self.init(metric.id, part) }
    }

    /// What adds up.
    let terms: [Term]

    /// The number that is another one over again, and is protected through that one; nil where none is.
    private(set) var repeated: Quantity?

    /// Terms that add up to something known.
    init(_ terms: [Term]) { self.terms = terms }

    /// A number that parts add up to.
    static func sum(_ whole: Term, of parts: [Term]) -> Relation {
        Relation([Term(whole.quantity, times: -whole.factor)] + parts)
    }

    /// Two numbers that are one and the same.
    static func same(_ one: Term, _ other: Term) -> Relation { sum(one, of: [other]) }

    /// A number that is another one over again; it stands with the metric that repeats it. Where only that metric is
    /// suppressed, since it discloses more, the number itself is no secret.
    static func repeating(_ one: Term, _ other: Term) -> Relation {
        var relation = same(one, other)
        relation.repeated = one.quantity
        return relation
    }
}

extension Relation {
    /// A net of an item's answers and the share of its favorable ones.
    static func net(_ net: MetricID, _ favorable: MetricID) -> [Relation] {
        [
            repeating(Term(net, .kind(0)), Term(favorable, .numerator)),
            repeating(Term(net, .answers), Term(favorable, .denominator)),
        ]
    }

    /// A change is the mean after less the mean before, over the same pairs.
    static func change(_ id: MetricID) -> [Relation] {
        let (before, after) = (id.companion("before"), id.companion("after"))
        return [
            Relation([Term(id, .amount), Term(before, .amount), Term(after, .amount, times: -1)]),
            same(Term(id, .answers), Term(before, .answers)), same(Term(id, .answers), Term(after, .answers)),
        ]
    }

    /// Shares of one whole that divide all of it.
    static func shares(_ ids: [MetricID]) -> [Relation] {
        guard let first = ids.first else { return [] }
        let whole = Term(first, .denominator)
        return [sum(whole, of: ids.map { Term($0, .numerator) })]
            + ids.dropFirst().map { same(whole, Term($0, .denominator)) }
    }
}

extension Metric {
    /// The metric, and those of the catalogue that something relates it to, in however many steps.
    var withRelated: [Metric] {
        let relations = Catalogue.metrics.flatMap(\.disclosure.relations).map { Set($0.terms.map(\.quantity.cell)) }
        var cells: Set<CellID> = [.metric(id)]
        while let more = relations.first(where: { !$0.isDisjoint(with: cells) && !$0.isSubset(of: cells) }) {
            cells.formUnion(more)
        }
        return [self] + Catalogue.metrics.filter { $0.id != id && cells.contains(.metric($0.id)) }
    }
}
