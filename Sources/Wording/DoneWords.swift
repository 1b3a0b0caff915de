package import Calendar
package import Records

extension Words {
    /// `Logged: Foundations for Riverbend Clinic, Nov 24, 2026, 12 people.`
    package static func done(_ recent: RecentEntry) -> String {
        if let sentence = sentences[recent.entry.command] { return sentence }
        if recent.entry.command.hasPrefix("import "), case .training(let training)? = recent.subject {
            let came = training.attendance.map { " It now has \(people($0))." } ?? ""
            return "Report added to \(name(training)).\(came)"
        }
        return "\(verb(recent.entry.command)): \(object(recent))."
    }

    /// `Undone: log of Foundations for Riverbend Clinic, Nov 24, 2026 (12 people).`
    package static func undone(_ recent: RecentEntry) -> String {
        let words = recent.entry.command.split(separator: " ").map(String.init)
        let command = words.first == "import" ? "import" : words.last ?? ""
        guard case .training(let training)? = recent.subject else { return "Undone: \(command) of \(object(recent))." }
        let came = training.attendance.map { " (\(people($0)))" } ?? ""
        return "Undone: \(command) of \(name(training))\(came)."
    }

    /// `today`, `yesterday`, `Nov 24, 2026`: when it was done, by civil day.
    package static func when(_ recent: RecentEntry, _ today: Day) -> String {
        if recent.day == today { return "Today" }
        return recent.day == today.adding(days: -1) ? "Yesterday" : recent.day.words
    }

    private static func object(_ recent: RecentEntry) -> String {
        switch recent.subject {
        case .training(let training)?:
            let came = training.attendance.map { ", \(people($0))" } ?? ""
            return name(training) + came
        case .record(let noun, let title)?: return title.map { "\(word(noun)) \($0)" } ?? noun.withArticle
        case .file(let noun)?: return "a file of \(noun.plural)"
        case nil:
            let noun = recent.entry.command.split(separator: " ").first.flatMap { Noun(rawValue: String($0)) }
            return noun?.withArticle ?? recent.entry.command
        }
    }

    private static func word(_ noun: Noun) -> String { noun == .profile ? "profile of" : noun.rawValue }

    private static func verb(_ command: String) -> String {
        if let whole = whole[command] { return whole }
        if command.hasPrefix("import ") { return "Imported" }
        let last = command.split(separator: " ").last.map(String.init) ?? command
        return verbs[last] ?? last.capitalizedFirst
    }

    /// Commands about the whole record.
    private static let sentences = [
        "init": "Set up the program.", "demo": "Created the sample program.", "restore": "Restored a backup.",
        "upgrade": "Upgraded the file.",
        "collect open": "Started collecting evaluations.",
        "collect close": "Closed the evaluation and stored the answers.",
        "inbox": "Stored the evaluations whose time was up.", "program edit": "Changed the program's settings.",
    ]

    /// Commands whose last word alone does not say it.
    private static let whole = [
        "headcount set": "Counted", "headcount remove": "Removed a count of", "attendance add": "Signed in at",
        "tally add": "Show of hands at", "board seats": "Changed seats of",
        "tally remove": "Removed a show of hands at",
        "commitment add": "Commitments at",
        "commitment follow-up": "Followed up", "reflection add": "Reflections at", "person forget": "Forgot",
        "person merge": "Merged", "person unmerge": "Separated again",
    ]

    private static let verbs = [
        "log": "Logged", "add": "Added", "edit": "Changed", "remove": "Removed", "hold": "Held",
        "cancel": "Canceled", "postpone": "Postponed", "import": "Imported", "hear": "Wrote down",
        "heard": "Wrote down", "answer": "Answered", "answered": "Answered", "acknowledge": "Acknowledged",
        "told": "Told people about", "publish": "Published", "unpublish": "Took down", "exclude": "Excluded",
        "review": "Reviewed", "close": "Closed", "start": "Started", "score": "Scored", "complete": "Completed",
        "done": "Finished", "fill": "Filled", "vacate": "Vacated", "set": "Set", "implement": "Implemented",
    ]
}

extension String {
    fileprivate var capitalizedFirst: String { (first?.uppercased() ?? "") + dropFirst() }
}
