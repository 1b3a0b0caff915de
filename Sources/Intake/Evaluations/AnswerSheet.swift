import Files
package import Records

/// The answers of one form as a small text: lines `code: answer`, or a header of codes and one row.
package enum AnswerSheet {
    /// A form with the answers of a text, each of which its question accepts.
    ///
    /// - Throws: `ImportRefused` as `read` does, and for every answer that is none.
    package static func returned(_ text: String, of form: Form, file: String) throws -> ReturnedForm {
        var returned = ReturnedForm(form)
        var issues: [ImportIssue] = []
        for answer in try read(text, of: form, file: file) {
            guard let accepted = returned.answer(answer.item, answer.text) else { continue }
            let what = "\(answer.item.code): this answer isn't accepted. Use \(accepted)."
            issues.append(ImportIssue(file: file, line: answer.line, what: what, advice: nil))
        }
        if !issues.isEmpty { throw ImportRefused(issues) }
        return returned
    }

    /// The answers by question, with the lines on which they stand.
    ///
    /// - Throws: `ImportRefused` for a question that the form does not have or that stands there twice, a line without a
    ///   colon, and more than one row.
    package static func read(_ text: String, of form: Form, file: String) throws -> [(
        item: FormItem, text: String, line: Int
    )] {
        let answers = try isLines(text, form) ? lines(text, file) : rows(text, file)
        var issues: [ImportIssue] = []
        var seen: Set<Int> = []
        var found: [(item: FormItem, text: String, line: Int)] = []
        for answer in answers {
            guard let item = form.item(answer.code) else {
                let near = Header.nearest(to: answer.code, among: form.items.map(\.code))
                let advice =
                    near.isEmpty
                    ? Advice("For its questions", .perform(.show(.form), ["ref": form.ref])) : .nearest([near[0]])
                let what = "\(form.ref) has no \(Repeating.question(answer.code))"
                issues.append(ImportIssue(file: file, line: answer.line, what: what, advice: advice))
                continue
            }
            guard seen.insert(item.position).inserted else {
                issues.append(
                    ImportIssue(file: file, line: answer.line, what: "\"\(item.code)\" is answered twice", advice: nil)
                )
                continue
            }
            found.append((item, answer.text, answer.line))
        }
        if !issues.isEmpty { throw ImportRefused(issues) }
        return found
    }

    private typealias Answer = (code: String, text: String, line: Int)

    /// Whether the first line with anything in it is `code: answer` for a question of the form.
    private static func isLines(_ text: String, _ form: Form) -> Bool {
        guard let first = text.split(separator: "\n").first(where: { !$0.trimmed.isEmpty }),
            let colon = first.firstIndex(of: ":")
        else { return false }
        return form.item(first[..<colon].trimmed) != nil || !first.contains { $0 == "," || $0 == ";" || $0 == "\t" }
    }

    private static func lines(_ text: String, _ file: String) throws -> [Answer] {
        var answers: [Answer] = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if line.trimmed.isEmpty { continue }
            guard let colon = line.firstIndex(of: ":") else {
                // The line itself may be somebody's words: it is not repeated.
                let what = "no colon on this line. Write CODE: ANSWER."
                throw ImportRefused([ImportIssue(file: file, line: index + 1, what: what, advice: nil)])
            }
            answers.append((line[..<colon].trimmed, line[line.index(after: colon)...].trimmed, index + 1))
        }
        return answers
    }

    private static func rows(_ text: String, _ file: String) throws -> [Answer] {
        let bytes = FileBytes(bytes: Array(text.utf8), name: file)
        do {
            let reader = CSVReader(bytes, survey: try Survey(of: bytes))
            guard try reader.next() else { return [] }
            let header = (0..<reader.count).map { reader.text($0).trimmed }
            guard try reader.next() else { return [] }
            let answers = header.enumerated().map { (code: $1, text: reader.text($0).trimmed, line: reader.line) }
            if try reader.next() {
                let what = "the file has more than one row"
                let advice = Advice(
                    "To import several evaluations",
                    .perform(.importRecords, ["kind": "evaluations"], ask: ["files", "form", "session"])
                )
                throw ImportRefused([ImportIssue(file: file, line: reader.line, what: what, advice: advice)])
            }
            return answers.filter { !$0.code.isEmpty }
        } catch let problem as CSVProblem {
            throw ImportRefused([ImportIssue(problem, file: file)])
        }
    }
}
