import SQLite

extension Counted {
    static let campaigns = Counted(rawValue: "campaigns")
    static let advocacy = Counted(rawValue: "advocacy")
    static let events = Counted(rawValue: "events")
}

extension RecordTheme {
    /// Activities, held or planned.
    static let activities = RecordTheme("activity_records", "campaigns, advocacy and events") { _ in
        "SELECT organization_id FROM activity"
    }
}

extension Question {
    /// Campaigns, actions and events.
    static let activities = Question(
        name: "activities",
        words: "Activities held in the period by the as-of day, by kind.",
        columns: [.campaigns, .advocacy, .events],
        evidence: .activities
    ) { scope in
        """
        SELECT
            \(scope.key(ofDay: "held_on")) AS group_key,
            count(*) FILTER (WHERE kind = 'campaign') AS campaigns,
            count(*) FILTER (WHERE kind = 'advocacy') AS advocacy,
            count(*) FILTER (WHERE kind = 'event') AS events
        FROM activity
        WHERE \(scope.hasCome("held_on")) AND \(scope.isOf("organization_id"))
        GROUP BY group_key
        """
    }
}
