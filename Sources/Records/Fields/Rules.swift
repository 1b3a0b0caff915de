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
            if let sentence = Self.sentences[rule] {
                throw RecordError.broken(field: sentence.field, problem: sentence.problem)
            }
            throw RecordError.refused(rule.replacingUnderscores, advice: nil)
        }
    }

    private static let sentences: [String: (field: String, problem: String)] = [
        "session_access_met_is_within_requested": ("access_met", "more requests were met than were made"),
        "profile.organization_id, profile.as_of": ("as_of", "the organization has another profile of that day"),
        "headcount_once": ("scope", "another count has the same session, scope, organization, category and method"),
        "tally.session_id, tally.question, tally.option": ("option", "it is tallied for that question already"),
        "feedback_is_told_after_it_was_answered": ("told", "it was not answered yet"),
        "feedback_reaches_who_can_be_reached": (
            "told", "the giver can't be reached; tell people by poster, meeting or post"
        ),
        "feedback_is_excluded_with_a_reason": ("excluded", "it takes a reason, such as duplicate"),
        "feedback_is_public_with_its_answer": (
            "public_wording", "a public wording and a public answer go together; feedback unpublish takes both back"
        ),
        "feedback_is_public_once_answered": ("public_wording", "an item is public only once it was answered"),
        "recommendation_has_an_answer_on_its_day": ("answered", "it has a day but no answer"),
        "recommendation_is_declined_with_a_reason": ("reason", "a recommendation is declined with a reason"),
        "recommendation_is_implemented_once_accepted": ("implemented", "it was not accepted, wholly or partly"),
        "meeting_pays_those_present": ("paid", "more were paid or declined pay than were present"),
        "meeting_is_held_or_cancelled": ("cancelled", "it was held"),
    ]
}
