import SQLite

extension Store {
    /// Runs `body`; a constraint of the schema that it breaks becomes the rule in words.
    ///
    /// Constraints are named after their rule, so a rule without a sentence of its own still reads as one.
    func obeying<R>(_ body: () throws -> R) throws -> R {
        do {
            return try body()
        } catch let error as DatabaseError where error.isConstraint {
            guard let rule = error.constraint else { throw error }
            if error.code == .constraintNotNull, let field = rule.split(separator: ".").last {
                throw RecordError.invalid(field: String(field), problem: "it can't be empty")
            }
            throw RecordError.refused(Self.sentences[rule] ?? rule.replacingUnderscores, advice: nil)
        }
    }

    private static let sentences = [
        "session_access_met_is_within_requested": "access_met: more requests were met than were made",
        "profile.organization_id, profile.as_of": "as_of: the organization has another profile of that day",
        "headcount_once": "another count has the same session, scope, organization, category and method",
        "tally.session_id, tally.question, tally.option": "option: it is tallied for that question already",
    ]
}
