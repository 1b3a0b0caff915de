import SQLite

/// A kind of record, declared once: its fields, how a row of a file finds it, what a new one needs.
package struct RecordType: Sendable {
    /// The word for one.
    package let noun: Noun
    /// Its fields, in the order of the native header.
    package let fields: [Field]
    /// Where its rows are read: a table or view under the name `t`.
    let source: SQL
    /// The table that keeps it.
    let table: Identifier
    /// The order of lists and exports.
    let order: SQL
    /// The day that `--from` and `--to` look at.
    var day: SQL?
    /// The condition that a row is of an organization, as an expression over `t` that takes a row id.
    var ofOrganization: (@Sendable (Int64) -> SQL)?
    /// The condition that a row is of a course.
    var ofCourse: (@Sendable (Int64) -> SQL)?
    /// The condition that a row is of a session.
    var ofSession: (@Sendable (Int64) -> SQL)?
    /// Rows that a draft without a ref is about.
    let matches: @Sendable (Store, Draft) throws -> [Int64]
    /// The text from which a new record's ref is made; nil where the kind has no refs.
    var refBase: (@Sendable (Store, Draft) throws -> String)?
    /// Adds what a new record needs and was not given, and checks what belongs together.
    var complete: @Sendable (Store, inout Draft) throws -> Void = { _, _ in }
    /// Checks a record after it was stored or changed.
    var verify: @Sendable (Store, Int64) throws -> Void = { _, _ in }

    /// The field of this name; hyphens and British spelling are accepted.
    package func field(named name: String) -> Field? {
        let plain = String(name.map { $0 == "-" ? "_" : $0 })
        return fields.first { $0.name == plain }
            ?? fields.first { $0.name == plain.replacingWord("organisation", with: "organization") }
    }

    /// Whether records of this kind have a ref.
    package var hasRef: Bool { refBase != nil }
}

extension Noun {
    /// What is declared of this kind.
    package var type: RecordType {
        switch self {
        case .organization: .organization
        case .profile: .profile
        case .course: .course
        case .session: .session
        case .person: .person
        case .attendance: .attendance
        case .headcount: .headcount
        case .tally: .tally
        }
    }
}

extension Field {
    /// The expression over `t` that reads the field as it is written: text, or a whole number.
    var select: SQL {
        switch storage {
        case .special(let sql): return sql
        case .start: return "t.starts_on || coalesce('T' || t.start_time, '')"
        case .staffCount:
            return
                "(SELECT s.count FROM staff_headcount AS s WHERE s.organization_id = t.id ORDER BY s.as_of DESC LIMIT 1)"
        case .staffDay: return "(SELECT max(s.as_of) FROM staff_headcount AS s WHERE s.organization_id = t.id)"
        case .headcount:
            return """
                (SELECT h.count FROM headcount AS h WHERE h.session_id = t.id AND h.scope = 'everyone'
                AND h.organization_id IS NULL AND h.category = '' AND h.method = 1)
                """
        case .column(let column): return select(column)
        case .coded(let column, let words):
            let cases = words.enumerated().map { "WHEN \($0.offset + 1) THEN \($0.element)" as SQL }
            return "CASE t.\(identifier: column) \(cases.joined(separator: " ")) END"
        case .rows(let table, let owner, let columns): return select(rowsOf: table, owner, columns)
        }
    }

    private func select(_ column: Identifier) -> SQL {
        switch shape {
        case .yesNo: "CASE t.\(identifier: column) WHEN 1 THEN 'yes' WHEN 0 THEN 'no' END"
        case .record(let noun):
            "(SELECT r.ref FROM \(identifier: noun.table) AS r WHERE r.id = t.\(identifier: column))"
        default: "t.\(identifier: column)"
        }
    }

    private func select(rowsOf table: Identifier, _ owner: Identifier, _ columns: [Identifier]) -> SQL {
        let item: SQL
        switch shape {
        case .records(let noun):
            item = "(SELECT r.ref FROM \(identifier: noun.table) AS r WHERE r.id = x.\(identifier: columns[0]))"
        case .facilitators:
            item = """
                x.name || CASE WHEN x.role IS NULL AND x.pronouns IS NULL THEN '' ELSE ':' || ifnull(x.role, '') END
                || ifnull(':' || x.pronouns, '')
                """
        default: item = "x.\(identifier: columns[0])"
        }
        return """
            (SELECT group_concat(item, ';') FROM (SELECT \(item) AS item FROM \(identifier: table) AS x
            WHERE x.\(identifier: owner) = t.id ORDER BY x.position))
            """
    }
}

extension Noun {
    /// The table that keeps records of this kind.
    var table: Identifier {
        switch self {
        case .organization: "organization"
        case .profile: "profile"
        case .course: "course"
        case .session: "session"
        case .person: "person"
        case .attendance: "attendance"
        case .headcount: "headcount"
        case .tally: "tally"
        }
    }
}

extension String {
    func replacingWord(_ word: String, with other: String) -> String {
        var result = ""
        var rest = self[...]
        while let first = rest.first {
            if rest.hasPrefix(word) {
                result += other
                rest = rest.dropFirst(word.count)
            } else {
                result.append(first)
                rest = rest.dropFirst()
            }
        }
        return result
    }
}
