import Measures
import Records

/// The figures of items and scales, over all forms that ask them.
extension Questionnaire {
    /// Whether any of the forms came back in a group; without one, nothing was collected of what they ask.
    private func isAnswered(_ counts: Counts, _ places: [Place]) -> Bool {
        places.contains { (counts.answers[plans[$0.plan].form.id]?.returned ?? 0) > 0 }
    }

    /// Forms that lack an answer to the item.
    private func blank(_ counts: Counts, _ places: [Place]) -> Int {
        places.reduce(0) { $0 + (counts.answers[plans[$1.plan].form.id]?.blank($1.place) ?? 0) }
    }

    /// The answers of a Likert item or of one from 0 to 10, turned so that more is better.
    func likert(_ counts: Counts, _ places: [Place]) -> Likert? {
        var together: Likert?
        for place in places {
            let plan = plans[place.plan]
            let column = plan.columns[place.place]
            guard let answers = counts.answers[plan.form.id], let given = answers.likert(place.place, column) else {
                continue
            }
            let turned = plan.isTurned(column) ? given.reversed : given
            var sum = together ?? Likert(given.range)
            for answer in given.range { sum.add(answer, count: turned.count(of: answer)) }
            together = sum
        }
        return together
    }

    /// How many forms came back that ask or score in another way.
    private func leftOut(_ counts: Counts, _ forms: [Int]) -> Int {
        Set(forms).reduce(0) { $0 + (counts.answers[plans[$1].form.id]?.returned ?? 0) }
    }

    /// A figure of a Likert item, with the forms that lack an answer or ask in another way.
    func figure(_ counts: Counts, _ item: Item, _ make: (Likert, Int) -> Figure?) -> Figure {
        figure(counts, item.places) { make($0, $1 + leftOut(counts, item.leftOut)) }
    }

    /// A figure of a Likert item, with the forms that lack an answer.
    func figure(_ counts: Counts, _ places: [Place], _ make: (Likert, Int) -> Figure?) -> Figure {
        guard isAnswered(counts, places), let likert = likert(counts, places) else { return .notCollected }
        return make(likert, blank(counts, places)) ?? .notCollected
    }

    /// The scores on a scale.
    func scores(_ counts: Counts, _ places: [Place]) -> ScaleScores {
        places.reduce(into: ScaleScores()) { scores, place in
            if let answers = counts.answers[plans[place.plan].form.id] { scores.add(answers.scores[place.place]) }
        }
    }

    /// EV-07.
    func scaleFigure(_ counts: Counts, _ scale: Scale) -> Figure {
        guard isAnswered(counts, scale.places) else { return .notCollected }
        let scores = scores(counts, scale.places)
        let sample = scores.sample
        let missing = scores.tooFew + scores.refused + leftOut(counts, scale.leftOut)
        return Figure.mean(sample.mean ?? 0, n: sample.n, missing: missing).noted(ifEqual: sample)
    }

    /// EV-04's interval over sessions.
    func clusteredFigure(_ counts: Counts, _ item: Item) -> Figure {
        guard isAnswered(counts, item.places) else { return .notCollected }
        var sessions: [Int64: (n: Int, favorable: Int)] = [:]
        for place in item.places {
            for one in counts.answers[plans[place.plan].form.id]?.clusters.of(place.place) ?? [] {
                let known = sessions[one.session] ?? (0, 0)
                sessions[one.session] = (known.n + one.n, known.favorable + one.favorable)
            }
        }
        let favorable = sessions.values.reduce(0) { $0 + $1.favorable }
        return ClusteredMean(sessions.values.map { (n: $0.n, sum: Double($0.favorable)) }).share(
            numerator: favorable,
            missing: blank(counts, item.places) + leftOut(counts, item.leftOut)
        )
    }

    /// EV-07's alpha.
    func alphaFigure(_ counts: Counts, _ scale: Scale) -> Figure {
        guard isAnswered(counts, scale.places) else { return .notCollected }
        var together = CronbachAlpha(items: scale.scale.places.count)
        for place in scale.places {
            if let alpha = counts.answers[plans[place.plan].form.id]?.alphas[place.place] { together.add(alpha) }
        }
        let returned = leftOut(counts, scale.places.map(\.plan))
        return together.figure(missing: returned - together.n + leftOut(counts, scale.leftOut))
    }

