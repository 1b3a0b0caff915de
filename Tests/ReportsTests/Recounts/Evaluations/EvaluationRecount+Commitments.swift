/// EV-13: what people undertook, of either scope, and what became of it (9.11, 9.18, 9b.19).
extension EvaluationRecount {
    struct Undertaken {
        var made: Int?
        /// The largest of the rows.
        var respondents: Int?
        var isFollowed = false
        var (fully, partly, notYet) = (0, 0, 0)
        var followed: Int { fully + partly + notYet }
    }

    func undertaken(at session: Int) -> Undertaken? {
        let rows = record.commitments.filter { $0.session == session && isKnown($0.day) }
        let back = record.responses.filter { $0.session == session && isKnown($0.day) }
        let written = back.reduce(0) { sum, response in
            let form = record.form(of: response)
            let codes = form.items.filter { $0.kind == "commitment" }.map(\.code)
            return sum + (form.wave == "after" ? response.written.count { codes.contains($0) } : 0)
        }
        var undertaken = Undertaken()
        undertaken.respondents = rows.compactMap(\.respondents).max()
        let scopes = Dictionary(grouping: rows, by: \.scope).values
        let made = scopes.compactMap { $0.compactMap(\.made).max() }
        undertaken.made = made.isEmpty ? (written > 0 ? written : nil) : made.reduce(0, +)
        let told = back.flatMap(becameOf)
        // Each scope is followed up on its own, and stands as it was told last.
        let latest = scopes.compactMap { $0.filter { $0.day != nil }.max { ($0.day ?? "") < ($1.day ?? "") } }
        for row in latest {
            undertaken.isFollowed = true
            undertaken.fully += row.fully ?? 0
            undertaken.partly += row.partly ?? 0
            undertaken.notYet += row.notYet ?? 0
        }
        if latest.isEmpty, !told.isEmpty {
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
        let ids = ["EV-13", "EV-13.made", "EV-13.followed_up", "EV-13.partly", "EV-13.not_yet", "EV-13.per_person"]
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
            "EV-13.per_person": Self.perPerson(all),
        ]
    }

    /// Commitments per respondent, over sessions with both (9b.19).
    private static func perPerson(_ all: [Undertaken]) -> ExpectedFigure {
        let known = all.filter { $0.made != nil && $0.respondents != nil }
        let (missing, people) = (all.count - known.count, known.reduce(0) { $0 + ($1.respondents ?? 0) })
        if known.isEmpty { return .notCollected(missing: missing) }
        guard people > 0 else { return .notApplicable("zero_denominator", missing: missing) }
        let made = known.reduce(0) { $0 + ($1.made ?? 0) }
        return ExpectedFigure(value: Double(made) / Double(people), n: people, missing: missing)
    }
}
