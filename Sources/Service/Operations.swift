import Records

/// Everything that a person can do.
package enum Operations {
    /// One of each, asking for nothing yet: what a form begins with, and what tests go through.
    package static let all: [any Operation] = {
        let own =
            everyday + sessions + feedback + boards + practices + settings + profiles + people + evaluations
            + imports + exports + keeping
        // What has an operation of its own is not done in the general way.
        let names = Set(own.map(\.id)).union(refused)
        return own + general.filter { !names.contains($0.id) }
    }()

    /// What is done with a record's whole file, which may not be there yet.
    package static let onFiles: [any FileOperation] = [BeginProgram(), MakeSample(), RestoreBackup(), UpgradeRecord()]

    /// What nobody can do: a person is forgotten, which keeps every count, and never removed.
    ///
    /// A form is read from sheets, and an evaluation is answered: neither is made of typed fields.
    private static let refused: Set<OperationID> = [
        .remove(.person), .edit(.form), .edit(.evaluation),
    ]

    private static let everyday: [any Operation] = [
        LogTraining(), UndoLast(), UndoEntry(), ListDone(), ShowEntry(), ListDue(), ShowToday(), SuggestTitles(),
    ]

    private static let sessions: [any Operation] = [
        ListTrainings(), ShowTraining(), HoldSession(), CancelSession(), PostponeSession(), RepeatSession(),
        SignInAttendees(),
        SetHeadcount(), RemoveHeadcount(), AddTally(), RemoveTally(),
        AskQuestion(),
    ]

    private static let feedback: [any Operation] = [
        HearFeedback(), AnswerFeedback(), AcknowledgeFeedback(), TellFeedback(), ExcludeFeedback(), PublishFeedback(),
        UnpublishFeedback(), ReviewOutlet(), CloseOutlet(),
    ]

    private static let boards: [any Operation] = [
        AddMeeting(), SetBoardSeats(), ListBoardSeats(), AnswerRecommendation(), ImplementRecommendation(),
        ListAgenda(),
    ]

    private static let practices: [any Operation] = [
        StartAssessment(), ScoreCriterion(), CompleteAssessment(), ShowAssessment(), AddAction(), FinishAction(),
        FillPosition(), VacatePosition(), ClosePosition(), SetTarget(), RemoveTarget(),
    ]

    private static let settings: [any Operation] = [
        ShowProgram(), EditProgram(), ListCodeLists(), ShowCodeList(),
    ]

    private static let profiles: [any Operation] = [
        ShowOrganization(), AddProfile(), ShowProfile(), EditProfile(), RemoveProfile(), ShowProfileSheet(),
    ]

    private static let people: [any Operation] = [
        ShowPerson(), ShowHeldByName(), MergePeople(), UnmergePerson(), ListDuplicates(), KeepApart(),
        PreviewForgetting(), ForgetPeople(),
    ]

    private static let evaluations: [any Operation] = [
        AddForm(), ShowForm(), ExportForm(), BeginEvaluation(), AddEvaluation(), ShowEvaluation(), RemoveEvaluation(),
        CloseMatching(), AddCommitments(), FollowUpCommitments(), EditCommitments(), RemoveCommitments(),
        AddReflection(), EditReflection(), RemoveReflection(), ShowReflections(), OpenCollection(), CloseCollection(),
        ListCollections(), LookIntoInbox(),
    ]

    private static let imports: [any Operation] = [
        ImportFiles(), ImportAll(), ListImports(), ShowImport(), UndoImport(),
    ]

    private static let exports: [any Operation] = [
        ExportTable(), ExportAll(), MakeReport(), MakeBatch(), AddPublication(), ListPublications(),
        ComparePublication(),
    ]

    private static let keeping: [any Operation] = [
        CheckRecord(), ListHistory(), ShowNotice(), LintRecord(), RecordReview(), BackUp(),
    ]

    /// What is done to the records of every kind that has a list of its own.
    private static let general: [any Operation] = Noun.allCases.flatMap { noun -> [any Operation] in
        let listed: [any Operation] = [ListRecords(noun, shown: [])]
        guard noun.type.hasRef else { return listed }
        return listed + [AddRecord(noun), EditRecord(noun), ShowRecord(noun), RemoveRecord(noun)]
    }
}
