package import Calendar
import SQLite

/// The responses to one form about one session, collected by a code that people type or scan.
package struct ResponseCollection: Equatable, Sendable {
    /// Its row id.
    package let id: Int64
    /// Seven letters: what stands in its address.
    package let code: String
    /// The session that people evaluate.
    package let session: Found
    /// What the session was about: the title of its course, else its own.
    package let title: String
    /// The session's civil day.
    package let day: Day
    /// The form that they answer.
    package let form: Found
    /// When that form is asked.
    package let wave: Form.Wave
    /// The civil day on which it was opened.
    package let openedOn: Day
    /// When it ends by itself, in seconds since 1970; nil for one that is closed by hand.
    package let endsAt: Int64?
    /// The civil day on which it was closed; nil until then.
    package let closedOn: Day?
    /// The name of the batch that its responses came in with.
    package let batch: String?

    /// Whether people may still answer at an instant in seconds since 1970.
    package func isOpen(at now: Int64) -> Bool { closedOn == nil && (endsAt.map { now < $0 } ?? true) }

    fileprivate static let query: SQL = """
        SELECT c.id, c.code, s.id, s.ref, coalesce(k.title, s.title, ''), s.starts_on, f.id, f.ref, f.wave, c.opened_on,
            CAST(strftime('%s', c.ends_at) AS INTEGER), c.closed_on, c.batch
        FROM collection AS c JOIN session AS s ON s.id = c.session_id JOIN form AS f ON f.id = c.form_id
        LEFT JOIN course AS k ON k.id = s.course_id
        """

    fileprivate init(_ row: borrowing Row) throws {
        id = try row[0]
        code = try row.text(1)
        session = Found(id: try row[2], ref: try row[3])
        title = try row.text(4)
        day = try row[5]
        form = Found(id: try row[6], ref: try row[7])
        wave = Form.Wave(rawValue: try row.text(8)) ?? .after
        openedOn = try row[9]
        endsAt = try row[10]
        closedOn = try row[11]
        batch = try row[12]
    }
}

extension Store {
    /// Every collection, the one that was opened first coming first.
    package func collections() throws -> [ResponseCollection] {
        try database.all("\(ResponseCollection.query) ORDER BY c.id") { try ResponseCollection($0) }
    }

    /// The collections of a session, the one that was opened first coming first.
    package func collections(of session: Found) throws -> [ResponseCollection] {
        try database.all("\(ResponseCollection.query) WHERE s.id = \(session.id) ORDER BY c.id") {
            try ResponseCollection($0)
        }
    }

    /// The collections that an entry of the history opened.
    package func collections(openedBy entry: Int64) throws -> [ResponseCollection] {
        try database.all(
            """
            \(ResponseCollection.query) WHERE c.id IN (
                SELECT CAST(record_key AS INTEGER) FROM history_value
                WHERE history_id = \(entry) AND record_table = 'collection' AND change = 'created')
            """
        ) { try ResponseCollection($0) }
    }

    /// Lets responses to a form about a session be collected under a code. Part of a `change`.
    ///
    /// - Parameter endsAt: when it ends by itself, in UTC as it is stored.
    /// - Throws: `RecordError.refused` where the session did not take place, or the form is collected for it already.
    package func openCollection(
        of session: Found,
        by form: Found,
        code: String,
        endsAt: String?
    ) throws -> ResponseCollection {
        try requireNotCalledOff(session)
        if let open = try collections(of: session).first(where: { $0.form == form && $0.closedOn == nil }) {
            throw RecordError.refused(
                "responses to \(form.ref) are already being collected for \(session.ref)",
                advice: Advice(
                    "The code is \(open.code). To stop",
                    .perform(.closeCollection, ["session": session.ref])
                )
            )
        }
        try database.execute(
            """
            INSERT INTO collection (code, session_id, form_id, opened_on, ends_at)
            VALUES (\(code), \(session.id), \(form.id), \(today.iso), \(endsAt.sqlValue))
            """
        )
        let id = database.lastInsertRowID
        let opened = try database.one("\(ResponseCollection.query) WHERE c.id = \(id)") { try ResponseCollection($0) }
        guard let opened else { throw StoreError.damaged("a collection was not stored") }
        return opened
    }

    /// Ends a collection and stores what came in by it, in an order that tells nothing and under random ids. The history
    /// says that it was closed on this day, and nothing of the responses. Part of a `change` that nothing takes back.
    ///
    /// - Throws: `RecordError.refused` where responses came in for a session that did not take place, or has not yet.
    package func closeCollection(
        _ collection: ResponseCollection,
        batch: String,
        storing new: NewEvaluations
    ) throws -> StoredEvaluations {
        if new.count > 0 { try requireEvaluable(collection.session.id, collection.wave) }
        current?.log.sawBulk()
        return try unnoted {
            try database.execute(
                "UPDATE collection SET closed_on = \(today.iso), batch = \(batch) WHERE id = \(collection.id)"
            )
            return try add(evaluations: new, takingEqual: false)
        }
    }

    /// How many people attended a session; nil where nobody counted.
    package func attendance(of session: Found) throws -> Int? {
        try database.value(
            "SELECT CASE counted WHEN 1 THEN attendances END FROM session_fact WHERE session_id = \(session.id)",
            as: Int?.self
        ) ?? nil
    }

    /// How many responses to a form are stored for a session.
    package func responses(to form: Found, about session: Found) throws -> Int {
        try database.value(
            "SELECT count(*) FROM evaluation WHERE form_id = \(form.id) AND session_id = \(session.id)"
        ) ?? 0
    }

    /// Forms of a wave, in the order of their refs.
    package func forms(of wave: Form.Wave) throws -> [Found] {
        try database.all("SELECT id, ref FROM form WHERE wave = \(wave.rawValue) ORDER BY ref COLLATE NOCASE, id") {
            Found(id: try $0[0], ref: try $0[1])
        }
    }

    /// A session that may still take place may be evaluated, so that its code can be printed beforehand.
    private func requireNotCalledOff(_ session: Found) throws {
        let status = try database.value("SELECT status FROM session WHERE id = \(session.id)", as: String.self)
        guard let status, status != "held", status != "scheduled" else { return }
        throw RecordError.notHeld(session: session.ref, status: status)
    }
}
