import CommandLineKit
import Documents
import PlainText
import Records
import Service

/// Questions to the person at the keyboard; nobody is asked unless standard input is a terminal.
enum Prompt {
    /// Whether somebody can be asked.
    static var isPossible: Bool { Environment.current.input.isTerminal }

    /// What somebody answers to a question; nil where nobody can be asked, or the input ended.
    static func text(_ question: String) throws -> String? {
        guard isPossible else { return nil }
        // A question that can't be shown is waited for all the same.
        try? Environment.current.errors.write(VisibleText.of(question))
        return try Environment.current.input.line()?.trimmed
    }

    /// Asks before something that cannot be undone: `--yes` answers, a person may, and nothing else does.
    static func confirm(_ what: String, _ common: CommonOptions) throws {
        if common.yes { return }
        guard isPossible else {
            throw ValidationError("\(what) You can't undo this.", hint: "To go ahead, add --yes.")
        }
        let answer = try text("\(what) You can't undo this. Continue? [y/N] ") ?? ""
        guard ["y", "yes"].contains(answer.lowercased()) else {
            throw Failure("nothing was changed", code: .usage)
        }
    }
}

extension Consequence {
    /// What would be lost, as a sentence.
    var words: String {
        switch self {
        case .forgetting(let people): "\(CountWord.people(people).capitalizedFirst) will be forgotten."
        case .deletingCodes(let events):
            "The codes that match before and after at \(events.joined(separator: ", ")) will be deleted."
        case .losingPairs(let pairs):
            "\(CountWord.of(pairs, "before-and-after pair", "before-and-after pairs")) will be lost. Matching is closed, "
                + "so the file won't be matched again."
        case .storingMany(let attendance):
            attendance.map {
                "More than twice as many responses came in as people attended (\($0)). Some may have been sent twice. "
                    + "All of them will be saved."
            } ?? "Many responses came in, and attendance is not recorded. All of them will be saved."
        case .replacing(let path, let other):
            "\(Environment.current.shown(path)) will be replaced by \(Environment.current.shown(other))."
        }
    }
}
