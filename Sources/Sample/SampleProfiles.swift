import Calendar
import Records

/// What the organizations of the sample report about themselves: some gained something, one lost something, one stayed as
/// it was, one left questions blank, one has reported once, and one never.
enum SampleProfiles {
    struct Report {
        let organization: String
        /// How many days after the first day of the sample's two fiscal years.
        let day: Int
        var by = "leadership"
        var employs: Bool?
        var capacities: [String] = []
        var outlets: String?
        var board: Bool?
        var assessed: Bool?
        var services: [String] = []
    }

    /// Organizations that may be named with what they report.
    static let named = ["tidewater", "open-door"]

    static let all = [
        Report(
            organization: "tidewater",
            day: 30,
            employs: false,
            outlets: "no",
            board: false,
            assessed: false,
            services: ["moud", "referrals"]
        ),
        Report(
            organization: "tidewater",
            day: 330,
            employs: true,
            capacities: ["outreach"],
            outlets: "2",
            board: false,
            assessed: true,
            services: ["moud", "referrals", "overdose-prevention", "safer-sex"]
        ),
        Report(organization: "cedar-row", day: 36, employs: false, outlets: "no", board: false),
        Report(organization: "cedar-row", day: 318, employs: false, outlets: "1", board: false),
        Report(organization: "north-ferry", day: 44, employs: false, outlets: "yes", board: true, assessed: false),
        Report(organization: "north-ferry", day: 310, employs: false, outlets: "yes", board: false, assessed: true),
        Report(
            organization: "open-door",
            day: 33,
            employs: true,
            capacities: ["direct-service", "outreach"],
            outlets: "3",
            board: true,
            assessed: true,
            services: ["syringe-access", "safer-use-supplies", "overdose-prevention", "drop-in", "referrals"]
        ),
        Report(
            organization: "open-door",
            day: 325,
            employs: true,
            capacities: ["direct-service", "outreach"],
            outlets: "3",
            board: true,
            assessed: true,
            services: ["syringe-access", "safer-use-supplies", "overdose-prevention", "drop-in", "referrals"]
        ),
        Report(organization: "coast-library", day: 52, by: "staff", employs: false, outlets: "no", board: false),
        Report(organization: "coast-library", day: 300, by: "staff", board: false, services: ["none"]),
        Report(organization: "lantern-coalition", day: 200, outlets: "1", board: true),
        // Staff and participants are not held against each other.
        Report(organization: "marsh-clinic", day: 60, by: "staff", outlets: "1", board: false),
        Report(organization: "marsh-clinic", day: 322, by: "participants", outlets: "no", board: false),
    ]
}

extension SampleProgram {
    mutating func makeProfiles() throws {
        for organization in organizations where SampleProfiles.named.contains(organization.ref) {
            try store.edit(Noun.organization.type, organization.id, Draft(["named": .yesNo(true)]))
        }
        for report in SampleProfiles.all {
            guard let organization = organizations.first(where: { $0.ref == report.organization }) else { continue }
            let day = firstDay.adding(days: report.day)
            var draft = Draft(["organization": .record(organization), "as_of": .text(day.description)])
            draft["reported_by"] = .text(report.by)
            draft["employs"] = report.employs.map(FieldValue.yesNo)
            if !report.capacities.isEmpty { draft["capacities"] = .codes(report.capacities, of: "capacity") }
            draft["outlets"] = report.outlets.map { .text($0) }
            draft["board"] = report.board.map(FieldValue.yesNo)
            draft["practices_assessed"] = report.assessed.map(FieldValue.yesNo)
            let list = report.services == ["none"] ? "none" : "service"
            if !report.services.isEmpty { draft["services"] = .codes(report.services, of: list) }
            _ = try store.add(Noun.profile.type, draft)
        }
    }
}
