import SQLite

extension Store {
    /// Makes one person of two: what `other` attended becomes `person`'s, blanks are filled, and `other`'s ref leads
    /// to `person` from now on. Both rows stay, and `unmerge` takes it back.
    ///
    /// Where both attended one session it is one attendance: the stronger role and status, the longer minutes.
    /// - Returns: at how many sessions both had been.
    package func merge(_ other: Found, into person: Found) throws -> Int {
        guard other.id != person.id else {
            throw RecordError.refused("\(person.ref) and \(other.ref) are already the same person", advice: nil)
        }
        let shared = try joinAttendance(of: other.id, into: person.id)
        try moveAttendance(of: other.id, to: person.id)
        try database.execute(
            """
            UPDATE person SET
                name = ifnull(person.name, o.name), email = ifnull(person.email, o.email),
                organization_id = ifnull(person.organization_id, o.organization_id),
                job_role = ifnull(person.job_role, o.job_role), left_on = ifnull(person.left_on, o.left_on)
            FROM person AS o WHERE person.id = \(person.id) AND o.id = \(other.id)
            """
        )
        try database.execute(
            "UPDATE person SET merged_into_id = \(person.id) WHERE id = \(other.id) OR merged_into_id = \(other.id)"
        )
        return shared
    }

    /// Takes the merge back by which the person of this ref became another one's.
    ///
    /// - Throws: `refused` where that person was not merged, or was forgotten since, or the other one was merged into a
    ///   third: that merge is to be taken back first.
    package func unmerge(_ ref: String) throws -> Undone {
        let merged = try database.one(
            """
            SELECT id, ref FROM person
            WHERE ref = \(ref.trimmed) COLLATE NOCASE AND merged_into_id IS NOT NULL AND forgotten_on IS NULL
            """
        ) { Found(id: try $0[0], ref: try $0[1]) }
        guard let merged else {
            let known = Noun.person.repeated(ref, from: .typed)
            let person = known.isEmpty ? "this person" : "person \"\(known)\""
            throw RecordError.refused("\(person) was not merged", advice: nil)
        }
        let merge = try database.one(
            """
            SELECT \(HistoryEntry.columns), (SELECT p.ref FROM person AS p WHERE p.id = v.old)
            FROM history AS h JOIN history_value AS v ON v.history_id = h.id
            WHERE v.record_table = 'person' AND v.record_key = \(String(merged.id))
                AND v.column_name = 'merged_into_id' AND v.new IS NOT NULL
                AND NOT EXISTS (SELECT 1 FROM history AS u WHERE u.undoes_id = h.id)
            ORDER BY h.id DESC LIMIT 1
            """
        ) { row in (entry: try HistoryEntry(row), survivor: try row[6] as String?) }
        guard let merge else {
            throw RecordError.refused("the merge of \"\(merged.ref)\" can no longer be undone", advice: nil)
        }
        if let survivor = merge.survivor {
            throw RecordError.refused(
                "\(merged.ref) was merged into \(survivor), which was merged again later",
                advice: Advice("First", .perform(.unmergePerson, ["ref": survivor]))
            )
        }
        return try takeBack(merge.entry, by: "person unmerge")
    }

    private func joinAttendance(of other: Int64, into person: Int64) throws -> Int {
        let sessions: [Int64] = try database.all(
            """
            SELECT o.session_id FROM attendance AS o JOIN attendance AS p ON p.session_id = o.session_id
            WHERE o.person_id = \(other) AND p.person_id = \(person)
            """
        ) { try $0[0] }
        for session in sessions {
            try database.execute(
                """
                UPDATE attendance SET role = max(attendance.role, o.role), status = max(attendance.status, o.status),
                    minutes = CASE WHEN attendance.minutes IS NULL THEN o.minutes WHEN o.minutes IS NULL
                        THEN attendance.minutes ELSE max(attendance.minutes, o.minutes) END,
                    organization_id = ifnull(attendance.organization_id, o.organization_id),
                    registered = coalesce(max(attendance.registered, o.registered), attendance.registered, o.registered)
                FROM attendance AS o WHERE o.session_id = \(session) AND o.person_id = \(other)
                    AND attendance.session_id = \(session) AND attendance.person_id = \(person)
                """
            )
            try database.execute("DELETE FROM attendance WHERE session_id = \(session) AND person_id = \(other)")
        }
        return sessions.count
    }

    /// A key that changes is a row that goes and one that comes, so that the history can put both back.
    private func moveAttendance(of other: Int64, to person: Int64) throws {
        try database.execute(
            """
            INSERT INTO attendance (session_id, person_id, role, status, minutes, organization_id, registered, import_id)
            SELECT session_id, \(person), role, status, minutes, organization_id, registered, import_id FROM attendance
            WHERE person_id = \(other)
            """
        )
        try database.execute("DELETE FROM attendance WHERE person_id = \(other)")
    }
}
