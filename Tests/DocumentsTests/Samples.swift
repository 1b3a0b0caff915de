import Documents
import Measures

/// Documents that several tests draw; every program, person and figure in them is invented.
enum Sample {
    static let scorecard = Table(
        columns: [
            Column(key: "name", title: ""), Column(key: "value", title: "This period", alignment: .right),
            Column(key: "previous", title: "Last period", alignment: .right), Column(key: "note", title: "Note"),
        ],
        sections: [
            Table.Section(
                title: "TRAINING AND EDUCATION",
                rows: [
                    [.text("Trainings held"), .whole(3), .whole(2), .empty],
                    [
                        .text("People trained, each counted once"), .text("8 to 12"), .whole(7),
                        Cell.text("6 by name + 6 counted without names").emphasized(.quiet),
                    ],
                    [.text("Completion"), .figure(.share(numerator: 3, denominator: 4)), .withheld, .empty],
                ]
            ),
            Table.Section(
                title: "OUTLETS FOR FEEDBACK",
                rows: [
                    [.text("Outlets open"), .notCollected, .notApplicable, .empty],
                    [
                        Cell.text("All together").emphasized(.total),
                        Cell.decimal(26.98, printed: "27.0").emphasized(.total),
                        Cell.whole(0).emphasized(.total),
                    ],
                ]
            ),
        ],
        notes: ["* withheld: fewer than 5 people."]
    )

    static let page = Document(
        title: "What we did about stigma",
        blocks: [
            .sentence("3 trainings were held for 2 organizations; 8 to 12 people were trained."),
            .heading("You said, we did"),
            .list(["No vein care supplies on Fridays: on the shelf since 4 December.", "Open on Saturdays: not yet."]),
            .table(scorecard),
            .note("These are counts of what was done."),
        ],
        data: ["report": "scorecard", "metrics": []],
        rows: scorecard
    )

    static func list(_ rows: [[Cell]]) -> Document {
        .list(Table(columns: [Column(key: "name"), Column(key: "heads", alignment: .right)], rows: rows))
    }

    static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
