package import Calendar
package import SQLite

/// Which records a list or an export holds.
package struct RecordFilter: Sendable {
    /// The first day, included; kinds without a day ignore it.
    package var from: Day?
    /// The last day, included; kinds without a day ignore it.
    package var to: Day?
    /// The row id of an organization; a session is of those that it trains. Kinds that are of none ignore it.
    package var organization: Int64?
    /// The row id of a course: its sessions, and what belongs to them. Kinds that are of none ignore it.
    package var course: Int64?
    /// A word of the kind's field `status`, such as `held`; a kind without that field has no such records.
    package var status: String?
    /// The row id of a session: what belongs to it. Kinds that are of none ignore it.
    package var session: Int64?
    /// One record alone.
    package var id: Int64?
    /// Questions that each record must answer with yes, on the day `asOf`.
    package var conditions: [NamedCondition]
    /// The day on which they are asked; what is dated later has not happened yet.
    package var asOf: Day

    package init(
        from: Day? = nil,
        to: Day? = nil,
        organization: Int64? = nil,
        course: Int64? = nil,
        status: String? = nil,
        session: Int64? = nil,
        id: Int64? = nil,
        conditions: [NamedCondition] = [],
        asOf: Day = .last
    ) {
        self.from = from
        self.to = to
        self.organization = organization
        self.course = course
        self.status = status
        self.session = session
        self.id = id
        self.conditions = conditions
        self.asOf = asOf
    }
}

/// Records on their way out, in columns named as in the native headers: read row by row, in constant memory.
package struct Extract: Sendable {
    /// The kind of all rows; decides the columns, their privacy and the order.
    package let type: RecordType
    /// The columns, in order; cell `i` of a row is field `i`'s.
    package let fields: [Field]
    private let columns: SQL
    private let conditions: [SQL]
    private let order: SQL
    private let sessions: [SQL]

    /// The whole record, for those who can open the file anyway.
    package init(_ type: RecordType, _ filter: RecordFilter = RecordFilter()) {
        self.init(type, type.fields, filter, columns: type.fields.map(\.select), order: type.order)
    }

    /// What may leave: no names, e-mails or free text, and people under the random numbers of `Store.numberPeople`,
    /// by which the rows of a session also stand, so that neither refs nor order join two exports.
    package static func deidentified(_ type: RecordType, _ filter: RecordFilter = RecordFilter()) -> Extract {
        let fields = deidentifiedFields(of: type)
        let columns = fields.map { field -> SQL in
            switch field {
            case _ where isNumbered(field, of: type): number(type.noun == .person ? "t.id" : "t.person_id")
            case _ where field.tellsWhether: "CASE WHEN \(field.select) <> '' THEN 'yes' END"
            default: field.select
            }
        }
        let order: SQL
        switch type.noun {
        case .person: order = number("t.id")
        case .attendance:
            order = "t.person_id IS NULL, \(number("t.person_id")), t.minutes"
        default: order = type.order
        }
        return Extract(type, fields, filter, columns: columns, order: order)
    }

    /// The fields that a de-identified export of a kind has.
    package static func deidentifiedFields(of type: RecordType) -> [Field] {
        type.fields.filter { $0.privacy == .open || $0.tellsWhether }
    }

    /// Whether a field names a person, for whom a de-identified export has a number of its own.
    package static func isNumbered(_ field: Field, of type: RecordType) -> Bool {
        (type.noun == .person && field.name == "ref") || (type.noun == .attendance && field.name == "person")
    }

    private init(_ type: RecordType, _ fields: [Field], _ filter: RecordFilter, columns: [SQL], order: SQL) {
        self.type = type
        self.fields = fields
        self.columns = columns.joined(separator: ", ")
        conditions = type.conditions(filter)
        sessions = RecordType.session.sessionConditions(filter)
        self.order = order
    }

    /// The sessions whose attendance the extract holds, in order.
    var sessionQuery: SQL {
        let filtered: SQL = sessions.isEmpty ? "" : " WHERE \(sessions.joined(separator: " AND "))"
        return "SELECT t.id, t.ref FROM session AS t\(filtered) ORDER BY t.starts_on, t.id"
    }

    /// The query over `source`, which stands in for the type's own.
    func query(over source: SQL) -> SQL {
        let filtered: SQL = conditions.isEmpty ? "" : " WHERE \(conditions.joined(separator: " AND "))"
        return "SELECT \(columns) FROM \(source)\(filtered) ORDER BY \(order)"
    }

    private static func number(_ person: SQL) -> SQL {
        "(SELECT n.number FROM temp.person_number AS n WHERE n.person_id = \(person))"
    }
}

