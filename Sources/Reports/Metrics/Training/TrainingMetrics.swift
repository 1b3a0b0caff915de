import Documents
import Measures

extension Metric {
    /// TR-01.
    package static let trainingsHeld = training(
        "TR-01",
        "Trainings held",
        "Workshop sessions held in the period; a session for several organizations is one, and one for each of them.",
        unit: .sessions,
        counting: Counting(.sessions) { .count($0[.held]) }
    )

    static let cancellationRate = training(
        "TR-02",
        "Cancellation rate",
        "Cancelled sessions, of all that were planned to start in the period but those that were postponed.",
        unit: .share,
        direction: .lowerIsBetter,
        counting: Counting(.sessions) { .share(numerator: $0[.cancelled], denominator: $0[.planned]) }
    )

    /// TR-03.
    package static let attendance = training(
        "TR-03",
        "Attendance, all visits counted",
        "Attendances at held sessions, named and unnamed; somebody at three sessions counts three times.",
        unit: .visits,
        missing: "held session[s] with neither count nor attendance",
        counting: Counting(.sessions, .heads) { .count($0[.named] + $0[.unnamed]).lackingCounts($0) }
    )

    static let peopleTrained = training(
        "TR-04",
        "People trained, each counted once",
        """
        People who came to at least one held session, each counted once. Heads without a name may be people counted \
        already or not, so it is a range: at least the largest session or all named people, at most the named \
        people and every unnamed head.
        """,
        unit: .people,
        missing: "held session[s] with neither count nor attendance",
        counting: Counting(.sessions, .heads, .people) { counts in
            Figure.range(
                low: max(counts[.people], counts[.largest]),
                high: counts[.people] + counts[.unnamed]
            ).lackingCounts(counts)
        }
    ).noted { people, findings, _ in
        guard let named = findings.whole(peopleTrainedByName),
            let high = people.figure.high.flatMap(Int.init(exactly:)),
            high > named
        else { return "" }
        return "\(named) by name + \(high - named) counted without names"
    }

    static let peopleTrainedByName = training(
        "TR-04.named",
        "People trained, each counted once: by name",
        "Different people known by name, pseudonym or code who came to at least one held session.",
        unit: .people,
        missing: "held session[s] with neither count nor attendance",
        counting: Counting(.sessions, .heads, .people) { .count($0[.people]).lackingCounts($0) }
    )

    static let contactHours = training(
        "TR-05",
        "Contact hours offered",
        "Instructional minutes of the held sessions as they were entered, in hours of 60 minutes.",
        unit: .hours,
        missing: "held session[s] without minutes",
        counting: Counting(.sessions) {
            Figure.hours(minutes: $0[.offeredMinutes]).lacking($0[.withoutMinutes], of: $0[.held])
        }
    )

    static let personHours = training(
        "TR-06",
        "Person-hours of training",
        """
        Hours that attendees spent in held sessions, never more than a session has; where minutes are unknown or a \
        head has no row of its own, the session's full minutes, shown apart as estimated.
        """,
        unit: .hours,
        missing: "head[s] without minutes of their own",
        counting: Counting(.sessions, .heads) { counts in
            counts.personHours(
                counts[.measuredMinutes] + counts[.estimatedMinutes],
                missing: counts[.estimatedHeads]
            )
        }
    ).noted { _, findings, _ in
        guard let estimated = findings.figure(personHoursEstimated)?.value, estimated > 0 else { return "" }
        return "\(Decimal.fixed(estimated, places: 1)) of them estimated"
    }

    static let personHoursMeasured = training(
        "TR-06.measured",
        "Person-hours of training: measured",
        "The part of the person-hours for which minutes of attendance are known.",
        unit: .hours,
        counting: Counting(.sessions, .heads) { $0.personHours($0[.measuredMinutes], missing: 0) }
    )

    static let personHoursEstimated = training(
        "TR-06.estimated",
        "Person-hours of training: estimated",
        "The part of the person-hours for which a head is taken to have stayed for the whole session.",
        unit: .hours,
        direction: .neutral,
        missing: "head[s] without minutes of their own",
        counting: Counting(.sessions, .heads) { $0.personHours($0[.estimatedMinutes], missing: $0[.estimatedHeads]) }
    )

    static let completionRate = training(
        "TR-07",
        "Completion rate",
        """
        Named attendances that lasted for the course's share of the session's minutes (80 percent unless set), of \
        the named attendances whose minutes are known.
        """,
        unit: .share,
        missing: "named attendance[s] without minutes",
        counting: Counting(.heads) { counts in
            if counts[.judged] == 0 { return .notCollected(missing: counts[.named]) }
            return .share(
                numerator: counts[.completed],
                denominator: counts[.judged],
                missing: counts[.named] - counts[.judged]
            )
        }
    )

    static let staffReach = staff(
        "TR-08",
        "Staff reach %",
        """
        Staff who ever completed a training by the reference day, of the organization's staff on that day; people \
        who left count no more, and unknown minutes count as completed.
        """,
        unit: .share
    ) { $0.staffShare($0[.staffTrained]) }.related { staff in
        // Staff trained and trained now are of the same staff, and who is no longer trained is due.
        [
            .same(.init(staff, .denominator), .init(currentlyTrained, .denominator)),
            .sum(
                .init(staff, .numerator),
                of: [.init(currentlyTrained, .numerator), .init(refresherDue, .count)]
            ),
        ]
    }

