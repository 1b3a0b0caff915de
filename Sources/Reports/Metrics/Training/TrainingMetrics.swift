import Documents
import Measures

extension Metric {
    private static let training = Common(
        level: .organizational,
        strategy: .trainingAndEducation,
        direction: .higherIsBetter
    )

    /// TR-01.
    package static let trainingsHeld = Metric(
        training,
        "TR-01",
        "Trainings held",
        """
        Trainings held in the period. A training for several organizations counts once here, and once for each of \
        them.
        """,
        unit: .sessions,
        counting: Counting(.sessions) { .count($0[.held]) }
    )

    static let cancellationRate = Metric(
        training,
        "TR-02",
        "Cancellation rate",
        "Share of planned trainings that were cancelled. Postponed trainings are left out.",
        unit: .share,
        direction: .lowerIsBetter,
        counting: Counting(.sessions) { .share(numerator: $0[.cancelled], denominator: $0[.planned]) }
    )

    /// TR-03.
    package static let attendance = Metric(
        training,
        "TR-03",
        "Attendance, all visits counted",
        "Attendance at all trainings, named and unnamed. Somebody who came to three trainings counts three times.",
        unit: .visits,
        division: .everySplitAndPeople,
        missing: "attendance not recorded for # session[s]",
        counting: Counting(.sessions, .heads) { .count($0[.named] + $0[.unnamed]).lackingCounts($0) }
    ).labeled("Attendance")

    static let peopleTrained = Metric(
        training,
        "TR-04",
        "People trained, each counted once",
        """
        People who came to at least one training, each counted once. An attendee without a name may have been counted \
        already, so this is a range. It is at least everybody known by name, or the largest training if that is more. \
        It is at most the people known by name plus all unnamed attendees.
        """,
        unit: .people,
        division: .everySplitAndRoles,
        missing: "attendance not recorded for # session[s]",
        counting: Counting(.sessions, .heads, .people) { counts in
            Figure.range(
                low: max(counts[.people], counts[.largest]),
                high: counts[.people] + counts[.unnamed]
            ).lackingCounts(counts)
        }
    ).labeled("People trained (each counted once)").noted { people, findings, _ in
        guard let named = findings.whole(peopleTrainedByName),
            let high = people.figure.high.flatMap(Int.init(exactly:)),
            high > named
        else { return "" }
        return "\(named) by name, \(high - named) without names"
    }

    static let peopleTrainedByName = Metric(
        training,
        "TR-04.named",
        "People trained, each counted once: by name",
        "People known by name, pseudonym or code who came to at least one training, each counted once.",
        unit: .people,
        division: .everySplitAndRoles,
        missing: "attendance not recorded for # session[s]",
        counting: Counting(.sessions, .heads, .people) { .count($0[.people]).lackingCounts($0) }
    ).labeled("People trained, known by name")

    static let contactHours = Metric(
        training,
        "TR-05",
        "Contact hours offered",
        "Hours of instruction at all trainings, from the minutes that were entered.",
        unit: .hours,
        missing: "minutes not recorded for # session[s]",
        counting: Counting(.sessions) {
            Figure.hours(minutes: $0[.offeredMinutes]).lacking($0[.withoutMinutes], of: $0[.held])
        }
    )

    static let personHours = Metric(
        training,
        "TR-06",
        "Person-hours of training",
        """
        Hours that attendees spent in trainings, all added up. Where somebody's minutes are unknown, the full length \
        of the training is used; that part is shown as estimated.
        """,
        unit: .hours,
        division: .everySplitAndRoles,
        missing: "minutes not recorded for # attendee[s]",
        counting: Counting(.sessions, .heads) { counts in
            counts.personHours(
                counts[.measuredMinutes] + counts[.estimatedMinutes],
                missing: counts[.estimatedHeads]
            )
        }
    ).noted { _, findings, _ in
        guard let estimated = findings.figure(personHoursEstimated)?.value, estimated > 0 else { return "" }
        return "\(Decimal.grouped(Decimal.fixed(estimated, places: 1))) of these hours are estimated"
    }

