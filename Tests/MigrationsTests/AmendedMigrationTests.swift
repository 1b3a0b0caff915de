import Migrations
import SQLite
import Testing

/// What step 23 and 24 make of rows that were written before them.
struct AmendedMigrationTests {
    @Test func `those who came are added to those who registered, and topics are assumed where they are the course's`()
        throws
    {
        let database = try Database(inMemory: ())
        let steps = SchemaStep.all.filter { !$0.isRemade }
        for step in steps where step.number < 23 { try database.executeScript(step.sql) }
        try database.executeScript(
            Array(
                """
                PRAGMA foreign_keys = OFF;
                INSERT INTO program VALUES (1, 7, 1, 'UTC', 1, 24, NULL, x'00', '2026-01-01T00:00:00Z');
                INSERT INTO organization (id, ref, title) VALUES (1, 'o', 'O');
                INSERT INTO course (id, ref, title) VALUES (50, 'c', 'C');
                INSERT INTO course_topic VALUES (50, 1, 'A'), (50, 2, 'B');
                INSERT INTO session (id, ref, course_id, starts_on, time_zone, status) VALUES
                    (1, 's1', 50, '2026-01-01', 'UTC', 'held'), (2, 's2', 50, '2026-01-02', 'UTC', 'held'),
                    (3, 's3', 50, '2026-01-03', 'UTC', 'held');
                INSERT INTO session_topic VALUES (1, 1, 'A'), (1, 2, 'B'), (2, 1, 'A');
                INSERT INTO person (id, ref) VALUES (1, 'p-1'), (2, 'p-2'), (3, 'p-3');
                INSERT INTO attendance (session_id, person_id, role, status) VALUES (1, 1, 1, 2), (1, 2, 3, 2), (1, 3, 1, 1);
                INSERT INTO headcount (session_id, scope, method, count) VALUES
                    (1, 'everyone', 3, 9), (1, 'registered', 3, 4), (2, 'registered', 3, 6);
                INSERT INTO tally (session_id, question, option, count) VALUES
                    (1, 'How?', 'friend', 2), (2, 'how?', 'poster', 1), (1, 'resonates', 'autonomy', 3);
                INSERT INTO activity (id, ref, kind, title, organization_id) VALUES (9, 'a', 'event', 'A', 1);
                DELETE FROM activity;
                """.utf8
            )
        )
        for step in steps where step.number >= 23 { try database.executeScript(step.sql) }
        let counts = try database.all("SELECT count FROM headcount ORDER BY id") { try $0[0] as Int }
        #expect(counts == [9, 13, 6])
        let confirmed = try database.all("SELECT topics_confirmed FROM session ORDER BY id") { try $0[0] as Int? }
        #expect(confirmed == [0, 1, nil])
        let registered = try database.all("SELECT registered FROM attendance ORDER BY person_id") { try $0[0] as Int? }
        #expect(registered == [nil, nil, 1])
        let options = try database.all(
            "SELECT o.title FROM question AS q JOIN question_option AS o ON o.question_id = q.id ORDER BY o.position"
        ) { try $0.text(0) }
        #expect(options == ["friend", "poster"])
        #expect(try database.value("SELECT id >> 32 FROM question") == 7)
        try database.execute("INSERT INTO activity (ref, kind, title, organization_id) VALUES ('b', 'event', 'B', 1)")
        #expect(try database.value("SELECT id FROM activity") == 10)
    }
}
