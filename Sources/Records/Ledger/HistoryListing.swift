import SQLite

/// One line of the history: what a command did to one value of one record.
package struct HistoryLine: Sendable {
    /// The number of the entry, as people see it.
    package let number: Int64
    package let at: String
    package let account: String
    package let command: String
    /// The number of the entry that this one took back.
    package let undoes: Int64?
    /// The kind of row, as the tables call it; nil for an entry that has no lines, as an import's.
    package let table: String?
    /// The ref of the record, or what is left to call it by.
    package let record: String?
    /// `created`, `changed` or `removed`.
    package let change: String?
    package let column: String?
    package let old: String?
    package let new: String?
}

extension Store {
    /// Who changed what, when, from what to what: the oldest first, of one record or of all.
    package func history(of record: (noun: Noun, found: Found)?, _ body: (HistoryLine) throws -> Void) throws {
        let filter: SQL =
            try record.map { record in
                let key = String(record.found.id)
                return """
                    WHERE v.record_key = \(key) AND v.record_table = \(record.noun.rawValue)
                        OR \(ChangeLog.Line.belongs(toKey: key))
                            AND v.record_table IN \(SQL.list(try belongings(of: record.noun)))
                    """
            } ?? ""
        var names: [String: String] = [:]
        try database.forEach(
            """
            SELECT h.id, h.at, h.account, h.command, h.undoes_id, v.record_table, v.record_key, v.change,
                v.column_name, v.old, v.new
            FROM history AS h LEFT JOIN history_value AS v ON v.history_id = h.id \(filter)
            ORDER BY h.id, v.position
            """
        ) { row in
            let table: String? = try row[5]
            let key: String? = try row[6]
            let record = try table.flatMap { table in try key.map { try nameForPeople(table, $0, &names) } }
            let column: String? = try row[8]
            try body(
                HistoryLine(
                    number: Self.number(of: try row[0]),
                    at: try row[1],
                    account: try row[2],
                    command: try row[3],
                    undoes: (try row[4] as Int64?).map { Self.number(of: $0) },
                    table: table,
                    record: record,
                    change: try row[7],
                    column: column.map { $0.hasSuffix("_id") ? String($0.dropLast(3)) : $0 },
                    old: try shown(try row.value(9), column),
                    new: try shown(try row.value(10), column)
                )
            )
        }
    }

    /// The tables whose rows belong to a record of this kind, by its id in front of their key.
    private func belongings(of noun: Noun) throws -> [String] {
        try shapes.get().values.filter { $0.parent == noun.rawValue }.map(\.name)
            + (noun == .session ? ["attendance"] : [])
    }

    /// What a row is called; one that is gone by its number.
    private func nameForPeople(_ table: String, _ key: String, _ names: inout [String: String]) throws -> String {
        if let known = names["\(table) \(key)"] { return known }
        if table == "import" { return "import \(Int64(key).map { Self.number(of: $0) } ?? 0)" }
        let number = key.split(separator: ",").first.flatMap { Int64($0) }.map { Self.number(of: $0) } ?? 0
        let name = try self.name(table, key) ?? "\(table.replacingUnderscores) \(number) (gone)"
        names["\(table) \(key)"] = name
        return name
    }

    /// A value as it reads; for a row id the ref of its record.
    private func shown(_ value: SQLValue, _ column: String?) throws -> String? {
        guard case .integer(let id) = value, let column, let noun = Self.referred[column] else {
            return value == .null ? nil : value.plain
        }
        let ref = try ref(noun.type, id)
        return ref.isEmpty ? "\(Self.number(of: id)) (gone)" : ref
    }

    /// The columns that hold row ids, and of what.
    private static let referred: [String: Noun] = [
        "organization_id": .organization, "host_id": .organization, "provider_id": .organization,
        "course_id": .course, "session_id": .session, "parent_id": .session, "replaced_by_id": .session,
        "person_id": .person, "merged_into_id": .person, "other_id": .person,
        "outlet_id": .outlet, "board_id": .board, "meeting_id": .meeting, "assessment_id": .assessment,
    ]
}