    static let personHoursMeasured = Metric(
        training,
        "TR-06.measured",
        "Person-hours of training: measured",
        "Person-hours from attendees whose minutes are recorded.",
        unit: .hours,
        division: .everySplitAndRoles,
        counting: Counting(.sessions, .heads) { $0.personHours($0[.measuredMinutes], missing: 0) }
    ).labeled("Person-hours, recorded")

    static let personHoursEstimated = Metric(
        training,
        "TR-06.estimated",
        "Person-hours of training: estimated",
        "Person-hours from attendees whose minutes are not recorded. They are assumed to have stayed to the end.",
        unit: .hours,
        direction: .neutral,
        division: .everySplitAndRoles,
        missing: "minutes not recorded for # attendee[s]",
        counting: Counting(.sessions, .heads) { $0.personHours($0[.estimatedMinutes], missing: $0[.estimatedHeads]) }
    ).labeled("Person-hours, estimated")

    static let completionRate = Metric(
        training,
        "TR-07",
        "Completion rate",
        """
        Share of named attendees who stayed long enough to complete the training: 80% of its minutes, unless the \
        course says otherwise. Attendees whose minutes are unknown are left out.
        """,
        unit: .share,
        division: .everySplitAndRoles,
        missing: "minutes not recorded for # named attendee[s]",
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
        Share of the organization's staff who have ever completed a training. People who left the organization are \
        not counted. Where minutes are unknown, the training counts as completed.
        """,
        unit: .share
    ) { $0.staffShare($0[.staffTrained]) }.labeled("Staff trained, at any time").related { staff in
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
        Share of the organization's staff whose last completed training is still current: within 12 months, unless \
        the course says otherwise.
        """,
        unit: .share
    ) { $0.staffShare($0[.staffCurrent]) }.labeled("Staff currently trained")

    static let refresherDue = staff(
        "TR-09.due",
        "Refresher due",
        "Staff known by name who completed a training and whose last one is no longer current.",
        unit: .people,
        direction: .lowerIsBetter,
        sensitivity: .people
    ) { counts in
        counts[.rosterNamed] == 0
            ? .notCollected(missing: counts[.earlierUnnamed])
            : .count(counts[.rosterDue], missing: counts[.earlierUnnamed])
    }.labeled("Staff due for a refresher")

    /// TR-10.
    package static let organizationsReached = Metric(
        training,
        "TR-10",
        "Organizations reached",
        "Organizations with at least one attendee at a training, each counted once.",
        unit: .organizations,
        missing: "attendance not recorded for # session[s]",
        counting: Counting(.sessions, .heads, .organizations) { .count($0[.organizations]).lackingCounts($0) }
    )

    static let contactBased = Metric(
        training,
        "TR-11",
        "Contact-based trainings",
        """
        Share of trainings in which a speaker with lived or living experience took part, among trainings where this \
        was recorded. It describes the training, never a person.
        """,
        unit: .share,
        missing: "not recorded for # session[s]",
        counting: Counting(.sessions) {
            Figure.share(numerator: $0[.contactBased], denominator: $0[.contactRecorded])
                .lacking($0[.held] - $0[.contactRecorded], of: $0[.held])
        }
    )

    static let contactIngredients = Metric(
        training,
        "TR-11.ingredients",
        "Contact-based trainings: ingredients present",
        """
        Average number of elements of contact-based training that were present, among trainings where they were \
        recorded.
        """,
        unit: .items,
        missing: "elements not recorded for # session[s]",
        counting: Counting(.sessions) { counts in
            if counts[.held] > 0, counts[.contactRecorded] == 0 { return .notCollected(missing: counts[.held]) }
            return Figure.mean(sum: Double(counts[.ingredients]), n: counts[.ingredientSessions])
                .lacking(counts[.contactBased] - counts[.ingredientSessions], of: counts[.contactBased])
        }
    ).labeled("Contact-based trainings: elements present")

