import SQLite

/// A line of the history as it is kept.
struct HistoryRow {
    let entry: Int64
    let at: String
    let account: String
    let command: String
    let undoes: Int64?
    let table: String?
    let key: String?
    let change: String?
    let column: String?
    let old: SQLValue
    let new: SQLValue
    let position: Int64?

    init(_ row: borrowing Row) throws {
        entry = try row[0]
        let instant: String = try row[1]
        at = HistoryEntry.isByDay(instant) ? String(instant.prefix(10)) : instant
        account = try row[2]
        command = try row[3]
        undoes = try row[4]
        table = try row[5]
        key = try row[6]
        change = try row[7]
        column = try row[8]
        old = try row.value(9)
        new = try row.value(10)
        position = try row[11]
    }

    /// The same line about one column.
    func line(_ record: String?, _ column: String?, old: String?, new: String?) -> HistoryLine {
        HistoryLine(
            number: Store.number(of: entry),
            at: at,
            account: account,
            command: command,
            undoes: undoes.map { Store.number(of: $0) },
            table: table,
            record: record,
            change: change,
            column: column,
            old: old,
            new: new
        )
    }
}

/// Turns lines of the history as they are kept into lines as people read them.
struct HistoryRows {
    let store: Store
    let shapes: [String: TableShape]
    /// Whether it tells what is kept inside, too.
    let isIdentified: Bool
    private var names: [String: String] = [:]
    /// Lines of the places of one list, which become one.
    private var list: [HistoryLine] = []
    private var listed: [String] = []

    init(store: Store, shapes: [String: TableShape], isIdentified: Bool) {
        self.store = store
        self.shapes = shapes
        self.isIdentified = isIdentified
    }

    /// The lines that a row gives, those of a list that has come to its end among them.
    mutating func take(_ row: HistoryRow) throws -> [HistoryLine] {
        guard let table = row.table, let key = row.key else { return end() + [row.line(nil, nil, old: nil, new: nil)] }
        let record = try nameForPeople(table, key)
        guard let shape = shapes[table] else { return end() + [try plain(row, record)] }
        if shape.isList { return try takePlace(row, record, shape) }
        if row.change == "created", row.column == nil { return try end() + created(row, key, record, shape) }
        if let column = row.column, Self.isInside(column, shape) { return end() }
        // Of a row that is gone, what it did not hold says nothing.
        if row.change == "removed", row.old.plain.isEmpty || row.column == "ref" { return end() }
        return end() + [try plain(row, record)]
    }

    /// The line of the list that was being gathered.
    mutating func end() -> [HistoryLine] {
        defer { (list, listed) = ([], []) }
        guard let first = list.first else { return [] }
        let values = listed.isEmpty ? nil : listed.joined(separator: "; ")
        let isGone = first.change == "removed"
        return [
            HistoryLine(
                number: first.number,
                at: first.at,
                account: first.account,
                command: first.command,
                undoes: first.undoes,
                table: first.table,
                record: first.record,
                change: first.change,
                column: values == nil ? nil : first.column,
                old: isGone ? values : nil,
                new: isGone ? nil : values
            )
        ]
    }

    /// A place of a list: topics, organizations trained.
    private mutating func takePlace(_ row: HistoryRow, _ record: String, _ shape: TableShape) throws -> [HistoryLine] {
        let column = shape.columns.first { Self.isShown($0, shape) && $0 != "role" && $0 != "pronouns" }
        let line = row.line(record, column.map(Self.name), old: nil, new: nil)
        var ended: [HistoryLine] = []
        if let last = list.last,
            last.number != line.number || last.record != line.record || last.change != line.change
                || last.table != line.table
        {
            ended = end()
        }
        if row.change == "changed" { return ended + [try plain(row, record)] }
        list.append(line)
        if row.change == "created" {
            let values = try began(row, shape).filter { Self.isShown($0.column, shape) }
            let words = try values.compactMap { try shown($0.value, $0.column, row.table) }
            if !words.isEmpty { add(words.contains(KeptInside.mark) ? KeptInside.mark : words.joined(separator: ", ")) }
        } else if let name = row.column, Self.isShown(name, shape), let word = try shown(row.old, name, row.table) {
            add(word)
        }
        return ended
    }

