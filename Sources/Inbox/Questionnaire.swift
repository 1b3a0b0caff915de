import PlainText

/// A form as the public pages ask it: the questions in order, and what each accepts.
package struct Questionnaire: Codable, Equatable, Sendable {
    /// The form's title.
    package var title: String
    /// `before`, `after` or `followup`.
    package var wave: String
    /// In the order in which they are asked.
    package var questions: [Question]

    package init(title: String, wave: String, questions: [Question]) {
        self.title = title
        self.wave = wave
        self.questions = questions
    }

    /// One question.
    package struct Question: Codable, Equatable, Sendable {
        /// Its name among the questions of the form.
        package var name: String
        /// What is asked, in the form's language.
        package var label: String
        /// How it is answered, and by which choices.
        package var answer: AnswerKind

        package init(name: String, label: String, answer: AnswerKind) {
            self.name = name
            self.label = label
            self.answer = answer
        }
    }

    /// One answer that can be chosen.
    package struct Choice: Codable, Equatable, Sendable {
        /// What is sent.
        package var name: String
        /// What people read.
        package var label: String

        package init(name: String, label: String) {
            self.name = name
            self.label = label
        }
    }

    /// How a question is answered.
    package enum AnswerKind: Codable, Equatable, Sendable {
        /// One of several.
        case one([Choice])
        /// As many of several as fit.
        case several([Choice])
        /// A number within a range, where it has ends, and whether only whole ones.
        case number(low: Double?, high: Double?, whole: Bool)
        /// In one's own words.
        case words
        /// A part of the code by which a before finds its after: letters or digits.
        case codePart
    }
}

extension Questionnaire {
    /// The most characters that one answer has, counted as a page counts them (UTF-16).
    package static let longestAnswer = 4_000

    /// Why an answer is not accepted.
    package enum Fault: Equatable, Sendable {
        /// It is none of the choices.
        case noChoice
        /// It is no number, or no whole one where only those are accepted.
        case noNumber(whole: Bool)
        /// It is outside the range.
        case outOfRange(low: Double?, high: Double?)
        /// It is longer than ``longestAnswer``.
        case tooLong
        /// It holds characters that steer a screen.
        case strayCharacter
        /// It is no part of a code.
        case noCodePart
    }

    /// What is wrong with each answer, by the question's name; empty where all of them are accepted.
    ///
    /// A blank is no answer, and nothing is wrong with it. Answers to questions that are not asked are left out.
    package func faults(in answers: [String: String]) -> [String: Fault] {
        var found: [String: Fault] = [:]
        for question in questions {
            guard let text = answers[question.name], !text.isEmpty else { continue }
            found[question.name] = question.answer.fault(text)
        }
        return found
    }

    /// The answers to what is asked, without blanks.
    package func answered(_ answers: [String: String]) -> [String: String] {
        let names = Set(questions.map(\.name))
        return answers.filter { names.contains($0.key) && !$0.value.isEmpty }
    }
}

extension Questionnaire.AnswerKind {
    fileprivate func fault(_ text: String) -> Questionnaire.Fault? {
        if text.utf16.count > Questionnaire.longestAnswer { return .tooLong }
        if StrayCharacter(in: text, isOneLine: false) != nil { return .strayCharacter }
        switch self {
        case .one(let choices):
            return choices.contains { $0.name == text } ? nil : .noChoice
        case .several(let choices):
            let names = text.split(separator: ";").map(String.init)
            return names.allSatisfy { name in choices.contains { $0.name == name } } ? nil : .noChoice
        case .number(let low, let high, let whole):
            guard let number = Double(text), number.isFinite, !whole || number == number.rounded() else {
                return .noNumber(whole: whole)
            }
            return (low ?? number) <= number && number <= (high ?? number) ? nil : .outOfRange(low: low, high: high)
        case .words: return nil
        case .codePart:
            let isPlain = text.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || ("0"..."9").contains($0) }
            return isPlain && text.utf8.count <= 80 ? nil : .noCodePart
        }
    }
}
