import Documents
import Measures
import Records

extension Detail {
    /// The items of follow-up forms, which people answer some weeks after the training.
    static let followup = Detail(
        key: "followup",
        title: "Follow-up, some weeks later",
        counted: { reading, disclosure in
            let rows = reading.laterLines(disclosure).map { line -> [Documents.Cell] in
                let row = line.row
                return row.dropLast() + [line.favorable] + row.suffix(1)
            }
            let columns = answerColumns
            return Table(
                columns: columns.dropLast()
                    + [Column(key: "favorable", title: "Favorable", alignment: .right)] + columns.suffix(1),
                rows: rows,
                notes: [
                    "From follow-up forms that were returned. Favorable: the two most favorable answers (top-2-box); "
                        + "reversed items are turned around."
                ]
            )
        },
        told: { reading, disclosure in reading.laterLines(disclosure).flatMap(\.told) },
        questions: { asked in asked.questions(of: asked.forms(.followup)) }
    )
}