    /// Adds a place to the list; what is kept inside is said once.
    private mutating func add(_ word: String) {
        if word != KeptInside.mark || listed.last != word { listed.append(word) }
    }

    /// A row that came to be: a line for each value that it began with; one line where it is gone.
    private func created(
        _ row: HistoryRow,
        _ key: String,
        _ record: String,
        _ shape: TableShape
    ) throws -> [HistoryLine] {
        let lines = try began(row, shape).compactMap { column, value -> HistoryLine? in
            guard column != "ref", !Self.isInside(column, shape),
                isIdentified || !KeptInside.holds(column, of: row.table),
                let text = try shown(value, column, row.table)
            else { return nil }
            return row.line(record, try name(column, row), old: nil, new: text)
        }
        return lines.isEmpty ? [row.line(record, nil, old: nil, new: nil)] : lines
    }

    /// The values that a row began with: what the first change or its removal took away, else what it holds now.
    private func began(_ row: HistoryRow, _ shape: TableShape) throws -> [(column: String, value: SQLValue)] {
        guard let key = row.key, let table = try store.database.table(named: shape.name) else { return [] }
        let values = try store.database.one(
            "SELECT * FROM \(identifier: table) WHERE \(try store.condition(shape, key))"
        ) { found in try shape.columns.indices.map { try found.value($0) } }
        var first: [String: SQLValue] = [:]
        try store.database.forEach(
            """
            SELECT column_name, old FROM history_value WHERE record_table = \(shape.name) AND record_key = \(key)
            AND change <> 'created' AND (history_id, position) > (\(row.entry), \(row.position.sqlValue))
            ORDER BY history_id DESC, position DESC
            """
        ) { change in first[try change.text(0)] = try change.value(1) }
        return shape.columns.enumerated().map { ($1, first[$1] ?? values?[$0] ?? .null) }
    }

    private func plain(_ row: HistoryRow, _ record: String) throws -> HistoryLine {
        row.line(
            record,
            try row.column.map { try name($0, row) },
            old: try row.column.flatMap { try shown(row.old, $0, row.table) },
            new: try row.column.flatMap { try shown(row.new, $0, row.table) }
        )
    }

    /// Whether a column says something to the file alone: the row's own id and place, whom it belongs to, its import.
    private static func isInside(_ column: String, _ shape: TableShape) -> Bool {
        if ["id", "import_id", "position"].contains(column) { return true }
        // By what a folder is known, and what stood in it.
        if shape.name == "publication", ["manifest", "head_id", "figures"].contains(column) { return true }
        if owned[shape.name] == column { return true }
        return shape.parent != nil && shape.columns.first == column
    }

    /// Whether a list of places shows a column: of a question, a choice and a scale only the name.
    private static func isShown(_ column: String, _ shape: TableShape) -> Bool {
        if isInside(column, shape) { return false }
        switch shape.name {
        case "form_item", "form_scale": return column == "code"
        case "form_choice": return column == "name"
        default: return true
        }
    }

    /// Tables whose rows belong to a record by a column, not by their key.
    private static let owned = [
        "headcount": "session_id", "tally": "session_id", "nameless_attendance": "session_id",
        "attendance": "session_id", "profile": "organization_id",
        "criterion": "assessment_id", "commitment": "session_id", "reflection": "session_id",
        "collection": "session_id",
    ]

    private static func name(_ column: String) -> String {
        column.hasSuffix("_id") ? String(column.dropLast(3)) : column
    }

    /// What a column is called: of an evaluation's answer the code of its question.
    private func name(_ column: String, _ row: HistoryRow) throws -> String {
        guard row.table == Noun.evaluation.rawValue, let key = row.key, column.first == "a",
            let slot = Int(column.dropFirst())
        else { return Self.name(column) }
        let now = try store.database.value(
            "SELECT form_id FROM evaluation WHERE id = \(Int64(key) ?? 0)",
            as: Int64.self
        )
        guard let form = try now ?? removedValue("form_id", of: Noun.evaluation.rawValue, key).flatMap({ Int64($0) })
        else { return column }
        return try store.database.value("SELECT code FROM form_item WHERE form_id = \(form) AND slot = \(slot)")
            ?? column
    }

