-- Participant advisory boards: seats, meetings and recommendations as counts and states, never a holder.

CREATE TABLE board (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    ref TEXT NOT NULL CONSTRAINT board_ref_fits CHECK (length(ref) BETWEEN 1 AND 80),
    organization_id INTEGER NOT NULL REFERENCES organization (id),
    title TEXT NOT NULL CONSTRAINT board_has_a_title CHECK (title <> ''),
    seats INTEGER CONSTRAINT board_seats_are_a_count CHECK (seats >= 0),
    voting_seats INTEGER CONSTRAINT board_voting_seats_are_a_count CHECK (voting_seats >= 0),
    designated_seats INTEGER CONSTRAINT board_designated_seats_are_a_count CHECK (designated_seats >= 0),
    filled_seats INTEGER CONSTRAINT board_filled_seats_are_a_count CHECK (filled_seats >= 0),
    designated_filled INTEGER CONSTRAINT board_designated_filled_is_a_count CHECK (designated_filled >= 0),
    quorum INTEGER CONSTRAINT board_quorum_is_a_count CHECK (quorum >= 1),
    meetings_per_year INTEGER CONSTRAINT board_meetings_per_year_fit CHECK (meetings_per_year BETWEEN 0 AND 366),
    -- What its designated share of voting seats is held against; off unless the board picks one.
    yardstick TEXT CONSTRAINT board_yardstick_is_known
        CHECK (yardstick = 'none' OR yardstick = 'hrsa' OR yardstick = 'ryan-white'),
    import_id INTEGER REFERENCES import (id)
) STRICT;
CREATE UNIQUE INDEX board_ref ON board (ref COLLATE NOCASE, id >> 32);
CREATE INDEX board_organization ON board (organization_id);

CREATE TABLE meeting (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    ref TEXT NOT NULL CONSTRAINT meeting_ref_fits CHECK (length(ref) BETWEEN 1 AND 80),
    board_id INTEGER NOT NULL REFERENCES board (id),
    planned_on TEXT CONSTRAINT meeting_planned_on_is_a_day CHECK (planned_on IS date(planned_on, '+0 days')),
    held_on TEXT CONSTRAINT meeting_held_on_is_a_day CHECK (held_on IS date(held_on, '+0 days')),
    present INTEGER CONSTRAINT meeting_present_is_a_count CHECK (present >= 0),
    paid INTEGER CONSTRAINT meeting_paid_is_a_count CHECK (paid >= 0),
    declined_pay INTEGER CONSTRAINT meeting_declined_pay_is_a_count CHECK (declined_pay >= 0),
    quorate INTEGER CONSTRAINT meeting_quorate_is_yes_or_no CHECK (quorate BETWEEN 0 AND 1),
    -- Planned, and did not take place.
    cancelled INTEGER CONSTRAINT meeting_cancelled_is_yes_or_no CHECK (cancelled BETWEEN 0 AND 1),
    import_id INTEGER REFERENCES import (id),
    CONSTRAINT meeting_has_a_day CHECK (planned_on IS NOT NULL OR held_on IS NOT NULL),
    CONSTRAINT meeting_pays_those_present CHECK (paid + ifnull(declined_pay, 0) <= present),
    CONSTRAINT meeting_is_held_or_cancelled CHECK (held_on IS NULL OR ifnull(cancelled, 0) = 0)
) STRICT;
CREATE UNIQUE INDEX meeting_ref ON meeting (ref COLLATE NOCASE, id >> 32);
CREATE INDEX meeting_board ON meeting (board_id, held_on);

CREATE TABLE meeting_level (
    meeting_id INTEGER NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    topic TEXT NOT NULL CONSTRAINT meeting_level_has_a_topic CHECK (topic <> ''),
    level TEXT NOT NULL CONSTRAINT meeting_level_is_known
        CHECK (level = 'inform' OR level = 'consult' OR level = 'involve' OR level = 'collaborate' OR level = 'empower'),
    PRIMARY KEY (meeting_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE recommendation (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    ref TEXT NOT NULL CONSTRAINT recommendation_ref_fits CHECK (length(ref) BETWEEN 1 AND 80),
    board_id INTEGER NOT NULL REFERENCES board (id),
    meeting_id INTEGER REFERENCES meeting (id),
    made_on TEXT NOT NULL CONSTRAINT recommendation_made_on_is_a_day CHECK (made_on IS date(made_on, '+0 days')),
    text TEXT NOT NULL CONSTRAINT recommendation_has_a_text CHECK (text <> ''),
    -- A role, never a name.
    addressed_to TEXT,
    due_on TEXT CONSTRAINT recommendation_due_on_is_a_day CHECK (due_on IS date(due_on, '+0 days')),
    answer TEXT CONSTRAINT recommendation_answer_is_known
        CHECK (answer = 'accepted' OR answer = 'partly' OR answer = 'declined' OR answer = 'noted' OR answer = 'withdrawn'),
    answered_on TEXT CONSTRAINT recommendation_answered_on_is_a_day CHECK (answered_on IS date(answered_on, '+0 days')),
    reason TEXT,
    implemented_on TEXT CONSTRAINT recommendation_implemented_on_is_a_day
        CHECK (implemented_on IS date(implemented_on, '+0 days')),
    import_id INTEGER REFERENCES import (id),
    CONSTRAINT recommendation_has_an_answer_on_its_day CHECK (answered_on IS NULL OR answer IS NOT NULL),
    CONSTRAINT recommendation_is_answered_after_it_was_made CHECK (answered_on >= made_on),
    CONSTRAINT recommendation_is_due_after_it_was_made CHECK (due_on >= made_on),
    CONSTRAINT recommendation_is_declined_with_a_reason
        CHECK (ifnull(answer, '') <> 'declined' OR trim(ifnull(reason, '')) <> ''),
    CONSTRAINT recommendation_is_implemented_once_accepted
        CHECK (implemented_on IS NULL OR ifnull(answer, '') = 'accepted' OR ifnull(answer, '') = 'partly'),
    CONSTRAINT recommendation_is_implemented_after_it_was_made CHECK (implemented_on >= made_on)
) STRICT;
CREATE UNIQUE INDEX recommendation_ref ON recommendation (ref COLLATE NOCASE, id >> 32);
CREATE INDEX recommendation_board ON recommendation (board_id, made_on);
CREATE INDEX recommendation_meeting ON recommendation (meeting_id) WHERE meeting_id IS NOT NULL;
CREATE INDEX recommendation_day ON recommendation (made_on);
CREATE INDEX recommendation_open ON recommendation (made_on) WHERE answer IS NULL OR implemented_on IS NULL;

CREATE TABLE recommendation_code (
    recommendation_id INTEGER NOT NULL REFERENCES recommendation (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    list TEXT NOT NULL,
    version TEXT NOT NULL,
    code TEXT NOT NULL,
    PRIMARY KEY (recommendation_id, position),
    FOREIGN KEY (list, version, code) REFERENCES code (list, version, code)
) STRICT, WITHOUT ROWID;
