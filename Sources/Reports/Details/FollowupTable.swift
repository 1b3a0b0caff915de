import Documents
import Measures
import Records

extension Detail {
    /// The items of follow-up forms, which people answer some weeks after the training.
    static let followup = Detail(
        key: "followup",
        title: "Some weeks later",
        counted: { reading, disclosure in
            let asked = reading.questionnaire
            let soon = Set((asked?.afters.items ?? []).map { $0.code.lowercased() })
            let withheld = reading.itemsWithheld.subtracting(soon)
            let rows = (asked?.followups.items ?? []).compactMap { item -> [Documents.Cell]? in
                guard let row = reading.answerRow(item, disclosure, withheld) else { return nil }
                return row.dropLast() + [reading.favorable(item, withheld, disclosure)] + row.suffix(1)
            }
            let columns = answerColumns
            return Table(
                columns: columns.dropLast()
                    + [Column(key: "favorable", title: "Favorable", alignment: .right)] + columns.suffix(1),
                rows: rows,
                notes: [
                    "Follow-up forms only, and only of those who gave one back. Favorable: the two most favorable answers "
                        + "(top-2-box), a reversed item turned round."
                ]
            )
        },
        questions: { asked in asked.questions(of: asked.forms(.followup)) }
    )
}

extension Reading {
    /// The share of favorable answers to a Likert item; empty for any other.
    fileprivate func favorable(
        _ item: Questionnaire.Item,
        _ withheld: Set<String>,
        _ disclosure: Disclosure
    ) -> Documents.Cell {
        guard item.column.likert != nil, item.column.right == nil,
            let top = questionnaire?.likert(whole, item.places)?.topFigure()
        else { return .empty }
        if withheld.contains(item.code.lowercased()) { return .withheld }
        return .figure(disclosure.publish(top, class: .rate, homogeneity: true))
    }
}
