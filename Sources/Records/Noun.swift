/// The kinds of record that a person names, by the word that the command line uses.
package enum Noun: String, CaseIterable, Sendable {
    case organization, profile, course, session, person, attendance, headcount, question, tally
    case outlet, feedback, board
    case boardSeats = "board-seats"
    case meeting, recommendation
    case assessment, criterion, action, position, activity, document, target
    case form, evaluation, commitment, reflection

    /// The word for several, which is also the kind of an import.
    package var plural: String {
        switch self {
        case .person: "people"
        case .attendance: "attendance"
        case .tally: "tallies"
        case .feedback: "feedback"
        case .boardSeats: "board-seats"
        case .criterion: "criteria"
        case .activity: "activities"
        default: rawValue + "s"
        }
    }

    /// `an organization`, `a session`, `an item of feedback`.
    package var withArticle: String {
        switch self {
        case .feedback: "an item of feedback"
        case .boardSeats: "a change of seats"
        case .organization, .attendance, .outlet, .assessment, .action, .activity, .evaluation: "an \(rawValue)"
        default: "a \(rawValue)"
        }
    }

    /// The kind whose plural is `word`; British spelling is accepted.
    package init?(plural word: String) {
        let american = word.lowercased() == "organisations" ? "organizations" : word.lowercased()
        guard let noun = Noun.allCases.first(where: { $0.plural == american }) else { return nil }
        self = noun
    }

    /// Whether files of rows hold records of this kind; a form is read from sheets of its own.
    package var isImported: Bool { self != .form }
}
