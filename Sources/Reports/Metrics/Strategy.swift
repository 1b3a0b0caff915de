/// A strategy for dismantling stigma, as the trainings name them.
package struct Strategy: Hashable, Sendable {
    /// Its slug, which is the code in the list of strategies.
    package let slug: String
    /// Its name on a page.
    package let title: String

    /// Workshops for the staff of organizations: TR.
    package static let trainingAndEducation = Strategy(slug: "training-and-education", title: "Training and education")
    /// Ways in which people tell an organization what they think, and learn what came of it: FB.
    package static let outletsForFeedback = Strategy(slug: "outlets-for-feedback", title: "Outlets for feedback")
    /// What an organization does, held against criteria, and what it then changes: AS.
    package static let assessmentOfPractices = Strategy(
        slug: "assessment-of-practices",
        title: "Assessment of practices"
    )
    /// Hiring people who use drugs.
    package static let hiring = Strategy(slug: "hiring-people-who-use-drugs", title: "Hiring people who use drugs")
    /// Seats at the table for people who use services: PB.
    package static let participantAdvisoryBoards = Strategy(
        slug: "participant-advisory-boards",
        title: "Participant advisory boards"
    )
    /// Words for everybody outside, by campaign: CO-01.
    package static let awarenessCampaigns = Strategy(slug: "awareness-campaigns", title: "Awareness campaigns")
    /// Work on rules and laws: CO-02.
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
