import Documents
import Records

/// What the columns of exported evaluations mean: questions, choices, scales.
enum EvaluationCodebook {
    /// The name of the table with a row for each answer; that of a form's own table begins otherwise.
    static let long = "answers"

    /// The columns of that table.
    static let longColumns: [(key: String, label: String, type: String)] = [
        ("session", "Session", "ref"), ("organization", "Organization whose clients answered", "ref"),
        ("submitted", "Submitted on", "date"), ("form", "Form", "ref"),
        ("wave", "When the form is asked", "code"),
        ("id", "Number of the evaluation, new in each export", "whole number"),
        ("pair", "Number shared by a matched before and after, new in each export", "whole number"),
        ("item", "Column of the wide table", "text"), ("value", "Answer", "text"),
        ("label", "Meaning", "text"),
    ]

    /// A row for each column, in the order of the codebook's own.
    static func rows(_ forms: [Form]) -> [[Cell]] {
        let each = (EvaluationColumn.ofEach + [.asked]).map { row($0, nil) }
        let questions = forms.flatMap { form in
            EvaluationExtract(form, identified: true).columns.filter { $0.item != nil }.map { row($0, form) }
        }
        let answers = longColumns.map { column in
            let waves = column.key == "wave" ? Form.Wave.allCases.map(\.rawValue).joined(separator: ";") : ""
            return [long, column.key, column.label, column.type, "", waves, "recorded by the program"].map {
                Cell.text($0)
            }
        }
        return each + questions + answers
    }

    private static func row(_ column: EvaluationColumn, _ form: Form?) -> [Cell] {
        let head: [Cell] = [
            .text(Noun.evaluation.plural), .text(column.name), .text(column.label), .text(column.typeName), .text(""),
            .text(values(column, form)), .text(source(column)),
        ]
        guard let form, let item = column.item else { return head }
        let scale = form.scales.first { $0.code.lowercased() == item.scale?.lowercased() }
        return head + [
            .text(form.ref), .text(item.scale), .text(scale?.title), .text(scale?.scoring.rawValue),
            .whole(scale.map { $0.needed(of: form.items(of: $0).count) }), .text(scale?.direction.rawValue),
            isNumber(column) ? .yesNo(item.isReversed) : .empty, number(column, item.min), number(column, item.max),
            .whole(item.kirkpatrick), item.key.isEmpty ? .empty : .text(item.key.joined(separator: " ")),
        ]
    }

    /// `1=Strongly disagree;2=Disagree`: each value with what it stands for.
    private static func values(_ column: EvaluationColumn, _ form: Form?) -> String {
        guard let form, let item = column.item else { return "" }
        let pairs: [String]
        switch column.content {
        case .ticked(_, let choice): pairs = ["0=not chosen", "1=\(choice.label)"]
        case .choice: pairs = form.choices(of: item).map { "\($0.name)=\($0.label)" }
        case .number:
            pairs = form.choices(of: item).compactMap { choice in choice.value.map { "\($0)=\(choice.label)" } }
        default: pairs = []
        }
        return pairs.map { String($0.map { $0 == ";" ? "," : $0 }) }.joined(separator: ";")
    }

    private static func source(_ column: EvaluationColumn) -> String {
        switch column.content {
        case .words: "free text; only in an identified export"
        case .id, .pair: "new in each export"
        case .asked: "recorded by the program; only in an identified export"
        case .session, .organization, .submitted, .form: "recorded by the program"
        case .number, .choice, .ticked: "answered by the respondent"
        }
    }

    private static func isNumber(_ column: EvaluationColumn) -> Bool {
        if case .number = column.content { true } else { false }
    }

    private static func number(_ column: EvaluationColumn, _ value: Double?) -> Cell {
        guard isNumber(column), let value else { return .empty }
        return Int(exactly: value).map { .whole($0) } ?? .decimal(value, printed: Decimal.shortest(value))
    }
}
