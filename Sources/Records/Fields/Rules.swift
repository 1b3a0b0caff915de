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
                throw RecordError.invalid(field: String(field), problem: "can't be empty")
            }
            if let sentence = Self.sentences[rule] {
                throw RecordError.broken(field: sentence.field, problem: sentence.problem)
            }
            throw RecordError.refused(rule.replacingUnderscores, advice: nil)
        }
    }

    private static let sentences: [String: (field: String, problem: String)] = [
        "session_access_met_is_within_requested": ("access_met", "more requests were met than were made"),
        "session_ends_after_it_starts": ("ends", "the last day can't be before the first"),
        "activity_hours_are_of_assistance": ("hours", "only technical assistance has hours"),
        "question_once": ("question", "this question is already declared"),
        "document_once": ("reviewed", "this document already has a review on that date"),
        "profile.organization_id, profile.as_of": ("as_of", "the organization already has a profile on that date"),
        "headcount_once": (
            "scope", "there is already a count with the same session, scope, organization, category and method"
        ),
        "tally.session_id, tally.question, tally.option": ("option", "it is already counted for that question"),
        "feedback_is_told_after_it_was_answered": ("told", "it has not been answered yet"),
        "board_seats_designated_are_filled": (
            "designated_filled", "more designated seats are filled than voting seats"
        ),
        "board_seats_filled_are_seats": ("filled_seats", "more seats are filled than there are"),
        "feedback_reaches_who_can_be_reached": (
            "told", "the person can't be reached. Tell people by poster, meeting or post."
        ),
        "feedback_is_excluded_with_a_reason": ("excluded", "give a reason, such as duplicate"),
        "feedback_is_public_with_its_answer": (
            "public_wording",
            "a public wording and a public answer go together. To remove both, use feedback unpublish."
        ),
        "feedback_is_public_once_answered": ("public_wording", "answer the item before you publish it"),
        "recommendation_has_an_answer_on_its_day": ("answered", "it has a date but no answer"),
        "recommendation_is_declined_with_a_reason": ("reason", "give a reason to decline a recommendation"),
        "recommendation_is_implemented_once_accepted": ("implemented", "it was not accepted, in full or in part"),
        "meeting_pays_those_present": ("paid", "more members were paid or declined pay than were present"),
        "meeting_is_held_or_cancelled": ("cancelled", "the meeting was held"),
    ]
}
