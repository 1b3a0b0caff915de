import Calendar
import Records
import Service

extension Output {
    /// What a command answers that has stored something which `undo` takes back: a few sentences, and how.
    static func stored(_ sentences: String?...) throws {
        try answer((sentences.compactMap { $0 } + ["Undo: groundwork undo"]).joined(separator: " "))
    }
}

extension Output {
    /// What `add` answers: the new ref alone on standard output, for scripts, and the sentence on standard error.
    static func added(_ found: Found) throws {
        note("Added: \(found.called). Undo: groundwork undo")
        try answer(found.ref)
    }
}

extension Dated {
    /// `Reviewed Nov 10, 2026: Drop-in box (drop-in-box).`
    func sentence(_ done: String, _ details: String = "") -> String {
        "\(done) \(day.words): \(found.calledWithRef)\(details)."
    }
}

extension Advice {
    /// The advice as one of several sentences.
    var sentence: String { line.hasSuffix(".") ? line : "\(line)." }
}
