import Calendar
package import Documents
import Measures
import Records
package import SQLite

/// Where a figure comes from: what it means, the statements that count it, and the rows behind it.
package struct Explanation: Sendable {
    private let metric: Metric
    private let inquiry: Inquiry

    /// Explains a metric for the scope and the readers of an inquiry; the report of the inquiry does not matter.
    package init(_ metric: Metric, in inquiry: Inquiry) {
        self.metric = metric
        self.inquiry = inquiry
    }

    /// The document for any format; people are shown to the team only, and only by their refs.
    package func document(from database: borrowing DatabaseReader) throws -> Document {
        if database.isInTransaction { return try made(from: database) }
        return try database.read { try made(from: database) }
    }

    private var scope: Scope { inquiry.scope.undivided }

    private func made(from database: borrowing DatabaseReader) throws -> Document {
        let findings = try findings(database)
        let questions = Self.questions(of: findings.isEmpty ? [metric] : findings.map(\.metric))
        let tables = questions.isEmpty ? [] : try tables(questions, database)
        return Document(
            title:
                "\(metric.id) \(metric.label(on: scope.referenceDay)) — \(inquiry.program.name), \(scope.period.title)",
            about: About(
                title: "\(metric.id) \(metric.label(on: scope.referenceDay))",
                subtitle: "\(inquiry.program.name), \(scope.period.title)",
                day: scope.asOf.iso
            ),
            blocks: meaning(findings, questions) + tables.map { .table($0) } + statements(questions),
            data: data(findings.first { $0.metric.id == metric.id }, questions, tables),
            rows: tables.last ?? Table(columns: [Column(key: "session")], rows: [])
        )
    }

    /// Its figure, or those of its companions where it has none of its own.
    ///
    /// It is read with its companions and with what it could be told from, since one of them may be withheld for the
    /// sake of another.
    private func findings(_ database: borrowing DatabaseReader) throws -> [Finding] {
        let companions = Catalogue.entries(of: [metric.id.family])
        let related = metric.withRelated.dropFirst().filter { other in !companions.contains { $0.id == other.id } }
        let reading = try Reading(companions + related, scope, inquiry.disclosure, from: database)
        var clearance = Clearance(for: inquiry.disclosure)
        clearance.add(reading)
        let all = reading.cleared(by: clearance.decide()).total
        return all.filter { finding in
            metric.hasOwnEntry ? finding.metric.id == metric.id : finding.metric.id.isCompanion(of: metric.id)
        }
    }

    /// The questions of these metrics, each once.
    private static func questions(of metrics: [Metric]) -> [Question] {
        var names: Set<String> = []
        return metrics.flatMap(\.counting.questions).filter { names.insert($0.name).inserted }
    }

    private func meaning(_ findings: [Finding], _ questions: [Question]) -> [Document.Block] {
        var blocks: [Document.Block] = [
            .sentence(metric.definition),
            .sentence(
                "\(metric.standing.level.rawValue.capitalizedWord) level, \(metric.standing.strategy.title.lowercased())."
            ),
        ]
        for finding in findings {
            let note = Printed.note(finding)
            let subject = finding.metric.id == metric.id ? "Value" : finding.metric.id.text
            blocks.append(.sentence("\(subject): \(Printed.words(finding))\(note.isEmpty ? "" : " (\(note))")."))
        }
        if questions.isEmpty { blocks.append(.sentence(whyUncounted)) }
        return blocks + questions.map { .sentence("How it is counted: \($0.words)") }
    }

    /// Why no rows stand behind it.
    private var whyUncounted: String {
        !metric.isOfForms
            ? "Groundwork doesn't record this yet."
            : "No form returned in this period asks for this, so there are no rows to show."
    }

    private func statements(_ questions: [Question]) -> [Document.Block] {
        (questions.isEmpty ? [] : [.heading("SQL statements")])
            + questions.flatMap { question -> [Document.Block] in
                let sql = question.sql(scope)
                return [
                    .sentence("Statement for \(question.name):"),
                    .code(sql.text.split(separator: "\n").map(String.init)),
                    .note("Parameters, in order: \(sql.values.map(\.words).joined(separator: ", "))"),
                ]
            }
    }

    private func data(_ finding: Finding?, _ asked: [Question], _ tables: [Table]) -> JSON {
        let countsRecords = countsRecords(asked)
        let questions = asked.map { question -> JSON in
            let sql = question.sql(scope)
            return [
                "name": .string(question.name), "words": .string(question.words), "sql": .string(sql.text),
                "parameters": .array(sql.values.map { .string($0.words) }),
            ]
        }
        return [
            "id": .string(metric.id.text), "name": .string(metric.title), "definition": .string(metric.definition),
            "state": .string(finding?.figure.state.rawValue), "value": .double(finding?.figure.value),
            "numerator": .integer(finding?.figure.numerator), "denominator": .integer(finding?.figure.denominator),
            "low": .double(finding?.figure.low), "high": .double(finding?.figure.high),
            "questions": .array(questions),
            "sessions": countsRecords ? .array([]) : tables.first?.json ?? .array([]),
            "people": countsRecords || tables.count < 2 ? .array([]) : tables[1].json,
            "records": countsRecords ? tables.first?.json ?? .array([]) : .array([]),
        ]
    }
}

