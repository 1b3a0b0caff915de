import Measures

extension Theme {
    /// Campaigns, advocacy and events: CO-01 to CO-03.
    static let activities = Theme(
        title: "Campaigns, advocacy and events",
        level: .community,
        metrics: [.awarenessCampaigns, .policyActions, .partnerEvents],
        lines: [
            ScorecardLine("Campaigns · actions · events", .awarenessCampaigns, .policyActions, .partnerEvents)
        ],
        sentences: [held],
        gaps: gapsOfActivities
    )

    private static let held: Sentence = { findings, _ in
        guard let campaigns = findings.whole(.awarenessCampaigns), let actions = findings.whole(.policyActions),
            let events = findings.whole(.partnerEvents)
        else { return "" }
        return [
            Printed.counted(campaigns, "awareness campaign[s]"),
            Printed.counted(actions, "action[s] of policy and advocacy"),
            Printed.counted(events, "event[s] with partners"),
        ].joined(separator: ", ") + "."
    }
}
