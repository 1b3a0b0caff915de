import Documents
import Records
import SQLite

extension Detail {
    /// What people said, and what was done about it, where people were told so in public.
    ///
    /// A poster, a meeting or a post has already put the staff's summary and answer before everybody: that is how an
    /// item's words are released. Whoever was told in person, or in another way, is counted in FB-06 and not quoted.
    /// There is no name: no item has one. What several people said in the same words stands on a page once.
    static let saidAndDone = Detail(
        key: "items",
        title: "You said, we did",
        otherwise: "Nothing was answered in public in this period.",
        table: { scope, _, database in
            let rows = try database.all(
                """
                SELECT feedback.summary, feedback.answer, feedback.told, fact.led_to_change, fact.answered_on,
                    outlet.title, fact.ref
                FROM feedback_fact AS fact
                CROSS JOIN feedback ON feedback.id = fact.id
                CROSS JOIN outlet ON outlet.id = fact.outlet_id
                WHERE \(scope.hasCome("fact.answered_on")) AND NOT fact.excluded
                    AND (fact.told = 'poster' OR fact.told = 'meeting' OR fact.told = 'post')
                    AND feedback.summary <> '' AND feedback.answer <> '' AND \(scope.isOf("fact.organization_id"))
                ORDER BY fact.answered_on DESC, fact.ref
                """
            ) { row in
                [
                    try row.textCell(0), try row.textCell(1), try row.textCell(2), .yesNo(try row[3]),
                    try row.dayCell(4), try row.textCell(5), try row.textCell(6),
                ]
            }
            return Table(
                columns: [
                    Column(key: "said", title: "You said"), Column(key: "did", title: "We did"),
                    Column(key: "told", title: "Told by"), Column(key: "changed", title: "Led to a change"),
                    Column(key: "answered", title: "Answered"), Column(key: "outlet", title: "Outlet"),
                    Column(key: "item", title: "Item"),
                ],
                rows: rows
            )
        },
        lines: { table in
            var said: Set<String> = []
            return table.rows.map { "You said: \($0[0].printed.asSentence) We did: \($0[1].printed.asSentence)" }
                .filter { said.insert($0).inserted }
        }
    )
}

extension String {
    /// The words in one line with a full stop, unless they end in one or the like.
    fileprivate var asSentence: String {
        let line = split { $0.isNewline }.map { $0.trimmed }.joined(separator: " ")
        guard let last = line.last, !".!?…".contains(last) else { return line }
        return line + "."
    }
}
