-- What a session is, how long its follow-up waits, which of its topics somebody confirmed, and who had registered.

-- A gathering holds other sessions through their `parent_id`: a conference day, a learning session with breakouts.
ALTER TABLE session ADD COLUMN kind TEXT NOT NULL DEFAULT 'training'
    CONSTRAINT session_kind_is_known CHECK (kind = 'training' OR kind = 'gathering');
-- The last day of one that lasts several.
ALTER TABLE session ADD COLUMN ends_on TEXT
    CONSTRAINT session_ends_on_is_a_day CHECK (ends_on IS date(ends_on, '+0 days'))
    CONSTRAINT session_ends_after_it_starts CHECK (ends_on >= starts_on);
-- How many people were asked for a follow-up, with their consent.
ALTER TABLE session ADD COLUMN followup_asked INTEGER
    CONSTRAINT session_followup_asked_is_a_count CHECK (followup_asked BETWEEN 0 AND 1000000);
-- Whether somebody said which topics were covered; 0 where they were taken over from the course.
ALTER TABLE session ADD COLUMN topics_confirmed INTEGER
    CONSTRAINT session_topics_confirmed_is_yes_or_no CHECK (topics_confirmed BETWEEN 0 AND 1);

-- Days from the end of a session to its follow-up; 30 where none are set.
ALTER TABLE course ADD COLUMN followup_days INTEGER
    CONSTRAINT course_followup_days_are_positive CHECK (followup_days BETWEEN 1 AND 3660);

-- Whether somebody had registered, whether or not they came; NULL where nobody knows.
ALTER TABLE attendance ADD COLUMN registered INTEGER
    CONSTRAINT attendance_registered_is_yes_or_no CHECK (registered BETWEEN 0 AND 1);
ALTER TABLE nameless_attendance ADD COLUMN registered INTEGER
    CONSTRAINT nameless_registered_is_yes_or_no CHECK (registered BETWEEN 0 AND 1);

-- What was written before: who registered and did not come had registered.
UPDATE attendance SET registered = 1 WHERE status = 1;
UPDATE nameless_attendance SET registered = 1 WHERE status = 1;

-- Topics that differ from those of the course, or came with a file, were said by somebody; others were taken over.
UPDATE session SET topics_confirmed =
    import_id IS NOT NULL
    OR (
        SELECT group_concat(title, char(10)) FROM (
            SELECT title FROM session_topic WHERE session_topic.session_id = session.id ORDER BY position
        )
    ) IS NOT (
        SELECT group_concat(title, char(10)) FROM (
            SELECT title FROM course_topic WHERE course_topic.course_id = session.course_id ORDER BY position
        )
    )
WHERE EXISTS (SELECT 1 FROM session_topic WHERE session_topic.session_id = session.id);

-- A headcount of those registered was of those who did not come; it is now of all of them, so those who came are added:
-- by name, and without one the largest of the rows without a name, everyone less the names, and those counted without a
-- name. Where it is of one organization, those whose rows name that one.
CREATE TABLE registered_before (id INTEGER PRIMARY KEY, came INTEGER NOT NULL) STRICT;
INSERT INTO registered_before (id, came)
SELECT
    counted.id,
    counted.named + max(
        counted.nameless,
        ifnull(counted.everyone, 0) - counted.named,
        ifnull(counted.unnamed, 0)
    )
FROM (
    SELECT
        registered.id,
        (
            SELECT count(*) FROM attendance AS head
            WHERE head.session_id = registered.session_id AND head.role = 1 AND head.status = 2
                AND (registered.organization_id IS NULL OR head.organization_id = registered.organization_id)
        ) AS named,
        (
            SELECT count(*) FROM nameless_attendance AS head
            WHERE head.session_id = registered.session_id AND head.role = 1 AND head.status = 2
                AND (registered.organization_id IS NULL OR head.organization_id = registered.organization_id)
        ) AS nameless,
        (
            SELECT cell.count FROM headcount AS cell
            WHERE cell.session_id = registered.session_id AND cell.scope = 'everyone'
                AND cell.organization_id IS registered.organization_id AND cell.category = ''
            ORDER BY cell.method DESC LIMIT 1
        ) AS everyone,
        (
            SELECT cell.count FROM headcount AS cell
            WHERE cell.session_id = registered.session_id AND cell.scope = 'unnamed'
                AND cell.organization_id IS registered.organization_id AND cell.category = ''
            ORDER BY cell.method DESC LIMIT 1
        ) AS unnamed
    FROM headcount AS registered
    WHERE registered.scope = 'registered' AND registered.category = ''
) AS counted;
UPDATE headcount SET count = min(1000000, count + registered_before.came)
FROM registered_before WHERE registered_before.id = headcount.id;
DROP TABLE registered_before;
