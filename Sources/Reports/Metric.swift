package import Measures

/// One figure that Groundwork knows how to count: what it is called, what it means, and how it comes about.
///
/// A new metric is one element of one theme's array; a theme that gets its records changes `counting` of its elements.
package struct Metric: Sendable {
    /// Level at which stigma is dismantled.
    package enum Level: String, Sendable, Hashable, CaseIterable {
        case organizational, community, individual
    }

    /// What a value counts; the raw values are part of the output contract.
    package enum Unit: String, Sendable, Hashable, CaseIterable {
        case sessions, visits, people, organizations, hours, share, points, days, items, score
    }

    /// Whether more of it is better; what improved is told from this, never from the sign.
    package enum Direction: String, Sendable, Hashable, CaseIterable {
        case higherIsBetter = "higher_is_better"
        case lowerIsBetter = "lower_is_better"
        case neutral
    }

    /// By what it can be divided.
    package enum Division: Sendable, Hashable {
        /// By everything that a session has.
        case everySplit
        /// By organization only: it is judged on one day.
        case organizationOnly
        /// By organization, month and quarter: a record with a day that belongs to no course, site, fund or modality.
        case organizationAndTime

        func allows(_ split: Split) -> Bool {
            switch self {
            case .everySplit: true
            case .organizationOnly: split == .organization
            case .organizationAndTime: split == .organization || split == .month || split == .quarter
            }
        }
    }

    /// Id in metrics.md; that of a companion is its metric's with a suffix.
    package let id: String
    /// The dictionary's title, without what stands in parentheses.
    package let title: String
    /// The sentence that defines it, which pages and `--explain` print.
    package let definition: String
    /// Level at which it belongs.
    package let level: Level
    /// Strategy within the level.
    package let strategy: Strategy
    /// What its value counts.
    package let unit: Unit
    /// Whether more is better.
    package var direction = Direction.neutral
    /// How far it may go.
    package var sensitivity = Sensitivity.open
    /// By what it divides.
    package var division = Division.everySplit
    /// What `missing` counts, as a page words it, with the plural's letter in brackets: `held session[s] without a count`.
    package var lacking = "record[s] that lack what is needed"
    /// How many there can be at most, where a page says so: `2 of 7`.
    package var outOf: Int?
    /// False for a metric that consists of its companions only, which are named after a form's items.
    package var hasOwnEntry = true
    /// The published count that it is one of the parts of: what is small is withheld with a second one. Nil for none.
    package var partOf: String?
    /// Ids of the parts of which it would tell: it is withheld with any of them.
    package var tellsOf: [String] = []
    /// Whether it is a sensitive answer, which is withheld where everybody gave the same.
    package var isSensitive = false
    /// Whether it may be known of k people and more only, although it is open.
    package var needsThreshold = false
    /// Whether it is about what people answered: of the groups of a report so many are withheld that none can be told
    /// by subtracting the others from the whole.
    package var isOfAnswers = false
    /// With how many decimal places a page prints a mean.
    package var places = 1
    /// Whether it is one of many companions that a page shows for the whole only, not for each group.
    package var isForWholeOnly = false
    /// Whether it is about a scale, and not about a single item of a form.
    package var isOfScale = false
    /// What a page adds in its note: of which wave it is, where it is asked in other words.
    package var remarks: [String] = []
    /// Whether a page has its figure in another row already.
    package var isRepeated = false
    /// The entries that it has where these forms were answered: itself and its companions, or the companions only.
    var entries: (@Sendable (Questionnaire) -> [Metric])?
    /// What adds up with it, so that one number can be told from the others; each stands with one of its metrics.
    package var links: [Link] = []
    /// How it is counted.
    package var counting = Counting.noRecords

    /// Whether anything can be recorded that it is counted from.
    package var isCounted: Bool { !counting.questions.isEmpty }

    /// The figure of one group as it may be published: the one place where counts become a figure on a page.
    package func figure(of counts: Counts, for disclosure: Disclosure) -> Figure {
        let figure = counting.conclude(counts)
        if needsThreshold, !disclosure.allows(count: figure.denominator ?? 0) {
            return .withheld(missing: figure.missing)
        }
        return disclosure.publish(figure, class: sensitivity, homogeneity: isSensitive)
    }
}

extension Metric {
    /// What a companion is about: its title without that of its metric.
    var subject: String { title.split(separator: ": ", maxSplits: 1).last.map(String.init) ?? title }

    /// The same metric under another id, title, definition or unit.
    init(
        copying other: Metric,
        id: String? = nil,
        title: String? = nil,
        definition: String? = nil,
        unit: Unit? = nil
    ) {
        self.init(
            id: id ?? other.id,
            title: title ?? other.title,
            definition: definition ?? other.definition,
            level: other.level,
            strategy: other.strategy,
            unit: unit ?? other.unit,
            direction: other.direction,
            sensitivity: other.sensitivity,
            division: other.division,
            lacking: other.lacking,
            outOf: other.outOf,
            hasOwnEntry: other.hasOwnEntry,
            partOf: other.partOf,
            tellsOf: other.tellsOf,
            isSensitive: other.isSensitive,
            needsThreshold: other.needsThreshold,
            isOfAnswers: other.isOfAnswers,
            places: other.places,
            isForWholeOnly: other.isForWholeOnly,
            isOfScale: other.isOfScale,
            remarks: other.remarks,
            isRepeated: other.isRepeated,
            entries: other.entries,
            links: other.links,
            counting: other.counting
        )
    }
}

/// A strategy for dismantling stigma, as the trainings name them.
package struct Strategy: Hashable, Sendable {
    /// Its slug, which is the code in the list of strategies.
    package let slug: String
    /// Its name on a page.
    package let title: String

    /// Training and education.
    package static let trainingAndEducation = Strategy(slug: "training-and-education", title: "Training and education")
    /// Outlets for feedback.
    package static let outletsForFeedback = Strategy(slug: "outlets-for-feedback", title: "Outlets for feedback")
    /// Assessment of practices.
    package static let assessmentOfPractices = Strategy(
        slug: "assessment-of-practices",
        title: "Assessment of practices"
    )
    /// Hiring people who use drugs.
    package static let hiring = Strategy(slug: "hiring-people-who-use-drugs", title: "Hiring people who use drugs")
    /// Participant advisory boards.
    package static let participantAdvisoryBoards = Strategy(
        slug: "participant-advisory-boards",
        title: "Participant advisory boards"
    )
    /// Awareness campaigns.
    package static let awarenessCampaigns = Strategy(slug: "awareness-campaigns", title: "Awareness campaigns")
    /// Policy and advocacy.
    package static let policyAndAdvocacy = Strategy(slug: "policy-and-advocacy", title: "Policy and advocacy")
    /// Events and collaboration with partners.
    package static let events = Strategy(
        slug: "events-and-collaboration-with-partners",
        title: "Events and collaboration with partners"
    )
    /// Education and personal development.
    package static let educationAndDevelopment = Strategy(
        slug: "education-and-personal-development",
        title: "Education and personal development"
    )
}
