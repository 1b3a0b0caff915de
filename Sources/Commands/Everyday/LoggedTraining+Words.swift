import Records
import Service

extension LoggedTraining {
    /// What the answer has no room for, on standard error.
    func say() {
        for record in made { record.say() }
        if twins > 0 {
            Output.note("There was such a session on that day already. Is this another one? If not: groundwork undo")
        }
    }

    /// `Held 2026-11-10: foundations for cci. 22 people counted, no names kept. Undo: groundwork undo`
    var answer: String {
        let names = signed?.words ?? "no names kept"
        let counted =
            switch (count, signed) {
            case (let count?, _): "\(CountWord.people(count)) counted, \(names)."
            case (nil, nil): "Nobody is counted yet: groundwork headcount set \(session.ref) COUNT."
            case (nil, _): "\(names.capitalizedFirst)."
            }
        let trained = organizations.map(\.ref).joined(separator: ", ")
        return "Held \(day): \(course.ref) for \(trained). \(counted) Undo: groundwork undo"
    }
}

extension MadeRecord {
    /// Says that it is new, and which known one may have been meant.
    func say() {
        let meant = near.map { ". If you meant \($0): groundwork undo" } ?? ""
        Output.note("New \(noun.rawValue): \(found.ref)\(meant)")
    }
}

extension Assumption {
    /// What was taken for granted, and how to say it otherwise.
    var line: String {
        switch self {
        case .staffFigureIsOf(let day): "The staff headcount is dated today, \(day). Another day: --staff-as-of DATE"
        }
    }
}
