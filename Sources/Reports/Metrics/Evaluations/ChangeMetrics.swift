import Measures
import Records

/// EV-08 to EV-11: from before to after.
extension Metric {
    static let meanChange = evaluation(
        "EV-08",
        "Mean change with 95 % CI",
        """
        Average difference, after minus before, for people with both scores, with a 95% confidence interval (paired \
        t). One group, no comparison: change is not proof of cause. Answers given in hindsight are never used as \
        answers before. People at one training tend to change alike. From five trainings on, a second interval takes that \
        into account.
        """,
        unit: .score,
        sensitivity: .mean,
        missing: "one of the two scores missing for # pair[s]"
    ).labeled("Average change").noted { change, _, _ in
        let direction =
            switch change.metric.standing.direction {
            case .higherIsBetter: "higher is better; "
            case .lowerIsBetter: "lower is better; "
            case .neutral: ""
            }
        return "\(direction)one group, no comparison: change is not proof of cause"
    }.giving(own: false) { metric, asked in
        asked.compared.flatMap { code in
            let metric = code.directed(metric)
            var change = metric.companion(code.code, code.title, code.questions) { counts in
                asked.figure(counts, code) { $0.figure }
            }
            change.disclosure.relations = Relation.change(change.id)
            return [
                change,
                metric.clustered(with: change).companion(
                    "\(code.code).clustered",
                    "\(code.title), interval over trainings",
                    code.questions
                ) { asked.clusteredFigure($0, code) },
                metric.forWholeOnly.companion("\(code.code).before", "\(code.title), before", code.questions) {
                    asked.figure($0, code) { $0.beforeFigure.noted(ifEqual: $0.before) }
                },
                metric.forWholeOnly.companion("\(code.code).after", "\(code.title), after", code.questions) {
                    asked.figure($0, code) { $0.afterFigure.noted(ifEqual: $0.after) }
                },
            ]
        }
    }

    static let standardizedChange = evaluation(
        "EV-09",
        "Standardized change",
        """
        Average change of the matched pairs in standard deviations. d_z divides by the standard deviation of the \
        changes (also called SRM). d_av divides by the root mean square of the standard deviations before and after.
        """,
        unit: .score,
        sensitivity: .mean,
        missing: "one of the two scores missing for # pair[s]"
    ).giving(own: false) { metric, asked in
        asked.compared.flatMap { code in
            let metric = code.directed(metric).with(\.shape.places, 2).forWholeOnly
                .suppressed(with: meanChange.id.companion(code.code))
            return [
                metric.companion("\(code.code).dz", "\(code.title), d_z", code.questions) { counts in
                    asked.figure(counts, code) { $0.dzFigure }
                },
                metric.companion("\(code.code).dav", "\(code.title), d_av", code.questions) { counts in
                    asked.figure(counts, code) { $0.davFigure }
                },
            ]
        }
    }

    static let signedRank = evaluation(
        "EV-10",
        "Wilcoxon signed-rank",
        """
        Wilcoxon signed-rank statistic V of the differences after minus before that are not zero, for matched pairs. \
        With several scales, each has its own. With fewer than six differences, p is never below 0.05.
        """,
        unit: .score,
        sensitivity: .mean,
        missing: "one of the two scores missing for # pair[s]"
    ).labeled("Signed-rank test").giving { metric, asked in
        let compared = asked.compared
        let metric = metric.forWholeOnly
        let first = compared.first.map { metric.suppressed(with: meanChange.id.companion($0.code)) } ?? metric
        let own = first.counted(compared.first?.questions ?? []) { counts in
            guard let only = compared.first else { return .notCollected }
            if compared.count > 1 { return .notApplicable(.notDivisible) }
            return asked.figure(counts, only) { $0.rankFigure }
        }
        return [compared.count > 1 ? own.remarking("see each scale and question") : own]
            + compared.flatMap { code in
                let metric = metric.suppressed(with: meanChange.id.companion(code.code))
                return [
                    (compared.count == 1 ? metric.with(\.display.extent, .inAnotherRow) : metric).companion(
                        code.code,
                        code.title,
                        code.questions
                    ) { counts in
                        asked.figure(counts, code) { $0.rankFigure }
                    },
                    metric.with(\.shape.places, 4).companion("\(code.code).p", "\(code.title), p", code.questions) {
                        counts in
                        asked.figure(counts, code) { $0.rankPFigure }
                    },
                ]
            }
    }

