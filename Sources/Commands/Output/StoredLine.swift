import Records
import Service

extension Output {
    /// What a command answers that has stored something which `undo` takes back: a few sentences, and how.
    static func stored(_ sentences: String?...) throws {
        try answer((sentences.compactMap { $0 } + ["Undo: groundwork undo"]).joined(separator: " "))
    }
}

extension Dated {
    /// `Reviewed 2026-11-10: drop-in-box.`
    func sentence(_ done: String, _ details: String = "") -> String { "\(done) \(day): \(found.ref)\(details)." }
}

extension Advice {
    /// The advice as one of several sentences.
    var sentence: String { line.hasSuffix(".") ? line : "\(line)." }
}
