import Records

/// Everything that a person can do.
package enum Operations {
    /// One of each, asking for nothing yet: what a form begins with, and what tests go through.
    package static let all: [any Operation] = everyday + sessions + settings + profiles + keeping + records

    private static let everyday: [any Operation] = [LogTraining(), UndoLast(), ListDue()]

    private static let sessions: [any Operation] = [
        HoldSession(), CancelSession(), PostponeSession(), SignInAttendees(), SetHeadcount(), RemoveHeadcount(),
    ]

    private static let settings: [any Operation] = [
        ShowProgram(), EditProgram(), ListCodeLists(), ShowCodeList(),
    ]

    private static let profiles: [any Operation] = [
        ShowOrganization(), AddProfile(), ShowProfile(), EditProfile(), RemoveProfile(),
    ]

    private static let keeping: [any Operation] = [CheckRecord(), ListHistory(), ShowNotice(), LintRecord()]

    /// What is done to the records of every kind that has a list of its own.
    private static let records: [any Operation] = Noun.allCases.flatMap { noun -> [any Operation] in
        let listed: [any Operation] = [ListRecords(noun, shown: [])]
        guard noun.type.hasRef else { return listed }
        // A person is forgotten, which keeps every count, and never removed.
        let removal: [any Operation] = noun == .person ? [] : [RemoveRecord(noun)]
        // An organization is shown with what it reported about itself.
        let shown: [any Operation] = noun == .organization ? [] : [ShowRecord(noun)]
        return listed + [AddRecord(noun), EditRecord(noun)] + shown + removal
    }
}
