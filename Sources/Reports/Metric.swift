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
    /// Whether it is one of the parts into which a published count divides: what is small is withheld with a second one.
    package var isPart = false
    /// How it is counted.
    package var counting = Counting.noRecords

    /// Whether anything can be recorded that it is counted from.
    package var isCounted: Bool { !counting.questions.isEmpty }

    /// The figure of one group as it may be published: the one place where counts become a figure on a page.
    package func figure(of counts: Counts, for disclosure: Disclosure) -> Figure {
        disclosure.publish(counting.conclude(counts), class: sensitivity)
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
