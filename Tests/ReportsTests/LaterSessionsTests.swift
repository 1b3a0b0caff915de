import Calendar
import Documents
import Measures
import SQLite
import Support
import Testing

@testable import Reports

/// What is dated after the as-of day has not happened yet: trainings that are held, forms that come back, follow-ups and
/// reviews. Writing it down changes no byte of a report.
@Suite struct LaterSessionsTests {
    /// What may be written down on a day, of whatever it fits.
    private static func happen(on day: String, in sample: borrowing Sample) throws {
        let statements: [SQL] = [
            """
            INSERT INTO session (id, ref, course_id, parent_id, site, fund, form_id, time_zone, modality, minutes, status,
                kind, starts_on, followup_asked)
            SELECT id + 100000, ref || '-later', course_id, parent_id, site, fund, form_id, time_zone, modality, minutes,
                status, kind, \(day), 7 FROM session
            """,
            """
            INSERT INTO session_organization (session_id, position, organization_id)
            SELECT session_id + 100000, position, organization_id FROM session_organization
            """,
            "INSERT INTO session_topic SELECT session_id + 100000, position, title FROM session_topic",
            "INSERT INTO session_topic SELECT id, 90, 'A topic of later' FROM session WHERE id > 100000",
            """
            INSERT INTO attendance (session_id, person_id, organization_id, minutes, role, status, registered)
            SELECT session_id + 100000, person_id, organization_id, minutes, role, status, 1 FROM attendance
            """,
            """
            INSERT INTO headcount (session_id, scope, organization_id, category, method, count)
            SELECT session_id + 100000, scope, organization_id, category, method, count FROM headcount
            """,
            "INSERT INTO tally (session_id, question, option, count) SELECT session_id + 100000, question, option, 3 FROM tally",
            """
            INSERT INTO evaluation (id, form_id, session_id, organization_id, submitted_on, answered, asked, a1, a2, a3)
            SELECT id + 100000, form_id, session_id, organization_id, \(day), answered, asked, a1, a2, a3 FROM evaluation
            """,
            """
            INSERT INTO evaluation (id, form_id, session_id, answered, asked, a1, a2, a3)
            SELECT id + 200000, form_id, session_id + 100000, answered, asked, a1, a2, a3 FROM evaluation
            WHERE session_id IS NOT NULL AND id < 100000
            """,
            """
            INSERT INTO evaluation_match (evaluation_id, how, pair)
            SELECT evaluation_id + 100000, how, iif(pair IS NULL, NULL, pair + 100000) FROM evaluation_match
            """,
            """
            INSERT INTO commitment (session_id, made, respondents, scope, followed_on, fully, partly, not_yet)
            SELECT session_id, made, respondents, scope, \(day), 1, 0, 0 FROM commitment
            WHERE made > 0 AND followed_on IS NULL
            """,
            "INSERT INTO commitment (session_id, made, respondents) SELECT id, 9, 3 FROM session WHERE id > 100000",
            "INSERT INTO reflection (session_id, question, count) SELECT id, 'responding', 4 FROM session WHERE id > 100000",
            """
            INSERT INTO document (organization_id, title, reviewed_on, words, flags)
            SELECT organization_id, title, \(day), 50, 50 FROM document
            """,
            """
            INSERT INTO activity (ref, kind, title, organization_id, held_on, hours_hundredths)
            SELECT ref || '-later', kind, title, organization_id, \(day), iif(hours_hundredths IS NULL, NULL, 900)
            FROM activity
            """,
        ]
        for statement in statements { try sample.database.execute(statement) }
    }

    /// A review and an activity of each kind, so that there is one before.
    private static func addReviews(to sample: borrowing Sample) throws {
        for (number, kind) in ["publication", "conference", "technical_assistance", "campaign"].enumerated() {
            try sample.database.execute(
                """
                INSERT INTO activity (ref, kind, title, organization_id, held_on, hours_hundredths)
                VALUES (\("a-\(number)"), \(kind), 'Something', 2, '2026-02-10',
                    \((kind == "technical_assistance" ? 250 : nil) as Int?))
                """
            )
        }
        try sample.database.execute(
            "INSERT INTO document (organization_id, title, reviewed_on, words, flags) VALUES (2, 'Policy', '2026-02-01', 900, 4)"
        )
    }

    private static let reports: [Report] = [
        .scorecard, .trainings, .attendance, .reach, .evaluations, .beforeAfter, .commitments, .activities, .practices,
    ]

    private static func texts(_ sample: borrowing Sample, _ scope: Scope) throws -> [String] {
        try reports.flatMap { report in
            let inquiry = Inquiry(report, of: Sample.program, scope: scope, disclosure: Disclosure(.team))
            return try [Format.json, .table].map { format in
                try inquiry.document(for: format, from: sample.reader).withSteps.text(format)
            }
        }
    }

    @Test(arguments: Sweep.seeds(4, full: 60).map(UInt64.init))
    func `trainings, forms, follow-ups and reviews of later change no report of an earlier day`(seed: UInt64) throws {
        let record = EvaluationRecord(seed: seed)
        let sample = try EvaluationRecountTests.sample(record)
        try Self.addReviews(to: sample)
        let split: Split? = [nil, .organization, .course, .topic][Int(seed) % 4]
        let scopes = try EvaluationRecountTests.asking(record, by: split).map(\.scope)
        let before = try scopes.map { try Self.texts(sample, $0) }
        // Later than any as-of day that is asked about.
        try Self.happen(on: "2033-05-05", in: sample)
        for (scope, texts) in zip(scopes, before) {
            for (old, new) in zip(texts, try Self.texts(sample, scope)) {
                #expect(old == new, "\(scope.period.label) as of \(scope.asOf.iso)")
            }
        }
    }
}
