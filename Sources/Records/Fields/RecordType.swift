import SQLite

/// A kind of record, declared once: its fields, how a row of a file finds it, what a new one needs.
package struct RecordType: Sendable {
    /// The word for one.
    package let noun: Noun
    /// Its fields, in the order of the native header.
    package internal(set) var fields: [Field]
    /// Where its rows are read: a table or view under the name `t`.
    var source: SQL
    /// The table that keeps it.
    let table: Identifier
    /// The order of lists and exports.
    var order: SQL
    /// The day that `--from` and `--to` look at.
    var day: SQL?
    /// The condition that a row is of an organization, as an expression over `t` that takes a row id.
    var ofOrganization: (@Sendable (Int64) -> SQL)?
    /// The condition that a row is of a course.
    var ofCourse: (@Sendable (Int64) -> SQL)?
    /// The condition that a row is of a session.
    var ofSession: (@Sendable (Int64) -> SQL)?
    /// What a list can be narrowed to by a word of its own.
    package var conditions: [NamedCondition] = []
    /// Whether rows of a file without a ref are taken by number: each that equals a stored record is that one, and one
    /// more is another record.
    var isMultiset = false
    /// Days on which something has happened, which nobody writes down before they have come.
    var pastDays: [String] = []
    /// Days of which one can't be before the other.
    var dayRules: [DayRule] = []
    /// Rows that a draft without a ref is about.
    let matches: @Sendable (Store, Draft) throws -> [Int64]
    /// The text from which a new record's ref is made; nil where the kind has no refs.
    var refBase: (@Sendable (Store, Draft) throws -> String)?
    /// Writes values in the one way in which they are kept: a period by its shortest name.
    var canonical: @Sendable (Store, inout Draft) throws -> Void = { _, _ in }
    /// Adds what a new record needs and was not given, and checks what belongs together.
    var complete: @Sendable (Store, inout Draft) throws -> Void = { _, _ in }
    /// Adds to a change of a record what goes with it: to the values that are given, or to the fields that are emptied.
    var amends: @Sendable (Store, Int64, inout Draft, inout [String]) throws -> Void = { _, _, _, _ in }
    /// Writes those values of a typed change that begin today, takes them out of the draft, and answers their names. A file
    /// says what was first, and is stored as it stands.
    var begins: @Sendable (Store, Int64, inout Draft) throws -> [String] = { _, _, _ in [] }
    /// Checks what is given before it is stored, of a record of this row id, or of a new one.
    var accepts: @Sendable (Store, Int64?, Draft) throws -> Void = { _, _, _ in }
    /// Checks a record after it was stored or changed.
    var verify: @Sendable (Store, Int64) throws -> Void = { _, _ in }

    /// The field of this name; hyphens and British spelling are accepted.
    package func field(named name: String) -> Field? {
        let plain = String(name.map { $0 == "-" ? "_" : $0 })
        return fields.first { $0.name == plain }
            ?? fields.first { $0.name == plain.replacingWord("organisation", with: "organization") }
    }

    /// Whether a record's ref is drawn with its id, and stored nowhere else.
    var refIsDrawn = false

    /// Whether records of this kind have a ref.
    package var hasRef: Bool { refBase != nil || refIsDrawn }
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
        case .question: .question
        case .tally: .tally
        case .outlet: .outlet
        case .feedback: .feedback
        case .board: .board
        case .boardSeats: .boardSeats
        case .meeting: .meeting
        case .recommendation: .recommendation
        case .assessment: .assessment
        case .criterion: .criterion
        case .action: .action
        case .position: .position
        case .activity: .activity
        case .document: .document
        case .target: .target
        case .form: .form
        case .evaluation: .evaluation
        case .commitment: .commitment
        case .reflection: .reflection
        }
    }
}

extension Noun {
    /// What an export of this kind reads: of a position a row for each filling, and criteria as their tool has them, so
    /// that all of it comes back as it was.
    package var exported: RecordType {
        switch self {
        case .position: .positionFillings
        case .criterion: .criteriaOfTools
        default: type
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
        case .fillingStart:
            return "(SELECT max(f.filled_from) FROM position_filling AS f WHERE f.position_id = t.id)"
        case .fillingEnd:
            return """
                (SELECT f.filled_to FROM position_filling AS f WHERE f.position_id = t.id
                ORDER BY f.filled_from DESC LIMIT 1)
                """
        case .headcount:
            return """
                (SELECT h.count FROM headcount AS h WHERE h.session_id = t.id AND h.scope = 'everyone'
                AND h.organization_id IS NULL AND h.category = '' AND h.method = \(CountMethod.counted.rawValue))
                """
        case .column(let column): return select(column)
        case .coded(let column, let words):
            let cases = words.enumerated().map { "WHEN \($0.offset + 1) THEN \($0.element)" as SQL }
            return "CASE t.\(identifier: column) \(cases.joined(separator: " ")) END"
        case .code(_, _, let code): return "t.\(identifier: code)"
        case .rows(let table, let owner, let columns): return select(rowsOf: table, owner, columns)
        }
    }

    private func select(_ column: Identifier) -> SQL {
        switch shape {
        case .yesNo: "CASE t.\(identifier: column) WHEN 1 THEN 'yes' WHEN 0 THEN 'no' END"
        case .hundredths: "t.\(identifier: column) / 100.0"
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
        case .listedCodes: item = "x.list || ':' || x.code"
        case .codes: item = "x.code"
        case .levels: item = "x.\(identifier: columns[0]) || ':' || x.\(identifier: columns[1])"
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
        case .question: "question"
        case .tally: "tally"
        case .outlet: "outlet"
        case .feedback: "feedback"
        case .board: "board"
        case .boardSeats: "board_seats"
        case .meeting: "meeting"
        case .recommendation: "recommendation"
        case .assessment: "assessment"
        case .criterion: "criterion"
        case .action: "action"
        case .position: "position"
        case .activity: "activity"
        case .document: "document"
        case .target: "target"
        case .form: "form"
        case .evaluation: "evaluation"
        case .commitment: "commitment"
        case .reflection: "reflection"
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
