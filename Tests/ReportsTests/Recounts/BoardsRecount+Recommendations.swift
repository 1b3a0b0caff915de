/// What became of recommendations: PB-05 (9.1 to 9.3, 9b.1, 2, 11 and 13).
extension BoardsRecount {
    private typealias Recommendation = RawBoards.Recommendation

    /// The answer as it stood at the end of a day; one without a day has always been there.
    private func answer(_ one: Recommendation, on day: Int) -> String? {
        one.answered.map { $0 <= day } ?? true ? one.answer : nil
    }

    private func isTaken(_ answer: String?) -> Bool { answer == "accepted" || answer == "partly" }

    func recommendations(_ all: [RawBoards.Recommendation], _ scope: RecountScope) -> [String: Answer] {
        let standing = all.filter { answer($0, on: scope.reference) != "withdrawn" }
        let made = standing.filter { scope.counts($0.made) }
        var answers = onTime(all, undated: made.filter { $0.due == nil }.count, scope)
        answers.merge(asTheyStand(made, scope.reference)) { $1 }
        answers.merge(answered(standing, scope)) { $1 }
        answers.merge(open(standing.filter { $0.made <= scope.reference }, scope)) { $1 }
        return answers
    }

    /// What was to be answered in the period, as it stood at the end of its day.
    private func onTime(_ all: [Recommendation], undated: Int, _ scope: RecountScope) -> [String: Answer] {
        let due = all.filter { one in scope.isDue(one.due) && answer(one, on: one.due ?? 0) != "withdrawn" }
        let onTime = due.count { answer($0, on: $0.due ?? 0) != nil }
        if due.isEmpty, undated > 0 { return ["PB-05": .notCollected(missing: undated)] }
        return ["PB-05": .share(onTime, of: due.count, missing: undated)]
    }

    /// What was made in the period, as it stands on the reference day.
    private func asTheyStand(_ made: [Recommendation], _ day: Int) -> [String: Answer] {
        let answers = made.map { answer($0, on: day) }
        return [
            "PB-05.answered": .share(answers.count { $0 != nil }, of: made.count),
            "PB-05.noted": .share(answers.count { $0 == "noted" }, of: made.count),
            "PB-05.uptake": .share(answers.count(where: isTaken), of: made.count),
            "PB-05.accepted": .share(answers.count { $0 == "accepted" }, of: made.count),
        ]
    }

    /// What was answered in the period. An answer without a day is missing in the period in which the recommendation was
    /// made.
    private func answered(_ standing: [Recommendation], _ scope: RecountScope) -> [String: Answer] {
        let answered = standing.filter { scope.counts($0.answered) }
        let undated = standing.filter { $0.answer != nil && $0.answered == nil && scope.counts($0.made) }
        let taken = answered.filter { isTaken($0.answer) }
        let decided = answered.filter { isTaken($0.answer) || $0.answer == "declined" }
        let undecided = undated.count { isTaken($0.answer) || $0.answer == "declined" }
        let untaken = undated.count { isTaken($0.answer) }
        return [
            "PB-05.uptake_decided": .share(
                taken.count,
                of: decided.count,
                missing: undecided,
                among: decided.count + undecided
            ),
            "PB-05.implemented": .share(
                taken.count { scope.isPast($0.implemented) },
                of: taken.count,
                missing: untaken,
                among: taken.count + untaken
            ),
            "PB-05.days": .median(
                answered.map { ($0.answered ?? 0) - $0.made },
                missing: undated.count,
                of: answered.count + undated.count
            ),
        ]
    }

    /// What is open at the end of the reference day, whenever it was made.
    private func open(_ come: [Recommendation], _ scope: RecountScope) -> [String: Answer] {
        let pending = come.filter { answer($0, on: scope.reference) == nil }
        let taken = come.filter { isTaken(answer($0, on: scope.reference)) }
        return [
            "PB-05.pending": .count(pending.count),
            "PB-05.overdue": .count(pending.count { scope.hasPassed($0.due) }),
            "PB-05.unimplemented": .count(taken.count { !scope.isPast($0.implemented) }),
        ]
    }
}
