import Records

/// Everything that a person can do.
package enum Operations {
    /// One of each, asking for nothing yet: what a form begins with, and what tests go through.
    package static let all: [any Operation] = everyday + sessions + feedback + boards + records

    private static let everyday: [any Operation] = [LogTraining(), UndoLast(), ListDue()]

    private static let sessions: [any Operation] = [
        HoldSession(), CancelSession(), PostponeSession(), SignInAttendees(), SetHeadcount(), RemoveHeadcount(),
    ]

    private static let feedback: [any Operation] = [
        HearFeedback(), AnswerFeedback(), AcknowledgeFeedback(), TellFeedback(), ExcludeFeedback(), PublishFeedback(),
        UnpublishFeedback(), ReviewOutlet(), CloseOutlet(),
    ]

    private static let boards: [any Operation] = [
        AddMeeting(), AnswerRecommendation(), ImplementRecommendation(), ListAgenda(),
    ]

    /// Kinds of which a record is added by an operation of their own.
    private static let addedApart: Set<Noun> = [.meeting]

    /// What is done to the records of every kind that has a list of its own.
    private static let records: [any Operation] = Noun.allCases.flatMap { noun -> [any Operation] in
        let listed: [any Operation] = [ListRecords(noun, shown: [])]
        guard noun.type.hasRef else { return listed }
        // A form is read from sheets, and an evaluation is answered: neither is made of typed fields.
        if noun == .evaluation { return listed }
        if noun == .form { return listed + [RemoveRecord(noun)] }
        // A person is forgotten, which keeps every count, and never removed.
        let removal: [any Operation] = noun == .person ? [] : [RemoveRecord(noun)]
        let addition: [any Operation] = addedApart.contains(noun) ? [] : [AddRecord(noun)]
        return listed + addition + [EditRecord(noun), ShowRecord(noun)] + removal
    }
}
