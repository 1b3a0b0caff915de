import CommandLineKit
import Intake
import Records

/// The questions of a form, asked on a terminal one by one.
enum EvaluationQuestions {
    /// Asks every question, shows what will be stored and asks whether it is right.
    ///
    /// - Throws: `Failure` where the person ends it, or says no; nothing is stored then.
    static func ask(_ returned: inout ReturnedForm, of session: String) throws {
        let form = returned.form
        Output.note(
            "\(form.title) (\(form.ref)) at \(session): \(CountWord.of(form.items.count, "question", "questions"))."
        )
        Output.note("Press Enter to leave a question blank. Press Ctrl-D to stop without saving.")
        for (index, item) in form.items.enumerated() {
            Output.note("")
            Output.note("\(index + 1)/\(form.items.count) \(item.label)")
            for line in choices(of: item, form) { Output.note(line) }
            try ask(item, &returned)
        }
        Output.note("")
        Output.note("Ready to save:")
        for item in form.items { Output.note("  \(item.code): \(returned.shown(item) ?? "no answer")") }
        guard let answer = try Prompt.text("Save this? [Y/n] ") else { throw stopped }
        guard ["", "y", "yes"].contains(answer.lowercased()) else {
            throw Failure("nothing was saved", advice: "Run the command again to re-enter it.", code: .usage)
        }
    }

    /// Asks one question until its answer is one.
    private static func ask(_ item: FormItem, _ returned: inout ReturnedForm) throws {
        while true {
            guard let text = try Prompt.text("\(hint(item))> ") else { throw stopped }
            guard let accepted = returned.answer(item, text) else { return }
            Output.note("That answer isn't accepted. Use \(accepted), or press Enter to skip.")
        }
    }

    private static var stopped: Failure {
        Failure("the input ended before the last question", advice: "Nothing was saved.", code: .usage)
    }

    private static func hint(_ item: FormItem) -> String {
        switch item.kind {
        case .choices: "any of these "
        case .element: "part of the code, stored scrambled "
        default: ""
        }
    }

    /// The choices with the numbers by which they are answered.
    private static func choices(of item: FormItem, _ form: Form) -> [String] {
        let choices = form.choices(of: item)
        guard !choices.isEmpty else {
            guard let range = item.range else { return [] }
            return ["  from \(Self.words(range.lowerBound)) to \(Self.words(range.upperBound))"]
        }
        let isNumbered = choices.contains { Int($0.name) != nil }
        return choices.enumerated().map { index, choice in
            let number = item.kind == .likert ? choice.value.map { String($0) } : String(index + 1)
            return "  \(isNumbered ? choice.name : number ?? choice.name)  \(choice.label)"
        }
    }

    private static func words(_ number: Double) -> String {
        Int64(exactly: number).map { String($0) } ?? String(number)
    }
}
