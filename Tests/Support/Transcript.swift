/// A page with commands in its fenced blocks, each followed by what it answers.
///
/// A line that begins with `$ ` is a command; a line with `…` alone stands for any lines; `[66]` is the exit code of a
/// command that does not end with 0.
package struct Transcript: Sendable {
    /// One command, and the lines that are expected under it.
    package struct Step: Sendable {
        /// The line of the page, from 1.
        package let line: Int
        package let command: String
        package let expected: [String]
    }

    /// The steps in order.
    package private(set) var steps: [Step] = []
    /// The day on which it takes place, from a line `<!-- day: 2026-11-21 -->`.
    package private(set) var day: String?
    private var lines: [String]
    private var spans: [Range<Int>] = []

    /// Reads a page; fenced blocks in which no line begins with `$ groundwork` are left alone.
    package init(_ page: String) {
        lines = page.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        var start: Int?
        for (index, line) in lines.enumerated() {
            if line.hasPrefix("<!-- day: ") { day = String(line.dropFirst(10).prefix(10)) }
            guard line.hasPrefix("```") else { continue }
            if let begin = start {
                read(begin + 1..<index)
                start = nil
            } else {
                start = index
            }
        }
    }

    private mutating func read(_ block: Range<Int>) {
        guard lines[block].contains(where: { $0.hasPrefix("$ groundwork") }) else { return }
        var begin: Int?
        for index in block {
            guard lines[index].hasPrefix("$ ") else { continue }
            if let begin { add(begin..<index) }
            begin = index
        }
        if let begin { add(begin..<block.upperBound) }
    }

    private mutating func add(_ span: Range<Int>) {
        spans.append(span)
        steps.append(
            Step(
                line: span.lowerBound + 1,
                command: String(lines[span.lowerBound].dropFirst(2)),
                expected: Array(lines[span].dropFirst())
            )
        )
    }

    /// The page with other answers under its commands.
    package func rewritten(_ answers: [[String]]) -> String {
        var page: [String] = []
        var next = 0
        for (span, answer) in zip(spans, answers) {
            page += lines[next...span.lowerBound]
            page += answer
            next = span.upperBound
        }
        return (page + lines[next...]).joined(separator: "\n")
    }

    /// Whether lines are what is expected; `…` alone stands for any number of them.
    package static func matches(_ actual: [String], _ expected: [String]) -> Bool {
        guard let first = expected.first else { return actual.isEmpty }
        if first == "…" {
            return (0...actual.count).contains { matches(Array(actual[$0...]), Array(expected.dropFirst())) }
        }
        return actual.first == first && matches(Array(actual.dropFirst()), Array(expected.dropFirst()))
    }
}
