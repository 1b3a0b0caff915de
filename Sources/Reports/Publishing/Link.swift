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
    /// Items of feedback by their kind; those without one are printed as missing.
    static let kindsOfFeedback = sum(
        Term("FB-02", .count),
        of: ["complaint", "concern", "suggestion", "thanks", "question"].map { Term("FB-02.\($0)", .count) }
    )

    /// Staff trained and trained now are of the same staff, and who is no longer trained is due.
    static let staff = [
        same(Term("TR-08", .denominator), Term("TR-09", .denominator)),
        sum(Term("TR-08", .numerator), of: [Term("TR-09", .numerator), Term("TR-09.due", .count)]),
    ]

    /// A net of an item's answers and the share of its favorable ones.
    static func net(_ net: String, _ favorable: String) -> [Link] {
        [
            repeating(Term(net, .kind(0)), Term(favorable, .numerator)),
            repeating(Term(net, .answers), Term(favorable, .denominator)),
        ]
    }

    /// A change is the mean after less the mean before, over the same pairs.
    static func change(_ id: String) -> [Link] {
        let (before, after) = ("\(id).before", "\(id).after")
        return [
            Link([Term(id, .amount), Term(before, .amount), Term(after, .amount, times: -1)]),
            same(Term(id, .answers), Term(before, .answers)), same(Term(id, .answers), Term(after, .answers)),
        ]
    }

    /// Shares of one whole that divide all of it.
    static func shares(_ ids: [String]) -> [Link] {
        guard let first = ids.first else { return [] }
        let whole = Term(first, .denominator)
        return [sum(whole, of: ids.map { Term($0, .numerator) })]
            + ids.dropFirst().map { same(whole, Term($0, .denominator)) }
    }

    /// Commitments followed up are carried out fully, partly or not yet, and are some of those made.
    static let commitments =
        [
            sum(
                Term("EV-13.followed_up", .numerator),
                of: ["EV-13", "EV-13.partly", "EV-13.not_yet"].map { Term($0, .numerator) }
            ),
            same(Term("EV-13.made", .count), Term("EV-13.followed_up", .denominator)),
        ]
        + ["EV-13", "EV-13.partly", "EV-13.not_yet"].map {
            same(Term("EV-13.followed_up", .numerator), Term($0, .denominator))
        }
}

extension Metric {
    /// The metric, and those of the catalogue that something links it with, in however many steps.
    var withLinked: [Metric] {
        let links = Catalogue.metrics.flatMap(\.links).map { Set($0.terms.map(\.metric)) }
        var ids: Set<String> = [id]
        while let more = links.first(where: { !$0.isDisjoint(with: ids) && !$0.isSubset(of: ids) }) {
            ids.formUnion(more)
        }
        return [self] + Catalogue.metrics.filter { $0.id != id && ids.contains($0.id) }
    }
}