// MARK: - Rows

extension Explanation {
    private var isForTeam: Bool { inquiry.disclosure.profile == .team && !inquiry.disclosure.withholds }

    /// Whether it is counted from records of its own theme, or from evaluations, and not from who came to sessions.
    private func countsRecords(_ questions: [Question]) -> Bool { Evidence.behind(questions) != nil }

    /// The records of its theme, or the sessions, and for the team the people where a figure counts people.
    private func tables(_ questions: [Question], _ database: borrowing DatabaseReader) throws -> [Table] {
        // What one organization says of itself stands beside its name, or its other answers, for the team only.
        if metric.disclosure.consent != nil, !isForTeam { return [] }
        if let evidence = Evidence.behind(questions) {
            return [try evidence.table(scope, isForTeam: isForTeam, in: database)]
        }
        let countsStaff = metric.division == .organizationOnly
        let sessions = try sessions(countsStaff ? scope.fromTheBeginning : scope, database)
        guard isForTeam else { return [sessions] }
        if countsStaff { return [sessions, try staff(database)] }
        return metric.unit == .people ? [sessions, try people(database)] : [sessions]
    }

    private func sessions(_ scope: Scope, _ database: borrowing DatabaseReader) throws -> Table {
        let plain = ["session", "day", "status", "minutes", "contact_based", "attendances"]
        let inner = ["named", "unnamed", "completed", "access_requested", "access_met"]
        let columns = plain + (isForTeam ? inner : [])
        let facts = scope.facts("scope.session_id, fact.named, fact.unnamed_heads, fact.attendances, fact.completed")
        let rows = try database.all(
            """
            WITH \(scope.clause), fact AS MATERIALIZED (\(facts))
            SELECT session.ref, session.starts_on, session.status, session.minutes, session.contact_based,
                fact.attendances, fact.named, fact.unnamed_heads, fact.completed, session.access_requested,
                session.access_met
            FROM scope
            CROSS JOIN session ON session.id = scope.session_id
            LEFT JOIN fact ON fact.session_id = scope.session_id
            ORDER BY session.starts_on, session.ref, session.id
            """
        ) { row in
            let contact: Bool? = try row[4]
            let numbers: [Documents.Cell] = try (5..<columns.count).map { .whole(try row[$0] as Int?) }
            return [
                .text(try row.text(0)), .day(try row.text(1)), .text(try row.text(2)), .whole(try row[3] as Int?),
                contact.map { .yesNo($0) } ?? .empty,
            ] + numbers
        }
        return Table(columns: columns.map { Column(key: $0) }, rows: rows)
    }

    private func people(_ database: borrowing DatabaseReader) throws -> Table {
        let rows = try database.all(
            """
            WITH \(scope.clause),
            head AS (\(scope.namedHeads("head.person_id, head.session_id")))
            SELECT person.ref, count(*) FROM head CROSS JOIN person ON person.id = head.person_id
            GROUP BY person.id ORDER BY person.ref
            """
        ) { row in [Documents.Cell.text(try row.text(0)), .whole(try row[1] as Int)] }
        return Table(columns: ["person", "sessions"].map { Column(key: $0) }, rows: rows)
    }

    private func staff(_ database: borrowing DatabaseReader) throws -> Table {
        let rows = try database.all(
            """
            WITH \(scope.learnedClause)
            SELECT learned.ref, organization.ref, here, ever, current, last_on
            FROM learned JOIN organization ON organization.id = learned.organization_id
            ORDER BY organization.ref, learned.ref
            """
        ) { row in
            let last: String? = try row[5]
            return [
                Documents.Cell.text(try row.text(0)), .text(try row.text(1)), .yesNo(try row[2]), .yesNo(try row[3]),
                .yesNo(try row[4]), last.map { .day($0) } ?? .empty,
            ]
        }
        let keys = ["person", "organization", "here", "trained", "trained_now", "last_trained"]
        return Table(columns: keys.map { Column(key: $0) }, rows: rows)
    }
}

extension SQLValue {
    fileprivate var words: String {
        switch self {
        case .null: "NULL"
        case .integer(let value): String(value)
        case .real(let value): Decimal.shortest(value)
        case .text(let text): "'\(text)'"
        case .blob(let bytes): "\(bytes.count) bytes"
        }
    }
}

extension String {
    var capitalizedWord: String { prefix(1).uppercased() + dropFirst() }
}
