import Measures
import Records

extension Metric {
    /// Evaluation outcomes: EV-01 to EV-15. Those without an entry of their own have one per item or scale of a form.
    static let evaluation: [Metric] =
        response + items + changes + principles + undertaken + coverage + statements

    /// A metric about what people answered.
    static func evaluation(
        _ id: String,
        _ title: String,
        _ unit: Unit,
        _ sensitivity: Sensitivity,
        _ definition: String,
        _ strategy: Strategy = .educationAndDevelopment,
        _ direction: Direction = .higherIsBetter,
        lacking: String = "form[s] without an answer",
        counting: Counting = .noRecords
    ) -> Metric {
        Metric(
            id: id,
            title: title,
            definition: definition,
            level: .individual,
            strategy: strategy,
            unit: unit,
            direction: direction,
            sensitivity: sensitivity,
            lacking: lacking,
            isOfAnswers: true,
            counting: counting
        )
    }

    /// The metric with the entries that forms give it, among them its own where it has one.
    func giving(
        own: Bool = true,
        _ entries: @escaping @Sendable (Metric, Questionnaire) -> [Metric]
    ) -> Metric {
        var metric = self
        metric.hasOwnEntry = own
        let template = metric
        metric.entries = { entries(template, $0) }
        return metric
    }

    /// The same metric counted otherwise.
    func counted(_ questions: [Question], _ conclude: @escaping @Sendable (Counts) -> Figure) -> Metric {
        var metric = self
        metric.entries = nil
        metric.hasOwnEntry = true
        metric.counting = Counting(questions, conclude: conclude)
        return metric
    }

    /// The companion of an item or a scale: the metric's id and title with the code and what is asked behind them.
    func companion(
        _ suffix: String,
        _ what: String,
        _ questions: [Question],
        _ conclude: @escaping @Sendable (Counts) -> Figure
    ) -> Metric {
        var metric = counted(questions, conclude)
        metric = Metric(copying: metric, id: "\(id).\(suffix)", title: "\(title): \(what)")
        return metric
    }
}

// MARK: - EV-01 and EV-03

extension Metric {
    private static let response: [Metric] = [
        evaluation(
            "EV-01",
            "Evaluation response rate",
            .share,
            .open,
            """
            Evaluations returned whole or in part (from half of the items on), of the attendances at sessions that \
            offered one: AAPOR's RR2. An evaluation was offered where the session has a form, or one came back.
            """,
            .outletsForFeedback,
            lacking: "session[s] without a count, and what came back from them"
        ).openFromThreshold.giving { metric, asked in
            [
                metric.counted([.offers] + asked.questions(of: asked.forms(.after))) { counts in
                    asked.response(counts) { $0.rr2(missing: $1) }
                }
            ]
        },
        evaluation(
            "EV-01.rr1",
            "Evaluation response rate: complete only",
            .share,
            .open,
            "Evaluations with more than 80 % of the items answered, of the attendances at sessions that offered one.",
            .outletsForFeedback,
            lacking: "session[s] without a count, and what came back from them"
        ).openFromThreshold.giving { metric, asked in
            [
                metric.counted([.offers] + asked.questions(of: asked.forms(.after))) { counts in
                    asked.response(counts) { $0.rr1(missing: $1) }
                }
            ]
        },
        evaluation(
            "EV-02",
            "Follow-up response rate",
            .share,
            .rate,
            "Follow-up forms returned, of the people who consented to a follow-up and were asked.",
            .outletsForFeedback
        ),
        evaluation(
            "EV-03",
            "Matched-pair rate",
            .share,
            .open,
            """
            Forms before and after that were linked by the code which people made themselves, of the forms after that \
            ask for one. Below half of them, a change tells little of the others.
            """,
            counting: Counting(.matches) { $0.matched { $0.figure() } }
        ),
        evaluation(
            "EV-03.before",
            "Matched-pair rate: of the before forms",
            .share,
            .open,
            "Forms before and after that were linked, of the forms before that ask for a code.",
            counting: Counting(.matches) { $0.matched { $0.beforeFigure() } }
        ),
    ]

    private var openFromThreshold: Metric {
        var metric = self
        metric.needsThreshold = true
        return metric
    }
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
    private static let principles: [Metric] = [
        evaluation(
            "EV-12",
            "Resonate and Challenge tally",
            .share,
            .people,
            """
            Of the people who answered, how many a principle resonates with most, and how many it challenges most; \
            answers on forms for after; of a session without such answers the show of hands, never both, which would count \
            people twice. A signal for planning, not an outcome.
            """
        ).giving(own: false) { metric, asked in
            var known: Set<String> = []
            return asked.principles.flatMap { list in
                let shared = known.intersection(list.codes)
                known.formUnion(list.codes)
                return metric.tallied(list, asked, shared)
            }
        }
    ]

    /// - Parameter shared: codes that a list before it has too, whose figures have the list's key before the code.
    private func tallied(_ list: PrincipleList, _ asked: Questionnaire, _ shared: Set<String>) -> [Metric] {
        let questions =
            [.principleHands(asked.principles, beside: asked.plans)] + asked.questions(list.resonates + list.challenges)
        return list.codes.indices.flatMap { place -> [Metric] in
            let title = list.titles[place]
            let code = shared.contains(list.codes[place]) ? "\(list.key).\(list.codes[place])" : list.codes[place]
            var first = companion("\(code).resonates", "\(title) resonates most", questions) {
                list.tally($0, asked).resonating(place)
            }
            first.partOf = "EV-12 resonates \(list.key)"
            var second = companion("\(code).challenges", "\(title) challenges most", questions) {
                list.tally($0, asked).challenging(place)
            }
            second.partOf = "EV-12 challenges \(list.key)"
            var net = companion("\(code).net", "\(title), net", questions) { list.tally($0, asked).net(place) }
            net = Metric(copying: net, unit: .points)
            net.tellsOf = [first.id, second.id]
            if place == list.codes.startIndex {
                first.links = Link.shares(list.codes.map { "\(id).\($0).resonates" })
                second.links = Link.shares(list.codes.map { "\(id).\($0).challenges" })
            }
            (first.direction, second.direction, net.direction) = (.neutral, .neutral, .neutral)
            return [first, second, net]
        }
    }

