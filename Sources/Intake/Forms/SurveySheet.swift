import Records

/// The questions of a form as they stand in their sheet.
struct SurveySheet {
    /// A question before its choices are known.
    struct Question {
        let line: Int
        let type: QuestionType.Reading
        let code: String
        let label: String
        var scale: String?
        var isReversed = false
        var min: Double?
        var max: Double?
        var isWhole = false
        var kirkpatrick: Int?
        var key: [String] = []
        var digits: Int?
        var metric: ItemMetric?
        /// Whether the appearance is that of a Likert item.
        var looksLikert = false
    }

    /// The file as it was named.
    let name: String
    private(set) var questions: [Question] = []
    let passedOver: [String]
    /// Questions whose answers are not kept, with their types: `visit_day (date)`.
    private(set) var unkept: [String] = []
    /// Names of columns as the file has them.
    let titles: [String: String]

    /// Reads the rows; what is wrong goes to `issues`.
    init(_ sheet: Sheet, _ issues: inout IssueList) {
        name = sheet.name
        passedOver = sheet.columns.passedOver
        titles = sheet.columns.titles
        for row in sheet.rows {
            // Looked at first: what follows compares each question with the others.
            if questions.count == Form.mostQuestions {
                let what = "a form can have at most 1,000 questions"
                issues.append(ImportIssue(file: sheet.name, line: row.line, column: titles["name"], what: what))
                break
            }
            var line = SurveyLine(sheet: sheet, row: row)
            if let question = line.question() { questions.append(question) }
            if let word = line.unkept { unkept.append(word) }
            issues.append(line.issues)
        }
    }
}

/// One row of a survey sheet, being read.
private struct SurveyLine {
    let sheet: Sheet
    let row: Sheet.Row
    var issues = IssueList()
    var unkept: String?

    init(sheet: Sheet, row: Sheet.Row) {
        self.sheet = sheet
        self.row = row
    }

    /// The question, where the row asks one and its type could be read.
    mutating func question() -> SurveySheet.Question? {
        if yesNo("disabled") { return nil }
        let code = sheet[row, "name"] ?? ""
        guard let text = sheet[row, "type"] else {
            fault("type", "the question has no type")
            return nil
        }
        do throws(TypeFault) {
            let type = try QuestionType.read(text)
            switch type.type {
            case .silent: return nil
            case .unkept:
                unkept = "\(code) (\(text.lowercased()))"
                return nil
            default: return read(type, code)
            }
        } catch {
            fault("type", error.words)
            return nil
        }
    }

    private mutating func read(_ type: QuestionType.Reading, _ code: String) -> SurveySheet.Question {
        var question = SurveySheet.Question(line: row.line, type: type, code: code, label: sheet[row, "label"] ?? "")
        question.scale = sheet[row, "scale"]
        question.isReversed = yesNo("reversed")
        question.min = number("min")
        question.max = number("max")
        question.isWhole = type.isWhole
        question.kirkpatrick = wholeNumber("kirkpatrick")
        question.digits = wholeNumber("digits")
        question.metric = metric()
        question.key = (sheet[row, "key"] ?? "").split { $0.isWhitespace || $0 == ";" || $0 == "," }.map(String.init)
        question.looksLikert = sheet[row, "appearance"]?.lowercased().contains("likert") ?? false
        if type.type == .range { readParameters(&question) }
        return question
    }

    private mutating func metric() -> ItemMetric? {
        guard let text = sheet[row, "metric"] else { return nil }
        if let metric = ItemMetric(text: text) { return metric }
        fault("metric", "unknown metric. Use one of: \(ItemMetric.allCases.map(\.text).joined(separator: ", ")).")
        return nil
    }

    /// `start=0 end=10 step=1`.
    private mutating func readParameters(_ question: inout SurveySheet.Question) {
        var given: [String: Double] = ["start": 0, "end": 10, "step": 1]
        let plain = (sheet[row, "parameters"] ?? "").split { $0.isWhitespace || $0 == ";" || $0 == "," }
        for parameter in plain {
            let sides = parameter.split(separator: "=", maxSplits: 1).map { $0.trimmed.lowercased() }
            guard sides.count == 2, let number = Double(sides[1]), number.isFinite else {
                fault("parameters", "is not in the form start=0 end=10 step=1")
                break
            }
            given[sides[0]] = number
        }
        question.min = question.min ?? given["start"]
        question.max = question.max ?? given["end"]
        question.isWhole = [given["start"], given["step"]].allSatisfy { Int(exactly: $0 ?? 0) != nil }
    }

    private mutating func yesNo(_ column: String) -> Bool {
        switch sheet[row, column]?.lowercased() {
        case nil, "no", "false", "0", "false()", "n": return false
        case "yes", "true", "1", "true()", "y", "x": return true
        case let text?:
            fault(column, "\(Repeating.stated(text)). Use yes or no.")
            return false
        }
    }

    private mutating func number(_ column: String) -> Double? {
        guard let text = sheet[row, column] else { return nil }
        if let number = Double(text), number.isFinite, abs(number) <= 1e12 { return number }
        fault(column, "\(Repeating.stated(text)). Use a number.")
        return nil
    }

    private mutating func wholeNumber(_ column: String) -> Int? {
        guard let text = sheet[row, column] else { return nil }
        if let number = Int(text) { return number }
        fault(column, "\(Repeating.stated(text)). Use a whole number.")
        return nil
    }

    private mutating func fault(_ column: String, _ what: String) {
        issues.append(ImportIssue(file: sheet.name, line: row.line, column: sheet.title(column), what: what))
    }
}
