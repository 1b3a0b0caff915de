import SQLite
import Support

@testable import Reports

/// Activities of every kind made at random, and CO-01 to CO-05 from them, by the definitions in section 2 F with 9.17.
///
/// CO-04 counts publications and conferences together. CO-05 counts technical assistance; its companions are the hours, and
/// the partners who were given them, each counted once.
struct ActivitiesRecount: RecountedTheme {
    static let report = Report.activities

    struct Activity {
        let id: Int
        let organization: Int
        let kind: String
        let held: Int?
        /// Of technical assistance, in hundredths.
        let hours: Int?
        let partners: [String]
    }

    private static let kinds = ["campaign", "advocacy", "event", "publication", "conference", "technical_assistance"]

    private let activities: [Activity]

    init(using generator: inout SeededGenerator) {
        let count = generator.pick([0, 1, 4, 12, 24])
        var activities: [Activity] = []
        for id in 0..<count {
            let kind = generator.pick(Self.kinds)
            let isAssistance = kind == "technical_assistance"
            activities.append(
                Activity(
                    id: id + 1,
                    organization: generator.pick(RandomProgram.owners),
                    kind: kind,
                    held: Dates.maybe(blankIn: 6, &generator),
                    hours: isAssistance ? generator.pick([nil, 0, 50, 125, 800]) : nil,
                    partners: (0..<generator.pick([0, 1, 2])).map { _ in
                        generator.pick(["Harbor", "Riverbend", "Mesa"])
                    }
                )
            )
        }
        self.activities = activities
    }

    var days: [Int] { activities.compactMap(\.held) }

    func store(in sample: borrowing Sample) throws {
        // A kind that the schema does not know yet is a campaign that was never held.
        let isNew = try sample.has("hours_hundredths", in: "activity")
        for one in activities {
            let isKnown = isNew || Self.kinds.prefix(3).contains(one.kind)
            let held = isKnown ? one.held.map(Almanac.iso) : nil
            try sample.activity(one.id, isKnown ? one.kind : "campaign", held, of: one.organization)
            try sample.set("activity", one.id, ["hours_hundredths": (isKnown ? one.hours : nil).sqlValue])
            for (place, partner) in one.partners.enumerated() {
                try sample.database.execute("INSERT INTO activity_partner VALUES (\(one.id), \(place), \(partner))")
            }
        }
    }

    func owners(of id: String) -> [Int] { activities.map(\.organization) }

    func answers(_ scope: RecountScope) -> [String: Answer] {
        func held(_ kinds: String...) -> [Activity] {
            activities.filter {
                kinds.contains($0.kind) && scope.counts($0.held) && scope.isAbout($0.organization)
            }
        }
        let assistance = held("technical_assistance")
        let hours = assistance.compactMap(\.hours)
        let untimed = assistance.count - hours.count
        var answers = [
            "CO-01": Answer.count(held("campaign").count), "CO-02": .count(held("advocacy").count),
            "CO-03": .count(held("event").count), "CO-04": .count(held("publication", "conference").count),
            "CO-05": .count(assistance.count),
            "CO-05.hours": .count(0, missing: untimed, of: assistance.count),
            "CO-05.organizations": .count(Set(assistance.flatMap(\.partners)).count),
        ]
        if untimed < assistance.count { answers["CO-05.hours"]?.value = Double(hours.reduce(0, +)) / 100 }
        return answers
    }
}
