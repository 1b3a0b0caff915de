import Measures

extension Metric {
    /// Training and education: TR-01 to TR-12 with their companions, in the dictionary's order.
    static let training: [Metric] = [
        training(
            "TR-01",
            "Trainings held",
            .sessions,
            .higherIsBetter,
            "Workshop sessions held in the period; a session for several organizations is one, and one for each of them.",
            Counting(.sessions) { .count($0[.held]) }
        ),
        training(
            "TR-02",
            "Cancellation rate",
            .share,
            .lowerIsBetter,
            "Cancelled sessions, of all that were planned to start in the period but those that were postponed.",
            Counting(.sessions) { .share(numerator: $0[.cancelled], denominator: $0[.planned]) }
        ),
        training(
            "TR-03",
            "Attendance, all visits counted",
            .visits,
            .higherIsBetter,
            "Attendances at held sessions, named and unnamed; somebody at three sessions counts three times.",
            lacking: "held session[s] with neither count nor attendance",
            Counting(.sessions, .heads) { .count($0[.named] + $0[.unnamed]).lackingCounts($0) }
        ),
        training(
            "TR-04",
            "People trained, each counted once",
            .people,
            .higherIsBetter,
            """
            People who came to at least one held session, each counted once. Heads without a name may be people counted \
            already or not, so it is a range: at least the largest session or all named people, at most the named \
            people and every unnamed head.
            """,
            lacking: "held session[s] with neither count nor attendance",
            Counting(.sessions, .heads, .people) { counts in
                Figure.range(
                    low: max(counts[.people], counts[.largest]),
                    high: counts[.people] + counts[.unnamed]
                ).lackingCounts(counts)
            }
        ),
        training(
            "TR-04.named",
            "People trained, each counted once: by name",
            .people,
            .higherIsBetter,
            "Different people known by name, pseudonym or code who came to at least one held session.",
            lacking: "held session[s] with neither count nor attendance",
            Counting(.sessions, .heads, .people) { .count($0[.people]).lackingCounts($0) }
        ),
        training(
            "TR-05",
            "Contact hours offered",
            .hours,
            .higherIsBetter,
            "Instructional minutes of the held sessions as they were entered, in hours of 60 minutes.",
            lacking: "held session[s] without minutes",
            Counting(.sessions) {
                Figure.hours(minutes: $0[.offeredMinutes]).lacking($0[.withoutMinutes], of: $0[.held])
            }
        ),
        training(
            "TR-06",
            "Person-hours of training",
            .hours,
            .higherIsBetter,
            """
            Hours that attendees spent in held sessions, never more than a session has; where minutes are unknown or a \
            head has no row of its own, the session's full minutes, shown apart as estimated.
            """,
            lacking: "head[s] without minutes of their own",
            Counting(.sessions, .heads) { counts in
                counts.personHours(
                    counts[.measuredMinutes] + counts[.estimatedMinutes],
                    missing: counts[.estimatedHeads]
                )
            }
        ),
        training(
            "TR-06.measured",
            "Person-hours of training: measured",
            .hours,
            .higherIsBetter,
            "The part of the person-hours for which minutes of attendance are known.",
            Counting(.sessions, .heads) { $0.personHours($0[.measuredMinutes], missing: 0) }
        ),
        training(
            "TR-06.estimated",
            "Person-hours of training: estimated",
            .hours,
            .neutral,
            "The part of the person-hours for which a head is taken to have stayed for the whole session.",
            lacking: "head[s] without minutes of their own",
            Counting(.sessions, .heads) { $0.personHours($0[.estimatedMinutes], missing: $0[.estimatedHeads]) }
        ),
        training(
            "TR-07",
            "Completion rate",
            .share,
            .higherIsBetter,
            """
            Named attendances that lasted for the course's share of the session's minutes (80 percent unless set), of \
            the named attendances whose minutes are known.
            """,
            lacking: "named attendance[s] without minutes",
            Counting(.heads) { counts in
                if counts[.judged] == 0 { return .notCollected(missing: counts[.named]) }
                return .share(
                    numerator: counts[.completed],
                    denominator: counts[.judged],
                    missing: counts[.named] - counts[.judged]
                )
            }
        ),
        staff(
            "TR-08",
            "Staff reach %",
            .share,
            .higherIsBetter,
            .rate,
            """
            Staff who ever completed a training by the reference day, of the organization's staff on that day; people \
            who left count no more, and unknown minutes count as completed.
            """
        ) { $0.staffShare($0[.staffTrained]) },
        staff(
            "TR-09",
            "Currently trained % / refresher due",
            .share,
            .higherIsBetter,
            .rate,
            """
            Staff whose last completed training is still valid on the reference day (12 months unless the course says \
            otherwise), of the organization's staff on that day.
            """
        ) { $0.staffShare($0[.staffCurrent]) },
        staff(
            "TR-09.due",
            "Refresher due",
            .people,
            .lowerIsBetter,
            .people,
            "Named staff who completed a training once and whose last one is no longer valid on the reference day."
        ) { counts in
            counts[.rosterNamed] == 0
                ? .notCollected(missing: counts[.earlierUnnamed])
                : .count(counts[.rosterDue], missing: counts[.earlierUnnamed])
        },
        training(
            "TR-10",
            "Organizations reached",
            .organizations,
            .higherIsBetter,
            "Different organizations trained at held sessions, of which at least one head came.",
            lacking: "held session[s] with neither count nor attendance",
            Counting(.sessions, .heads, .organizations) { .count($0[.organizations]).lackingCounts($0) }
        ),
        training(
            "TR-11",
            "Contact-based trainings",
            .share,
            .higherIsBetter,
            """
            Held sessions in which a speaker with lived or living experience took part, of the held sessions for which \
            that was written down. It is a fact about the session, never about a person.
            """,
            lacking: "held session[s] for which it was not written down",
            Counting(.sessions) {
                Figure.share(numerator: $0[.contactBased], denominator: $0[.contactRecorded])
                    .lacking($0[.held] - $0[.contactRecorded], of: $0[.held])
            }
        ),
        training(
            "TR-11.ingredients",
            "Contact-based trainings: ingredients present",
            .items,
            .higherIsBetter,
            "Mean number of ingredients of contact-based training that were present, over those held sessions that name any.",
            lacking: "held session[s] for which ingredients were not written down",
            Counting(.sessions) { counts in
                if counts[.held] > 0, counts[.contactRecorded] == 0 { return .notCollected(missing: counts[.held]) }
                return Figure.mean(sum: Double(counts[.ingredients]), n: counts[.ingredientSessions])
                    .lacking(counts[.contactBased] - counts[.ingredientSessions], of: counts[.contactBased])
            }
        ),
        training(
            "TR-12",
            "Access requests met",
            .share,
            .higherIsBetter,

            "Requests for access (captions, language, large print and the like) that were met, of those received.",
            sensitivity: .rate,
            lacking: "held session[s] for which requests were not written down",
            Counting(.sessions) {
                Figure.share(numerator: $0[.accessMet], denominator: $0[.accessRequested])
                    .lacking($0[.held] - $0[.accessRecorded], of: $0[.held])
            }
        ),
    ]

    private static func training(
        _ id: String,
        _ title: String,
        _ unit: Unit,
        _ direction: Direction,
        _ definition: String,
        sensitivity: Sensitivity = .open,
        lacking: String = "record[s] that lack what is needed",
        _ counting: Counting
    ) -> Metric {
        Metric(
            id: id,
            title: title,
            definition: definition,
            level: .organizational,
            strategy: .trainingAndEducation,
            unit: unit,
            direction: direction,
            sensitivity: sensitivity,
            lacking: lacking,
            counting: counting
        )
    }

    private static func staff(
        _ id: String,
        _ title: String,
        _ unit: Unit,
        _ direction: Direction,
        _ sensitivity: Sensitivity,
        _ definition: String,
        conclude: @escaping @Sendable (Counts) -> Figure
    ) -> Metric {
        Metric(
            id: id,
            title: title,
            definition: definition,
            level: .organizational,
            strategy: .trainingAndEducation,
            unit: unit,
            direction: direction,
            sensitivity: sensitivity,
            division: .organizationOnly,
            lacking: "head[s] without a name, who may be staff",
            links: id == "TR-08" ? Link.staff : [],
            counting: Counting(.roster, .earlierHeads, conclude: conclude)
        )
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
