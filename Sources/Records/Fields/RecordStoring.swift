import SQLite

/// What became of a row of a file.
package enum Stored: Equatable, Sendable {
    case created(Found)
    case updated(Found)
    case unchanged(Found)
}

extension Store {
    /// Stores a new record and returns its row id and ref.
    ///
    /// - Throws: `RecordError` `missing` for a field that it needs, `refTaken`, or the rule that it breaks.
    package func add(_ type: RecordType, _ given: Draft) throws -> Found {
        var draft = given
        try type.complete(self, &draft)
        for field in type.fields where field.isRequired && (draft.text(field.name) ?? "").isEmpty {
            throw RecordError.missing(type.noun, field: field.name)
        }
        let ref = try givenOrMadeRef(type, draft)
        if !ref.isEmpty { draft["ref"] = .text(ref) }
        return try obeying {
            let found = Found(id: try insert(type, draft), ref: ref)
            for field in type.fields {
                if let value = draft[field.name], !field.isColumn { try write(field, value, of: found.id, draft) }
            }
            try type.verify(self, found.id)
            return found
        }
    }

    /// Changes the fields that `draft` gives, empties those of `clearing`, and returns the names of those that differed.
    @discardableResult
    package func edit(
        _ type: RecordType,
        _ id: Int64,
        _ draft: Draft,
        clearing: [String] = []
    ) throws -> [String] {
        let changed = try differences(type, id, draft)
        let cleared = clearing.compactMap { type.field(named: $0) }
        if let field = cleared.first(where: \.isRequired) { throw RecordError.missing(type.noun, field: field.name) }
        if let field = cleared.first(where: { !$0.canBeEmptied }) {
            throw RecordError.invalid(field: field.name, problem: "it can't be emptied; give another value")
        }
        let changes: [(Field, FieldValue?)] =
            changed.compactMap { name in type.field(named: name).map { ($0, draft[name]) } } + cleared.map { ($0, nil) }
        guard !changes.isEmpty else { return [] }
        return try obeying {
            try update(type, id, changes)
            for (field, value) in changes where !field.isColumn { try write(field, value, of: id, draft) }
            try type.verify(self, id)
            return changes.map(\.0.name)
        }
    }

    /// Stores a row of a file: new, equal to what is stored, or, where `update` allows, changing it.
    ///
    /// - Throws: `differs` where the record exists with other values, `ambiguous` where the row fits several.
    package func take(_ type: RecordType, _ draft: Draft, update: Bool) throws -> Stored {
        guard let found = try stored(type, draft) else { return .created(try add(type, draft)) }
        let different = try differences(type, found.id, draft)
        if different.isEmpty { return .unchanged(found) }
        guard update else { throw RecordError.differs(type.noun, found.ref, fields: different) }
        try edit(type, found.id, draft)
        return .updated(found)
    }

    /// Removes a record and what belongs to it; its ref is never given again.
    ///
    /// - Throws: `inUse` where others refer to it.
    package func remove(_ type: RecordType, _ found: Found) throws {
        do {
            try database.execute("DELETE FROM \(identifier: type.table) WHERE id = \(found.id)")
        } catch let error as DatabaseError where error.code == .constraintForeignKey {
            throw RecordError.inUse(type.noun, found.ref, by: try needs(of: type.noun, found.id))
        }
        guard type.hasRef else { return }
        try database.execute(
            "INSERT OR IGNORE INTO retired_ref (noun, ref) VALUES (\(type.noun.rawValue), \(found.ref))"
        )
    }

    /// The record that a row is about: of its ref, else the one that its key fits.
    private func stored(_ type: RecordType, _ draft: Draft) throws -> Found? {
        if type.hasRef, let ref = draft.text("ref") {
            return try find(type.noun, inFile: ref).flatMap { $0.ref.lowercased() == ref.lowercased() ? $0 : nil }
        }
        let ids = try type.matches(self, draft)
        guard let id = ids.first else { return nil }
        if ids.count > 1 {
            throw RecordError.ambiguous(type.noun, "this row", candidates: try ids.map { try ref(type, $0) })
        }
        return Found(id: id, ref: try ref(type, id))
    }

    /// The ref of a record, or, for a kind without refs, the ref of the session or organization that it is of.
    func ref(_ type: RecordType, _ id: Int64) throws -> String {
        let field = type.hasRef ? type.fields.first { $0.name == "ref" } : type.fields.first
        guard let field else { return "" }
        return try database.value(
            "SELECT \(field.select) FROM \(identifier: type.table) AS t WHERE t.id = \(id)"
        ) ?? ""
    }

    private func givenOrMadeRef(_ type: RecordType, _ draft: Draft) throws -> String {
        guard let base = type.refBase else { return "" }
        guard let given = draft.text("ref") else { return try newRef(type.noun, from: try base(self, draft)) }
        guard try isFree(type.noun, given) else { throw RecordError.refTaken(type.noun, given) }
        return given
    }

    /// The fields of `draft` that are stored with another value.
    private func differences(_ type: RecordType, _ id: Int64, _ draft: Draft) throws -> [String] {
        let fields = type.fields.filter { $0.name != "ref" && draft[$0.name] != nil }
        guard !fields.isEmpty else { return [] }
        let columns = fields.map { $0.select(for: draft) }.joined(separator: ", ")
        let stored = try database.one("SELECT \(columns) FROM \(type.source) WHERE t.id = \(id)") { row in
            try (0..<row.count).map { try row.value($0).plain }
        }
        guard let stored else { return [] }
        return zip(fields, stored).filter { field, text in
            draft.text(field.name).map(field.shape.comparable) != field.shape.comparable(text)
        }.map(\.0.name)
    }

