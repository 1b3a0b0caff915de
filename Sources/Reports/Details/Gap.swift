import Calendar
import Documents
import Records
import SQLite

/// Something that records of a kind lack, and what fills it.
struct Gap: Sendable {
    /// What is lacking, in words: `held session without a count`.
    let what: String
    /// Which figures stay open for it, in short.
    let metrics: String
    /// Whether only the team hears of it: what a page for others leaves out is no gap of that page.
    let isForTeam: Bool
    /// What fills it, for the record of a ref.
    let step: @Sendable (String) -> Advice.Step
    /// The records: ref and day, oldest first; no name of a person is among them.
    let records: @Sendable (Scope) -> SQL

    /// - Parameters:
    ///   - metrics: the metrics whose figures stay open for it.
    ///   - name: what people know those by where it is not their ids.
    init(
        _ what: String,
        for metrics: [Metric],
        as name: String? = nil,
        step: @escaping @Sendable (String) -> Advice.Step,
        isForTeam: Bool = false,
        records: @escaping @Sendable (Scope) -> SQL
    ) {
        self.what = what
        self.metrics = name ?? metrics.map(\.id).inShort
        self.step = step
        self.isForTeam = isForTeam
        self.records = records
    }

    /// Every kind of gap, in the order of the catalogue.
    static let all = Theme.all.flatMap(\.gaps)
}

extension Detail {
    /// What is missing in the records, kind by kind, oldest first.
    static let gaps = Detail(key: "gaps", title: "What is missing", otherwise: "Nothing is missing.") {
        scope,
        disclosure,
        database in
        var rows: [[Documents.Cell]] = []
        for gap in Gap.all where disclosure.isForTeam || !gap.isForTeam {
            rows += try database.all("SELECT * FROM (\(gap.records(scope))) ORDER BY 2, 1") { row in
                let ref = try row.text(0)
                let cells: [Documents.Cell] = [.text(gap.what), .text(ref), try row.dayCell(1), .text(gap.metrics)]
                return disclosure.isForTeam ? cells + [.next(NextStep(Advice(gap.step(ref))))] : cells
            }
        }
        let columns = [
            Column(key: "gap", title: "What is missing"), Column(key: "record", title: "Record", isRef: true),
            Column(key: "day", title: "Day"), Column(key: "metrics", title: "For", isRef: true),
        ]
        let steps = disclosure.isForTeam ? [Column(key: "command", title: "How to fix it")] : []
        return Table(columns: columns + steps, rows: rows)
    }
}
