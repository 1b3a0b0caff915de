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
            throw ValidationError("\(what) This cannot be undone.", hint: "Say that you mean it with --yes.")
        }
        let answer = try text("\(what) This cannot be undone. Go on? [y/N] ") ?? ""
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
            "The codes that tie befores to afters at \(events.joined(separator: ", ")) will be deleted."
        case .losingPairs(let pairs):
            "\(CountWord.of(pairs, "pair", "pairs")) of before and after will be lost: matching is closed, and the file "
                + "taken in again is not matched."
        case .storingMany(let responses, let attendance):
            "\(CountWord.of(responses, "response", "responses")) came in for a session that "
                + "\(CountWord.people(attendance)) attended, so some may have been sent twice. All of them will be stored."
        case .replacing(let path, let other):
            "\(Environment.current.shown(path)) is there, and will be replaced by \(Environment.current.shown(other))."
        }
    }
}
