import Measures

extension Metric {
    static let awarenessCampaigns = activity(
        "CO-01",
        "Awareness campaigns",
        "Awareness campaigns in the period.",
        strategy: .awarenessCampaigns,
        counted: .campaigns
    )

    static let policyActions = activity(
        "CO-02",
        "Policy & advocacy actions",
        "Policy and advocacy actions in the period.",
        strategy: .policyAndAdvocacy,
        counted: .advocacy
    )

    static let partnerEvents = activity(
        "CO-03",
        "Events with partners",
        "Events held with partners in the period.",
        strategy: .events,
        counted: .events
    )

    static let publications = activity(
        "CO-04",
        "Publications and conferences",
        "Publications, and conferences where we spoke or exhibited, in the period.",
        strategy: .events,
        counted: .publications
    )

    static let assistance = activity(
        "CO-05",
        "Technical assistance",
        "Times that we gave an organization technical assistance in the period. A training is not technical assistance.",
        strategy: .events,
        counted: .assistance
    )

    static let assistanceHours = assistance(
        "CO-05.hours",
        "Technical assistance: hours",
        "Hours of technical assistance in the period.",
        unit: .hours
    ) { counts in
        Figure.hours(hundredths: counts[.assistanceHundredths])
            .lacking(counts[.assistanceWithoutHours], of: counts[.assistance])
    }

    static let assistanceOrganizations = assistance(
        "CO-05.organizations",
        "Technical assistance: organizations",
        "Organizations that we gave technical assistance in the period, each counted once.",
        unit: .organizations
    ) { .count($0[.assisted]) }

    private static func assistance(
        _ id: StaticString,
        _ title: String,
        _ definition: String,
        unit: Unit,
        _ conclude: @escaping @Sendable (Counts) -> Figure
    ) -> Metric {
        Metric(
            id,
            title,
            definition,
            .community,
            .events,
            unit: unit,
            direction: .neutral,
            division: .organizationAndTime,
            missing: "not recorded for # time[s]",
            counting: Counting(of: .activities, .activities, .assisted, conclude: conclude)
        )
    }

    private static func activity(
        _ id: StaticString,
        _ title: String,
        _ definition: String,
        strategy: Strategy,
        counted: Counted
    ) -> Metric {
        Metric(
            id,
            title,
            definition,
            .community,
            strategy,
            unit: .items,
            direction: .neutral,
            division: .organizationAndTime,
            counting: Counting(of: .activities, .activities) { .count($0[counted]) }
        )
    }
}
