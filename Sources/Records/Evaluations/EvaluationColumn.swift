/// One column of an export of evaluations: of each of them, or of one question of a form.
///
/// A column holds one kind of value throughout, so that R and pandas read it without being told: several choices are a
/// column of 0 and 1 for each choice, and so is a choice of a Likert item that stands for no number.
package struct EvaluationColumn: Equatable, Sendable {
    /// What stands in it.
    package enum Content: Equatable, Sendable {
        case session, organization, submitted, form, id, pair, asked
        /// The number that was given, or that a Likert choice stands for.
        case number(FormItem)
        /// The name of the one choice.
        case choice(FormItem)
        /// Whether a choice was ticked: one of several, or one without a number beside those that have one.
        case ticked(FormItem, FormChoice)
        /// What somebody wrote.
        case words(FormItem)
    }

    /// The name in the file: an item's code, or `code.choice`.
    package let name: String
    /// What it says, for the codebook.
    package let label: String
    /// What a row has in it; by this a reader of rows finds the cell.
    package let content: Content

    /// The question that it is about; nil for what every evaluation has.
    package var item: FormItem? {
        switch content {
        case .session, .organization, .submitted, .form, .id, .pair, .asked: nil
        case .number(let item), .choice(let item), .ticked(let item, _), .words(let item): item
        }
    }

    /// The type as the codebook calls it.
    package var typeName: String {
        switch content {
        case .session, .organization, .form: "ref"
        case .submitted: "date"
        case .id, .pair, .asked, .ticked: "whole number"
        case .number(let item): item.takesWholeNumbers ? "whole number" : "number"
        case .choice: "code"
        case .words: "text"
        }
    }
}

extension EvaluationColumn {
    /// What every evaluation has, in order; numbers are of one export alone.
    package static let ofEach = [
        EvaluationColumn(name: "session", label: "Session", content: .session),
        EvaluationColumn(name: "organization", label: "Organization whose clients answered", content: .organization),
        EvaluationColumn(name: "submitted", label: "Submitted on", content: .submitted),
        EvaluationColumn(name: "form", label: "Form", content: .form),
        EvaluationColumn(name: "id", label: "Number of the evaluation, in this export only", content: .id),
        EvaluationColumn(
            name: "pair",
            label: "Number shared by a before-and-after pair, in this export only",
            content: .pair
        ),
    ]

    /// How many of the questions that are counted on were asked, by which a form counts as returned. It tells paper from
    /// screen, so it leaves with names only; and where a question has its name, that stands there.
    package static let asked = EvaluationColumn(name: "asked", label: "Number of questions asked", content: .asked)

    static func ofEach(in form: Form, identified: Bool) -> [EvaluationColumn] {
        ofEach + (identified && !form.items.contains { $0.code.lowercased() == asked.name } ? [asked] : [])
    }

    /// The columns of an item; none for a part of a code, which is kept as a hash only, and for words unless
    /// `identified`.
    static func columns(of item: FormItem, in form: Form, identified: Bool) -> [EvaluationColumn] {
        func ticked(_ choice: FormChoice) -> EvaluationColumn {
            EvaluationColumn(
                name: "\(item.code).\(choice.name)",
                label: "\(item.label) – \(choice.label)",
                content: .ticked(item, choice)
            )
        }
        func column(_ content: Content) -> EvaluationColumn {
            EvaluationColumn(name: item.code, label: item.label, content: content)
        }
        switch item.kind {
        case .likert:
            return [column(.number(item))] + form.choices(of: item).filter { $0.value == nil }.map(ticked)
        case .number, .recommend: return [column(.number(item))]
        case .choice, .resonates, .challenges: return [column(.choice(item))]
        case .choices: return form.choices(of: item).map(ticked)
        case .text, .commitment, .reflection: return identified ? [column(.words(item))] : []
        case .element: return []
        }
    }
}

/// What stands in one cell of an export of evaluations.
package enum EvaluationCell: Hashable, Sendable {
    case empty
    case whole(Int64)
    case real(Double)
    case text(String)
}

extension Form {
    /// What the cells of a column stand for, where that is a choice.
    package func labels(of column: EvaluationColumn) -> [EvaluationCell: String] {
        switch column.content {
        case .ticked(_, let choice): [.whole(1): choice.label]
        case .choice(let item):
            Dictionary(choices(of: item).map { (.text($0.name), $0.label) }) { first, _ in first }
        case .number(let item):
            Dictionary(
                choices(of: item).compactMap { choice in choice.value.map { (.whole(Int64($0)), choice.label) } }
            ) { first, _ in first }
        default: [:]
        }
    }
}
