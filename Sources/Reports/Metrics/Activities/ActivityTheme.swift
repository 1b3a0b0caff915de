import Measures
import Records

extension Theme {
    /// Campaigns, advocacy and events: CO-01 to CO-05.
    static let activities = Theme(
        title: "Campaigns, advocacy and events",
        level: .community,
        metrics: [
            .awarenessCampaigns, .policyActions, .partnerEvents, .publications, .assistance, .assistanceHours,
            .assistanceOrganizations,
        ],
        lines: [
            ScorecardLine(
                "Campaigns · advocacy actions · events with partners",
                .awarenessCampaigns,
                .policyActions,
                .partnerEvents
            )
        ],
        sentences: [held],
        gaps: gapsOfActivities,
        kinds: [.activity]
    )

    private static let held: Sentence = { findings, _ in
        guard let campaigns = findings.whole(.awarenessCampaigns), let actions = findings.whole(.policyActions),
            let events = findings.whole(.partnerEvents)
        else { return "" }
        guard campaigns + actions + events > 0 else { return "We held no campaigns, advocacy actions or events." }
        return "Activities: "
            + [
                Printed.counted(campaigns, "awareness campaign[s]"),
                Printed.counted(actions, "policy and advocacy action[s]"),
                Printed.counted(events, "event[s] with partners"),
            ].joined(separator: ", ") + "."
    }
}
