package import Calendar
import SQLite

extension Store {
    /// Sessions that begin on these days (counted from 1970) and were not called off, in order; at most 20.
    package func sessions(on days: ClosedRange<Int>) throws -> [Found] {
        guard let first = Day(epochDay: days.lowerBound), let last = Day(epochDay: days.upperBound) else { return [] }
        return try database.all(
            """
            SELECT id, ref FROM session WHERE starts_on BETWEEN \(first.iso) AND \(last.iso)
                AND status IN ('scheduled', 'held') ORDER BY starts_on, ref LIMIT 20
            """
        ) { Found(id: try $0[0], ref: try $0.text(1)) }
    }

    /// Of those, the sessions of the same course and organizations as one.
    package func sessions(like session: Int64, on days: ClosedRange<Int>) throws -> [Found] {
        let course = try database.value("SELECT course_id FROM session WHERE id = \(session)", as: Int64?.self) ?? nil
        let organizations = try organizationsTrained(session).sorted()
        return try sessions(on: days).filter { found in
            let other = try database.value("SELECT course_id FROM session WHERE id = \(found.id)", as: Int64?.self)
            return try (other ?? nil) == course && organizationsTrained(found.id).sorted() == organizations
        }
    }

    /// The names of a session's facilitators, in their order.
    package func facilitators(of session: Int64) throws -> [String] {
        try database.all("SELECT name FROM session_facilitator WHERE session_id = \(session) ORDER BY position") {
            try $0.text(0)
        }
    }

    /// The zone of a session, and its days from the first to the one on which it is planned to end.
    package func calendar(of session: SessionFacts) throws -> (zone: TimeZoneName?, days: ClosedRange<Int>) {
        let row = try database.one("SELECT time_zone, start_time, minutes FROM session WHERE id = \(session.id)") {
            row in
            (zone: try row[0] as String?, start: try row[1] as String?, minutes: try row[2] as Int?)
        }
        let clock = row?.start.map { $0.split(separator: ":").compactMap { Int($0) } } ?? []
        let begin = clock.count >= 2 ? clock[0] * 60 + clock[1] : 0
        let end = begin + min(max(row?.minutes ?? 0, 1), 14_400) - 1
        return (row?.zone.flatMap { TimeZoneName($0) }, session.day...(session.day + end / 1_440))
    }
}

extension Store {
    /// Which of two organizations comes first in the alphabet; nil where neither is there.
    package func firstByTitle(_ one: Int64, _ other: Int64) throws -> Int64? {
        try database.value("SELECT id FROM organization WHERE id IN (\(one), \(other)) ORDER BY title, ref LIMIT 1")
    }
}

/// A session of which a returned form may be.
package struct EvaluableSession: Sendable {
    /// The row id that an evaluation of it carries.
    package let id: Int64
    /// What a refusal names among the candidates.
    package let ref: String
    /// The civil day on which it begins; the day of a returned form is held against it.
    package let day: Day
    /// Whether it was said that this form is handed out there.
    package let isSet: Bool
}

extension Store {
    /// Sessions at which a form may have been handed out: those that took place or whose day has come, for a form that is
    /// asked before also those that are planned; of one course and one organization where they are given. In order of
    /// their days.
    package func sessions(for form: Form, course: Int64?, organization: Int64?) throws -> [EvaluableSession] {
        let today = today.description
        let planned: SQL = form.wave == .before ? "1" : "s.starts_on <= \(today)"
        let ofCourse: SQL = course.map { "s.course_id = \($0)" } ?? "1"
        let ofOrganization: SQL =
            organization.map {
                """
                EXISTS (SELECT 1 FROM session_organization AS o WHERE o.session_id = s.id AND o.organization_id = \($0))
                """
            } ?? "1"
        return try database.all(
            """
            SELECT s.id, s.ref, s.starts_on, s.form_id IS NOT NULL FROM session AS s
            WHERE (s.status = 'held' OR s.status = 'scheduled' AND \(planned))
                AND (s.form_id IS NULL OR s.form_id = \(form.id)) AND \(ofCourse) AND \(ofOrganization)
            ORDER BY s.starts_on, s.ref
            """
        ) { EvaluableSession(id: try $0[0], ref: try $0[1], day: try $0[2], isSet: try $0[3]) }
    }
}
