import SQLite

extension Counted {
    static let campaigns = Counted(rawValue: "campaigns")
    static let advocacy = Counted(rawValue: "advocacy")
    static let events = Counted(rawValue: "events")
    static let publications = Counted(rawValue: "publications")
    static let assistance = Counted(rawValue: "assistance")
    static let assistanceHundredths = Counted(rawValue: "assistance_hundredths")
    static let assistanceWithoutHours = Counted(rawValue: "assistance_without_hours")
    static let assisted = Counted(rawValue: "assisted")
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
        columns: [
            .campaigns, .advocacy, .events, .publications, .assistance, .assistanceHundredths, .assistanceWithoutHours,
        ],
        evidence: .activities
    ) { scope in
        """
        SELECT
            \(scope.key(ofDay: "held_on")) AS group_key,
            count(*) FILTER (WHERE kind = 'campaign') AS campaigns,
            count(*) FILTER (WHERE kind = 'advocacy') AS advocacy,
            count(*) FILTER (WHERE kind = 'event') AS events,
            count(*) FILTER (WHERE kind = 'publication' OR kind = 'conference') AS publications,
            count(*) FILTER (WHERE kind = 'technical_assistance') AS assistance,
            ifnull(sum(hours_hundredths) FILTER (WHERE kind = 'technical_assistance'), 0)
                AS assistance_hundredths,
            count(*) FILTER (WHERE kind = 'technical_assistance' AND hours_hundredths IS NULL)
                AS assistance_without_hours
        FROM activity
        WHERE \(scope.hasCome("held_on")) AND \(scope.isOf("organization_id"))
        GROUP BY group_key
        """
    }
    /// Organizations that were assisted: the partners of an activity, or whose it is where that is not the program.
    static let assisted = Question(
        name: "assisted organizations",
        words: "Organizations named with technical assistance in the period, each counted once.",
        columns: [.assisted],
        evidence: nil
    ) { scope in
        """
        WITH given AS MATERIALIZED (
            SELECT \(scope.key(ofDay: "held_on")) AS group_key, activity.id, activity.organization_id
            FROM activity
            WHERE kind = 'technical_assistance' AND \(scope.hasCome("held_on")) AND \(scope.isOf("organization_id"))
        ),
        named AS (
            SELECT given.group_key, given.id, lower(trim(partner.title)) AS name
            FROM given CROSS JOIN activity_partner AS partner ON partner.activity_id = given.id
            UNION ALL
            SELECT given.group_key, given.id, lower(trim(organization.title))
            FROM given CROSS JOIN organization ON organization.id = given.organization_id
            WHERE given.organization_id <> (SELECT program.organization_id FROM program)
        )
        SELECT
            given.group_key,
            (SELECT count(DISTINCT named.name) FROM named WHERE named.group_key = given.group_key) AS assisted
        FROM given
        GROUP BY given.group_key
        """
    }
}
