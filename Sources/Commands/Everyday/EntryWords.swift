/// A command of the history as part of a sentence: `log of`, `changes to`.
enum EntryWords {
    /// The command with what it was about: `log of Foundations for Coastal Care Initiative, Nov 10, 2026`.
    static func phrase(_ command: String, _ subject: String?) -> String? {
        if let whole = wholes[command] { return whole }
        if command.hasPrefix("import ") { return "import of \(command.dropFirst("import ".count))" }
        guard let subject else { return nil }
        if let words = commands[command] { return "\(words) \(subject)" }
        guard let verb = command.split(separator: " ").last, let words = verbs[String(verb)] else { return nil }
        return "\(words) \(subject)"
    }

    private static let commands = [
        "log": "log of", "heard": "new", "answered": "answer to", "headcount set": "count for",
        "headcount remove": "removal of a count for", "attendance add": "sign-in sheet for", "tally add": "poll at",
        "tally remove": "removal of a poll option at", "commitment add": "commitments from",
        "commitment follow-up": "follow-up on commitments from", "reflection add": "reflection at",
        "organization profile add": "report of", "organization profile edit": "changes to the report of",
        "organization profile remove": "removal of a report of", "assessment score": "score in",
        "assessment action": "new",
        "assessment start": "new", "board seats": "seats of", "action done": "completion of",
        "feedback told": "note that people were told about",
    ]

    private static let verbs = [
        "add": "new", "edit": "changes to", "remove": "removal of", "close": "closing of", "review": "review of",
        "hold": "marking as held:", "cancel": "cancellation of", "postpone": "postponement of",
        "exclude": "exclusion of", "acknowledge": "acknowledgment of", "answer": "answer to",
        "implement": "implementation of", "publish": "publication of", "unpublish": "unpublishing of",
        "complete": "completion of", "fill": "filling of", "vacate": "vacating of",
    ]

    private static let wholes = [
        "program edit": "changes to the program's settings", "person merge": "merge of two people",
        "person duplicates": "mark that two people are not the same", "person edit": "changes to a person",
        "person add": "new person", "target add": "target", "target remove": "removal of a target",
        "evaluation add": "new evaluation", "evaluation remove": "removal of an evaluation",
        "publication add": "record of reports you sent",
        "tally ask": "declaration of a question", "lint --record": "review of a document",
        "session repeat": "series of sessions",
    ]
}
