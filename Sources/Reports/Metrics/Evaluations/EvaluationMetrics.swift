import Measures
import Records

extension Metric {
    /// A metric about what people answered.
    static func evaluation(
        _ id: StaticString,
        _ title: String,
        _ definition: String,
        strategy: Strategy = .educationAndDevelopment,
        unit: Unit,
        direction: Direction = .higherIsBetter,
        sensitivity: Sensitivity = .rate,
        missing: String = "no answer on # form[s]",
        counting: Counting = .noRecords
    ) -> Metric {
        Metric(
            id,
            title,
            definition,
            .individual,
            strategy,
            unit: unit,
            direction: direction,
            sensitivity: sensitivity,
            missing: missing,
            counting: counting
        ).with(\.disclosure.groups, .pooled)
    }

    /// The metric with the entries that forms give it, among them its own where it has one.
    func giving(own: Bool = true, _ entries: @escaping @Sendable (Metric, Questionnaire) -> [Metric]) -> Metric {
        with(\.expansion, .forms(own: own, entries))
    }
}

// MARK: - EV-01 and EV-03

extension Metric {
    static let responseRate = evaluation(
        "EV-01",
        "Evaluation response rate",
        """
        Share of attendees who returned an evaluation with at least half of the questions answered (AAPOR RR2). Only \
        questions that people were asked count. It covers trainings that offered an evaluation: those with a form, or \
        with at least one response.
        """,
        strategy: .outletsForFeedback,
        unit: .share,
        sensitivity: .open,
        missing: "attendance not recorded for # session[s] with responses"
    ).labeled("Response rate").with(\.disclosure.fromThreshold, true).giving { metric, asked in
        [
            metric.counted([.offers] + asked.questions(of: asked.forms(.after))) { counts in
                asked.response(counts) { $0.rr2(missing: $1) }
            }
        ]
    }

    static let completeResponseRate = evaluation(
        "EV-01.rr1",
        "Evaluation response rate: complete only",
        "Share of attendees who returned an evaluation with more than 80% of the questions answered (AAPOR RR1).",
        strategy: .outletsForFeedback,
        unit: .share,
        sensitivity: .open,
        missing: "attendance not recorded for # session[s] with responses"
    ).labeled("Response rate, complete responses only").with(\.disclosure.fromThreshold, true).giving { metric, asked in
        [
            metric.counted([.offers] + asked.questions(of: asked.forms(.after))) { counts in
                asked.response(counts) { $0.rr1(missing: $1) }
            }
        ]
    }

    static let followupResponseRate = evaluation(
        "EV-02",
        "Follow-up response rate",
        """
        Share of people who were asked for a follow-up, with their consent, and returned the form with at least half of \
        the questions answered. It covers trainings whose follow-up day has passed: 30 days after the end, unless the \
        course says otherwise.
        """,
        strategy: .outletsForFeedback,
        unit: .share,
        missing: "number of people asked not recorded for # session[s]",
        counting: Counting(.followups) { counts in
            let (due, unasked) = (counts[.followupsDue], counts[.followupsUnasked])
            if due > 0, unasked == due { return .notApplicable(.denominatorNotRecorded, missing: unasked) }
            return .share(
                numerator: counts[.followupsReturned],
                denominator: counts[.followupsAsked],
                missing: unasked
            )
        }
    ).labeled("Follow-up response rate")

    static let matchedPairRate = evaluation(
        "EV-03",
        "Matched-pair rate",
        """
        Share of forms returned after the training that could be matched with a form before, by a code that people made \
        up themselves. A form counts as returned when at least half of the questions are answered. If fewer than half \
        are matched, the change may not hold for the others.
        """,
        unit: .share,
        sensitivity: .open,
        counting: Counting(.matches) { $0.matched { $0.figure() } }
    ).labeled("Responses matched before and after")

    static let matchedPairRateOfBefores = evaluation(
        "EV-03.before",
        "Matched-pair rate: of the before forms",
        "Share of forms returned before the training that could be matched with a form after.",
        unit: .share,
        sensitivity: .open,
        counting: Counting(.matches) { counts in
            counts.matched { _ in .share(numerator: counts[.pairedBefore], denominator: counts[.codedBefore]) }
        }
    ).labeled("Responses before that were matched")
}

extension Counts {
    /// What matching found; without a form that asks for a code nothing was collected.
    var matchedPairs: MatchedPairs {
        MatchedPairs(
            exact: self[.pairedExactly],
            oneOff: self[.pairedOneOff],
            befores: self[.codedBefore],
            afters: self[.codedAfter]
        )
    }

