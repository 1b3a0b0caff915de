/// EV-01 and EV-12 to EV-14: what is counted session by session.
extension EvaluationRecount {
    private func isBack(_ sessions: Set<Int>, _ wave: String?, level: Int? = nil) -> Bool {
        record.responses.contains { response in
            let form = record.form(of: response)
            return sessions.contains(response.session) && isKnown(response.day) && (wave == nil || form.wave == wave)
                && (level == nil || form.items.contains { $0.level == level })
        }
    }

    // MARK: - EV-01

    var responseRate: [String: ExpectedFigure] {
        let counted = Recount(record.raw) { _ in true }
        let offered = record.raw.sessions.filter { session in
            guard sessions.contains(session.id) else { return false }
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
        var (complete, partial) = (0, 0)
        for response in responses("after") where ids.contains(response.session) {
            let (answered, items) = (response.answers.count, record.form(of: response).counted.count)
            // Complete above 80 %, partial from half on.
            if answered > 0, 10 * answered > 8 * items {
                complete += 1
            } else if answered > 0, 2 * answered >= items {
                partial += 1
            }
        }
        // Where more came back than can have, neither is a rate, and both show how many came back.
        let isOver = eligible > 0 && complete + partial > eligible
        return [
            "EV-01": .share(complete + partial, of: eligible, missing: missing),
            "EV-01.rr1": .share(isOver ? complete + partial : complete, of: eligible, missing: missing),
        ]
    }

    // MARK: - EV-14

    var coverage: [String: ExpectedFigure] {
        var levels = [0, 0, 0, 0]
        for session in record.raw.sessions where sessions.contains(session.id) {
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
        let figures = levels.enumerated().map { ("EV-14.l\($0 + 1)", ExpectedFigure.share($1, of: sessions.count)) }
        return Dictionary(uniqueKeysWithValues: figures)
    }

    /// The sessions of one parent event, the event among them.
    private func series(of session: Int) -> Set<Int> {
        let root = record.places[session]?.parent ?? session
        return Set(record.raw.sessions.map(\.id).filter { $0 == root || record.places[$0]?.parent == root })
    }

    private static func yearAfter(_ day: String) -> String { "\((Int(day.prefix(4)) ?? 0) + 1)\(day.dropFirst(4))" }

    // MARK: - EV-13

    struct Undertaken {
        var made: Int?
        var isFollowed = false
        var (fully, partly, notYet) = (0, 0, 0)
        var followed: Int { fully + partly + notYet }
    }

    func undertaken(at session: Int) -> Undertaken? {
        let rows = record.commitments.filter { $0.session == session }
        let back = record.responses.filter { $0.session == session && isKnown($0.day) }
        let written = back.reduce(0) { sum, response in
            let form = record.form(of: response)
            let codes = form.items.filter { $0.kind == "commitment" }.map(\.code)
            return sum + (form.wave == "after" ? response.written.count { codes.contains($0) } : 0)
        }
        var undertaken = Undertaken()
        undertaken.made = rows.compactMap(\.made).max() ?? (written > 0 ? written : nil)
        let told = back.flatMap(becameOf)
        let latest = rows.filter { $0.day.map { $0 <= asOf } ?? false }.max { ($0.day ?? "") < ($1.day ?? "") }
        if let latest {
            undertaken.isFollowed = true
            (undertaken.fully, undertaken.partly) = (latest.fully ?? 0, latest.partly ?? 0)
            undertaken.notYet = latest.notYet ?? 0
        } else if !told.isEmpty {
            undertaken.isFollowed = true
            (undertaken.fully, undertaken.partly) = (told.count { $0 == "fully" }, told.count { $0 == "partly" })
            undertaken.notYet = told.count { $0 == "not_yet" }
        }
        return rows.isEmpty && undertaken.made == nil && told.isEmpty ? nil : undertaken
    }

    /// What a follow-up form says of commitments: answers to questions that offer fully, partly and not yet.
    private func becameOf(_ response: Response) -> [String] {
        let form = record.form(of: response)
        guard form.wave == "followup" else { return [] }
        let words: Set = ["fully", "partly", "not_yet"]
        return form.items.compactMap { item in
            guard ["choice", "likert"].contains(item.kind),
                words.isSubset(of: item.choices.map { $0.name.lowercased() }),
                case .tenths(let tenths)? = response.answers[item.code]
            else { return nil }
            let name = item.choices.first { $0.value == tenths / 10 }?.name.lowercased()
            return name.flatMap { words.contains($0) ? $0 : nil }
        }
    }

    var commitments: [String: ExpectedFigure] {
        let all = sessions.compactMap(undertaken(at:))
        let ids = ["EV-13", "EV-13.made", "EV-13.followed_up", "EV-13.partly", "EV-13.not_yet"]
        guard !all.isEmpty else { return Dictionary(uniqueKeysWithValues: ids.map { ($0, .notCollected()) }) }
        let (uncounted, unfollowed) = (all.count { $0.made == nil }, all.count { !$0.isFollowed })
        let followed = all.reduce(0) { $0 + $1.followed }
        let made = all.reduce(0) { $0 + ($1.made ?? 0) }
        let counted = all.filter { $0.made != nil }.reduce(0) { $0 + $1.followed }
        func ofFollowed(_ part: (Undertaken) -> Int) -> ExpectedFigure {
            unfollowed == all.count
                ? .notCollected(missing: unfollowed)
                : .share(all.reduce(0) { $0 + part($1) }, of: followed, missing: unfollowed)
        }
        let isUncounted = uncounted == all.count
        return [
            "EV-13": ofFollowed(\.fully), "EV-13.partly": ofFollowed(\.partly), "EV-13.not_yet": ofFollowed(\.notYet),
            "EV-13.made": isUncounted ? .notCollected(missing: uncounted) : .count(made, missing: uncounted),
            "EV-13.followed_up": isUncounted
                ? .notCollected(missing: uncounted) : .share(counted, of: made, missing: uncounted),
        ]
    }
}
