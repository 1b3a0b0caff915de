import Support

@testable import Reports

/// Campaigns, advocacy and events made at random, and CO-01 to CO-03 from them.
struct ActivitiesRecount: RecountedTheme {
    static let report = Report.activities

    struct Activity {
        let id: Int
        let organization: Int
        let kind: String
        let held: Int?
    }

    private let activities: [Activity]

    init(using generator: inout SeededGenerator) {
        let count = generator.pick([0, 1, 4, 12])
        var activities: [Activity] = []
        for id in 0..<count {
            activities.append(
                Activity(
                    id: id + 1,
                    organization: generator.pick(RandomProgram.owners),
                    kind: generator.pick(["campaign", "advocacy", "event"]),
                    held: Dates.maybe(blankIn: 6, &generator)
                )
            )
        }
        self.activities = activities
    }

    var days: [Int] { activities.compactMap(\.held) }

    func store(in sample: borrowing Sample) throws {
        for one in activities {
            try sample.activity(one.id, one.kind, one.held.map(Almanac.iso), of: one.organization)
        }
    }

    func owners(of id: String) -> [Int] { activities.map(\.organization) }

    func answers(_ scope: RecountScope) -> [String: Answer] {
        func held(_ kind: String) -> Answer {
            .count(
                activities.filter {
                    $0.kind == kind && scope.counts($0.held) && scope.isAbout($0.organization)
                }.count
            )
        }
        return ["CO-01": held("campaign"), "CO-02": held("advocacy"), "CO-03": held("event")]
    }
}
