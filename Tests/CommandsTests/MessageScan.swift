import Calendar
import Glibc

/// Which texts of the sources are messages of errors, by what stands around them.
///
/// A text is one where it is thrown, given to something that makes an error, bound to a word such as `advice`, part of
/// a value such as `var message: String`, or in a file that declares an error.
struct MessageScan {
    /// Modules in which an error can get its words.
    static let modules = [
        "Files", "Calendar", "Language", "Commands", "Records", "Intake", "CommandLineKit", "Reports", "Service",
    ]

    private static let makers: Set = [
        "ValidationError", "UsageError", "Failure", "RecordError", "FieldProblem", "FieldFault", "MappingProblem",
        "MapFault", "MalformedPeriod", "ImportIssue", "RowFault", "CheckFinding", "refused", "invalid", "absent",
        "damaged", "notHeld", "inUse", "nothingToUndo", "refuse", "refusal", "reject", "dataCorrupted", "conflict",
    ]
    private static let labels: Set = ["what", "advice", "problem", "hint", "suggestion"]
    private static let names: Set = [
        "words", "what", "advice", "hint", "problem", "look", "message", "nothing", "ways", "refusal", "suggestion",
        "sentences",
    ]
    private static let inside: Set = ["DatabaseError", "mismatch"]
    private static let values = ["message", "advice", "sentence", "suggestion", "problem", "hint"]
    private static let errors: Set = [
        "RecordError", "Failure", "ImportIssue", "ImportRefused", "FieldProblem", "ValidationError", "MappingProblem",
        "RowFault", "FieldFault", "UsageError",
    ]

    /// A fixed part of a message that is long enough to be known by.
    struct Phrase {
        let words: String
        let place: String
    }

    /// The phrases of a file's messages.
    static func phrases(in source: SourceLiterals) -> [Phrase] {
        source.all.filter { source.declaresError || isMessage($0) }.flatMap { literal in
            literal.parts.flatMap { $0.split(separator: "\n") }.compactMap { part in
                let words = Shown.plain(String(part))
                guard words.count >= 9, words.contains(" "), !words.contains("_id"), !isSQL(literal) else { return nil }
                return Phrase(words: words, place: "\(literal.file):\(literal.line)")
            }
        }
    }

    private static func isMessage(_ literal: SourceLiteral) -> Bool {
        let head = literal.head
        // The words of SQLite's driver stay inside, and a shell's completions are no prose.
        if literal.calls.contains(where: inside.contains) || literal.file.hasSuffix("Completion.swift") { return false }
        if head.contains("throw") || labels.contains(literal.label) { return true }
        if !makers.isDisjoint(with: literal.calls) { return true }
        if zip(head, head.dropFirst()).contains(where: { $0 == "let" && names.contains($1) }) { return true }
        return literal.declarations.contains { words in
            if words.contains("func") { return words.last.map { errors.contains($0) } ?? false }
            guard words.last == "String", let keyword = words.firstIndex(of: "var"), keyword + 1 < words.count else {
                return false
            }
            return values.contains { words[keyword + 1].lowercased().hasSuffix($0) }
        }
    }

    private static func isSQL(_ literal: SourceLiteral) -> Bool {
        let start = literal.parts[0].drop { $0 == " " || $0 == "\n" }
        return ["SELECT ", "INSERT ", "UPDATE ", "DELETE ", "PRAGMA "].contains { start.hasPrefix($0) }
    }
}

/// What the pages with transcripts show, made comparable.
struct Shown {
    private let text: [CChar]

    init(_ pages: [String]) { text = Array(pages.map(Self.plain).joined(separator: "\n").utf8CString) }

    func contains(_ words: String) -> Bool { strstr(text, words) != nil }

    /// Small letters, single spaces, and at both ends neither spaces, stops nor marks.
    static func plain(_ text: String) -> String {
        let words = text.lowercased().split { $0 == " " || $0 == "\n" }.joined(separator: " ")
        let marks: Set<Character> = [" ", ".", ",", ":", ";", "(", ")", "\"", "'"]
        return String(words.drop { marks.contains($0) }.reversed().drop { marks.contains($0) }.reversed())
    }
}