    private static let undertaken: [Metric] = [
        commitment(
            "EV-13",
            "Commitments to change",
            .share,
            .rate,
            """
            Commitments fully carried out, of those that were followed up. A session's latest follow-up by the as-of day \
            counts; people report this of themselves, so it is rather too high.
            """,
            lacking: "session[s] whose commitments were not followed up",
            partOf: "EV-13"
        ) { $0.ofFollowedUp { $0.figure(missing: $1) } },
        commitment(
            "EV-13.made",
            "Commitments to change: made",
            .items,
            .people,
            "Strategies that attendees undertook: as they were counted, else as they were written on forms for after.",
            lacking: "session[s] without a count of commitments"
        ) { counts in
            counts.ofCommitments(lacking: .commitmentsUncounted) { $0.madeFigure(missing: $1) }
        },
        commitment(
            "EV-13.followed_up",
            "Commitments to change: followed up",
            .share,
            .rate,
            "Commitments followed up, of those made.",
            lacking: "session[s] without a count of commitments"
        ) { counts in
            counts.ofCommitments(lacking: .commitmentsUncounted) { _, missing in
                .share(
                    numerator: counts[.commitmentsFollowed],
                    denominator: counts[.commitmentsMade],
                    missing: missing
                )
            }
        },
        commitment(
            "EV-13.partly",
            "Commitments to change: partly",
            .share,
            .rate,
            "Commitments partly carried out, of those that were followed up.",
            .neutral,
            lacking: "session[s] whose commitments were not followed up",
            partOf: "EV-13"
        ) { $0.ofFollowedUp { $0.partlyFigure(missing: $1) } },
        commitment(
            "EV-13.not_yet",
            "Commitments to change: not yet",
            .share,
            .rate,
            "Commitments not carried out yet, of those that were followed up.",
            .lowerIsBetter,
            lacking: "session[s] whose commitments were not followed up",
            partOf: "EV-13"
        ) { $0.ofFollowedUp { $0.notYetFigure(missing: $1) } },
    ]

    private static func commitment(
        _ id: String,
        _ title: String,
        _ unit: Unit,
        _ sensitivity: Sensitivity,
        _ definition: String,
        _ direction: Direction = .higherIsBetter,
        lacking: String,
        partOf whole: String? = nil,
        _ conclude: @escaping @Sendable (Counts) -> Figure
    ) -> Metric {
        var metric = evaluation(
            id,
            title,
            unit,
            sensitivity,
            definition,
            .educationAndDevelopment,
            direction,
            lacking: lacking,
            counting: Counting(.commitments, conclude: conclude)
        )
        metric.partOf = whole
        metric.links = id == "EV-13" ? Link.commitments : []
        return metric
    }

    private static let coverage: [Metric] = [
        evaluation(
            "EV-14",
            "Evaluation level coverage",
            .share,
            .open,
            "Held sessions that were evaluated at a level of Kirkpatrick's, of all held.",
            .outletsForFeedback
        ).giving(own: false) { _, _ in [] },
        level(
            "l1",
            "reaction",
            "Held sessions to which a form for after came back that has an item of level 1, of all held.",
            .levelOne
        ),
        level(
            "l2",
            "learning",
            """
            Held sessions with answers to items of level 2 before and after, at the session or in its series, of all \
            held.
            """,
            .levelTwo
        ),
        level(
            "l3",
            "behavior",
            """
            Held sessions to which a form for a follow-up came back, or whose commitments were followed up, of all \
            held.
            """,
            .levelThree
        ),
        level(
            "l4",
            "results",
            """
            Held sessions to which an answer to an item of level 4 came back, or after which an organization trained \
            completed an assessment of its practices within a year, of all held.
            """,
            .levelFour
        ),
    ]

    private static func level(_ suffix: String, _ name: String, _ definition: String, _ counted: Counted) -> Metric {
        evaluation(
            "EV-14.\(suffix)",
            "Evaluation level coverage: \(name)",
            .share,
            .open,
            definition,
            .outletsForFeedback,
            counting: Counting(.levels) { .share(numerator: $0[counted], denominator: $0[.heldAtAll]) }
        )
    }

    private static let statements: [Metric] = [
        evaluation(
            "EV-15",
            "Answers that agree with a stigmatizing statement",
            .share,
            .rate,
            """
            People who agree with any of the stigmatizing statements of their form, or disagree with a favorable one, of \
            those who answered at least one. Who answers only some of them makes it rather too low.
            """,
            .educationAndDevelopment,
            .lowerIsBetter
        ).giving { metric, asked in
            var metric = metric
            metric.isSensitive = true
            let forms = asked.forms(.after).filter { !asked.plans[$0].statements.places.isEmpty }
            var own = metric.counted(asked.questions(of: forms)) { asked.anyFigure($0, ofForms: forms) }
            let scales = asked.afters.scales.filter(\.scale.isAny)
            if scales.count == 1, let only = scales.first {
                own.links = [.same(.init("EV-15", .numerator), .init("EV-15.\(only.code)", .numerator))]
            }
            return [own]
                + scales.map { scale in
                    metric.companion(scale.code, scale.title, asked.questions(scale.places)) {
                        asked.anyFigure($0, scale.places)
                    }
                }
        }
    ]
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
