import Calendar
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
        try type.canonical(self, &draft)
        try type.complete(self, &draft)
        try requireWhole(type, draft)
        try requireFitting(type, nil, draft)
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
        _ given: Draft,
        clearing emptied: [String] = []
    ) throws -> [String] {
        var (draft, clearing) = (given, emptied)
        try type.canonical(self, &draft)
        try type.amends(self, id, &draft, &clearing)
        let begun = try isImporting ? [] : obeying { try type.begins(self, id, &draft) }
        let changed = try differences(type, id, draft)
        let cleared = clearing.compactMap { type.field(named: $0) }
        if let field = cleared.first(where: \.isRequired) { throw RecordError.missing(type.noun, field: field.name) }
        if let field = cleared.first(where: { !$0.canBeEmptied }) {
            throw RecordError.invalid(field: field.name, problem: "can't be cleared. Give another value instead.")
        }
        let changes: [(Field, FieldValue?)] =
            changed.compactMap { name in type.field(named: name).map { ($0, draft[name]) } } + cleared.map { ($0, nil) }
        guard !changes.isEmpty else { return begun }
        try requireFitting(type, id, draft, clearing: clearing)
        if type.noun == .session, changes.contains(where: { $0.0.name == "parent" }) { try requireUnmatched(id) }
        return try obeying {
            try dropContacts(type, id, changes.map { (field: $0.0, value: $0.1) })
            try update(type, id, changes)
            for (field, value) in changes where !field.isColumn { try write(field, value, of: id, draft) }
            try type.verify(self, id)
            return begun + changes.map(\.0.name)
        }
    }

    /// Stores a row of a file: new, equal to what is stored, or, where `update` allows, changing it.
    ///
    /// - Parameter again: whether the same row was taken before, and says more now.
    /// - Throws: `differs` where the record exists with other values, `ambiguous` where the row fits several.
    package func take(_ type: RecordType, _ given: Draft, update: Bool, again: Bool = false) throws -> Stored {
        var draft = given
        try type.canonical(self, &draft)
        guard let found = try stored(type, draft) else {
            let made = try add(type, draft)
            current?.claimed.insert(made.id)
            return .created(made)
        }
        let isTwice = current?.claimed.insert(found.id).inserted == false && type.hasRef && !again
        let different = try differences(type, found.id, draft)
        if different.isEmpty { return .unchanged(found) }
        let added = try additions(type, found.id, draft)
        guard update || Set(different).isSubset(of: added) else {
            guard isTwice else { throw RecordError.differs(type.noun, found.ref, fields: different) }
            throw RecordError.refused(
                "\(type.noun.rawValue) \"\(found.ref)\" is listed twice in this file, with different values for "
                    + different.joined(separator: ", "),
                advice: "Give each row its own ref, or delete one."
            )
        }
        try edit(type, found.id, draft)
        return .updated(found)
    }

    /// Removes a record and what belongs to it; its ref is never given again.
    ///
    /// - Throws: `inUse` where others refer to it.
    package func remove(_ type: RecordType, _ found: Found) throws {
        try leaveUndoneImports(type.noun, found.id)
        do {
            try database.execute("DELETE FROM \(identifier: type.table) WHERE id = \(found.id)")
        } catch let error as DatabaseError where error.code == .constraintForeignKey {
            throw RecordError.inUse(type.noun, found.ref, by: try needs(of: type.noun, found.id))
        }
        guard type.hasRef, !type.refIsDrawn else { return }
        try database.execute(
            """
            INSERT OR IGNORE INTO retired_ref (noun, ref, origin)
            VALUES (\(type.noun.rawValue), \(found.ref), \(program.origin))
            """
        )
    }

    /// An import that was undone keeps nobody from removing what it was about.
    private func leaveUndoneImports(_ noun: Noun, _ id: Int64) throws {
        switch noun {
        case .session:
            try database.execute(
                "UPDATE import SET session_id = NULL WHERE session_id = \(id) AND undone_at IS NOT NULL"
            )
        case .form:
            try database.execute("UPDATE import SET form_id = NULL WHERE form_id = \(id) AND undone_at IS NOT NULL")
        default: break
        }
    }

    /// The record that a row is about: of its ref, else the one that its key fits.
    private func stored(_ type: RecordType, _ draft: Draft) throws -> Found? {
        if type.hasRef, let ref = draft.text("ref") {
            return try find(type.noun, inFile: ref).flatMap { $0.ref.lowercased() == ref.lowercased() ? $0 : nil }
        }
        if type.isMultiset { return try equal(type, draft).map { Found(id: $0, ref: try ref(type, $0)) } }
        let ids = try type.matches(self, draft)
        guard let id = ids.first else { return nil }
        if ids.count > 1 {
            throw RecordError.ambiguous(type.noun, "this row", candidates: try ids.map { try ref(type, $0) })
        }
        return Found(id: id, ref: try ref(type, id))
    }

    private func requireWhole(_ type: RecordType, _ draft: Draft) throws {
        for field in type.fields where field.isRequired && (draft.text(field.name) ?? "").isEmpty {
            throw RecordError.missing(type.noun, field: field.name)
        }
    }

    /// A record that equals all that `draft` gives and that no row of the same file was: the one that says least
    /// beyond it. So rows match as a multiset, and a file with two equal rows is two records, today and next time.
    ///
    /// - Throws: what storing the row would throw where it is no whole record: a hollow row is not one that is stored.
    private func equal(_ type: RecordType, _ given: Draft) throws -> Int64? {
        var (draft, whole) = (given, given)
        try type.complete(self, &whole)
        try requireWhole(type, whole)
        for field in type.fields where field.isRequired { draft[field.name] = whole[field.name] }
        let equal = type.fields.filter { draft[$0.name] != nil }.map { field -> SQL in
            if field.isColumn, let kept = draft[field.name]?.kept.first {
                return zip(field.columns, field.stored(kept)).map { "t.\(identifier: $0) IS \($1)" as SQL }
                    .joined(separator: " AND ")
            }
            return "CAST(\(field.select(for: draft)) AS TEXT) IS \(draft.text(field.name).sqlValue)"
        }
        let beyond = type.fields.filter { draft[$0.name] == nil }.map { "(\($0.select) IS NOT NULL)" as SQL }
        let order: SQL = beyond.isEmpty ? "t.id" : "\(beyond.joined(separator: " + ")), t.id"
        let claimed = current?.claimed ?? []
        let candidates: [Int64] = try database.all(
            """
            SELECT t.id FROM \(type.source) WHERE \(equal.joined(separator: " AND "))
            ORDER BY \(order)
            """
        ) { try $0[0] }
        return candidates.first { !claimed.contains($0) }
    }

    /// The ref of a record, or, for a kind without refs, of what it is of: its session, organization or
    /// assessment; for a target its metric and period.
    func ref(_ type: RecordType, _ id: Int64) throws -> String {
        if type.noun == .target {
            return try database.value("SELECT metric || ' ' || period FROM target WHERE id = \(id)") ?? ""
        }
        let field = type.hasRef ? type.fields.first { $0.name == "ref" } : type.fields.first
        guard let field else { return "" }
        return try database.value(
            "SELECT \(field.select) FROM \(identifier: type.table) AS t WHERE t.id = \(id)"
        ) ?? ""
    }

    private func givenOrMadeRef(_ type: RecordType, _ draft: Draft) throws -> String {
        guard let base = type.refBase else { return "" }
        guard let given = draft.text("ref") else { return try newRef(type.noun, from: try base(self, draft)) }
        if try isFree(type.noun, given) { return given }
        if try find(type.noun, inFile: given) != nil { throw RecordError.refTaken(type.noun, given) }
        throw RecordError.refGone(type.noun, given)
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

    /// The fields of `draft` that stand with a day of their own for which nothing is stored: a further figure of staff, a
    /// further filling of a position. They change nothing that is there.
    private func additions(_ type: RecordType, _ id: Int64, _ draft: Draft) throws -> Set<String> {
        var added: Set<String> = []
        for pair in [["staff", "staff_as_of"], ["filled_from", "filled_to"]] {
            guard let field = type.field(named: pair[0]), draft[pair[0]] != nil else { continue }
            let stored = try database.one(
                "SELECT \(field.select(for: draft)) FROM \(type.source) WHERE t.id = \(id)"
            ) { try $0.value(0) }
            if stored == .null { added.formUnion(pair) }
        }
        return added
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
        case .fillingStart, .fillingEnd: try writeFilling(field, value, of: id, draft)
        case .headcount:
            if let count = value.flatMap({ Int($0.canonical) }) { _ = try setHeadcount(id, count: count) }
        case .column, .coded, .code, .start, .staffDay, .special: break
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

    /// Writes a filling of a position: the one that began on the draft's day, else the last one.
    private func writeFilling(_ field: Field, _ value: FieldValue?, of id: Int64, _ draft: Draft) throws {
        if let start = draft.text("filled_from") {
            let end = draft.text("filled_to")
            return try database.execute(
                """
                INSERT INTO position_filling (position_id, filled_from, filled_to, import_id)
                VALUES (\(id), \(start), \(end.sqlValue), \((current?.importID).sqlValue))
                ON CONFLICT (position_id, filled_from) DO UPDATE SET filled_to = ifnull(excluded.filled_to, filled_to)
                """
            )
        }
        let last: SQL = """
            position_id = \(id) AND filled_from =
                (SELECT max(filled_from) FROM position_filling WHERE position_id = \(id))
            """
        if case .fillingEnd = field.storage {
            try database.execute("UPDATE position_filling SET filled_to = \((value?.canonical).sqlValue) WHERE \(last)")
        } else {
            try database.execute("DELETE FROM position_filling WHERE \(last)")
        }
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
        case .column, .coded, .code, .start, .rows: true
        case .staffCount, .staffDay, .fillingStart, .fillingEnd, .headcount, .special: false
        }
    }

    /// Whether it is a column of the record's own row.
    var isColumn: Bool { !columns.isEmpty }

    /// The columns of the record's own row that keep it.
    var columns: [Identifier] {
        switch storage {
        case .column(let column), .coded(let column, _): [column]
        case .code(let list, let version, let code): [list, version, code]
        case .start: ["starts_on", "start_time"]
        default: []
        }
    }

    /// The values of its columns for those of a `FieldValue`.
    func stored(_ kept: [SQLValue]) -> [SQLValue] {
        guard case .coded(_, let words) = storage, case .text(let word)? = kept.first else { return kept }
        return [(words.firstIndex(of: word)).map { .integer(Int64($0 + 1)) } ?? .null]
    }

    /// The expression that a draft's value is compared with: of what stands with a day, the value of the draft's own day.
    func select(for draft: Draft) -> SQL {
        let staff = draft.text("staff_as_of").map {
            "FROM staff_headcount AS s WHERE s.organization_id = t.id AND s.as_of = \($0)" as SQL
        }
        let filling = draft.text("filled_from").map {
            "FROM position_filling AS f WHERE f.position_id = t.id AND f.filled_from = \($0)" as SQL
        }
        switch storage {
        case .staffCount: return staff.map { "(SELECT s.count \($0))" } ?? select
        case .staffDay: return staff.map { "(SELECT s.as_of \($0))" } ?? select
        case .fillingStart: return filling.map { "(SELECT f.filled_from \($0))" } ?? select
        case .fillingEnd: return filling.map { "(SELECT f.filled_to \($0))" } ?? select
        default: return select
        }
    }
}
