import Calendar
import Records

/// What `log` stored, as it answers.
struct LoggedSession {
    let day: Day
    var ref = ""
    var course = ""
    var organizations: [String] = []
    var coursesMade: [Found] = []
    var organizationsMade: [Found] = []
    /// Of records that were made, the known one that is spelled most alike, by the new ref.
    var meant: [String: String] = [:]
    /// Sessions of the same course, organizations and start that were there before.
    var twins = 0
    /// What the sheet of names came to; nil without one.
    var signed: SignedIn?

    init(day: Day) { self.day = day }

    /// The course or organization that a word names; one that is not known is made.
    mutating func known(_ noun: Noun, _ word: String, new: Bool, _ store: Store) throws -> Found {
        if let found = try store.known(noun, word, new: new) { return found }
        let near = try store.nearest(noun, word).first
        let made = try store.make(noun, titled: word)
        meant[made.ref] = near
        if noun == .course { coursesMade.append(made) } else { organizationsMade.append(made) }
        return made
    }

    /// What the answer has no room for, on standard error.
    func say() {
        Made.say(organizations: organizationsMade, courses: coursesMade, meant: meant)
        if twins > 0 {
            Output.note("There was such a session on that day already. Is this another one? If not: groundwork undo")
        }
    }

    /// `Held 2026-11-10: foundations for cci. 22 people counted, no names kept. Undo: groundwork undo`
    func answer(count: Int?) -> String {
        let names = signed?.words ?? "no names kept"
        let counted =
            switch (count, signed) {
            case (let count?, _): "\(CountWord.people(count)) counted, \(names)."
            case (nil, nil): "Nobody is counted yet: groundwork headcount set \(ref) COUNT."
            case (nil, _): "\(names.capitalizedFirst)."
            }
        return "Held \(day): \(course) for \(organizations.joined(separator: ", ")). \(counted) Undo: groundwork undo"
    }
}
