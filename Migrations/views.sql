-- Every view, one home each: the facts that figures are counted from, in SQL without functions of our own, so that the
-- sqlite3 shell shows the numbers that Groundwork prints. The rules are those of metrics.md, section 1.
--
-- The views have no GROUP BY of their own and count by lookups on primary keys, so SQLite folds them into the query
-- that uses them (https://www.sqlite.org/optoverview.html#subquery_flattening): a narrow question reads its own rows,
-- and a column that is not asked for is not counted.

-- Run again, it begins by taking away what it makes, from the last to the first.
DROP VIEW IF EXISTS profile_answer;
DROP VIEW IF EXISTS answer_fact;
DROP VIEW IF EXISTS evaluation_pair;
DROP VIEW IF EXISTS evaluation_fact;
DROP VIEW IF EXISTS position_fact;
DROP VIEW IF EXISTS meeting_fact;
DROP VIEW IF EXISTS feedback_fact;
DROP VIEW IF EXISTS feedback_clock;
DROP VIEW IF EXISTS session_organization_fact;
DROP VIEW IF EXISTS session_organization_count;
DROP VIEW IF EXISTS session_fact;
DROP VIEW IF EXISTS session_count;
DROP VIEW IF EXISTS headcount_organization_total;
DROP VIEW IF EXISTS headcount_split;
DROP VIEW IF EXISTS headcount_total;
DROP VIEW IF EXISTS headcount_cell;
DROP VIEW IF EXISTS organization_nameless_head;
DROP VIEW IF EXISTS organization_named_head;
DROP VIEW IF EXISTS nameless_head;
DROP VIEW IF EXISTS named_head;
DROP VIEW IF EXISTS attendance_row;

-- Attendance with words for its codes.
CREATE VIEW attendance_row AS
SELECT
    attendance.session_id,
    attendance.person_id,
    CASE attendance.role WHEN 1 THEN 'attendee' WHEN 2 THEN 'observer' ELSE 'facilitator' END AS role,
    CASE attendance.status WHEN 1 THEN 'registered' ELSE 'attended' END AS status,
    attendance.registered,
    attendance.minutes,
    attendance.organization_id
FROM attendance;

-- Heads ---------------------------------------------------------------------------------------------------------------

-- Attendees who came and are known by name, pseudonym or code. Facilitators, observers and those who only registered
-- are no heads.
CREATE VIEW named_head AS
SELECT session_id, person_id, minutes, organization_id
FROM attendance
WHERE role = 1 AND status = 2;

-- Attendees who came, one row each, without a name.
CREATE VIEW nameless_head AS
SELECT id, session_id, minutes, organization_id
FROM nameless_attendance
WHERE role = 1 AND status = 2;

-- Named heads as each organization trained counts them: a head whose row names one of the organizations trained counts
-- for that one only, any other for each of them.
CREATE VIEW organization_named_head AS
SELECT trained.session_id, trained.organization_id, head.person_id, head.minutes
FROM session_organization AS trained
JOIN named_head AS head ON head.session_id = trained.session_id
WHERE head.organization_id IS NULL
    OR head.organization_id = trained.organization_id
    OR NOT EXISTS (
        SELECT 1 FROM session_organization AS other
        WHERE other.organization_id = head.organization_id AND other.session_id = head.session_id
    );

-- Nameless heads as each organization trained counts them, by the same rule.
CREATE VIEW organization_nameless_head AS
SELECT trained.session_id, trained.organization_id, head.id, head.minutes
FROM session_organization AS trained
JOIN nameless_head AS head ON head.session_id = trained.session_id
WHERE head.organization_id IS NULL
    OR head.organization_id = trained.organization_id
    OR NOT EXISTS (
        SELECT 1 FROM session_organization AS other
        WHERE other.organization_id = head.organization_id AND other.session_id = head.session_id
    );

-- Headcounts ----------------------------------------------------------------------------------------------------------

-- The count that holds where several methods counted the same: counted before platform before estimated.
CREATE VIEW headcount_cell AS
SELECT cell.session_id, cell.scope, cell.organization_id, cell.category, cell.method, cell.count
FROM headcount AS cell
WHERE NOT EXISTS (
    SELECT 1 FROM headcount AS better
    WHERE better.session_id = cell.session_id
        AND better.scope = cell.scope
        AND ifnull(better.organization_id, 0) = ifnull(cell.organization_id, 0)
        AND better.category = cell.category
        AND better.method > cell.method
);

-- The headcount of a session in a scope; NULL where nobody counted. A count that is not split is the total. Without
-- one, splits add; a split by organization and a split by category are two splittings of the same heads, so the larger
-- holds. An organization that is itself split by category is the sum of its categories unless it has a count of its
-- own, and a category likewise.
CREATE VIEW headcount_total AS
SELECT
    session.id AS session_id,
    kind.column1 AS scope,
    coalesce(
        (
            SELECT cell.count FROM headcount_cell AS cell
            WHERE cell.session_id = session.id AND cell.scope = kind.column1
                AND ifnull(cell.organization_id, 0) = 0 AND cell.category = ''
        ),
        nullif(
            max(
                (
                    SELECT ifnull(sum(part.count), -1)
                    FROM (
                        SELECT ifnull(max(cell.count) FILTER (WHERE cell.category = ''), sum(cell.count)) AS count
                        FROM headcount_cell AS cell
                        WHERE cell.session_id = session.id AND cell.scope = kind.column1
                            AND cell.organization_id IS NOT NULL
                        GROUP BY cell.organization_id
                    ) AS part
                ),
                (
                    SELECT ifnull(sum(part.count), -1)
                    FROM (
                        SELECT
                            ifnull(max(cell.count) FILTER (WHERE cell.organization_id IS NULL), sum(cell.count))
                                AS count
                        FROM headcount_cell AS cell
                        WHERE cell.session_id = session.id AND cell.scope = kind.column1 AND cell.category <> ''
                        GROUP BY cell.category
                    ) AS part
                )
            ),
            -1
        )
    ) AS count
FROM session
CROSS JOIN (VALUES ('everyone'), ('unnamed'), ('registered')) AS kind;

-- What the headcounts of a session say of one organization trained, whatever the rest; NULL where none names it.
CREATE VIEW headcount_split AS
SELECT
    trained.session_id,
    trained.organization_id,
    kind.column1 AS scope,
    coalesce(
        (
            SELECT cell.count FROM headcount_cell AS cell
            WHERE cell.session_id = trained.session_id AND cell.scope = kind.column1
                AND ifnull(cell.organization_id, 0) = trained.organization_id AND cell.category = ''
        ),
        (
            SELECT sum(cell.count) FROM headcount_cell AS cell
            WHERE cell.session_id = trained.session_id AND cell.scope = kind.column1
                AND ifnull(cell.organization_id, 0) = trained.organization_id
        )
    ) AS count
FROM session_organization AS trained
CROSS JOIN (VALUES ('everyone'), ('unnamed'), ('registered')) AS kind;

-- The headcount of a session as each organization trained counts it: its own split, or all of the total but what is of
-- the others by a split or by heads whose rows name them, whichever is larger.
CREATE VIEW headcount_organization_total AS
SELECT
    own.session_id,
    own.organization_id,
    own.scope,
    max(
        0,
        ifnull(own.count, 0),
        (
            SELECT total.count FROM headcount_total AS total
            WHERE total.session_id = own.session_id AND total.scope = own.scope
        ) - (
            SELECT
                ifnull(
                    sum(
                        max(
                            ifnull(other.count, 0),
                            (
                                SELECT count(*) FROM nameless_head AS head
                                WHERE head.session_id = other.session_id
                                    AND head.organization_id = other.organization_id
                            ) + CASE own.scope WHEN 'everyone' THEN (
                                SELECT count(*) FROM named_head AS head
                                WHERE head.session_id = other.session_id
                                    AND head.organization_id = other.organization_id
                            ) ELSE 0 END
                        )
                    ),
                    0
                )
            FROM headcount_split AS other
            WHERE other.session_id = own.session_id AND other.scope = own.scope
                AND other.organization_id <> own.organization_id
        )
    ) AS count
FROM headcount_split AS own;

-- Sessions ------------------------------------------------------------------------------------------------------------

-- A row per session, whatever its status: who came. The minutes of a head never go above the session's own; `completed`
-- are named heads who stayed for the course's share of the session (80 percent unless set). `counted` says whether
-- anybody came or anybody counted; a count of 0 is a count.
CREATE VIEW session_count AS
SELECT
    session.id AS session_id,
    session.kind,
    session.status,
    session.starts_on,
    session.minutes,
    (SELECT count(*) FROM named_head AS head WHERE head.session_id = session.id) AS named,
    (
        SELECT count(*) FROM named_head AS head
        WHERE head.session_id = session.id AND head.minutes IS NOT NULL
    ) AS named_with_minutes,
    (
        SELECT ifnull(sum(min(head.minutes, ifnull(session.minutes, head.minutes))), 0) FROM named_head AS head
        WHERE head.session_id = session.id AND head.minutes IS NOT NULL
    ) AS named_minutes,
    (
        SELECT count(*) FROM named_head AS head
        WHERE head.session_id = session.id
            AND head.minutes * 100 >= session.minutes * ifnull(course.completion, 80)
    ) AS completed,
    (SELECT count(*) FROM nameless_head AS head WHERE head.session_id = session.id) AS nameless,
    (
        SELECT count(*) FROM nameless_head AS head
        WHERE head.session_id = session.id AND head.minutes IS NOT NULL
    ) AS nameless_with_minutes,
    (
        SELECT ifnull(sum(min(head.minutes, ifnull(session.minutes, head.minutes))), 0) FROM nameless_head AS head
        WHERE head.session_id = session.id AND head.minutes IS NOT NULL
    ) AS nameless_minutes,
    (
        SELECT total.count FROM headcount_total AS total
        WHERE total.session_id = session.id AND total.scope = 'everyone'
    ) AS everyone,
    (
        SELECT total.count FROM headcount_total AS total
        WHERE total.session_id = session.id AND total.scope = 'unnamed'
    ) AS unnamed,
    CASE
        WHEN EXISTS (
            SELECT 1 FROM headcount
            WHERE headcount.session_id = session.id
                AND (headcount.scope = 'everyone' OR headcount.scope = 'unnamed')
        ) THEN 1
        WHEN EXISTS (SELECT 1 FROM named_head AS head WHERE head.session_id = session.id) THEN 1
        WHEN EXISTS (SELECT 1 FROM nameless_head AS head WHERE head.session_id = session.id) THEN 1
        ELSE 0
    END AS counted
FROM session
LEFT JOIN course ON course.id = session.course_id;

-- The same with what follows from it: heads without a name, and all attendances.
CREATE VIEW session_fact AS
SELECT
    *,
    max(nameless, ifnull(everyone - named, 0), ifnull(unnamed, 0)) AS unnamed_heads,
    named + max(nameless, ifnull(everyone - named, 0), ifnull(unnamed, 0)) AS attendances
FROM session_count;

-- A row per session and organization trained: who came, as that organization counts it. Whether anybody counted is a
-- fact about the session.
CREATE VIEW session_organization_count AS
SELECT
    trained.session_id,
    trained.organization_id,
    session.kind,
    session.status,
    session.starts_on,
    session.minutes,
    (
        SELECT count(*) FROM organization_named_head AS head
        WHERE head.session_id = trained.session_id AND head.organization_id = trained.organization_id
    ) AS named,
    (
        SELECT count(*) FROM organization_named_head AS head
        WHERE head.session_id = trained.session_id AND head.organization_id = trained.organization_id
            AND head.minutes IS NOT NULL
    ) AS named_with_minutes,
    (
        SELECT ifnull(sum(min(head.minutes, ifnull(session.minutes, head.minutes))), 0)
        FROM organization_named_head AS head
        WHERE head.session_id = trained.session_id AND head.organization_id = trained.organization_id
            AND head.minutes IS NOT NULL
    ) AS named_minutes,
    (
        SELECT count(*) FROM organization_named_head AS head
        WHERE head.session_id = trained.session_id AND head.organization_id = trained.organization_id
            AND head.minutes * 100 >= session.minutes * ifnull(course.completion, 80)
    ) AS completed,
    (
        SELECT count(*) FROM organization_nameless_head AS head
        WHERE head.session_id = trained.session_id AND head.organization_id = trained.organization_id
    ) AS nameless,
    (
        SELECT count(*) FROM organization_nameless_head AS head
        WHERE head.session_id = trained.session_id AND head.organization_id = trained.organization_id
            AND head.minutes IS NOT NULL
    ) AS nameless_with_minutes,
    (
        SELECT ifnull(sum(min(head.minutes, ifnull(session.minutes, head.minutes))), 0)
        FROM organization_nameless_head AS head
        WHERE head.session_id = trained.session_id AND head.organization_id = trained.organization_id
            AND head.minutes IS NOT NULL
    ) AS nameless_minutes,
    (
        SELECT total.count FROM headcount_organization_total AS total
        WHERE total.session_id = trained.session_id AND total.organization_id = trained.organization_id
            AND total.scope = 'everyone'
    ) AS everyone,
    (
        SELECT total.count FROM headcount_organization_total AS total
        WHERE total.session_id = trained.session_id AND total.organization_id = trained.organization_id
            AND total.scope = 'unnamed'
    ) AS unnamed,
    (SELECT whole.unnamed_heads FROM session_fact AS whole WHERE whole.session_id = trained.session_id)
        AS session_unnamed_heads,
    (SELECT whole.counted FROM session_count AS whole WHERE whole.session_id = trained.session_id) AS counted
FROM session_organization AS trained
JOIN session ON session.id = trained.session_id
LEFT JOIN course ON course.id = session.course_id;

-- The same with what follows from it; an organization never has more unnamed heads than the session.
CREATE VIEW session_organization_fact AS
SELECT
    *,
    min(session_unnamed_heads, max(nameless, ifnull(everyone - named, 0), ifnull(unnamed, 0))) AS unnamed_heads,
    named + min(session_unnamed_heads, max(nameless, ifnull(everyone - named, 0), ifnull(unnamed, 0))) AS attendances
FROM session_organization_count;

-- Feedback ------------------------------------------------------------------------------------------------------------

-- A row per item of feedback with the days on which its acknowledgement and its answer are due: the target days that its
-- outlet had when it came, which stand with it; 5 and 30 days unless set. Where working days are counted, Saturdays and
-- Sundays are left out; public holidays are not known. An item that came on one of them counts from the Friday before, and
-- is never due before it came. People were told, and something was changed, on the day of the answer unless a day is given.
CREATE VIEW feedback_clock AS
SELECT
    item.id AS feedback_id,
    item.ref,
    item.outlet_id,
    item.organization_id,
    item.owner,
    item.received_on,
    item.kind,
    item.reachable,
    item.acknowledged_on,
    item.answered_on,
    item.told,
    CASE WHEN item.told IS NOT NULL THEN ifnull(item.told_on, item.answered_on) END AS told_on,
    item.led_to_change,
    CASE WHEN item.led_to_change = 1 THEN ifnull(item.changed_on, item.answered_on) END AS changed_on,
    item.excluded,
    CASE item.working_days
        WHEN 1 THEN max(
            item.received_on,
            date(
                item.received_on,
                format(
                    '%+d days',
                    item.acknowledge_days - max(0, item.weekday - 4)
                        + 2 * ((min(4, item.weekday) + item.acknowledge_days) / 5)
                )
            )
        )
        ELSE date(item.received_on, format('%+d days', item.acknowledge_days))
    END AS acknowledge_due_on,
    CASE item.working_days
        WHEN 1 THEN max(
            item.received_on,
            date(
                item.received_on,
                format(
                    '%+d days',
                    item.resolve_days - max(0, item.weekday - 4)
                        + 2 * ((min(4, item.weekday) + item.resolve_days) / 5)
                )
            )
        )
        ELSE date(item.received_on, format('%+d days', item.resolve_days))
    END AS answer_due_on
FROM (
    SELECT
        feedback.id,
        feedback.ref,
        feedback.outlet_id,
        feedback.received_on,
        feedback.kind,
        feedback.reachable,
        feedback.acknowledged_on,
        feedback.answered_on,
        feedback.told,
        feedback.told_on,
        feedback.led_to_change,
        feedback.changed_on,
        feedback.excluded,
        outlet.organization_id,
        outlet.owner,
        ifnull(feedback.working_days, 0) AS working_days,
        ifnull(feedback.acknowledge_days, 5) AS acknowledge_days,
        ifnull(feedback.resolve_days, 30) AS resolve_days,
        -- 0 is Monday.
        (strftime('%w', feedback.received_on) + 6) % 7 AS weekday
    FROM feedback
    JOIN outlet ON outlet.id = feedback.outlet_id
) AS item;

-- The same as figures count it: whether an item is left out, and the first day on which anybody got back to its giver. An
-- answer without an earlier acknowledgement acknowledges.
CREATE VIEW feedback_fact AS
SELECT
    feedback_id AS id,
    ref,
    outlet_id,
    organization_id,
    owner,
    received_on,
    kind,
    reachable,
    acknowledged_on,
    answered_on,
    min(ifnull(acknowledged_on, answered_on), ifnull(answered_on, acknowledged_on)) AS replied_on,
    told,
    told_on,
    ifnull(led_to_change, 0) AS led_to_change,
    changed_on,
    excluded IS NOT NULL AS excluded,
    acknowledge_due_on,
    answer_due_on
FROM feedback_clock;

-- Participant advisory boards -----------------------------------------------------------------------------------------

-- A row per meeting of a board, with the seats that were filled and the quorum that held on its day, value by value: as a
-- row of board_seats says that began by then, else as the board's own row does, else as the first row to come that says it.
-- What was counted at the meeting itself goes before. Without a word about it, a meeting is quorate when the quorum was
-- present, or a majority of the filled voting seats where none is set; NULL where that cannot be told. Before a board
-- begins it has no meetings.
CREATE VIEW meeting_fact AS
SELECT
    id,
    ref,
    board_id,
    organization_id,
    planned_on,
    held_on,
    present,
    paid,
    declined_pay,
    filled_seats,
    ifnull(quorate, present >= ifnull(quorum, filled_seats / 2 + 1)) AS quorate
FROM (
    SELECT
        meeting.id,
        meeting.ref,
        meeting.board_id,
        board.organization_id,
        meeting.planned_on,
        meeting.held_on,
        meeting.present,
        meeting.paid,
        meeting.declined_pay,
        meeting.quorate,
        coalesce(
            meeting.filled_seats,
            (
                SELECT state.filled_seats FROM board_seats AS state
                WHERE state.board_id = meeting.board_id AND state.starts_on <= meeting.held_on
                    AND state.filled_seats IS NOT NULL
                ORDER BY state.starts_on DESC LIMIT 1
            ),
            board.filled_seats,
            (
                SELECT state.filled_seats FROM board_seats AS state
                WHERE state.board_id = meeting.board_id AND state.filled_seats IS NOT NULL
                ORDER BY state.starts_on LIMIT 1
            )
        ) AS filled_seats,
        coalesce(
            (
                SELECT state.quorum FROM board_seats AS state
                WHERE state.board_id = meeting.board_id AND state.starts_on <= meeting.held_on
                    AND state.quorum IS NOT NULL
                ORDER BY state.starts_on DESC LIMIT 1
            ),
            board.quorum,
            (
                SELECT state.quorum FROM board_seats AS state
                WHERE state.board_id = meeting.board_id AND state.quorum IS NOT NULL
                ORDER BY state.starts_on LIMIT 1
            )
        ) AS quorum
    FROM meeting
    JOIN board ON board.id = meeting.board_id
    WHERE board.since_on IS NULL OR ifnull(meeting.held_on, meeting.planned_on) >= board.since_on
);

-- Designated positions ------------------------------------------------------------------------------------------------

-- A row per position. One that somebody was hired into was authorized by then, written down or not; of one without a day
-- that was never filled nobody knows since when.
CREATE VIEW position_fact AS
SELECT
    position.id,
    position.ref,
    position.organization_id,
    position.capacity,
    position.paid,
    position.fte_hundredths,
    ifnull(
        position.authorized_on,
        (
            SELECT min(filling.filled_from) FROM position_filling AS filling
            WHERE filling.position_id = position.id
        )
    ) AS authorized_on,
    position.authorized_on IS NULL AS is_undated,
    position.closed_on
FROM position;

-- Evaluations ---------------------------------------------------------------------------------------------------------

-- One row per form that came back with an answer, of a session or of an organization's clients: complete from more than
-- 80 % of the items that its file asked, partial from half on, else refused. Returned are the first two.
CREATE VIEW evaluation_fact AS
SELECT
    evaluation.id,
    evaluation.form_id,
    form.ref AS form,
    form.wave,
    evaluation.session_id,
    evaluation.organization_id,
    evaluation.submitted_on,
    evaluation.answered,
    ifnull(evaluation.asked, asked.items) AS items,
    CASE
        WHEN evaluation.answered * 10 > ifnull(evaluation.asked, asked.items) * 8 THEN 'complete'
        WHEN evaluation.answered * 2 >= ifnull(evaluation.asked, asked.items) AND evaluation.answered > 0 THEN 'partial'
        ELSE 'refused'
    END AS completeness,
    evaluation_match.how,
    evaluation_match.pair
FROM evaluation
JOIN form ON form.id = evaluation.form_id
JOIN (
    SELECT form_id, count(*) AS items FROM form_item WHERE slot IS NOT NULL GROUP BY form_id
) AS asked ON asked.form_id = evaluation.form_id
LEFT JOIN evaluation_match ON evaluation_match.evaluation_id = evaluation.id
WHERE evaluation.answered > 0
    OR EXISTS (SELECT 1 FROM answer_text WHERE answer_text.evaluation_id = evaluation.id);

-- A before and the after that it was matched with.
CREATE VIEW evaluation_pair AS
SELECT before_match.pair, before_match.evaluation_id AS before_id, after_match.evaluation_id AS after_id, before_match.how
FROM evaluation_match AS before_match
JOIN evaluation_match AS after_match ON after_match.pair = before_match.pair
JOIN evaluation AS before_one ON before_one.id = before_match.evaluation_id
JOIN evaluation AS after_one ON after_one.id = after_match.evaluation_id
JOIN form AS before_form ON before_form.id = before_one.form_id AND before_form.wave = 'before'
JOIN form AS after_form ON after_form.id = after_one.form_id AND after_form.wave = 'after';

-- One row per answer that is counted on; `value` as it was given, `score` with a reversed item turned round, where it
-- is a number.
CREATE VIEW answer_fact AS
SELECT
    evaluation_id,
    form_id,
    session_id,
    item,
    kind,
    scale,
    value,
    CASE
        WHEN typeof(value) = 'text' THEN NULL
        WHEN reversed = 1 THEN min + max - value
        ELSE value
    END AS score
FROM (
    SELECT
        evaluation.id AS evaluation_id,
        evaluation.form_id,
        evaluation.session_id,
        form_item.code AS item,
        form_item.kind,
        form_item.scale,
        form_item.reversed,
        form_item.min,
        form_item.max,
        CASE form_item.slot
        WHEN 1 THEN evaluation.a1
        WHEN 2 THEN evaluation.a2
        WHEN 3 THEN evaluation.a3
        WHEN 4 THEN evaluation.a4
        WHEN 5 THEN evaluation.a5
        WHEN 6 THEN evaluation.a6
        WHEN 7 THEN evaluation.a7
        WHEN 8 THEN evaluation.a8
        WHEN 9 THEN evaluation.a9
        WHEN 10 THEN evaluation.a10
        WHEN 11 THEN evaluation.a11
        WHEN 12 THEN evaluation.a12
        WHEN 13 THEN evaluation.a13
        WHEN 14 THEN evaluation.a14
        WHEN 15 THEN evaluation.a15
        WHEN 16 THEN evaluation.a16
        WHEN 17 THEN evaluation.a17
        WHEN 18 THEN evaluation.a18
        WHEN 19 THEN evaluation.a19
        WHEN 20 THEN evaluation.a20
        WHEN 21 THEN evaluation.a21
        WHEN 22 THEN evaluation.a22
        WHEN 23 THEN evaluation.a23
        WHEN 24 THEN evaluation.a24
        WHEN 25 THEN evaluation.a25
        WHEN 26 THEN evaluation.a26
        WHEN 27 THEN evaluation.a27
        WHEN 28 THEN evaluation.a28
        WHEN 29 THEN evaluation.a29
        WHEN 30 THEN evaluation.a30
        WHEN 31 THEN evaluation.a31
        WHEN 32 THEN evaluation.a32
        WHEN 33 THEN evaluation.a33
        WHEN 34 THEN evaluation.a34
        WHEN 35 THEN evaluation.a35
        WHEN 36 THEN evaluation.a36
        WHEN 37 THEN evaluation.a37
        WHEN 38 THEN evaluation.a38
        WHEN 39 THEN evaluation.a39
        WHEN 40 THEN evaluation.a40
        WHEN 41 THEN evaluation.a41
        WHEN 42 THEN evaluation.a42
        WHEN 43 THEN evaluation.a43
        WHEN 44 THEN evaluation.a44
        WHEN 45 THEN evaluation.a45
        WHEN 46 THEN evaluation.a46
        WHEN 47 THEN evaluation.a47
        WHEN 48 THEN evaluation.a48
        WHEN 49 THEN evaluation.a49
        WHEN 50 THEN evaluation.a50
        WHEN 51 THEN evaluation.a51
        WHEN 52 THEN evaluation.a52
        WHEN 53 THEN evaluation.a53
        WHEN 54 THEN evaluation.a54
        WHEN 55 THEN evaluation.a55
        WHEN 56 THEN evaluation.a56
        WHEN 57 THEN evaluation.a57
        WHEN 58 THEN evaluation.a58
        WHEN 59 THEN evaluation.a59
        WHEN 60 THEN evaluation.a60
        WHEN 61 THEN evaluation.a61
        WHEN 62 THEN evaluation.a62
        WHEN 63 THEN evaluation.a63
        WHEN 64 THEN evaluation.a64
        WHEN 65 THEN evaluation.a65
        WHEN 66 THEN evaluation.a66
        WHEN 67 THEN evaluation.a67
        WHEN 68 THEN evaluation.a68
        WHEN 69 THEN evaluation.a69
        WHEN 70 THEN evaluation.a70
        WHEN 71 THEN evaluation.a71
        WHEN 72 THEN evaluation.a72
        WHEN 73 THEN evaluation.a73
        WHEN 74 THEN evaluation.a74
        WHEN 75 THEN evaluation.a75
        WHEN 76 THEN evaluation.a76
        WHEN 77 THEN evaluation.a77
        WHEN 78 THEN evaluation.a78
        WHEN 79 THEN evaluation.a79
        WHEN 80 THEN evaluation.a80
        WHEN 81 THEN evaluation.a81
        WHEN 82 THEN evaluation.a82
        WHEN 83 THEN evaluation.a83
        WHEN 84 THEN evaluation.a84
        WHEN 85 THEN evaluation.a85
        WHEN 86 THEN evaluation.a86
        WHEN 87 THEN evaluation.a87
        WHEN 88 THEN evaluation.a88
        WHEN 89 THEN evaluation.a89
        WHEN 90 THEN evaluation.a90
        WHEN 91 THEN evaluation.a91
        WHEN 92 THEN evaluation.a92
        WHEN 93 THEN evaluation.a93
        WHEN 94 THEN evaluation.a94
        WHEN 95 THEN evaluation.a95
        WHEN 96 THEN evaluation.a96
        END AS value
    FROM evaluation
    JOIN form_item ON form_item.form_id = evaluation.form_id AND form_item.slot IS NOT NULL
)
WHERE value IS NOT NULL;

-- Organizations about themselves --------------------------------------------------------------------------------------

-- What an organization answered about itself: a row for each of the five questions that it answered as of a day. A blank
-- is no answer; "no" and "none" are. `answer` is 1 for yes and 0 for no, of services how many of the nine it offers.
-- Of reports of one day that with the smallest `reporter` comes first: those who use the services, then what we observed,
-- then staff, then those who lead the organization.
CREATE VIEW profile_answer AS
SELECT
    profile.id AS profile_id,
    profile.organization_id,
    profile.as_of,
    profile.reported_by,
    CASE profile.reported_by
        WHEN 'participants' THEN 1
        WHEN 'observed' THEN 2
        WHEN 'staff' THEN 3
        WHEN 'leadership' THEN 4
        ELSE 5 END AS reporter,
    asked.question,
    asked.answer
FROM profile
JOIN (
    -- Whoever says in what capacities says that there are such people.
    SELECT id AS profile_id, 'employ' AS question, ifnull(employs, 1) AS answer FROM profile
    WHERE employs IS NOT NULL OR EXISTS (SELECT 1 FROM profile_capacity WHERE profile_capacity.profile_id = profile.id)
    UNION ALL
    SELECT id, 'outlet', outlets <> 'no' AND outlets <> '0' FROM profile WHERE outlets IS NOT NULL
    UNION ALL
    SELECT id, 'board', board FROM profile WHERE board IS NOT NULL
    UNION ALL
    SELECT id, 'assessed', practices_assessed FROM profile WHERE practices_assessed IS NOT NULL
    UNION ALL
    SELECT profile_id, 'services', count(DISTINCT code) FILTER (WHERE list = 'service' AND version = '1')
    FROM profile_service GROUP BY profile_id
) AS asked ON asked.profile_id = profile.id;
