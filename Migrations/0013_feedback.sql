-- Outlets for feedback, and every item with its clock: received, acknowledged, answered, told.

CREATE TABLE outlet (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    ref TEXT NOT NULL CONSTRAINT outlet_ref_fits CHECK (length(ref) BETWEEN 1 AND 80),
    organization_id INTEGER NOT NULL REFERENCES organization (id),
    title TEXT NOT NULL CONSTRAINT outlet_has_a_title CHECK (title <> ''),
    channel TEXT,
    audience TEXT,
    anonymous INTEGER CONSTRAINT outlet_anonymous_is_yes_or_no CHECK (anonymous BETWEEN 0 AND 1),
    -- A role, never a name.
    owner TEXT,
    opened_on TEXT CONSTRAINT outlet_opened_on_is_a_day CHECK (opened_on IS date(opened_on, '+0 days')),
    reviewed_on TEXT CONSTRAINT outlet_reviewed_on_is_a_day CHECK (reviewed_on IS date(reviewed_on, '+0 days')),
    closed_on TEXT CONSTRAINT outlet_closed_on_is_a_day CHECK (closed_on IS date(closed_on, '+0 days')),
    acknowledge_days INTEGER CONSTRAINT outlet_acknowledge_days_fit CHECK (acknowledge_days BETWEEN 0 AND 3660),
    resolve_days INTEGER CONSTRAINT outlet_resolve_days_fit CHECK (resolve_days BETWEEN 0 AND 3660),
    working_days INTEGER CONSTRAINT outlet_working_days_is_yes_or_no CHECK (working_days BETWEEN 0 AND 1),
    import_id INTEGER REFERENCES import (id),
    CONSTRAINT outlet_closes_after_it_opens CHECK (closed_on >= opened_on)
) STRICT;
CREATE UNIQUE INDEX outlet_ref ON outlet (ref COLLATE NOCASE, id >> 32);
CREATE INDEX outlet_organization ON outlet (organization_id);

-- No giver and no contact: only whether they can be reached.
CREATE TABLE feedback (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    ref TEXT NOT NULL CONSTRAINT feedback_ref_fits CHECK (length(ref) BETWEEN 1 AND 80),
    outlet_id INTEGER NOT NULL REFERENCES outlet (id),
    received_on TEXT NOT NULL CONSTRAINT feedback_received_on_is_a_day
        CHECK (received_on IS date(received_on, '+0 days')),
    kind TEXT CONSTRAINT feedback_kind_is_known
        CHECK (kind = 'complaint' OR kind = 'concern' OR kind = 'suggestion' OR kind = 'thanks' OR kind = 'question'),
    summary TEXT,
    reachable INTEGER NOT NULL DEFAULT 0 CONSTRAINT feedback_reachable_is_yes_or_no CHECK (reachable BETWEEN 0 AND 1),
    acknowledged_on TEXT CONSTRAINT feedback_acknowledged_on_is_a_day
        CHECK (acknowledged_on IS date(acknowledged_on, '+0 days')),
    answered_on TEXT CONSTRAINT feedback_answered_on_is_a_day CHECK (answered_on IS date(answered_on, '+0 days')),
    answer TEXT,
    told TEXT CONSTRAINT feedback_told_is_known
        CHECK (told = 'poster' OR told = 'meeting' OR told = 'post' OR told = 'person' OR told = 'other'),
    led_to_change INTEGER CONSTRAINT feedback_led_to_change_is_yes_or_no CHECK (led_to_change BETWEEN 0 AND 1),
    may_post INTEGER CONSTRAINT feedback_may_post_is_yes_or_no CHECK (may_post BETWEEN 0 AND 1),
    -- What may be printed of an item: a wording that the team wrote or confirmed for everybody, with the answer that stands
    -- beside it. The item's own words and the answer to its giver stay with the team.
    public_wording TEXT CONSTRAINT feedback_public_wording_has_words CHECK (public_wording <> ''),
    public_answer TEXT CONSTRAINT feedback_public_answer_has_words CHECK (public_answer <> ''),
    -- Why it is not counted: a duplicate, spam.
    excluded TEXT CONSTRAINT feedback_is_excluded_with_a_reason CHECK (excluded <> ''),
    import_id INTEGER REFERENCES import (id),
    CONSTRAINT feedback_is_acknowledged_after_it_came CHECK (acknowledged_on >= received_on),
    CONSTRAINT feedback_is_answered_after_it_came CHECK (answered_on >= received_on),
    CONSTRAINT feedback_is_told_after_it_was_answered CHECK (told IS NULL OR answered_on IS NOT NULL),
    CONSTRAINT feedback_reaches_who_can_be_reached
        CHECK ((told <> 'person' AND told <> 'other') OR reachable = 1),
    CONSTRAINT feedback_is_public_with_its_answer CHECK ((public_wording IS NULL) = (public_answer IS NULL)),
    CONSTRAINT feedback_is_public_once_answered CHECK (public_wording IS NULL OR answered_on IS NOT NULL),
    CONSTRAINT feedback_is_public_where_its_giver_agrees CHECK (public_wording IS NULL OR ifnull(may_post, 1) = 1)
) STRICT;
CREATE UNIQUE INDEX feedback_ref ON feedback (ref COLLATE NOCASE, id >> 32);
CREATE INDEX feedback_outlet ON feedback (outlet_id, received_on);
CREATE INDEX feedback_day ON feedback (received_on);
CREATE INDEX feedback_open ON feedback (received_on) WHERE answered_on IS NULL OR told IS NULL;

CREATE TABLE feedback_code (
    feedback_id INTEGER NOT NULL REFERENCES feedback (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    list TEXT NOT NULL,
    version TEXT NOT NULL,
    code TEXT NOT NULL,
    PRIMARY KEY (feedback_id, position),
    FOREIGN KEY (list, version, code) REFERENCES code (list, version, code)
) STRICT, WITHOUT ROWID;
