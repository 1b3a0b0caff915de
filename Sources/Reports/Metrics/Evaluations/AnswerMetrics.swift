import Measures
import Records

/// EV-04 to EV-07: what people answered after a training.
extension Metric {
    static let topBox = evaluation(
        "EV-04",
        "Top-2-box %",
        """
        Answers in the two most favorable categories, of the valid answers to an item after the training; of fewer \
        than four categories the most favorable one. A reversed item is turned round first, and so is one whose \
        scale is better when it is lower. "Does not apply" and no answer leave the denominator.
        """,
        unit: .share
    ).giving(own: false) { metric, asked in
        asked.rated.map { item in
            metric.with(\.disclosure.hidesUnanimity, true).about(item, asked).companion(
                item.code,
                asked.titleAsCounted(item),
                asked.questions(item)
            ) {
                asked.figure($0, item) { $0.topFigure(missing: $1) }
            }
        }
    }

    static let netAgreement = evaluation(
        "EV-05",
        "Net agreement",
        """
        Share of answers in the two most favorable categories less that in the two least favorable, in points; those \
        between count in the denominator.
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
        Share of answers 9 and 10 less that of 0 to 6, in points, of the first question of each form for after that \
        asks it from 0 to 10, or of follow-up forms where only they ask. It is very uncertain for a few dozen answers.
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
        Mean score on a scale after the training: the sum or the mean of its items after turning round those that \
        are reversed. Of a form with some items unanswered, but enough of them answered, the mean of the others \
        stands for them.
        """,
        unit: .score,
        sensitivity: .mean,
        missing: "form[s] with too few answers for a score"
    ).giving(own: false) { metric, asked in
        asked.scored.map { scale in
            metric.toward(scale.scale).remarking(asked.isLate(scale.places)).companion(
                scale.code,
                scale.title,
                asked.questions(scale)
            ) {
                asked.scaleFigure($0, scale)
            }
        }
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
                "asked in other words on \(Set(item.reworded).sorted().joined(separator: ", "))"
            )
        }
        if !item.leftOut.isEmpty { metric.words.missing = "form[s] without an answer, or that ask in another way" }
        return metric
    }

    /// The metric with the word that it is of a follow-up form, where it is.
    fileprivate func remarking(_ isLate: Bool) -> Metric {
        var metric = self
        if isLate { metric.words.remarks.append("asked some weeks later only") }
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
