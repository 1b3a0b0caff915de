import Calendar
import Records
import Service

extension LoggedTraining {
    /// What the answer has no room for, on standard error.
    func say() {
        for record in made { record.say() }
        if twins > 0 {
            Output.note("The same training is already logged on that date. If this is a repeat: groundwork undo")
        }
    }

    /// `Logged: Foundations for Coastal Care Initiative, Nov 10, 2026, 22 people. Undo: groundwork undo`
    var answer: String {
        let people = [count.map { CountWord.people($0) }, signed?.words].compactMap { $0 }
        let counted =
            people.isEmpty
            ? ". Not counted yet: groundwork headcount set \(session.ref) COUNT."
            : ", \(people.joined(separator: ", "))."
        return "Logged: \(session.called)\(counted) Undo: groundwork undo"
    }
}

extension MadeRecord {
    /// Says that it is new, and which known one may have been meant.
    func say() {
        let meant = near.map { ". Did you mean \($0)? Then: groundwork undo" } ?? ""
        Output.note("New \(noun.rawValue): \(found.calledWithRef)\(meant)")
    }
}

extension Assumption {
    /// What was taken for granted, and how to say it otherwise.
    var line: String {
        switch self {
        case .staffFigureIsOf(let day):
            "The staff headcount is dated today, \(day.words). To change that: --staff-as-of DATE"
        }
    }
}
