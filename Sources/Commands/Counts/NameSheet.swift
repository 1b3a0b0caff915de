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
        let nothing = "Nothing was stored."
        switch problem {
        case .empty: self.init("\(file): there are no names in it", advice: nothing, code: .dataError)
        case .noName(let line):
            let advice = "Put one name on each line. \(nothing)"
            self.init(
                "\(file):\(line): there is no name in this line, or it is too long",
                advice: advice,
                code: .dataError
            )
        case .email(let line):
            let way = "groundwork import attendance FILE --session REF"
            self.init(
                "\(file):\(line): there is an e-mail in this line, and --names takes names only",
                advice: "\(nothing) Put a header over its columns, such as name,email, and: \(way)",
                code: .dataError
            )
        case .others(let lines):
            let problems = lines.map { "\(file):\($0.number): this line is \($0.what), and no name" }
            let count = problems.count > 1 ? "\(problems.count) problems. " : ""
            self.init(problems[0], advice: "\(count)\(nothing) Take out these lines.", code: .dataError)
            details = Array(problems.dropFirst().prefix(19))
        }
    }
}