    /// EV-08's interval over sessions, which are those of the forms after.
    func clusteredFigure(_ counts: Counts, _ code: ComparedCode) -> Figure {
        guard hasElements else { return .notCollected }
        let scores = paired(counts, code.asked, isScale: code.scale != nil)
        var (sessions, missing): ([Int64: [Double]], Int) = ([:], 0)
        for (index, session) in scores.sessions.enumerated() {
            guard let before = scores.before[index], let after = scores.after[index] else {
                missing += 1
                continue
            }
            sessions[session, default: []].append(after - before)
        }
        // The ids of evaluations are drawn, and sums depend on the order of what is added.
        let sums = sessions.values.map { changes in (n: changes.count, sum: changes.sorted().reduce(0, +)) }
        return ClusteredMean(sums).figure(missing: missing)
    }

    /// EV-11 of one wave: right answers of those given, choices of no number among the wrong ones. A form that does not say
    /// which answer is right can't be judged.
    func rightFigure(_ counts: Counts, _ places: [Place]) -> Figure {
        guard isAnswered(counts, places) else { return .notCollected }
        let judged = places.filter { plans[$0.plan].columns[$0.place].right != nil }
        let items = judged.compactMap { counts.answers[plans[$0.plan].form.id]?.items[$0.place] }
        let right = items.reduce(0) { $0 + $1.right }
        let given = items.reduce(0) { $0 + $1.answered + $1.unscored }
        let others = leftOut(counts, places.filter { !judged.contains($0) }.map(\.plan))
        return Proportion(right, of: given).figure(missing: blank(counts, judged) + others)
    }

    /// EV-15 of the scales at these places.
    func anyFigure(_ counts: Counts, _ places: [Place]) -> Figure {
        guard isAnswered(counts, places) else { return .notCollected }
        return pooled(places.compactMap { counts.answers[plans[$0.plan].form.id]?.anyOf[$0.place] })
    }

    /// EV-15 over all statements of each form.
    func anyFigure(_ counts: Counts, ofForms forms: [Int]) -> Figure {
        let answers = forms.compactMap { counts.answers[plans[$0].form.id] }
        guard answers.contains(where: { $0.returned > 0 }) else { return .notCollected }
        return pooled(answers.map(\.anyAtAll))
    }

    private func pooled(_ all: [AnyOf]) -> Figure {
        var together = AnyOf([])
        for one in all { together.add(one) }
        let figure = Proportion(together.holding, of: together.answered).figure(missing: together.missing)
        return figure
    }

    /// The change of what both waves ask, over the pairs.
    func change(_ counts: Counts, _ asked: AskedTwice, isScale: Bool) -> Measures.Change {
        let scores = paired(counts, asked, isScale: isScale)
        return Measures.Change(before: scores.before, after: scores.after)
    }

    private func paired(_ counts: Counts, _ asked: AskedTwice, isScale: Bool) -> PairedAnswers.Scores {
        var scores = PairedAnswers.Scores()
        for pairing in pairings {
            guard let pairs = counts.pairs[pairing.key], let isAlike = asked.isAlike(pairing) else { continue }
            if isAlike, let more = (isScale ? pairs.ofScales : pairs.ofItems)[asked.key] {
                scores.add(more)
            } else {
                scores.addMissing(pairs.count)
            }
        }
        return scores
    }

    /// A figure of a change; without a form with a code nothing was collected.
    func figure(_ counts: Counts, _ code: ComparedCode, _ make: (Measures.Change) -> Figure) -> Figure {
        hasElements ? make(change(counts, code.asked, isScale: code.scale != nil)) : .notCollected
    }

    /// The test over the pairs that answered a knowledge question both times.
    func testFigure(_ counts: Counts, _ asked: AskedTwice) -> Figure {
        guard hasElements else { return .notCollected }
        var (knowledge, all) = (PairedAnswers.Knowledge(), 0)
        for pairing in pairings {
            guard let pairs = counts.pairs[pairing.key], let isAlike = asked.isAlike(pairing) else { continue }
            all += pairs.count
            if isAlike, let more = pairs.knowledge[asked.key] { knowledge.add(more) }
        }
        return knowledge.test.pFigure(missing: all - knowledge.test.n)
    }

    /// EV-01 and its companion.
    func response(_ counts: Counts, _ make: (ResponseRate, Int) -> Figure) -> Figure {
        let uncounted = counts[.offeredUncounted]
        guard counts[.offered] > 0 else { return .notCollected }
        let answers = forms(.after).compactMap { counts.answers[plans[$0].form.id] }
        let rate = ResponseRate(
            complete: answers.reduce(0) { $0 + $1.complete },
            partial: answers.reduce(0) { $0 + $1.partial },
            refused: answers.reduce(0) { $0 + $1.refused },
            eligible: uncounted == counts[.offered] ? nil : counts[.eligible]
        )
        return make(rate, uncounted)
    }
}

extension Figure {
    /// The figure noted where all values of the sample are equal, since it tells then what everybody answered.
    func noted(ifEqual sample: Sample) -> Figure { sample.deviation == 0 ? noting(.zeroVariance) : self }
}
