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
