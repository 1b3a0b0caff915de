package import Records

/// What is wrong with a row, or with a header, and what to do about it. It never quotes a person's details.
package struct ImportIssue: Equatable, Sendable {
    /// The file as it was named.
    package let file: String
    /// The physical line, from 1; nil where it is about the whole file.
    package let line: Int?
    /// The name of the column, as the file has it where the file has it.
    package let column: String?
    /// What is wrong, in words that stand behind the column's name; a cell is repeated only where it is a number, a
    /// date or one word.
    package let what: String
    /// What to do next, where there is something.
    package let advice: Advice?

    package init(file: String, line: Int?, column: String? = nil, what: String, advice: Advice? = nil) {
        self.file = file
        self.line = line
        self.column = column
        self.what = what
        self.advice = advice
    }
}

extension ImportIssue {
    /// A column that an option names and the file does not have, with those that are spelled most like it.
    init(missing name: String, among titles: [String], _ naming: HeaderNaming, _ file: String, line: Int?) {
        let known = naming.isHeader ? titles : []
        let near = Header.nearest(to: name, among: known).map { "\"\($0)\"" }.joined(separator: ", ")
        self.init(
            file: file,
            line: line,
            column: name.clipped,
            what: near.isEmpty ? "the file has no such column" : "the file has no such column. Did you mean \(near)?",
            advice: naming.list(titles)
        )
    }
}

extension ImportIssue: CustomStringConvertible {
    /// One line: `attendance.csv:17: minutes: "ninety" is not a whole number`.
    package var description: String {
        let place = line.map { "\(file):\($0)" } ?? file
        return "\(place): \(problem)"
    }

    /// The column and what is wrong with it, without the place.
    var problem: String { column.map { $0.stated(what) } ?? what }
}

/// An import that was refused: nothing was stored.
package struct ImportRefused: Error, Equatable, Sendable {
    /// How many problems are listed.
    package static let listed = 20

    /// The first problems, in the order of the files and their lines.
    package let issues: [ImportIssue]
    /// How many there are.
    package let count: Int

    package init(_ issues: [ImportIssue]) {
        self.init(issues, count: issues.count)
    }

    init(_ issues: [ImportIssue], count: Int) {
        self.issues = Array(issues.prefix(Self.listed))
        self.count = count
    }
}

/// Problems as they are met: the first ones kept, all counted.
struct IssueList {
    private(set) var issues: [ImportIssue] = []
    private(set) var count = 0

    init() {}

    init(_ refused: ImportRefused) {
        issues = refused.issues
        count = refused.count
    }

    var isEmpty: Bool { count == 0 }

    mutating func append(_ issue: ImportIssue) {
        count += 1
        issues.append(issue)
        // Rows of one session come in its order, not in the file's; the first by line are to be listed in the end.
        if issues.count >= 4_096 { shorten() }
    }

    mutating func append(_ other: IssueList) {
        let sum = count + other.count
        for issue in other.issues { append(issue) }
        count = sum
    }

    /// The refusal that lists them, in the order of their lines within a file.
    func refusal() -> ImportRefused {
        var copy = self
        copy.shorten()
        return ImportRefused(copy.issues, count: count)
    }

    private mutating func shorten() {
        var places: [String: Int] = [:]
        for issue in issues where places[issue.file] == nil { places[issue.file] = places.count }
        let ordered = issues.enumerated().sorted { left, right in
            let a = (places[left.element.file] ?? 0, left.element.line ?? 0, left.offset)
            let b = (places[right.element.file] ?? 0, right.element.line ?? 0, right.offset)
            return a < b
        }
        issues = ordered.prefix(ImportRefused.listed).map(\.element)
    }
}
