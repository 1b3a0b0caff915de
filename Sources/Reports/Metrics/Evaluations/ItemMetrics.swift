import Measures
import Records

/// Metrics that an item of a form measures because the form says so.
extension Metric {
    /// The metric, counted from the items that are marked with it.
    func asked(_ mark: ItemMetric) -> Metric {
        with(\.shape.isMarked, true).giving { metric, asked in
            let places = asked.places(of: mark)
            return [
                metric.counted(asked.questions(places)) { asked.markedFigure($0, places) }
            ]
        }
    }
}

extension Questionnaire {
    /// Items with a mark, on forms of the last wave that asks for it: after, else a follow-up, else before.
    func places(of mark: ItemMetric) -> [Place] {
        for wave in [Form.Wave.after, .followup, .before] {
            let places = forms(wave).flatMap { form in
                plans[form].columns.indices.filter { plans[form].columns[$0].item.metric == mark }
                    .map { Place(plan: form, place: $0) }
            }
            if !places.isEmpty { return places }
        }
        return []
    }

    /// The share of favorable answers, of those that are a number or a yes or no.
    func markedFigure(_ counts: Counts, _ places: [Place]) -> Figure {
        let returned = places.reduce(0) { $0 + (counts.answers[plans[$1.plan].form.id]?.returned ?? 0) }
        guard returned > 0 else { return .notCollected }
        var (favorable, answered) = (0, 0)
        for place in places {
            let column = plans[place.plan].columns[place.place]
            guard let answers = counts.answers[plans[place.plan].form.id] else { continue }
            let item = answers.items[place.place]
            answered += item.answered
            for value in column.favorable(isTurned: plans[place.plan].isTurned(column)) {
                guard let range = column.range, range.contains(value) else { continue }
                favorable += item.bins[value - range.lowerBound]
            }
        }
        return Proportion(favorable, of: answered).figure(missing: returned - answered)
    }
}

extension FormPlan.Column {
    /// The numbers that stand for a favorable answer: the top box of a Likert item, else the choice "yes".
    func favorable(isTurned: Bool) -> [Int] {
        if let range = likert, let top = Likert.top(of: range) {
            return isTurned ? top.map { range.lowerBound + range.upperBound - $0 } : Array(top)
        }
        return choices.filter(\.isYes).compactMap(\.value)
    }
}
