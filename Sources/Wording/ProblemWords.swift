package import Service

extension Words {
    /// Why a text is no sheet of names; names lines, and repeats none of them.
    package static func problem(_ problem: NameSheetProblem) -> String {
        switch problem {
        case .empty: "There are no names here."
        case .noName(let line): "Line \(line) has no name, or one that is too long. Put one name on each line."
        case .email(let line): "Line \(line) holds an email. Put only names here, one on each line."
        case .others(let lines):
            lines.prefix(3).map { "Line \($0.number) is \($0.what), not a name." }.joined(separator: " ")
                + (lines.count > 3 ? " So are \(lines.count - 3) more." : "")
        }
    }
}
