import Calendar
import SQLite

/// The returned evaluations of one form on their way out: a row for each, read one by one, in constant memory.
///
/// They stand by session and then by the numbers of `Store.numberEvaluations`, so that neither refs nor order join two
/// exports, or tell who answered first.
package struct EvaluationExtract: Sendable {
    /// The form of all rows: one form has one set of columns, so an export of several forms is several extracts.
    package let form: Form
    /// The columns, in order; cell `i` of a row is column `i`'s.
    package let columns: [EvaluationColumn]
    private let filter: RecordFilter

    /// - Parameter identified: with the words that people wrote.
    package init(_ form: Form, _ filter: RecordFilter = RecordFilter(), identified: Bool = false) {
        self.form = form
        self.filter = filter
        columns =
            EvaluationColumn.ofEach(in: form, identified: identified)
            + form.items.flatMap { EvaluationColumn.columns(of: $0, in: form, identified: identified) }
    }

    /// Sessions with an evaluation of the form, in order.
    fileprivate var sessionQuery: SQL {
        let conditions =
            ["EXISTS (SELECT 1 FROM evaluation AS e WHERE e.form_id = \(form.id) AND e.session_id = t.id)" as SQL]
            + RecordType.session.sessionConditions(filter)
        return """
            SELECT t.id, t.ref FROM session AS t WHERE \(conditions.joined(separator: " AND "))
            ORDER BY t.starts_on, t.id
            """
    }

    /// Organizations whose clients returned the form, in order, by the numbers that stand for them.
    fileprivate var organizationQuery: SQL {
        let conditions =
            [
                "EXISTS (SELECT 1 FROM evaluation AS e WHERE e.form_id = \(form.id) AND e.organization_id = t.id)"
                    as SQL
            ] + (filter.organization.map { ["t.id = \($0)"] } ?? [])
        return
            "SELECT -t.id, t.ref FROM organization AS t WHERE \(conditions.joined(separator: " AND ")) ORDER BY t.ref, t.id"
    }

    /// Whether only what is of sessions is asked for.
    fileprivate var isOfSessionsOnly: Bool { filter.course != nil || filter.session != nil || filter.status != nil }

    /// The evaluations of a session, or of an organization's clients, with the answers in `slots`.
    fileprivate func query(_ session: Int64, _ slots: SQL) -> SQL {
        """
        SELECT e.id, e.submitted_on, n.number, p.number, ifnull(e.asked, \(form.counted.count))\(slots) FROM evaluation AS e
        LEFT JOIN temp.evaluation_number AS n ON n.evaluation_id = e.id
        LEFT JOIN evaluation_match AS m ON m.evaluation_id = e.id
        LEFT JOIN temp.pair_number AS p ON p.pair = m.pair
        WHERE e.form_id = \(form.id) AND \(EvaluationPlace.isOf(session, "e"))\(days(session)) ORDER BY n.number
        """
    }

    /// The days of forms without a session are those on which they came back.
    private func days(_ place: Int64) -> SQL {
        guard EvaluationPlace.organization(of: place) != nil else { return "" }
        let terms: [SQL?] = [
            filter.from.map { " AND e.submitted_on >= \($0.iso)" },
            filter.to.map { " AND e.submitted_on <= \($0.iso)" },
        ]
        return terms.compactMap(\.self).joined(separator: "")
    }

    fileprivate var hasWords: Bool {
        columns.contains { if case .words = $0.content { true } else { false } }
    }
}

/// How the cells of one form are read from a row of answers.
private struct EvaluationCells {
    /// Where a column's answer stands in the query, and what it is turned into.
    private enum Reader {
        case session, organization, submitted, form, id, pair, asked
        case number(Int)
        case choice(Int, [Int64: String])
        /// A bit of the sum of several choices.
        case bit(Int, Int64)
        /// An answer by name, in a column of numbers.
        case named(Int, String)
        case words(Int)
    }

    private let form: String
    private let readers: [Reader]

    init(_ extract: EvaluationExtract, slots: [Int]) {
        form = extract.form.ref
        let places = Dictionary(uniqueKeysWithValues: slots.enumerated().map { ($1, $0 + 5) })
        func place(_ item: FormItem) -> Int { item.slot.flatMap { places[$0] } ?? 0 }
        readers = extract.columns.map { column in
            switch column.content {
            case .session: .session
            case .organization: .organization
            case .submitted: .submitted
            case .form: .form
            case .id: .id
            case .pair: .pair
            case .asked: .asked
            case .number(let item): .number(place(item))
            case .choice(let item):
                .choice(
                    place(item),
                    Dictionary(
                        extract.form.choices(of: item).compactMap { choice in
                            choice.value.map { (Int64($0), choice.name) }
                        }
                    ) { first, _ in first }
                )
            case .ticked(let item, let choice):
                item.kind == .choices
                    ? .bit(place(item), 1 << Int64(choice.place - 1)) : .named(place(item), choice.name)
            case .words(let item): .words(item.position)
            }
        }
    }

