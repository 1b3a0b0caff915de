import Measures

extension Metric {
    /// Campaigns, advocacy and events: CO-01 to CO-03.
    static let activities: [Metric] = [
        activity("CO-01", "Awareness campaigns", .awarenessCampaigns, "Awareness campaigns in the period.", .campaigns),
        activity(
            "CO-02",
            "Policy & advocacy actions",
            .policyAndAdvocacy,
            "Actions of policy and advocacy in the period.",
            .advocacy
        ),
        activity("CO-03", "Events with partners", .events, "Events held with partners in the period.", .events),
    ]

    private static func activity(
        _ id: String,
        _ title: String,
        _ strategy: Strategy,
        _ definition: String,
        _ counted: Counted
    ) -> Metric {
        Metric(
            id: id,
            title: title,
            definition: definition,
            level: .community,
            strategy: strategy,
            unit: .items,
            direction: .neutral,
            sensitivity: .open,
            division: .organizationAndTime,
            counting: Counting(of: .activities, .activities) { .count($0[counted]) }
        )
    }
}