    private func insert(_ type: RecordType, _ draft: Draft) throws -> Int64 {
        var columns: [SQL] = []
        var values: [SQL] = []
        for field in type.fields where field.isColumn {
            guard let kept = draft[field.name]?.kept.first else { continue }
            for (column, value) in zip(field.columns, field.stored(kept)) {
                columns.append("\(identifier: column)")
                values.append("\(value)")
            }
        }
        if let importID = current?.importID {
            columns.append("import_id")
            values.append("\(importID)")
        }
        try database.execute(
            """
            INSERT INTO \(identifier: type.table) (\(columns.joined(separator: ", ")))
            VALUES (\(values.joined(separator: ", ")))
            """
        )
        return database.lastInsertRowID
    }

    /// Writes those of the fields that are columns of the record's own row, in one statement, so that no rule between
    /// two of them is broken on the way.
    private func update(_ type: RecordType, _ id: Int64, _ changes: [(Field, FieldValue?)]) throws {
        let sets = changes.flatMap { field, value in
            let kept = value?.kept.first.map { field.stored($0) } ?? field.columns.map { _ in .null }
            return zip(field.columns, kept).map { "\(identifier: $0) = \($1)" as SQL }
        }
        guard !sets.isEmpty else { return }
        try database.execute(
            "UPDATE \(identifier: type.table) SET \(sets.joined(separator: ", ")) WHERE id = \(id)"
        )
    }

    /// Writes one field that is kept elsewhere than in the record's own row; nil empties it.
    private func write(_ field: Field, _ value: FieldValue?, of id: Int64, _ draft: Draft) throws {
        switch field.storage {
        case .rows(let table, let owner, let columns):
            try writeRows(value?.kept ?? [], table, owner, columns, of: id)
        case .staffCount: try writeStaff(value, of: id, draft)
        case .headcount:
            if let count = value.flatMap({ Int($0.canonical) }) { _ = try setHeadcount(id, count: count) }
        case .column, .coded, .start, .staffDay, .special: break
        }
    }

    private func writeRows(
        _ rows: [[SQLValue]],
        _ table: Identifier,
        _ owner: Identifier,
        _ columns: [Identifier],
        of id: Int64
    ) throws {
        try database.execute("DELETE FROM \(identifier: table) WHERE \(identifier: owner) = \(id)")
        let names = columns.map { "\(identifier: $0)" as SQL }.joined(separator: ", ")
        for (position, row) in rows.enumerated() {
            let values = row.map { "\($0)" as SQL }.joined(separator: ", ")
            try database.execute(
                """
                INSERT INTO \(identifier: table) (\(identifier: owner), position, \(names))
                VALUES (\(id), \(position + 1), \(values))
                """
            )
        }
    }

    private func writeStaff(_ value: FieldValue?, of id: Int64, _ draft: Draft) throws {
        guard let value, let count = Int(value.canonical) else { return }
        let day = draft.text("staff_as_of") ?? today.description
        try database.execute(
            """
            INSERT INTO staff_headcount (organization_id, as_of, count, import_id)
            VALUES (\(id), \(day), \(count), \((current?.importID).sqlValue))
            ON CONFLICT (organization_id, as_of) DO UPDATE SET count = excluded.count
            """
        )
    }
}

extension Shape {
    /// What is the same for two texts that say the same: e-mails without case, several records in any order.
    fileprivate func comparable(_ canonical: String) -> String {
        switch self {
        case .email: canonical.lowercased()
        case .records: canonical.items.sorted().joined(separator: ";")
        default: canonical
        }
    }
}

extension Field {
    /// Whether it is kept where nothing can take its place; a count that was once given is a row of its own.
    fileprivate var canBeEmptied: Bool {
        switch storage {
        case .column, .coded, .start, .rows: true
        case .staffCount, .staffDay, .headcount, .special: false
        }
    }

    /// Whether it is a column of the record's own row.
    var isColumn: Bool { !columns.isEmpty }

    /// The columns of the record's own row that keep it.
    var columns: [Identifier] {
        switch storage {
        case .column(let column), .coded(let column, _): [column]
        case .start: ["starts_on", "start_time"]
        default: []
        }
    }

    /// The values of its columns for those of a `FieldValue`.
    func stored(_ kept: [SQLValue]) -> [SQLValue] {
        guard case .coded(_, let words) = storage, case .text(let word)? = kept.first else { return kept }
        return [(words.firstIndex(of: word)).map { .integer(Int64($0 + 1)) } ?? .null]
    }

    /// The expression that a draft's value is compared with: of staff the figure of the draft's own day, else `select`.
    func select(for draft: Draft) -> SQL {
        guard let day = draft.text("staff_as_of") else { return select }
        switch storage {
        case .staffCount:
            return "(SELECT s.count FROM staff_headcount AS s WHERE s.organization_id = t.id AND s.as_of = \(day))"
        case .staffDay:
            return "(SELECT s.as_of FROM staff_headcount AS s WHERE s.organization_id = t.id AND s.as_of = \(day))"
        default: return select
        }
    }
}