    static let accessRequestsMet = Metric(
        training,
        "TR-12",
        "Access requests met",
        "Share of access requests (captions, language, large print and so on) that were met.",
        unit: .share,
        sensitivity: .rate,
        missing: "requests not recorded for # session[s]",
        counting: Counting(.sessions) {
            Figure.share(numerator: $0[.accessMet], denominator: $0[.accessRequested])
                .lacking($0[.held] - $0[.accessRecorded], of: $0[.held])
        }
    )

    static let topicsCovered = Metric(
        training,
        "TR-13",
        "Topics covered",
        """
        Share of the course's topics that were covered, over trainings for which somebody confirmed the topics. Topics \
        that Groundwork copied from the course are not confirmed.
        """,
        unit: .share,
        missing: "topics not confirmed for # session[s]",
        counting: Counting(.sessions, .topics) {
            Figure.share(numerator: $0[.topicsCovered], denominator: $0[.topicsListed])
                .lacking($0[.topicsUnconfirmed], of: $0[.topicSessions])
        }
    ).giving { metric, asked in [metric] + asked.topics.map { metric.covering($0) } }

    /// The trainings that covered one topic.
    private func covering(_ topic: CourseTopic) -> Metric {
        var metric = forWholeOnly.companion(topic.key, topic.title, [.topic(topic)]) {
            Figure.count($0[.covering(topic)])
                .lacking($0[.coveringUnconfirmed(topic)], of: $0[.coveringAll(topic)])
        }
        metric.shape.unit = .sessions
        metric.words.definition = "Trainings that covered the topic, where somebody confirmed the topics."
        return metric
    }

    static let registeredAndCame = Metric(
        training,
        "TR-14",
        "Registered and came",
        """
        Share of people on a list of registrations who came, over trainings with such a list. People who never registered \
        are left out. Where only the number of registrations is known, there is no share.
        """,
        unit: .share,
        missing: "no list of registrations for # session[s]",
        counting: Counting(.sessions, .registrations) { counts in
            let missing = counts[.held] - counts[.registrationLists]
            if counts[.registrationLists] > 0 {
                return .share(numerator: counts[.listCame], denominator: counts[.listRegistered], missing: missing)
            }
            if counts[.registrationCounts] > 0 { return .notApplicable(.denominatorNotRecorded, missing: missing) }
            return .notCollected(missing: missing)
        }
    )

    static let registered = registrations(
        "TR-14.registered",
        "Registered and came: registered",
        "People who registered, those who came among them, at trainings where this is known.",
        unit: .items
    ) { $0[.listRegistered] + $0[.countRegistered] }.labeled("Registered")

    static let registeredCame = registrations(
        "TR-14.came",
        "Registered and came: came",
        """
        People who came to trainings with registrations: those on the list who came, or everybody where only numbers are \
        known.
        """,
        unit: .visits
    ) { $0[.listCame] + $0[.countCame] }.labeled("Came, at trainings with registrations")

    private static func registrations(
        _ id: StaticString,
        _ title: String,
        _ definition: String,
        unit: Unit,
        _ count: @escaping @Sendable (Counts) -> Int
    ) -> Metric {
        Metric(
            training,
            id,
            title,
            definition,
            unit: unit,
            direction: .neutral,
            missing: "registrations not recorded for # session[s]",
            counting: Counting(.sessions, .registrations) { counts in
                let known = counts[.registrationLists] + counts[.registrationCounts]
                return Figure.count(count(counts)).lacking(counts[.held] - known, of: counts[.held])
            }
        ).with(\.shape.isCount, true)
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
        Metric(
            training,
            id,
            title,
            definition,
            unit: unit,
            direction: direction,
            sensitivity: sensitivity,
            missing: "# unnamed attendee[s] not included; some may be staff",
            counting: Counting(.roster, .earlierHeads, conclude: conclude)
        ).with(\.division, .organizationOnly).with(\.words.total, "staff total")
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
