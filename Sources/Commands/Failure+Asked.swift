import Calendar
import CommandLineKit
import Records
import Reports
import Service

extension Failure {
    /// What was asked for and is not there, with what was most likely meant.
    init(_ fault: any InputFault) {
        switch fault {
        case let unknown as UnknownName: self.init(unknown)
        case let period as UnreadPeriod:
            self.init(period.problem.message, advice: "Write \(period.problem.example).", code: .usage)
        case let form as FormNotChosen:
            let forms = form.forms.joined(separator: ", ")
            self.init(
                "--form: each form has columns of its own; which one is it?",
                advice: "Name one of \(forms), or write a row for each answer: --long",
                code: .usage
            )
        default: self.init(fault.refusal)
        }
    }

    private init(_ unknown: UnknownName) {
        let near = nearest(unknown.word, among: unknown.known)
        let meant = near.map { " Did you mean \(unknown.kind == .metric ? $0 : quoted($0))?" } ?? ""
        let place = unknown.kind == .metric ? "--explain: " : ""
        let next =
            switch unknown.kind {
            case .table: "The tables are \(unknown.known.joined(separator: ", "))."
            case .report: "See them all: groundwork report list"
            case .metric: "See their ids: groundwork report scorecard --format csv"
            case .plan: "See them all: groundwork batch list"
            }
        let what = "\(place)there is no \(unknown.kind.rawValue) \(quoted(unknown.word))"
        self.init(meant.isEmpty ? what : "\(what).\(meant)", advice: next, code: .usage)
    }

    // MARK: - Plans

    /// What is wrong with a plan, where, and what may stand there.
    init(plan problem: PlanProblem) {
        let start = [problem.plan, problem.place].filter { !$0.isEmpty }.joined(separator: ": ")
        let nothing = "Nothing was made."
        func near(_ word: String, _ known: [String]) -> String {
            nearest(word, among: known).map { " Did you mean \(quoted($0))?" } ?? ""
        }
        switch problem.kind {
        case .unknown(let word, let what, let known):
            let words = "\(start): there is no \(what) \(quoted(word)).\(near(word, known))"
            self.init(words, advice: "It is one of \(known.joined(separator: ", ")). \(nothing)", code: .dataError)
        case .noOrganization(let ref, let known):
            let words = "\(start): there is no organization \(quoted(ref)).\(near(ref, known))"
            self.init(words, advice: "\(nothing) See them: groundwork organization list", code: .noInput)
        case .other(let what):
            let advice = "\(nothing) For an example: groundwork batch show quarterly"
            self.init("\(start): \(what)", advice: advice, code: .dataError)
        }
    }
}

extension ValidationError {
    /// What was asked for and is not there, found out before anything is opened.
    init(_ error: any Error) {
        let failure = Failure(error)
        self.init(failure.message, hint: failure.advice)
    }
}
