package import Calendar
package import Records

/// Something about what was asked that is not a rule of the record: a name that there is not, a period that is none.
///
/// Interfaces that say it in words of their own look at the type; any other one says the ``refusal``.
package protocol InputFault: Error {
    /// What is wrong, as the record says what it refuses.
    var refusal: RecordError { get }
}

/// A word that names none of what there is to ask for.
package struct UnknownName: InputFault, Equatable {
    /// What was asked for.
    package enum Kind: String, Sendable {
        case table, report, metric, plan
    }

    /// Which of those it should have named.
    package let kind: Kind
    /// What was typed.
    package let word: String
    /// What there is.
    package let known: [String]

    /// A word that is none of those `known`.
    package init(kind: Kind, word: String, known: [String]) {
        self.kind = kind
        self.word = word
        self.known = known
    }

    package var refusal: RecordError { .unknown(kind.rawValue, word, known: known) }
}

/// A period that was typed for a parameter, and that is none.
package struct UnreadPeriod: InputFault, Equatable {
    /// The parameter's name.
    package let parameter: String
    /// Why it is none, with a text that would serve.
    package let problem: MalformedPeriod

    package var refusal: RecordError {
        .invalid(field: parameter, problem: problem.message, advice: Advice("Write \(problem.example)."))
    }
}

/// Evaluations of which form was not said, where each has columns of its own.
package struct FormNotChosen: InputFault, Equatable {
    /// The refs of the forms.
    package let forms: [String]

    package var refusal: RecordError {
        .invalid(
            field: "form",
            problem: "each form has columns of its own; which one is it?",
            advice: Advice("Choose a form, or a row for each answer", .choose(forms))
        )
    }
}
