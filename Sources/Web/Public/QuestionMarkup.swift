import Documents
import Inbox

/// A question of an evaluation as markup: one fieldset each, radios and boxes, no table, nothing that needs a script.
struct QuestionMarkup {
    let question: Questionnaire.Question
    let words: PublicWords
    /// What was sent before, where the page comes back.
    let answer: String
    let fault: Questionnaire.Fault?

    /// The name of its field; that of the form's own question stands behind a mark, so that no question takes a field of
    /// ours.
    static func field(_ name: String) -> String { "q.\(name)" }

    private var name: String { Self.field(question.name) }

    var html: HTML {
        switch question.answer {
        case .one(let choices): group(radios(choices))
        case .several(let choices): group(boxes(choices))
        case .number(let low, let high, true) where (high ?? .infinity) - (low ?? -.infinity) <= 10: scale(low, high)
        case .number(_, _, let whole): single(number(whole))
        case .words:
            single("<textarea rows=\"4\" \(marks) maxlength=\"4000\">\n\(answer)</textarea>", hint: words.noNames)
        case .codePart:
            single(
                "<input type=\"text\" class=\"short\" \(marks) value=\"\(answer)\" autocomplete=\"off\" maxlength=\"80\">",
                hint: words.ownCode
            )
        }
    }

    // MARK: - Parts

    private func radios(_ choices: [Questionnaire.Choice]) -> HTML {
        choices.map { choice("radio", $0.name, $0.label, isChosen: answer == $0.name) }.joined() + none
    }

    private func boxes(_ choices: [Questionnaire.Choice]) -> HTML {
        let chosen = Set(answer.split(separator: ";").map(String.init))
        return choices.map { choice("checkbox", $0.name, $0.label, isChosen: chosen.contains($0.name)) }.joined()
    }

    private func scale(_ low: Double?, _ high: Double?) -> HTML {
        let numbers = (Int(low ?? 0)...Int(high ?? 10)).map(String.init)
        let row = numbers.map { choice("radio", $0, $0, isChosen: answer == $0) }.joined()
        return group("<div class=\"scale\">\n\(row)</div>\n\(none)")
    }

    /// Takes an answer back, which a radio alone can't.
    private var none: HTML {
        "<label class=\"choice none\"><input type=\"radio\" name=\"\(name)\" value=\"\">\(words.noAnswer)</label>\n"
    }

    private func choice(_ type: HTML, _ value: String, _ label: String, isChosen: Bool) -> HTML {
        let mark: HTML = isChosen ? " checked" : ""
        return """
            <label class="choice"><input type="\(type)" name="\(name)" value="\(value)"\(mark)>\
            <span>\(label)</span></label>

            """
    }

    private func number(_ whole: Bool) -> HTML {
        let step: HTML = whole ? "1" : "any"
        return """
            <input type="number" class="short" \(marks) value="\(answer)" inputmode="decimal" step="\(step)" \
            autocomplete="off">
            """
    }

    private func group(_ content: HTML) -> HTML {
        let invalid: HTML = fault == nil ? "" : " aria-invalid=\"true\" aria-describedby=\"\(name)-problem\""
        return """
            <fieldset class="question"\(invalid)>
            <legend>\(question.label)</legend>
            \(wrong)\(content)</fieldset>

            """
    }

    private func single(_ input: HTML, hint: String? = nil) -> HTML {
        let said: HTML = hint.map { "<p class=\"hint\">\($0)</p>\n" } ?? ""
        return """
            <div class="question field">
            <label for="\(name)">\(question.label)</label>
            \(said)\(wrong)\(input)
            </div>

            """
    }

    private var marks: HTML {
        let invalid: HTML = fault == nil ? "" : " aria-invalid=\"true\" aria-describedby=\"\(name)-problem\""
        return "id=\"\(name)\" name=\"\(name)\"\(invalid)"
    }

    private var wrong: HTML { fault.map { "<p class=\"wrong\" id=\"\(name)-problem\">\(said($0))</p>\n" } ?? "" }

    private func said(_ fault: Questionnaire.Fault) -> String {
        switch fault {
        case .noChoice: words.chooseOne
        case .noNumber(let whole): whole ? words.wholeNumber : words.number
        case .outOfRange(let low?, let high?): words.between(Self.shown(low), Self.shown(high))
        case .outOfRange: words.number
        case .tooLong: words.tooLong
        case .strayCharacter: words.plainText
        case .noCodePart: words.lettersOrDigits
        }
    }

    private static func shown(_ number: Double) -> String { Int(exactly: number).map { "\($0)" } ?? "\(number)" }
}
