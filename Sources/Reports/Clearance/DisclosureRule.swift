import Measures

/// How a figure is protected: said beside the figure, decided over everything that is published together.
struct DisclosureRule: Hashable, Sendable {
    /// How far it may go.
    var sensitivity = Sensitivity.open
    /// Whether it may be known of k people and more only, although it is open.
    var fromThreshold = false
    /// Whether it is a sensitive answer, which is suppressed where everybody gave the same.
    var hidesUnanimity = false
    /// What it discloses beside what it says: it is suppressed unless all of this could be published too.
    var discloses: [Disclosed] = []
    /// The parts of one whole that it belongs to: where one part is small, a second is suppressed with it, and no group
    /// shows any.
    var partition: Partition?
    /// What would give it away, or it them: it is suppressed with any of them.
    var suppressedWith: [CellID] = []
    /// How its groups are protected from the whole.
    var groups = GroupRule.sums
    /// What adds up with it, so that one number discloses another; each stands with one of its metrics.
    var relations: [Relation] = []

    /// What an organization must have agreed to before it stands beside the organization's name outside the team; nil for
    /// what the program itself did. It is counted among others without that.
    var consent: Consent?

    /// What has to be agreed to, or known, before an organization is named with something that it reports of itself.
    enum Consent: Hashable, Sendable {
        /// That it is named.
        case toName
        /// That it is named, with so many staff that nobody in particular is pointed at.
        case toNameAndStaff
    }

    /// Parts of one whole: those that name the same metric and the same whole.
    struct Partition: Hashable, Sendable {
        let metric: MetricID
        var whole = ""
    }

    /// How the groups of a report are protected.
    enum GroupRule: Hashable, Sendable {
        /// By what adds up to the whole.
        case sums
        /// Those that are suppressed are pooled until the rest of the whole passes too: shares and means of answers.
        case pooled
        /// Not at all: the whole is that of one of them, and not of all.
        case apart
    }
}

/// Something that a figure discloses beside what it says.
enum Disclosed: Hashable, Sendable {
    /// A share of a sensitive answer.
    case share(Figure)
    /// How many gave each of several answers.
    case counts([Int])
    /// Whether all of so many people gave the same of several answers.
    case unanimity([Int], of: Int)

    fileprivate func passes(_ disclosure: Disclosure) -> Bool {
        switch self {
        case .share(let figure): DisclosureRule.sensitiveRate.cleared(figure, for: disclosure).state != .withheld
        case .counts(let counts): counts.allSatisfy(disclosure.allows)
        case .unanimity(let counts, let all): !counts.contains(all)
        }
    }
}

extension DisclosureRule {
    /// A figure as it may be published as far as it goes by itself: the one place where that is decided.
    func cleared(_ figure: Figure, for disclosure: Disclosure) -> Figure {
        if fromThreshold, !disclosure.allows(count: figure.denominator ?? 0) {
            return .withheld(missing: figure.missing)
        }
        if disclosure.withholds, !discloses.allSatisfy({ $0.passes(disclosure) }) {
            return .withheld(missing: figure.missing)
        }
        return disclosure.publish(figure, class: sensitivity, homogeneity: hidesUnanimity)
    }

    /// A count of people, or of what they said.
    static let people = DisclosureRule(sensitivity: .people)
    /// A share of people.
    static let rate = DisclosureRule(sensitivity: .rate)
    /// A share of people of whom all may have given the same sensitive answer.
    static let sensitiveRate = DisclosureRule(sensitivity: .rate, hidesUnanimity: true)
    /// A mean of what people answered.
    static let mean = DisclosureRule(sensitivity: .mean)
}