extension RecordType {
    /// The status as a word.
    private var statusColumn: SQL { fields.first { $0.name == "status" }?.select ?? "NULL" }

    fileprivate func conditions(_ filter: RecordFilter) -> [SQL] {
        var conditions: [SQL] = []
        if let day, let from = filter.from { conditions.append("\(day) >= \(from.description)") }
        if let day, let to = filter.to { conditions.append("\(day) <= \(to.description)") }
        if let ofOrganization, let id = filter.organization { conditions.append(ofOrganization(id)) }
        if let ofCourse, let id = filter.course { conditions.append(ofCourse(id)) }
        if let ofSession, let id = filter.session { conditions.append(ofSession(id)) }
        if let status = filter.status { conditions.append("\(statusColumn) = \(status)") }
        if let id = filter.id { conditions.append("t.id = \(id)") }
        conditions += filter.conditions.map { "(\($0.sql(filter.asOf)))" }
        if noun == .person, filter.id == nil { conditions.append("t.merged_into_id IS NULL") }
        return conditions
    }
}

extension RecordType {
    /// The conditions of a filter on the session that a row of attendance is of.
    func sessionConditions(_ filter: RecordFilter) -> [SQL] {
        var ofSession = filter
        (ofSession.status, ofSession.id, ofSession.session) = (nil, filter.session, nil)
        return conditions(ofSession)
    }
}

extension Store {
    /// Lends each row of an extract to `body`, in order: text, whole numbers, and nothing where nothing is recorded.
    ///
    /// Attendance is read session by session, so that nothing is sorted but the rows of one session.
    package func forEach(_ extract: Extract, _ body: (borrowing Row) throws -> Void) throws {
        guard extract.type.noun == .attendance else {
            return try database.forEach(extract.query(over: extract.type.source), body)
        }
        try database.forEach(extract.sessionQuery) { row in
            let session = Found(id: try row[0], ref: try row.text(1))
            try database.forEach(extract.query(over: RecordType.attendanceSource(of: session)), body)
        }
    }

    /// Gives every person a number for one export, in an order that chance decides. Outside a read transaction.
    package func numberPeople() throws {
        try database.execute("DROP TABLE IF EXISTS temp.person_number")
        try database.execute(
            """
            CREATE TEMP TABLE person_number AS
            SELECT id AS person_id, row_number() OVER (ORDER BY random()) AS number FROM person
            """
        )
        try database.execute("CREATE UNIQUE INDEX temp.person_number_person ON person_number (person_id)")
    }
}

extension Store {
    /// The texts of one record's fields that are known, as files have them.
    package func texts(_ type: RecordType, _ id: Int64) throws -> [String: String] {
        let extract = Extract(type, RecordFilter(id: id))
        var texts: [String: String] = [:]
        try forEach(extract) { row in
            for (index, field) in extract.fields.enumerated() {
                let text = try row.value(index).plain
                if !text.isEmpty { texts[field.name] = text }
            }
        }
        return texts
    }

    /// Whether an extract has any row.
    package func hasRows(_ extract: Extract) throws -> Bool {
        var found = false
        try forEach(extract) { _ in found = true }
        return found
    }
}
