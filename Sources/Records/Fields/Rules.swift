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
            throw RecordError.refused(Self.sentences[rule] ?? rule.replacingUnderscores, advice: nil)
        }
    }

    private static let sentences = [
        "session_access_met_is_within_requested": "access_met: more requests were met than were made"
    ]
}
