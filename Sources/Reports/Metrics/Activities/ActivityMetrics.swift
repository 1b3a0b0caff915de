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
