import Calendar
import Records

extension Store {
    /// The civil day on which a session begins, and its status.
    func state(of session: Found) throws -> (day: String, status: SessionStatus?) {
        let texts = try texts(Noun.session.type, session.id)
        return (String((texts["starts"] ?? "").prefix(10)), texts["status"].flatMap { SessionStatus(rawValue: $0) })
    }

    /// Refuses attendance or a count of a session that is planned, before its day.
    func requireDayHasCome(of session: Found) throws {
        let (day, status) = try state(of: session)
        guard status == .scheduled || status == .held, day > today.description else { return }
        throw RecordError.invalid(
            field: "session",
            problem: "\(session.ref) is on \(day.dayWords), which is in the future",
            advice: Advice(
                "To record how many registered",
                .perform(.setHeadcount, ["session": session.ref, "scope": "registered"], ask: ["count"])
            )
        )
    }

    /// Refuses a status that says nobody was there, for a session at which people are recorded.
    func requireNobodyRecorded(at session: Found, toBe status: SessionStatus) throws {
        let came = RecordFilter(status: "attended", session: session.id)
        let isNamed = try hasRows(Extract(Noun.attendance.type, came))
        let isCounted = try hasRows(Extract(Noun.headcount.type, RecordFilter(session: session.id)))
        guard isNamed || isCounted else { return }
        throw RecordError.refused(
            "\(session.ref) has attendance, so it can't be \(status.rawValue)",
            advice: Advice(
                "If they attended another session, undo that first",
                .perform(.showHistory, ["ref": session.ref])
            )
        )
    }
}