    static let knowledge = evaluation(
        "EV-11",
        "Knowledge item % correct, pre → post",
        """
        Share of correct answers to a knowledge question, after the training and before it. p is McNemar's exact test \
        for matched pairs.
        """,
        unit: .share
    ).labeled("Correct answers").giving(own: false) { metric, asked in
        asked.afters.items.filter { $0.column.right != nil }.flatMap { item in
            metric.knowledge(item, asked)
        }
    }

    private func knowledge(_ item: Questionnaire.Item, _ asked: Questionnaire) -> [Metric] {
        let key = item.code.lowercased()
        let after = companion(item.code, item.title, asked.questions(item.places)) {
            asked.rightFigure($0, item.places)
        }
        guard let old = asked.befores.items.first(where: { $0.code.lowercased() == key && $0.column.right != nil })
        else { return [after] }
        let before = companion("\(item.code).before", "\(item.title), before", asked.questions(old.places)) {
            asked.rightFigure($0, old.places)
        }
        let twice = asked.twice(old, item)
        var test = with(\.shape.places, 4).with(\.shape.unit, .score).forWholeOnly.companion(
            "\(item.code).p",
            "\(item.title), p",
            asked.pairings.map(Question.pairs)
        ) { asked.testFigure($0, twice) }
        test.words.missing = twice.lacking("one of the two answers missing for # pair[s]")
        return [after, before, test]
    }

    private func remarking(_ remark: String) -> Metric { with(\.words.remarks, words.remarks + [remark]) }

    private func suppressed(with id: MetricID) -> Metric { with(\.disclosure.suppressedWith, [.metric(id)]) }
}

/// A scale or an item that stands in a form for before and in one for after.
struct ComparedCode: Sendable {
    let code: String
    let title: String
    let questions: [Question]
    /// The scale; nil for an item.
    let scale: FormPlan.Scale?
    /// What more of it means, a reversed item turned round.
    let direction: FormScale.Direction
    /// Whether it is an item whose numbers are turned round.
    var isTurned = false
    let asked: AskedTwice

    /// The code under which its answers are kept.
    var key: String { code.lowercased() }

    /// A metric in its direction; a reversed item's numbers are turned like those of its scale.
    fileprivate func directed(_ metric: Metric) -> Metric {
        var metric = metric
        metric.words.missing = asked.lacking(metric.words.missing)
        guard let scale else {
            metric.shape.places = 2
            metric.shape.isTurned = isTurned
            metric.standing.direction = Metric.Direction(direction)
            return metric
        }
        return metric.toward(scale)
    }
}

extension Questionnaire {
    /// What is compared: scales, then Likert items and numbers, in the order of the forms for after.
    var compared: [ComparedCode] {
        let questions = pairings.map(Question.pairs)
        let scales = afters.scales.compactMap { scale -> ComparedCode? in
            guard !scale.scale.isAny, !scale.scale.places.isEmpty,
                let old = befores.scales.first(where: {
                    $0.code.lowercased() == scale.code.lowercased() && $0.scale.isScoredAlike(scale.scale)
                })
            else { return nil }
            return ComparedCode(
                code: scale.code,
                title: scale.title,
                questions: questions,
                scale: scale.scale,
                direction: scale.scale.scale.direction,
                asked: twice(old, scale)
            )
        }
        let items = afters.items.compactMap { item -> ComparedCode? in
            guard !scales.contains(where: { $0.key == item.code.lowercased() }), item.column.right == nil,
                item.column.item.kind == .likert || item.column.item.kind == .number,
                let old = befores.items.first(where: {
                    $0.code.lowercased() == item.code.lowercased() && $0.column.isAskedAlike(item.column)
                })
            else { return nil }
            return compared(old, item, questions)
        }
        return scales + items
    }

    private func compared(_ old: Item, _ item: Item, _ questions: [Question]) -> ComparedCode {
        let isTurned = item.column.item.isReversed && item.column.item.range != nil
        return ComparedCode(
            code: item.code,
            title: isTurned ? "\(item.title) (reversed)" : item.title,
            questions: questions,
            scale: nil,
            direction: item.places.first.map { plans[$0.plan].direction(of: item.column) } ?? .higherIsBetter,
            isTurned: isTurned,
            asked: twice(old, item)
        )
    }
}
