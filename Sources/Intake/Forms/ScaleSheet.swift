import Records

/// The scales of a form as they stand in their sheet.
struct ScaleSheet {
    /// The file as it was named.
    let name: String
    private(set) var scales: [FormScale] = []
    /// The line of each scale.
    private(set) var lines: [Int] = []
    let passedOver: [String]

    /// Reads the rows; what is wrong goes to `issues`.
    init(_ sheet: Sheet, _ issues: inout IssueList) {
        name = sheet.name
        passedOver = sheet.columns.passedOver
        for row in sheet.rows {
            func fault(_ column: String, _ what: String) {
                issues.append(ImportIssue(file: sheet.name, line: row.line, column: sheet.title(column), what: what))
            }
            func word<Word: RawRepresentable<String> & CaseIterable>(_ column: String, _ usual: Word) -> Word {
                guard let text = sheet[row, column] else { return usual }
                if let word = Word(rawValue: text.lowercased()) { return word }
                let all = Word.allCases.map(\.rawValue).joined(separator: ", ")
                fault(column, "\(Repeating.stated(text)). Use one of: \(all).")
                return usual
            }
            if scales.count == Form.mostQuestions {
                fault("scale", "a form can have at most 1,000 scales")
                break
            }
            let code = sheet[row, "scale"] ?? ""
            if code.isEmpty { fault("scale", "the scale has no name") }
            let minimum = sheet[row, "min_valid"]
            if let minimum, Int(minimum) == nil {
                fault("min_valid", "\(Repeating.stated(minimum)). Use a whole number, such as 2.")
            }
            let instrument = sheet[row, "instrument"].map { Instrument.named($0)?.code ?? $0 }
            let usual = instrument.flatMap { Instrument.named($0)?.direction } ?? .higherIsBetter
            scales.append(
                FormScale(
                    code: code,
                    title: sheet[row, "title"] ?? code,
                    scoring: word("scoring", FormScale.Scoring.mean),
                    minValid: minimum.flatMap { Int($0) },
                    direction: word("direction", usual),
                    instrument: instrument
                )
            )
            lines.append(row.line)
        }
    }
}