    /// Reads a row into `cells`, which has one for each column.
    func read(
        _ row: borrowing Row,
        of place: Found,
        words: [Int: String],
        into cells: inout [EvaluationCell]
    ) throws {
        for index in readers.indices {
            cells[index] =
                switch readers[index] {
                case .session: place.id > 0 ? .text(place.ref) : .empty
                case .organization: place.id < 0 ? .text(place.ref) : .empty
                case .submitted: (try row[1] as String?).map { .text($0) } ?? .empty
                case .form: .text(form)
                case .id: try Self.number(row, 2)
                case .pair: try Self.number(row, 3)
                case .asked: try Self.number(row, 4)
                case .number(let place): try Self.number(row, place)
                case .choice(let place, let names): try Self.choice(row, place, names)
                case .bit(let place, let bit): try Self.bit(row, place, bit)
                case .named(let place, let name): try Self.named(row, place, name)
                case .words(let position): words[position].map { .text($0) } ?? .empty
                }
        }
    }

    /// A number; nothing for an answer that is a name.
    private static func number(_ row: borrowing Row, _ place: Int) throws -> EvaluationCell {
        switch try row.storage(place) {
        case .integer: .whole(try row[place])
        case .real: .real(try row[place])
        default: .empty
        }
    }

    private static func choice(_ row: borrowing Row, _ place: Int, _ names: [Int64: String]) throws -> EvaluationCell {
        switch try row.storage(place) {
        case .integer:
            let value: Int64 = try row[place]
            return names[value].map { .text($0) } ?? .whole(value)
        case .text: return .text(try row[place])
        default: return .empty
        }
    }

    private static func bit(_ row: borrowing Row, _ place: Int, _ bit: Int64) throws -> EvaluationCell {
        guard try row.storage(place) == .integer else { return .empty }
        let sum: Int64 = try row[place]
        return .whole(sum & bit == 0 ? 0 : 1)
    }

    private static func named(_ row: borrowing Row, _ place: Int, _ name: String) throws -> EvaluationCell {
        switch try row.storage(place) {
        case .integer, .real: .whole(0)
        case .text: .whole(try row.text(place) == name ? 1 : 0)
        default: .empty
        }
    }
}

extension Store {
    /// Lends the cells of each row of an extract to `body`, in order. `numberEvaluations` has been called before.
    package func forEach(_ extract: EvaluationExtract, _ body: ([EvaluationCell]) throws -> Void) throws {
        let slots = Array(Set(extract.columns.compactMap { $0.item?.slot })).sorted()
        let columns = slots.compactMap { Form.answerColumn($0) }.map { ", e.\($0)" as SQL }.joined(separator: "")
        let reading = EvaluationCells(extract, slots: slots)
        var cells = [EvaluationCell](repeating: .empty, count: extract.columns.count)
        var sessions = try database.all(extract.sessionQuery) { Found(id: try $0[0], ref: try $0.text(1)) }
        if !extract.isOfSessionsOnly {
            sessions += try database.all(extract.organizationQuery) { Found(id: try $0[0], ref: try $0.text(1)) }
        }
        for session in sessions {
            try database.forEach(extract.query(session.id, columns)) { row in
                let words = extract.hasWords ? try words(of: try row[0]) : [:]
                try reading.read(row, of: session, words: words, into: &cells)
                try body(cells)
            }
        }
    }

    /// Gives every evaluation and every pair a number for one export, in an order that chance decides. Outside a read
    /// transaction.
    package func numberEvaluations() throws {
        try database.execute("DROP TABLE IF EXISTS temp.evaluation_number")
        try database.execute("DROP TABLE IF EXISTS temp.pair_number")
        try database.execute("CREATE TEMP TABLE evaluation_number (evaluation_id INTEGER PRIMARY KEY, number INTEGER)")
        try database.execute("CREATE TEMP TABLE pair_number (pair INTEGER PRIMARY KEY, number INTEGER)")
        try database.execute(
            "INSERT INTO temp.evaluation_number SELECT id, row_number() OVER (ORDER BY random()) FROM evaluation"
        )
        try database.execute(
            """
            INSERT INTO temp.pair_number SELECT pair, row_number() OVER (ORDER BY random())
            FROM (SELECT DISTINCT pair FROM evaluation_match WHERE pair IS NOT NULL)
            """
        )
    }

    /// What was written on an evaluation, by the position of its question.
    package func words(of evaluation: Int64) throws -> [Int: String] {
        var words: [Int: String] = [:]
        try database.forEach("SELECT position, text FROM answer_text WHERE evaluation_id = \(evaluation)") { row in
            words[try row[0]] = try row.text(1)
        }
        return words
    }
}
