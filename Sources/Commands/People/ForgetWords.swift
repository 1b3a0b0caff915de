import Calendar
import CommandLineKit
import Records
import Service

extension ForgetPreview {
    /// What would go and what stays, one line each.
    var lines: [String] {
        var lines: [String] = []
        if !facilitated.isEmpty {
            let sessions = CountWord.of(facilitated.sessions.count, "session", "sessions")
            lines.append("Will also remove: name and pronouns as facilitator of \(sessions) (\(facilitated.listed)).")
        }
        if historyValues > 0 {
            let values = CountWord.of(historyValues, "earlier value", "earlier values")
            lines.append("Will also remove: \(values) from the history.")
        }
        if files > 0 {
            lines.append(
                "Will also replace: the file name of \(CountWord.of(files, "import", "imports")), which has the name."
            )
        }
        if !places.isEmpty {
            let texts = CountWord.of(places.reduce(0) { $0 + $1.count }, "text", "texts")
            lines.append("Will not change: \(texts) with the full name, listed at the end for you to check.")
        }
        return lines
    }
}

extension UnclearIdentity {
    /// Who else has the name: `a facilitator of 2 sessions (one, two) and 1 other person (w2) have this name`.
    var namesakes: String {
        var parts: [String] = []
        if !facilitated.isEmpty {
            let sessions = CountWord.of(facilitated.count, "session", "sessions")
            parts.append("a facilitator of \(sessions) (\(facilitated.listed))")
        }
        if earlier > 0 { parts.append("an earlier facilitator of \(CountWord.of(earlier, "session", "sessions"))") }
        if !people.isEmpty {
            let (one, several) = isByName ? ("person", "people") : ("other person", "other people")
            let count = CountWord.of(people.count, one, several)
            parts.append("\(count) (\(people.map(\.ref).joined(separator: ", ")))")
        }
        return parts.joined(separator: " and ")
            + (parts.count > 1 || people.count > 1 ? " have this name" : " has this name")
    }
}

extension Failure {
    /// Nobody said whether those who have one name are one person.
    init(_ unclear: UnclearIdentity) {
        self.init(
            "\(unclear.namesakes), so it isn't clear who you mean",
            advice: "Nothing was changed. If it is one person, add --same. If not, add --not-same to keep that name.",
            code: .usage
        )
    }
}

extension [Facilitator] {
    /// The sessions, each once.
    var sessions: [Found] {
        reduce(into: []) { sessions, one in
            if !sessions.contains(one.session) { sessions.append(one.session) }
        }
    }

    /// The refs of the sessions, five at most.
    var listed: String { sessions.listed }
}

extension [Found] {
    /// Their refs, five at most.
    fileprivate var listed: String {
        let refs = map(\.ref)
        let more = refs.count > 5 ? " and \(refs.count - 5) more" : ""
        return refs.prefix(5).joined(separator: ", ") + more
    }
}

extension Forgotten {
    /// `Forgotten: 1 person. 3 attendances stay counted. Name removed as facilitator of 2 sessions; the role stays.`
    func answer(people: Int, count: Int) -> String {
        var parts = ["Forgotten: \(CountWord.people(count))."]
        if people > 0 {
            parts.append("Still counted: " + CountWord.of(sessions, "attendance", "attendances") + ".")
        }
        if !facilitated.isEmpty {
            let sessions = CountWord.of(facilitated.sessions.count, "session", "sessions")
            parts.append("Name removed as facilitator of \(sessions); the role stays.")
        }
        return parts.joined(separator: " ")
    }

    /// What it did beside that, and what it can't reach.
    var notes: [String] {
        let shown = Environment.current.shown
        var notes: [String] = []
        if historyValues > 0 {
            notes.append("Removed from the history: \(CountWord.of(historyValues, "earlier value", "earlier values")).")
        }
        if !renamed.isEmpty {
            let numbers = renamed.map(String.init).joined(separator: ", ")
            notes.append(
                "Replaced: the file name of \(renamed.count == 1 ? "import" : "imports") \(numbers), which had the name."
            )
        }
        if !unclear.isEmpty {
            notes.append("Not removed, because it may be someone else: a facilitator at \(unclear.listed).")
        }
        notes += files.map { "This imported file still has them: \($0)" }
        notes += backups.map { "This backup still has them: \(shown($0))" }
        notes.append("Older backups elsewhere still have them.")
        if let lastExport {
            notes.append(
                "Files exported with names may still have them. The last such export was on \(lastExport.dayWords)."
            )
        }
        return notes + placeNotes
    }

    private var placeNotes: [String] {
        places.isEmpty
            ? []
            : places.lines + [
                "After you edit them, remove the old text from the history: groundwork person forget --by-name"
            ]
    }
}

extension [NamePlace] {
    /// Where the full name is, by count and place; the texts themselves are not repeated.
    var lines: [String] {
        let lines = map { place in
            let records = place.records.prefix(5).joined(separator: ", ")
            let more = place.records.count > 5 ? " and \(place.records.count - 5) more" : ""
            return "  \(place.place): \(place.count)" + (records.isEmpty ? "" : " (\(records)\(more))")
        }
        return ["The full name is still in these texts. Check each one, and edit it if it means this person:"] + lines
    }
}

extension ForgetPeople {
    /// The file could not be rebuilt after people were forgotten; forgetting the blank row, or the name, once more
    /// rebuilds it.
    static func notCleaned(_ forgotten: Forgotten) -> Failure {
        let again = forgotten.newRefs.first.map { "\($0) --yes" } ?? "--by-name"
        return Failure(
            "they were forgotten, but traces may be left in the file",
            advice: "Free up disk space, then run: groundwork person forget \(again)",
            code: .ioError
        )
    }
}

extension String {
    /// The text with a capital at its front.
    var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
