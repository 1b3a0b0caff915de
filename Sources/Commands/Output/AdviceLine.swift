import CommandLineKit
import Records

extension Advice {
    /// The advice as the command line gives it: one line, whose commands can be pasted.
    var line: String {
        steps.reduce(words) { text, step in
            guard case .perform = step else { return [text, step.line].joinedAsSentences }
            if text.isEmpty { return step.line }
            return text.hasSuffix(".") ? "\(text) Or: \(step.line)" : "\(text): \(step.line)"
        }
    }
}

extension Advice.Step {
    /// The step as a command to paste, or as what to change about the one that was typed.
    var line: String {
        switch self {
        case .perform(let operation, let known, let asked): operation.line(known, asked)
        case .confirmNew: "If it's a different one, add --new."
        case .update: "To replace what is stored, add --update."
        case .correct(let parameter): "Choose another --\(parameter.replacing("_", with: "-"))."
        case .choose(let names): "Nearest: \(names.listed)"
        }
    }
}

extension OperationID {
    /// The words of its command, behind the program's name.
    var words: [String] {
        Self.everyday[self] ?? rawValue.split(separator: ".").flatMap { Self.nouns[String($0)] ?? [String($0)] }
    }

    /// Operations whose command is no noun with a verb.
    private static let everyday: [OperationID: [String]] = [
        .hearFeedback: ["heard"], .answerFeedback: ["answered"], .logTraining: ["log"],
        .add(.action): ["assessment", "action"], .list(.boardSeats): ["board", "seats"],
        .add(.question): ["tally", "ask"], .list(.question): ["tally", "questions"],
    ]

    /// Kinds whose commands stand below another kind's.
    private static let nouns = [Noun.profile.rawValue: ["organization", "profile"]]

    /// The command with these values; its words alone where it does not know one of them.
    fileprivate func line(_ known: [Advice.Given], _ asked: [String]) -> String {
        let form = CommandLineForm(words, under: Groundwork.self)
        let line = form?.line(known: known.map { ($0.parameter, $0.value) }, asked: asked)
        // Tests run with assertions: whatever advice they raise has a command that takes its parameters.
        assert(line != nil, "no command takes \(rawValue) with \(known.map(\.parameter) + asked)")
        return line ?? (["groundwork"] + words).joined(separator: " ")
    }
}

extension [String] {
    /// The parts that say something, each ended before the next.
    fileprivate var joinedAsSentences: String {
        filter { !$0.isEmpty }.reduce("") { text, part in
            text.isEmpty ? part : "\(text)\(text.hasSuffix(".") ? "" : ".") \(part)"
        }
    }

    /// At most five of them, and how many more.
    fileprivate var listed: String {
        prefix(5).joined(separator: ", ") + (count > 5 ? " and \(count - 5) more" : "")
    }
}
