import Documents
import Measures
import Records
import SQLite

extension Detail {
    /// What people said, and what was done about it.
    ///
    /// Pages that leave the team hold only what was released for them: a public wording and a public answer, never the
    /// item's own words, the answer to its giver, or its ref. The team reads the words of what was told in public beside
    /// those. Whoever was told in person, or in another way, is counted in FB-06 and not quoted. There is no name: no
    /// item has one. What several people said in the same words stands on a page once.
    static let saidAndDone = Detail(
        key: "items",
        title: "You said, we did",
        otherwise: "No published answers in this period.",
        table: { scope, disclosure, database in
            try disclosure.isForTeam ? saidInside(scope, database) : released(scope, database)
        },
        lines: { table in
            var said: Set<String> = []
            return table.rows.map { "You said: \($0[0].printed.asSentence) We did: \($0[1].printed.asSentence)" }
                .filter { said.insert($0).inserted }
        },
        remarks: { scope, disclosure, database in
            let count = try unreleased(scope, disclosure, database)
            guard count > 0 else { return [] }
            let items = count == 1 ? "1 answered item" : "\(count) answered items"
            guard disclosure.isForTeam else { return [Remark("\(items) \(count == 1 ? "is" : "are") not shown here.")] }
            return [
                Remark(
                    "\(items) \(count == 1 ? "has" : "have") no public wording yet.",
                    Advice("To list them", .perform(.list(.feedback), ["unpublished": "yes"])),
                    Advice("To add one", .perform(.publishFeedback, ask: ["item", "wording"]))
                )
            ]
        }
    )

    private static let columns = [
        Column(key: "said", title: "You said"), Column(key: "did", title: "We did"),
        Column(key: "told", title: "Told by"), Column(key: "changed", title: "Led to a change"),
        Column(key: "answered", title: "Answered"), Column(key: "outlet", title: "Outlet"),
    ]

    /// What was answered in the period, each item once, the latest first.
    private static func answered(_ columns: SQL, _ scope: Scope, where condition: SQL) -> SQL {
        """
        SELECT \(columns), iif(fact.told_on <= \(scope.referenceDay), fact.told, NULL),
            ifnull(fact.changed_on <= \(scope.referenceDay), false), fact.answered_on, outlet.title, fact.ref,
            feedback.public_wording, feedback.public_answer
        FROM feedback_fact AS fact
        CROSS JOIN feedback ON feedback.id = fact.id
        CROSS JOIN outlet ON outlet.id = fact.outlet_id
        WHERE \(scope.hasCome("fact.answered_on")) AND NOT fact.excluded AND \(scope.isOf("fact.organization_id"))
            AND \(condition)
        ORDER BY fact.answered_on DESC, fact.ref
        """
    }

    /// What may stand on any page.
    private static func released(_ scope: Scope, _ database: borrowing DatabaseReader) throws -> Table {
        let sql = answered(
            "feedback.public_wording, feedback.public_answer",
            scope,
            where: "feedback.public_wording IS NOT NULL AND ifnull(feedback.may_post, 1) = 1"
        )
        return Table(columns: columns, rows: try database.all(sql) { try cells($0) })
    }

    /// What was told in public or may be read by everybody, in the words in which it was written down.
    private static func saidInside(_ scope: Scope, _ database: borrowing DatabaseReader) throws -> Table {
        let sql = answered(
            """
            iif(ifnull(feedback.summary, '') <> '', feedback.summary, feedback.public_wording),
                iif(ifnull(feedback.answer, '') <> '', feedback.answer, feedback.public_answer)
            """,
            scope,
            where: """
                (
                    feedback.public_wording IS NOT NULL
                        OR fact.told_on <= \(scope.referenceDay) AND (fact.told = 'poster' OR fact.told = 'meeting' OR fact.told = 'post')
                            AND feedback.summary <> '' AND feedback.answer <> ''
                )
                """
        )
        let rows = try database.all(sql) { row in
            try cells(row) + [try row.textCell(6), try row.textCell(7), try row.textCell(8)]
        }
        let inner = [
            Column(key: "item", title: "Item"), Column(key: "public_wording", title: "Public wording"),
            Column(key: "public_answer", title: "Public answer"),
        ]
        return Table(columns: columns + inner, rows: rows)
    }

    private static func cells(_ row: borrowing Row) throws -> [Documents.Cell] {
        [
            try row.textCell(0), try row.textCell(1), try row.textCell(2), .yesNo(try row[3]), try row.dayCell(4),
            try row.textCell(5),
        ]
    }

    /// How many answered items a page for others leaves out; for the team, how many of them may still get a wording.
    private static func unreleased(
        _ scope: Scope,
        _ disclosure: Disclosure,
        _ database: borrowing DatabaseReader
    ) throws -> Int {
        try database.value(
            """
            SELECT count(*) FROM feedback_fact AS fact CROSS JOIN feedback ON feedback.id = fact.id
            WHERE \(scope.hasCome("fact.answered_on")) AND NOT fact.excluded AND \(scope.isOf("fact.organization_id"))
                AND feedback.public_wording IS NULL
                AND (\(!disclosure.isForTeam) OR ifnull(feedback.may_post, 1) = 1)
            """
        ) ?? 0
    }
}

extension Disclosure {
    /// Whether those who can open the file anyway read the page, and nobody else.
    var isForTeam: Bool { profile == .team }
}

extension String {
    /// The words in one line with a full stop, unless they end in one or the like.
    package var asSentence: String {
        let line = split { $0.isNewline }.map { $0.trimmed }.joined(separator: " ")
        guard let last = line.last, !".!?…".contains(last) else { return line }
        return line + "."
    }
}
