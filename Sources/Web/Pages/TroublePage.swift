import Documents
import Records
import Service

/// Pages for what went wrong: plain words, and what to do.
enum TroublePage {
    /// The page for a request that was refused before anybody looked at what it asks for, or for a defect.
    static func page(_ trouble: Trouble) -> Response {
        let (title, next) = words(trouble)
        let content: HTML = "<h1>\(title)</h1>\n<p>\(next)</p>\n<p><a href=\"/\">Go to Today</a></p>\n"
        return Page(title: title, program: nil, content: content).response(trouble.status)
    }

    private static func words(_ trouble: Trouble) -> (title: String, next: String) {
        switch trouble {
        case .malformed(let malformed): ("This request isn't valid", malformed.words)
        case .formUnreadable: ("The form couldn't be read", "Nothing was saved. Go back and send it again.")
        case .bodyTooLong(let limit):
            ("That is too much text for this form", "Nothing was saved. It takes at most \(limit / 1024) KB.")
        case .misdirected: ("This address isn't served here", "Use the link that Groundwork showed when it started.")
        case .noPage: ("There is no such page", "The address may be mistyped.")
        case .method: ("This page can't be used that way", "Nothing was saved.")
        case .fromElsewhere:
            ("This came from another site", "Nothing was saved. Open the page here and use its own buttons.")
        case .defect(let id):
            (
                "Something went wrong in Groundwork",
                "Nothing was saved. Please report it with this number: \(id). The window where Groundwork runs shows it too."
            )
        }
    }

    /// The words and the status for what an operation threw; nil for a defect.
    static func refusal(_ error: any Error) -> Refusal? {
        switch error {
        case let error as RecordError: Refusal(error)
        case let error as DatabaseTrouble: Refusal(error)
        case is RecordReplaced:
            Refusal(
                503,
                "Your record is being updated",
                "Its file was replaced or upgraded. Groundwork stops here; start it again to go on."
            )
        case is UncertainCommit:
            Refusal(
                500,
                "The disk reported a failure at the very end",
                "It may be saved or not. Check the disk, then see on Today if it's there."
            )
        case is Interrupted: Refusal(503, "Groundwork is stopping", "Nothing was saved.")
        case is Forbidden: Refusal(403, "You don't have permission to do that", "Nothing was saved.")
        case let error as StoreError: Refusal(error)
        default: nil
        }
    }
}

/// What a person is told where something was not done.
struct Refusal {
    let status: Int
    let title: String
    let next: String?
    /// The field that it is about.
    var field: String?

    init(_ status: Int, _ title: String, _ next: String?, field: String? = nil) {
        self.status = status
        self.title = title
        self.next = next
        self.field = field
    }

    init(_ error: RecordError) {
        let status =
            switch error {
            case .notFound, .absent, .unknown: 404
            case .notPermitted: 403
            case .ambiguous, .nothingLast, .nearlyKnown, .noSuchField, .invalid, .unknownOption, .missing: 422
            case .broken, .refTaken, .refGone, .differs, .inUse, .notHeld, .refused, .nothingToUndo: 409
            }
        switch error {
        case .invalid(let field, let problem, let advice), .broken(let field, let problem, let advice):
            self.init(status, problem.capitalizedSentence, advice?.words.capitalizedSentence, field: field)
        case .missing(_, let field): self.init(status, "Fill this in.", nil, field: field)
        default:
            // Steps are commands or pages; what needs neither is said.
            let advice = error.advice.flatMap { $0.steps.isEmpty ? $0.words.capitalizedSentence : nil }
            self.init(status, error.message.capitalizedSentence, advice)
        }
    }

    init(_ error: DatabaseTrouble) {
        switch error.kind {
        case .busy:
            self.init(503, "Somebody else is saving right now", "Nothing was saved. Wait a moment and try again.")
        case .full: self.init(507, "The disk is full", "Nothing was saved. Make room on the disk and try again.")
        case .notPermitted:
            self.init(403, "This file can't be written", "Nothing was saved. Ask whoever owns the file.")
        case .interrupted: self.init(503, "Groundwork is stopping", "Nothing was saved.")
        case .broken: self.init(500, "The record couldn't be read or written", "Nothing was saved. Check the disk.")
        }
    }

    init(_ error: StoreError) {
        switch error {
        case .missing: self.init(503, "The record's file isn't there anymore", "Put it back, or restore a backup.")
        case .older, .newer, .outgrown:
            self.init(503, "Your record is being updated", "Start Groundwork again to go on.")
        default: self.init(500, "The record's file is damaged", "Keep the file. Restore your last backup.")
        }
    }

    /// The refusal as a page of its own.
    func page(_ program: String?) -> Response {
        let more: HTML = next.map { "<p>\($0)</p>\n" } ?? ""
        let content: HTML = "<h1>\(title)</h1>\n\(more)<p><a href=\"/\">Go to Today</a></p>\n"
        return Page(title: title, program: program, content: content).response(status)
    }
}

extension String {
    /// With a capital first letter, and a full stop at its end.
    var capitalizedSentence: String {
        guard let first else { return self }
        let text = first.uppercased() + dropFirst()
        return text.hasSuffix(".") || text.hasSuffix("?") || text.hasSuffix("!") ? text : text + "."
    }
}
