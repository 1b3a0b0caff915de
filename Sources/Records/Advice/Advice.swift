/// What to do next, as a value: errors, due items and findings carry it, and each interface shows it in its own way, the
/// command line as a command to paste, a browser as a link to a form that is filled in.
///
/// A literal is advice of words alone.
package struct Advice: Hashable, Sendable {
    /// When a step is the right one, or what to do where no operation does it; without a colon or full stop before steps.
    package var words: String
    /// What can be done about it, the likeliest first.
    package var steps: [Step]

    package init(_ words: String, _ steps: Step...) {
        self.words = words
        self.steps = steps
    }

    package init(_ steps: Step...) {
        words = ""
        self.steps = steps
    }

    /// The names, refs or words that were nearest to what was typed.
    package static func nearest(_ names: [String]) -> Advice { Advice(.choose(names)) }

    /// One thing that can be done.
    package enum Step: Hashable, Sendable {
        /// An operation with the values that are known, in the order in which they are said, and the parameters that the
        /// person gives.
        case perform(OperationID, known: [Given] = [], ask: [String] = [])
        /// Say the same again, and allow that a record differs from a known one that is nearly the same.
        case confirmNew
        /// Say the same again, and allow that stored values are replaced.
        case update
        /// Say the same again with another value for a parameter.
        case correct(String)
        /// Say the same again with one of these.
        case choose([String])
    }

    /// A parameter of an operation with its value, as a person would type it.
    package struct Given: Hashable, Sendable {
        /// The name that the operation's `parameters` has, in lower case with underscores: `course`.
        package let parameter: String
        /// The text for it, not yet read: a ref, a day, `yes`.
        package let value: String

        /// A value for the parameter of this name.
        package init(_ parameter: String, _ value: String) {
            self.parameter = parameter
            self.value = value
        }
    }
}

extension Advice: ExpressibleByStringInterpolation {
    package init(stringLiteral value: String) { self.init(value) }
}

extension Advice.Step {
    /// An operation with values that are known: `.perform(.edit(.session), ["ref": ref, "status": "scheduled"])`.
    package static func perform(
        _ operation: OperationID,
        _ known: KeyValuePairs<String, String>,
        ask: [String] = []
    ) -> Self {
        .perform(operation, known: known.map { Advice.Given($0, $1) }, ask: ask)
    }
}

extension Advice.Step: CustomStringConvertible {
    /// The step for a log or a test, in no interface's words: `headcount.set session=s1 count=?`.
    package var description: String {
        switch self {
        case .perform(let operation, let known, let asked):
            let given = known.map { "\($0.parameter)=\($0.value)" } + asked.map { "\($0)=?" }
            return ([operation.rawValue] + given).joined(separator: " ")
        case .confirmNew: return "confirm new"
        case .update: return "update"
        case .correct(let parameter): return "correct \(parameter)"
        case .choose(let names): return "choose \(names.joined(separator: ", "))"
        }
    }
}
