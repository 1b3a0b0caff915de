import CommandLineKit
import Service

extension NameSheet {
    /// Reads the sheet at `path`; `-` is standard input.
    init(file path: String) throws {
        let input = try TextInput(path)
        do {
            try self.init(input.text)
        } catch {
            throw Failure(error, in: input.name)
        }
    }
}

extension Failure {
    /// Why a file is no sheet of names.
    fileprivate init(_ problem: NameSheetProblem, in file: String) {
        let nothing = "Nothing was saved."
        switch problem {
        case .empty: self.init("\(file): no names found", advice: nothing, code: .dataError)
        case .noName(let line):
            let advice = "\(nothing) Put one name on each line."
            self.init(
                "\(file):\(line): no name on this line, or it is too long",
                advice: advice,
                code: .dataError
            )
        case .email(let line):
            let way = "groundwork import attendance FILE --session REF"
            self.init(
                "\(file):\(line): this line has an e-mail address; --names takes names only",
                advice: "\(nothing) Add a header line, such as name,email, then run: \(way)",
                code: .dataError
            )
        case .others(let lines):
            let problems = lines.map { "\(file):\($0.number): this line is \($0.what), not a name" }
            let count = problems.count > 1 ? "\(problems.count) problems. " : ""
            self.init(problems[0], advice: "\(count)\(nothing) Delete these lines.", code: .dataError)
            details = Array(problems.dropFirst().prefix(19))
        }
    }
}
