import CommandLineKit
import Language

extension BoardWords {
    /// A board's own words from a file, one rule a line.
    init(file: String) throws {
        let input = try TextInput(file)
        do {
            try self.init(text: input.text)
        } catch {
            throw Failure(error, in: input.name)
        }
    }
}

extension Failure {
    /// Why a file of words can't be used.
    fileprivate init(_ problem: BoardWordsProblem, in file: String) {
        switch problem {
        case .noRule(let line):
            self.init(
                "\(file):\(line): this line is not a rule",
                advice: "Write avoid: WORDS = PREFERRED, or name: TITLE, or leave out: TERM.",
                code: .dataError
            )
        case .unknownTerm(let line, let term, let known):
            let near = nearest(term, among: known).map { "Did you mean \($0)? " } ?? ""
            self.init(
                "\(file):\(line): unknown term \(quoted(term))",
                advice: "\(near)To list the terms: groundwork lint --format csv",
                code: .dataError
            )
        }
    }
}
