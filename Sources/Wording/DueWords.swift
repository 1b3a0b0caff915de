package import Calendar
package import Records
package import Service

extension Words {
    /// What needs action, without a ref: `How many came to Foundations for Riverbend Clinic, Nov 24, 2026?`
    package static func due(_ due: NamedDueItem) -> String {
        guard case .perform(let operation, _, _) = due.item.step else { return due.item.what }
        if let training = due.training, let words = about(operation, training) { return words }
        let since = due.item.since.words
        return switch operation {
        case .answerFeedback: "Answer the feedback received \(since)"
        case .acknowledgeFeedback: "Acknowledge the feedback received \(since)"
        case .tellFeedback: "Tell people what was done about feedback answered \(since)"
        case .answerRecommendation: "Answer the board's recommendation made \(since)"
        case .finishAction: "Finish the improvement planned for \(since)"
        case .completeAssessment: "Complete the assessment of practices planned for \(since)"
        case .scoreCriterion: "Score the assessment of practices planned for \(since)"
        case .edit(.meeting): "Was the board meeting planned for \(since) held?"
        default: due.item.what
        }
    }

    private static func about(_ operation: OperationID, _ training: Training) -> String? {
        switch operation {
        case .setHeadcount: "How many came to \(name(training))?"
        case .followUpCommitments: "Follow up the commitments from \(name(training))"
        default: nil
        }
    }

    /// The label of a button that leads to doing it.
    package static func action(_ step: Advice.Step) -> String {
        guard case .perform(let operation, _, _) = step else { return "Open" }
        return switch operation {
        case .setHeadcount: "Enter the count"
        case .answerFeedback, .answerRecommendation: "Answer"
        case .acknowledgeFeedback: "Acknowledge"
        case .tellFeedback: "Tell people"
        case .followUpCommitments: "Follow up"
        case .finishAction: "Mark it done"
        case .completeAssessment: "Complete it"
        default: "Open"
        }
    }

    /// `Since Nov 24, 2026`, `Due Dec 8, 2026`, `Overdue since Nov 24, 2026`
    package static func clock(_ item: DueItem, _ today: Day) -> String {
        guard let due = item.due else { return "Since \(item.since.words)" }
        return due < today ? "Overdue since \(due.words)" : "Due \(due.words)"
    }
}