    /// What a row is called; one that is gone by the ref that it had, else by its number.
    private mutating func nameForPeople(_ table: String, _ key: String) throws -> String {
        if key.isEmpty { return "evaluation (anonymous)" }
        if let known = names["\(table) \(key)"] { return known }
        if table == "import" { return "import \(Int64(key).map { Store.number(of: $0) } ?? 0)" }
        let name = try store.name(table, key) ?? goneName(table, key)
        names["\(table) \(key)"] = name
        return name
    }

    private func goneName(_ table: String, _ key: String) throws -> String {
        let owner = shapes[table]?.parent ?? (table == "attendance" ? "session" : table)
        let id = key.prefix { $0 != "," }
        let number = Int64(id).map { Store.number(of: $0) } ?? 0
        let kind = table.replacingUnderscores
        let drawn = owner == Noun.evaluation.rawValue ? Int64(id).map { Found.evaluation($0).ref } : nil
        if let ref = try drawn ?? removedValue("ref", of: owner, String(id)) {
            return owner == table ? "\(kind) \(ref) (gone)" : "\(kind) of \(ref) (gone)"
        }
        if let column = Self.owned[table], let noun = Self.referred[column],
            let owner = try removedValue(column, of: table, key).flatMap({ Int64($0) })
        {
            let now = try store.ref(noun.type, owner)
            if !now.isEmpty { return "\(kind) of \(now) (gone)" }
            if let was = try removedValue("ref", of: noun.rawValue, String(owner)) { return "\(kind) of \(was) (gone)" }
        }
        return "\(kind) \(number) (gone)"
    }

    private func removedValue(_ column: String, of table: String, _ key: String) throws -> String? {
        try store.database.value(
            """
            SELECT CAST(old AS TEXT) FROM history_value WHERE record_table = \(table) AND record_key = \(key)
            AND column_name = \(column) AND change = 'removed' ORDER BY history_id DESC LIMIT 1
            """,
            as: String?.self
        ) ?? nil
    }

    /// A value as it reads: for a row id the ref of its record, for a code its word.
    private func shown(_ value: SQLValue, _ column: String, _ table: String?) throws -> String? {
        if !isIdentified, KeptInside.holds(column, of: table) { return value.plain.isEmpty ? nil : KeptInside.mark }
        guard case .integer(let id) = value else { return value == .null || value.plain.isEmpty ? nil : value.plain }
        guard let noun = Self.referred[column] else { return Self.word(id, column, table) }
        let ref = try store.ref(noun.type, id)
        if !ref.isEmpty { return ref }
        let was = try removedValue("ref", of: noun.rawValue, String(id))
        return "\(was ?? String(Store.number(of: id))) (gone)"
    }

    /// The word of a number that stands for one, by the record's own fields.
    private static func word(_ number: Int64, _ column: String, _ table: String?) -> String {
        let noun = table == "nameless_attendance" ? Noun.attendance : table.flatMap { Noun(rawValue: $0) }
        for field in noun?.type.fields ?? [] where field.columns.contains(where: { $0.name == column }) {
            if case .coded(_, let words) = field.storage, number >= 1, number <= words.count {
                return words[Int(number) - 1]
            }
            if case .yesNo = field.shape { return number == 0 ? "no" : "yes" }
        }
        return String(number)
    }

    /// The columns that hold row ids, and of what.
    private static let referred: [String: Noun] = [
        "organization_id": .organization, "host_id": .organization, "provider_id": .organization,
        "course_id": .course, "session_id": .session, "parent_id": .session, "replaced_by_id": .session,
        "person_id": .person, "merged_into_id": .person, "other_id": .person,
        "form_id": .form, "outlet_id": .outlet, "board_id": .board, "meeting_id": .meeting,
        "assessment_id": .assessment,
    ]
}
