import Measures

extension Metric {
    /// Campaigns, advocacy and events: CO-01 to CO-03.
    static let activities: [Metric] = [
        activity("CO-01", "Awareness campaigns", .awarenessCampaigns, "Awareness campaigns in the period."),
        activity(
            "CO-02",
            "Policy & advocacy actions",
            .policyAndAdvocacy,
            "Actions of policy and advocacy in the period."
        ),
        activity("CO-03", "Events with partners", .events, "Events held with partners in the period."),
    ]

    private static func activity(_ id: String, _ title: String, _ strategy: Strategy, _ definition: String) -> Metric {
        Metric(
            id: id,
            title: title,
            definition: definition,
            level: .community,
            strategy: strategy,
            unit: .items,
            direction: .neutral,
            sensitivity: .open
        )
    }
}