    fileprivate func matched(_ make: (MatchedPairs) -> Figure) -> Figure {
        self[.codedBefore] + self[.codedAfter] == 0 ? .notCollected : make(matchedPairs)
    }
}

// MARK: - EV-12 to EV-15

extension Metric {
    static let principleTally = evaluation(
        "EV-12",
        "Resonate and Challenge tally",
        """
        How many people said that a principle resonates with them most, and how many that it challenges them most. \
        Shares are of answers on forms after the training. Shows of hands are counted beside them, without a share, since \
        nobody knows who raised none. Use it for planning; it is not an outcome.
        """,
        unit: .share,
        sensitivity: .people
    ).labeled("Principles").giving(own: false) { metric, asked in
        var known: Set<String> = []
        return asked.principles.flatMap { list in
            let shared = known.intersection(list.codes)
            known.formUnion(list.codes)
            return metric.tallied(list, asked, shared)
        }
    }

    /// - Parameter shared: codes that a list before it has too, whose figures have the list's key before the code.
    private func tallied(_ list: PrincipleList, _ asked: Questionnaire, _ shared: Set<String>) -> [Metric] {
        let questions =
            [.principleHands(asked.principles)] + asked.questions(list.resonates + list.challenges)
        return list.codes.indices.flatMap { place -> [Metric] in
            let title = list.titles[place]
            let code = shared.contains(list.codes[place]) ? "\(list.key).\(list.codes[place])" : list.codes[place]
            let metric = with(\.standing.direction, .neutral)
            var first = metric.companion("\(code).resonates", "\(title) resonates most", questions) {
                list.tally($0, asked).resonating(place)
            }
            first.disclosure.partition = .init(metric: id, whole: "resonates \(list.key)")
            var second = metric.companion("\(code).challenges", "\(title) challenges most", questions) {
                list.tally($0, asked).challenging(place)
            }
            second.disclosure.partition = .init(metric: id, whole: "challenges \(list.key)")
            var net = metric.companion("\(code).net", "\(title), net", questions) { list.tally($0, asked).net(place) }
            net.shape.unit = .points
            net.disclosure.suppressedWith = [.metric(first.id), .metric(second.id)]
            if place == list.codes.startIndex {
                first.disclosure.relations = Relation.shares(list.codes.map { id.companion("\($0).resonates") })
                second.disclosure.relations = Relation.shares(list.codes.map { id.companion("\($0).challenges") })
            }
            return [first, second, net] + metric.hands(list, place, code, questions)
        }
    }

    /// Hands for one principle: counts without a share.
    private func hands(_ list: PrincipleList, _ place: Int, _ code: String, _ questions: [Question]) -> [Metric] {
        let title = list.titles[place]
        return PrincipleHands.Question.allCases.map { question in
            let name = question.rawValue
            var metric = companion("\(code).\(name).hands", "\(title) \(name) most, hands", questions) {
                list.hands($0, question, place)
            }
            (metric.shape.unit, metric.shape.isCount) = (.people, true)
            metric.disclosure.sensitivity = .people
            metric.disclosure.partition = .init(metric: id, whole: "hands \(name) \(list.key)")
            return metric
        }
    }

    static let commitmentsCarriedOut = followedUp(
        "EV-13",
        "Commitments to change",
        """
        Share of commitments that people kept in full, among those that were followed up. The latest follow-up of \
        each session counts, for people and for institutions. People report this themselves, so the true share is \
        probably lower.
        """
    ) { $0.ofFollowedUp { $0.figure(missing: $1) } }.labeled("Commitments kept").related { fully in
        // Those followed up are carried out fully, partly or not yet, and are some of those made.
        let parts = [fully, commitmentsPartly, commitmentsNotYet]
        return [
            .sum(.init(commitmentsFollowedUp, .numerator), of: parts.map { .init($0, .numerator) }),
            .same(.init(commitmentsMade, .count), .init(commitmentsFollowedUp, .denominator)),
        ] + parts.map { .same(.init(commitmentsFollowedUp, .numerator), .init($0, .denominator)) }
    }

    static let commitmentsMade = commitment(
        "EV-13.made",
        "Commitments to change: made",
        "Strategies that attendees committed to, as counted at the session or as written on forms after it.",
        unit: .items,
        sensitivity: .people,
        missing: "commitments not recorded for # session[s]"
    ) { counts in
        counts.ofCommitments(lacking: .commitmentsUncounted) { $0.madeFigure(missing: $1) }
    }.labeled("Commitments made").with(\.shape.isCount, true)

