-- Assessment of practices, designated positions, community activities, and the targets that an organization or a fund sets.

CREATE TABLE assessment (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    ref TEXT NOT NULL CONSTRAINT assessment_ref_fits CHECK (length(ref) BETWEEN 1 AND 80),
    organization_id INTEGER NOT NULL REFERENCES organization (id),
    tool TEXT NOT NULL CONSTRAINT assessment_has_a_tool CHECK (tool <> ''),
    version TEXT NOT NULL DEFAULT '1',
    due_on TEXT CONSTRAINT assessment_due_on_is_a_day CHECK (due_on IS date(due_on, '+0 days')),
    completed_on TEXT CONSTRAINT assessment_completed_on_is_a_day CHECK (completed_on IS date(completed_on, '+0 days')),
    import_id INTEGER REFERENCES import (id)
) STRICT;
CREATE UNIQUE INDEX assessment_ref ON assessment (ref COLLATE NOCASE, id >> 32);
CREATE INDEX assessment_organization ON assessment (organization_id, completed_on);

-- A criterion of an assessment, and whether it is met.
CREATE TABLE criterion (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    assessment_id INTEGER NOT NULL REFERENCES assessment (id) ON DELETE CASCADE,
    domain TEXT NOT NULL DEFAULT '',
    criterion TEXT NOT NULL CONSTRAINT criterion_has_a_text CHECK (criterion <> ''),
    score TEXT CONSTRAINT criterion_score_is_known
        CHECK (score = 'met' OR score = 'partial' OR score = 'not_met' OR score = 'not_applicable'),
    import_id INTEGER REFERENCES import (id)
) STRICT;
CREATE UNIQUE INDEX criterion_once ON criterion (assessment_id, domain, criterion);

CREATE TABLE criterion_code (
    criterion_id INTEGER NOT NULL REFERENCES criterion (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    list TEXT NOT NULL,
    version TEXT NOT NULL,
    code TEXT NOT NULL,
    PRIMARY KEY (criterion_id, position),
    FOREIGN KEY (list, version, code) REFERENCES code (list, version, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE action (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    ref TEXT NOT NULL CONSTRAINT action_ref_fits CHECK (length(ref) BETWEEN 1 AND 80),
    assessment_id INTEGER NOT NULL REFERENCES assessment (id),
    text TEXT NOT NULL CONSTRAINT action_has_a_text CHECK (text <> ''),
    -- A role, never a name.
    owner TEXT,
    due_on TEXT CONSTRAINT action_due_on_is_a_day CHECK (due_on IS date(due_on, '+0 days')),
    done_on TEXT CONSTRAINT action_done_on_is_a_day CHECK (done_on IS date(done_on, '+0 days')),
    import_id INTEGER REFERENCES import (id)
) STRICT;
CREATE UNIQUE INDEX action_ref ON action (ref COLLATE NOCASE, id >> 32);
CREATE INDEX action_assessment ON action (assessment_id);
CREATE INDEX action_due ON action (due_on);

-- A designated position: for people with lived or living experience. Which of the two, and who, is never recorded.
CREATE TABLE position (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    ref TEXT NOT NULL CONSTRAINT position_ref_fits CHECK (length(ref) BETWEEN 1 AND 80),
    organization_id INTEGER NOT NULL REFERENCES organization (id),
    capacity_list TEXT NOT NULL,
    capacity_version TEXT NOT NULL,
    capacity TEXT NOT NULL,
    paid INTEGER CONSTRAINT position_paid_is_yes_or_no CHECK (paid BETWEEN 0 AND 1),
    -- Hundredths of a full-time position, so that sums are exact.
    fte_hundredths INTEGER CONSTRAINT position_fte_fits CHECK (fte_hundredths BETWEEN 0 AND 200),
    authorized_on TEXT CONSTRAINT position_authorized_on_is_a_day
        CHECK (authorized_on IS date(authorized_on, '+0 days')),
    closed_on TEXT CONSTRAINT position_closed_on_is_a_day CHECK (closed_on IS date(closed_on, '+0 days')),
    import_id INTEGER REFERENCES import (id),
    CONSTRAINT position_closes_after_it_was_authorized CHECK (closed_on >= authorized_on),
    FOREIGN KEY (capacity_list, capacity_version, capacity) REFERENCES code (list, version, code)
) STRICT;
CREATE UNIQUE INDEX position_ref ON position (ref COLLATE NOCASE, id >> 32);
CREATE INDEX position_organization ON position (organization_id);

CREATE TABLE position_filling (
    position_id INTEGER NOT NULL REFERENCES position (id) ON DELETE CASCADE,
    filled_from TEXT NOT NULL CONSTRAINT position_filling_filled_from_is_a_day
        CHECK (filled_from IS date(filled_from, '+0 days')),
    filled_to TEXT CONSTRAINT position_filling_filled_to_is_a_day CHECK (filled_to IS date(filled_to, '+0 days')),
    import_id INTEGER REFERENCES import (id),
    PRIMARY KEY (position_id, filled_from),
    CONSTRAINT filling_ends_after_it_begins CHECK (filled_to >= filled_from)
) STRICT, WITHOUT ROWID;

CREATE TABLE activity (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    ref TEXT NOT NULL CONSTRAINT activity_ref_fits CHECK (length(ref) BETWEEN 1 AND 80),
    kind TEXT NOT NULL CONSTRAINT activity_kind_is_known
        CHECK (kind = 'campaign' OR kind = 'advocacy' OR kind = 'event'),
    title TEXT NOT NULL CONSTRAINT activity_has_a_title CHECK (title <> ''),
    organization_id INTEGER NOT NULL REFERENCES organization (id),
    held_on TEXT CONSTRAINT activity_held_on_is_a_day CHECK (held_on IS date(held_on, '+0 days')),
    reach INTEGER CONSTRAINT activity_reach_is_a_count CHECK (reach >= 0),
    import_id INTEGER REFERENCES import (id)
) STRICT;
CREATE UNIQUE INDEX activity_ref ON activity (ref COLLATE NOCASE, id >> 32);
CREATE INDEX activity_day ON activity (held_on);

CREATE TABLE activity_partner (
    activity_id INTEGER NOT NULL REFERENCES activity (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    title TEXT NOT NULL CONSTRAINT activity_partner_has_a_title CHECK (title <> ''),
    PRIMARY KEY (activity_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE target (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    organization_id INTEGER REFERENCES organization (id),
    fund TEXT NOT NULL DEFAULT '',
    metric TEXT NOT NULL,
    period TEXT NOT NULL,
    value REAL NOT NULL,
    import_id INTEGER REFERENCES import (id)
) STRICT;
-- Of the same period, metric and fund each program has a target of its own.
CREATE UNIQUE INDEX target_once ON target (ifnull(organization_id, 0), fund, metric, period, id >> 32);
