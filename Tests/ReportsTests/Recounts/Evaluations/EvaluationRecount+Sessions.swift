/// EV-01, EV-02, EV-13 and EV-14: what is counted session by session.
extension EvaluationRecount {
    /// Whether at least half of what was asked is answered (9.6).
    func isReturned(_ response: Response) -> Bool {
        !response.answers.isEmpty && 2 * response.answers.count >= asked(response)
    }

    private func isComplete(_ response: Response) -> Bool { 10 * response.answers.count > 8 * asked(response) }

    private func asked(_ response: Response) -> Int {
        response.asked?.count ?? record.form(of: response).counted.count
    }

    private func isBack(_ sessions: Set<Int>, _ wave: String?, level: Int? = nil) -> Bool {
        record.responses.contains { response in
            let form = record.form(of: response)
            // A form without a day is of its session's (definitions 9.1).
            let day = response.day ?? record.raw.sessions.first { $0.id == response.session }?.day
            return sessions.contains(response.session) && isKnown(day) && (wave == nil || form.wave == wave)
                && (level == nil || form.items.contains { $0.level == level })
        }
    }

    // MARK: - EV-01

    var responseRate: [String: ExpectedFigure] {
        let counted = Recount(record.raw) { _ in true }
        let offered = record.raw.sessions.filter { session in
            guard sessions.contains(session.id), !session.isGathering else { return false }
            return record.places[session.id]?.form != nil || isBack([session.id], "after")
        }
        guard !offered.isEmpty else { return ["EV-01": .notCollected(), "EV-01.rr1": .notCollected()] }
        let known = offered.map { ($0.id, counted.came($0, nil)) }.filter { $0.1.isCounted }
        let missing = offered.count - known.count
        guard !known.isEmpty else {
            let none = ExpectedFigure.notApplicable("denominator_not_recorded", missing: missing)
            return ["EV-01": none, "EV-01.rr1": none]
        }
        let eligible = known.reduce(0) { $0 + $1.1.attendances }
        let ids = Set(known.map(\.0))
        let returned = responses("after").filter { ids.contains($0.session) && isReturned($0) }
        let complete = returned.count(where: isComplete)
        // Where more came back than can have, neither is a rate, and both show how many came back.
        let isOver = eligible > 0 && returned.count > eligible
        return [
            "EV-01": .share(returned.count, of: eligible, missing: missing),
            "EV-01.rr1": .share(isOver ? returned.count : complete, of: eligible, missing: missing),
        ]
    }

    // MARK: - EV-02

    /// Follow-up forms returned, of the people who were asked for one, over sessions whose follow-up day lies in the period
    /// and is over, whenever they were held (9.13, 9b.6).
    var followupRate: [String: ExpectedFigure] {
        let due = record.raw.sessions.filter { session in
            guard session.status == "held", !session.isGathering, isMeant(session) else { return false }
            let wait = record.places[session.id]?.course.flatMap { EvaluationRecord.followupDays[$0] } ?? 30
            let day = Almanac.iso(Almanac.day(session.ends ?? session.day) + wait)
            return days.contains(day) && day < asOf
        }
        let known = due.compactMap { session in record.places[session.id]?.asked.map { (session.id, $0) } }
        let missing = due.count - known.count
        if known.isEmpty, missing > 0 {
            return ["EV-02": .notApplicable("denominator_not_recorded", missing: missing)]
        }
        let ids = Set(known.map(\.0))
        let returned = record.responses.count { response in
            ids.contains(response.session) && record.form(of: response).wave == "followup" && isKnown(response.day)
                && isReturned(response)
        }
        return ["EV-02": .share(returned, of: known.reduce(0) { $0 + $1.1 }, missing: missing)]
    }

    // MARK: - EV-14

    var coverage: [String: ExpectedFigure] {
        var levels = [0, 0, 0, 0]
        let trainings = record.raw.sessions.filter { sessions.contains($0.id) && !$0.isGathering }
        for session in trainings {
            let own: Set = [session.id]
            let series = self.series(of: session.id)
            let isAskedAtAll = isBack(own, "before", level: 2) || isBack(own, "after", level: 2)
            let isFollowed = record.commitments.contains { row in
                row.session == session.id && row.day.map { $0 <= asOf } == true
            }
            let isAssessed = record.assessments.contains { assessment in
                guard let day = assessment.completed, session.organizations.contains(assessment.organization) else {
                    return false
                }
                return day > session.day && day <= Self.yearAfter(session.day) && day <= asOf
            }
            levels[0] += isBack(own, "after", level: 1) ? 1 : 0
            levels[1] +=
                isAskedAtAll && isBack(series, "before", level: 2) && isBack(series, "after", level: 2) ? 1 : 0
            levels[2] += isBack(own, "followup") || isFollowed ? 1 : 0
            levels[3] += isBack(own, nil, level: 4) || isAssessed ? 1 : 0
        }
        let figures = levels.enumerated().map { ("EV-14.l\($0 + 1)", ExpectedFigure.share($1, of: trainings.count)) }
        return Dictionary(uniqueKeysWithValues: figures)
    }

    /// The sessions of one parent event, the event among them unless it is a gathering.
    private func series(of session: Int) -> Set<Int> {
        let root = record.places[session]?.parent ?? session
        let trainings = record.raw.sessions.filter { !$0.isGathering }.map(\.id)
        return Set(trainings.filter { $0 == root || record.places[$0]?.parent == root })
    }

    private static func yearAfter(_ day: String) -> String { "\((Int(day.prefix(4)) ?? 0) + 1)\(day.dropFirst(4))" }
}
