package import Measures

/// Numbers of one extent that add up to something a reader knows, so that one of them can be told from the others.
///
/// It is declared with a metric by the theme that knows it. What the terms come to is taken as known whatever it is:
/// 0 where they are equal, the records that lack a kind where kinds divide a total.
package struct Link: Sendable, Hashable {
    /// One number: a part of a metric's figure, and how often it is taken, with its sign.
    package struct Term: Sendable, Hashable {
        /// The metric's id.
        package let metric: String
        /// Which part of its figure.
        package let part: Figure.Part
        /// How often it is taken.
        package let factor: Int

        /// A part of a metric's figure.
        package init(_ metric: String, _ part: Figure.Part, times factor: Int = 1) {
            (self.metric, self.part, self.factor) = (metric, part, factor)
        }

        /// A part of a metric's figure.
        init(_ id: MetricID, _ part: Figure.Part, times factor: Int = 1) { self.init(id.text, part, times: factor) }

        /// A part of a metric's figure.
        init(_ metric: Metric, _ part: Figure.Part) { self.init(metric.id, part) }
    }

    /// What adds up.
    package let terms: [Term]

    /// The number that is another one over again, and is protected through that one; nil where none is.
    package private(set) var repeated: Term?

    /// Terms that add up to something known.
    package init(_ terms: [Term]) { self.terms = terms }

    /// A number that parts add up to.
    package static func sum(_ whole: Term, of parts: [Term]) -> Link {
        Link([Term(whole.metric, whole.part, times: -whole.factor)] + parts)
    }

    /// Two numbers that are one and the same.
    package static func same(_ one: Term, _ other: Term) -> Link { sum(one, of: [other]) }

    /// A number that is another one over again; it stands with the metric that repeats it. Where only that metric is
    /// withheld, since it tells more, the number itself is no secret.
    package static func repeating(_ one: Term, _ other: Term) -> Link {
        var link = same(one, other)
        link.repeated = one
        return link
    }
}

extension Link {
    /// A net of an item's answers and the share of its favorable ones.
    static func net(_ net: MetricID, _ favorable: MetricID) -> [Link] {
        [
            repeating(Term(net, .kind(0)), Term(favorable, .numerator)),
            repeating(Term(net, .answers), Term(favorable, .denominator)),
        ]
    }

    /// A change is the mean after less the mean before, over the same pairs.
    static func change(_ id: MetricID) -> [Link] {
        let (before, after) = (id.companion("before"), id.companion("after"))
        return [
            Link([Term(id, .amount), Term(before, .amount), Term(after, .amount, times: -1)]),
            same(Term(id, .answers), Term(before, .answers)), same(Term(id, .answers), Term(after, .answers)),
        ]
    }

    /// Shares of one whole that divide all of it.
    static func shares(_ ids: [MetricID]) -> [Link] {
        guard let first = ids.first else { return [] }
        let whole = Term(first, .denominator)
        return [sum(whole, of: ids.map { Term($0, .numerator) })]
            + ids.dropFirst().map { same(whole, Term($0, .denominator)) }
    }
}

extension Metric {
    /// The metric, and those of the catalogue that something links it with, in however many steps.
    var withLinked: [Metric] {
        let links = Catalogue.metrics.flatMap(\.disclosure.relations).map { Set($0.terms.map(\.metric)) }
        var ids: Set<String> = [id.text]
        while let more = links.first(where: { !$0.isDisjoint(with: ids) && !$0.isSubset(of: ids) }) {
            ids.formUnion(more)
        }
        return [self] + Catalogue.metrics.filter { $0.id != id && ids.contains($0.id.text) }
    }
}
