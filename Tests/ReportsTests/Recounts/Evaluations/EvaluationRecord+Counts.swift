import Support

/// What was counted at sessions: hands, and commitments with their follow-ups.
extension EvaluationRecord {
    mutating func addHands(_ generator: inout SeededGenerator) {
        let options = ["autonomy", "Pragmatism", "involvement", "voice"]
        for session in raw.sessions where !session.isGathering {
            for question in ["resonates", "Challenges ", "challenges", "poll", "risk"] where generator.isOnce(in: 4) {
                for option in question == "risk" ? ["a", "C"] : options where generator.isOnce(in: 3) {
                    let count = Int.random(in: 0...9, using: &generator)
                    hands.append(Hands(session: session.id, question: question, option: option, count: count))
                }
            }
        }
    }

    mutating func addCommitments(_ generator: inout SeededGenerator) {
        for session in raw.sessions where !session.isGathering {
            // Where few were made, only forms for a follow-up say what became of them.
            let areFew = generator.isOnce(in: 4)
            let scopes: [String?] = generator.one(of: [[nil], [nil], ["individual"], ["individual", "institution"]])
            let hasRespondents = !generator.isOnce(in: 3)
            for scope in scopes {
                for day in areFew ? [nil] : [nil, "2026-03-20", "2026-07-01", "2026-12-01"]
                where generator.isOnce(in: 3) {
                    var row = Commitment(session: session.id, day: day, scope: scope)
                    row.made = areFew ? 1 : generator.one(of: [nil, 12, 20, 30])
                    if hasRespondents { row.respondents = generator.one(of: [nil, 0, 6, 10]) }
                    if day != nil {
                        row.fully = generator.one(of: [nil, 0, 3, 8])
                        row.partly = generator.one(of: [nil, 0, 2])
                        row.notYet = generator.one(of: [nil, 0, 1, 2])
                    }
                    commitments.append(row)
                }
            }
        }
    }
}