    static let currentlyTrained = staff(
        "TR-09",
        "Currently trained % / refresher due",
        """
        Staff whose last completed training is still valid on the reference day (12 months unless the course says \
        otherwise), of the organization's staff on that day.
        """,
        unit: .share
    ) { $0.staffShare($0[.staffCurrent]) }

    static let refresherDue = staff(
        "TR-09.due",
        "Refresher due",
        "Named staff who completed a training once and whose last one is no longer valid on the reference day.",
        unit: .people,
        direction: .lowerIsBetter,
        sensitivity: .people
    ) { counts in
        counts[.rosterNamed] == 0
            ? .notCollected(missing: counts[.earlierUnnamed])
            : .count(counts[.rosterDue], missing: counts[.earlierUnnamed])
    }

    /// TR-10.
    package static let organizationsReached = training(
        "TR-10",
        "Organizations reached",
        "Different organizations trained at held sessions, of which at least one head came.",
        unit: .organizations,
        missing: "held session[s] with neither count nor attendance",
        counting: Counting(.sessions, .heads, .organizations) { .count($0[.organizations]).lackingCounts($0) }
    )

    static let contactBased = training(
        "TR-11",
        "Contact-based trainings",
        """
        Held sessions in which a speaker with lived or living experience took part, of the held sessions for which \
        that was written down. It is a fact about the session, never about a person.
        """,
        unit: .share,
        missing: "held session[s] for which it was not written down",
        counting: Counting(.sessions) {
            Figure.share(numerator: $0[.contactBased], denominator: $0[.contactRecorded])
                .lacking($0[.held] - $0[.contactRecorded], of: $0[.held])
        }
    )

    static let contactIngredients = training(
        "TR-11.ingredients",
        "Contact-based trainings: ingredients present",
        "Mean number of ingredients of contact-based training that were present, over those held sessions that name any.",
        unit: .items,
        missing: "held session[s] for which ingredients were not written down",
        counting: Counting(.sessions) { counts in
            if counts[.held] > 0, counts[.contactRecorded] == 0 { return .notCollected(missing: counts[.held]) }
            return Figure.mean(sum: Double(counts[.ingredients]), n: counts[.ingredientSessions])
                .lacking(counts[.contactBased] - counts[.ingredientSessions], of: counts[.contactBased])
        }
    )

    static let accessRequestsMet = training(
        "TR-12",
        "Access requests met",
        "Requests for access (captions, language, large print and the like) that were met, of those received.",
        unit: .share,
        sensitivity: .rate,
        missing: "held session[s] for which requests were not written down",
        counting: Counting(.sessions) {
            Figure.share(numerator: $0[.accessMet], denominator: $0[.accessRequested])
                .lacking($0[.held] - $0[.accessRecorded], of: $0[.held])
        }
    )

    private static func training(
        _ id: StaticString,
        _ title: String,
        _ definition: String,
        unit: Unit,
        direction: Direction = .higherIsBetter,
        sensitivity: Sensitivity = .open,
        missing: String = Words.anything,
        counting: Counting
    ) -> Metric {
        Metric(
            id,
            title,
            definition,
            .organizational,
            .trainingAndEducation,
            unit: unit,
            direction: direction,
            sensitivity: sensitivity,
            missing: missing,
            counting: counting
        )
    }

    private static func staff(
        _ id: StaticString,
        _ title: String,
        _ definition: String,
        unit: Unit,
        direction: Direction = .higherIsBetter,
        sensitivity: Sensitivity = .rate,
        conclude: @escaping @Sendable (Counts) -> Figure
    ) -> Metric {
        training(
            id,
            title,
            definition,
            unit: unit,
            direction: direction,
            sensitivity: sensitivity,
            missing: "head[s] without a name, who may be staff",
            counting: Counting(.roster, .earlierHeads, conclude: conclude)
        ).with(\.division, .organizationOnly)
    }
}

// MARK: - Rules that several of them share

extension Figure {
    /// The figure, lacking the held sessions at which neither anybody was recorded nor anybody counted.
    fileprivate func lackingCounts(_ counts: Counts) -> Figure { lacking(counts[.uncounted], of: counts[.held]) }
}

extension Counts {
    /// Hours; `not_collected` where nobody was counted at any held session, or no minutes are known at all.
    fileprivate func personHours(_ minutes: Int, missing: Int) -> Figure {
        if self[.held] > 0, self[.uncounted] == self[.held] { return .notCollected(missing: self[.held]) }
        let heads = self[.named] + self[.unnamed]
        if heads > 0, self[.immeasurableHeads] == heads { return .notCollected(missing: heads) }
        return .hours(minutes: minutes, missing: missing)
    }

    /// A share of staff: a staff figure is needed first, then at least one name.
    fileprivate func staffShare(_ trained: Int) -> Figure {
        let missing = self[.earlierUnnamed]
        if self[.staffFigures] == 0 { return .notApplicable(.denominatorNotRecorded, missing: missing) }
        if self[.staffNamed] == 0 { return .notCollected(missing: missing) }
        return .share(numerator: trained, denominator: self[.staff], missing: missing)
    }
}
