import Records

/// Everything that a person can do.
package enum Operations {
    /// One of each, asking for nothing yet: what a form begins with, and what tests go through.
    package static let all: [any Operation] = everyday + records

    private static let everyday: [any Operation] = [LogTraining(), UndoLast(), ListDue()]

    /// What is done to the records of every kind that has a list of its own.
    private static let records: [any Operation] = Noun.allCases.flatMap { noun -> [any Operation] in
        let listed: [any Operation] = [ListRecords(noun, shown: [])]
        guard noun.type.hasRef else { return listed }
        return listed + [AddRecord(noun), EditRecord(noun), RemoveRecord(noun), ShowRecord(noun)]
    }
}
