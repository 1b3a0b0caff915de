import Measures
import Records

/// EV-04 to EV-07: what people answered after a training.
extension Metric {
    static let topBox = evaluation(
        "EV-04",
        "Top-2-box %",
        """
        Share of answers in the most favorable categories, after the training: the best one of two or three, the best two \
        of four to ten, the best three of eleven and more. Reversed items are turned around first, and so are items \
        where lower is better. “Does not apply” and missing answers are left out. People at one training tend to answer \
        alike. From five trainings on, a second interval takes that into account.
        """,
        unit: .share
    ).labeled("Favorable answers").giving(own: false) { metric, asked in
        asked.rated.flatMap { item in
            let metric = metric.with(\.disclosure.hidesUnanimity, true).about(item, asked)
            let title = asked.titleAsCounted(item)
            let favorable = metric.companion(item.code, title, asked.questions(item)) {
                asked.figure($0, item) { $0.topFigure(missing: $1) }
            }
            let clustered = metric.clustered(with: favorable).companion(
                "\(item.code).clustered",
                "\(title), interval over trainings",
                asked.questions(item)
            ) { asked.clusteredFigure($0, item) }
            return [favorable, clustered]
        }
    }

    /// The metric that tells the interval of another one which knows that answers of one session resemble each other.
    func clustered(with other: Metric) -> Metric {
        with(\.display.extent, .whereKnown).with(\.disclosure.suppressedWith, [.metric(other.id)])
    }

    static let netAgreement = evaluation(
        "EV-05",
        "Net agreement",
        """
        Share of answers in the most favorable categories minus the share in as many least favorable ones, in points. \
        Answers in between count toward the total.
        """,
        unit: .points
    ).related { Relation.net($0.id, topBox.id) }.giving(own: false) { metric, asked in
        asked.rated.map { item in
            metric.with(\.disclosure.hidesUnanimity, true).forWholeOnly
                .with(
                    \.disclosure.relations,
                    Relation.net(metric.id.companion(item.code), topBox.id.companion(item.code))
                )
                .about(item, asked)
                .companion(item.code, asked.titleAsCounted(item), asked.questions(item)) {
                    asked.figure($0, item) { $0.netFigure(missing: $1) }
                }
        }
    }

    static let likelihoodToRecommend = evaluation(
        "EV-06",
        "Likelihood to recommend",
        """
        Share of answers 9 and 10 minus the share of answers 0 to 6, in points, on the first 0-to-10 question of each \
        form after the training, or of the follow-up form if only that asks. With a few dozen answers it is very \
        uncertain.
        """,
        unit: .points
    ).giving { metric, asked in
        let places = asked.recommending
        return [
            metric.remarking(asked.isLate(places)).counted(asked.questions(places)) { counts in
                asked.figure(counts, places) { $0.recommendation?.figure(missing: $1) }
            }
        ]
    }

    static let scaleScore = evaluation(
        "EV-07",
        "Scale score",
        """
        Average score on a scale after the training: the sum or the mean of its items, with reversed items turned \
        around. If a few items are unanswered, the average of the others is used for them. Cronbach's alpha says how far \
        the items go together. It is counted over responses that answered all of them.
        """,
        unit: .score,
        sensitivity: .mean,
        missing: "too few answers for a score on # form[s]"
    ).labeled("Average score").giving(own: false) { metric, asked in
        asked.scored.flatMap { scale in
            let metric = metric.toward(scale.scale).remarking(asked.isLate(scale.places))
            let score = metric.companion(scale.code, scale.title, asked.questions(scale)) {
                asked.scaleFigure($0, scale)
            }
            guard scale.scale.places.count > 1, !asked.isLate(scale.places) else { return [score] }
            return [score, metric.alpha(of: scale, beside: score, asked)]
        }
    }

    private func alpha(of scale: Questionnaire.Scale, beside score: Metric, _ asked: Questionnaire) -> Metric {
        var metric = with(\.display.extent, .whereKnown).companion(
            "\(scale.code).alpha",
            "\(scale.title), Cronbach's alpha",
            asked.questions(scale)
        ) { asked.alphaFigure($0, scale) }
        metric.standing.direction = .neutral
        metric.shape.places = 2
        metric.shape.isOfScale = false
        metric.words.missing = "not all items answered on # form[s]"
        metric.disclosure.suppressedWith = [.metric(score.id)]
        return metric
    }

    /// The metric in the direction of a scale, with the places that its scores are printed with.
    func toward(_ scale: FormPlan.Scale) -> Metric {
        var metric = self
        metric.standing.direction = Direction(scale.scale.direction)
        metric.shape.places = scale.scale.scoring == .mean ? 2 : 1
        metric.shape.isOfScale = true
        return metric
    }
}

extension Metric {
    /// The metric with what must be said beside the figure of an item.
    func about(_ item: Questionnaire.Item, _ asked: Questionnaire) -> Metric {
        let words = asked.wordings(item)
        var metric = with(\.words.definition, ([definition] + words).joined(separator: " ")).remarking(
            asked.isLate(item.places)
        )
        if !item.reworded.isEmpty {
            metric.words.remarks.append(
                """
                worded differently on \(Set(item.reworded).sorted().joined(separator: ", "))
                """
            )
        }
        if !item.leftOut.isEmpty { metric.words.missing = "no answer on # form[s], or asked differently" }
        return metric
    }

    /// The metric with the word that it is of a follow-up form, where it is.
    fileprivate func remarking(_ isLate: Bool) -> Metric {
        var metric = self
        if isLate { metric.words.remarks.append("asked only in the follow-up") }
        return metric
    }
}

extension Metric.Direction {
    /// The direction of a scale.
    init(_ direction: FormScale.Direction) {
        self =
            switch direction {
            case .higherIsBetter: .higherIsBetter
            case .lowerIsBetter: .lowerIsBetter
            case .neutral: .neutral
            }
    }
}

extension Questionnaire {
    /// Likert items that are no knowledge questions, after a training or, where only a follow-up form asks, later.
    var rated: [Item] { askedLast.filter { $0.column.likert != nil && $0.column.right == nil } }

    /// Scales that have a score, after a training or, where only a follow-up form has them, later.
    var scored: [Scale] { scoredLast.filter { !$0.scale.isAny && !$0.scale.places.isEmpty } }

    /// The first question from 0 to 10 of each form for after; of each follow-up form where none of those asks it.
    fileprivate var recommending: [Place] {
        let soon = recommending(.after)
        return soon.isEmpty ? recommending(.followup) : soon
    }

    private func recommending(_ wave: Form.Wave) -> [Place] {
        forms(wave).compactMap { form in
            plans[form].columns.firstIndex { $0.item.kind == .recommend && $0.range == 0...10 }
                .map { Place(plan: form, place: $0) }
        }
    }
}