    static let commitmentsPerPerson = commitment(
        "EV-13.per_person",
        "Commitments to change: per person",
        "Average number of commitments that a person made, at sessions where both numbers are recorded.",
        unit: .items,
        sensitivity: .mean,
        missing: "number of people not recorded for # session[s]"
    ) { counts in
        guard counts[.commitmentSessions] > 0 else { return .notCollected }
        return Figure.mean(sum: Double(counts[.commitmentsOfKnown]), n: counts[.commitmentRespondents])
            .lacking(counts[.commitmentsWithoutPeople], of: counts[.commitmentSessions])
    }.labeled("Commitments per person").with(\.disclosure.suppressedWith, [.metric(commitmentsMade.id)])

    static let commitmentsFollowedUp = commitment(
        "EV-13.followed_up",
        "Commitments to change: followed up",
        "Share of commitments that were followed up.",
        unit: .share,
        missing: "commitments not recorded for # session[s]"
    ) { counts in
        counts.ofCommitments(lacking: .commitmentsUncounted) { _, missing in
            .share(
                numerator: counts[.commitmentsFollowed],
                denominator: counts[.commitmentsMade],
                missing: missing
            )
        }
    }.labeled("Commitments followed up")

    static let commitmentsPartly = followedUp(
        "EV-13.partly",
        "Commitments to change: partly",
        "Share of commitments that people kept in part, among those that were followed up.",
        direction: .neutral
    ) { $0.ofFollowedUp { $0.partlyFigure(missing: $1) } }.labeled("Commitments kept in part")

    static let commitmentsNotYet = followedUp(
        "EV-13.not_yet",
        "Commitments to change: not yet",
        "Share of commitments that people have not kept yet, among those that were followed up.",
        direction: .lowerIsBetter
    ) { $0.ofFollowedUp { $0.notYetFigure(missing: $1) } }.labeled("Commitments not kept yet")

    private static func commitment(
        _ id: StaticString,
        _ title: String,
        _ definition: String,
        unit: Unit,
        direction: Direction = .higherIsBetter,
        sensitivity: Sensitivity = .rate,
        missing: String,
        _ conclude: @escaping @Sendable (Counts) -> Figure
    ) -> Metric {
        evaluation(
            id,
            title,
            definition,
            unit: unit,
            direction: direction,
            sensitivity: sensitivity,
            missing: missing,
            counting: Counting(.commitments, conclude: conclude)
        )
    }

    /// A part of the commitments that were followed up.
    private static func followedUp(
        _ id: StaticString,
        _ title: String,
        _ definition: String,
        direction: Direction = .higherIsBetter,
        _ conclude: @escaping @Sendable (Counts) -> Figure
    ) -> Metric {
        commitment(
            id,
            title,
            definition,
            unit: .share,
            direction: direction,
            missing: "commitments not followed up for # session[s]",
            conclude
        ).with(\.disclosure.partition, .init(metric: commitmentsFollowedUp.id))
    }

    static let stigmatizingAnswers = evaluation(
        "EV-15",
        "Answers that agree with a stigmatizing statement",
        """
        Share of people who agree with a stigmatizing statement on their form, or disagree with a favorable one, \
        among those who answered at least one. People who skip some statements make the share too low.
        """,
        strategy: .educationAndDevelopment,
        unit: .share,
        direction: .lowerIsBetter
    ).giving { metric, asked in
        let metric = metric.with(\.disclosure.hidesUnanimity, true)
        let forms = asked.forms(.after).filter { !asked.plans[$0].statements.places.isEmpty }
        var own = metric.counted(asked.questions(of: forms)) { asked.anyFigure($0, ofForms: forms) }
        let scales = asked.afters.scales.filter(\.scale.isAny)
        if scales.count == 1, let only = scales.first {
            let scale = metric.id.companion(only.code)
            own.disclosure.relations = [.same(.init(metric, .numerator), .init(scale, .numerator))]
        }
        return [own]
            + scales.map { scale in
                metric.companion(scale.code, scale.title, asked.questions(scale.places)) {
                    asked.anyFigure($0, scale.places)
                }
            }
    }
}

extension Counts {
    private var commitments: Commitments {
        Commitments(
            made: self[.commitmentsMade],
            respondents: 0,
            fully: self[.commitmentsFully],
            partly: self[.commitmentsPartly],
            notYet: self[.commitmentsNotYet]
        )
    }

    fileprivate func ofFollowedUp(_ make: (Commitments, Int) -> Figure) -> Figure {
        ofCommitments(lacking: .commitmentsNotFollowed, make)
    }

    /// A figure of commitments; where every session lacks what it needs, nothing was collected.
    fileprivate func ofCommitments(lacking: Counted, _ make: (Commitments, Int) -> Figure) -> Figure {
        guard self[.commitmentSessions] > 0 else { return .notCollected }
        return make(commitments, 0).lacking(self[lacking], of: self[.commitmentSessions])
    }
}
