-- The record: what is kept of trainings and of who came, and how it came to be there.
--
-- Row ids. Every file draws a random origin of 20 bits when it is made; ids begin at origin × 2^32. The rows of two
-- offices therefore never share an id and can be put into one file without renumbering, and every id is exact in a
-- double (it stays below 2^53). Rows that ship with Groundwork have origin 0 and are the same everywhere.
-- Refs are unique per origin, so a ref that two offices both gave can stand in one file; typed, it is then ambiguous.
--
-- Days are civil dates, YYYY-MM-DD; instants are UTC, YYYY-MM-DDTHH:MM:SSZ. Each is held to the calendar: SQLite's date()
-- answers 2026-02-30 as it stands unless a modifier makes it compute. Constraints carry the name of their rule.

-- The program whose file this is --------------------------------------------------------------------------------------

CREATE TABLE program (
    id INTEGER PRIMARY KEY CONSTRAINT program_is_one CHECK (id = 1),
    origin INTEGER NOT NULL CONSTRAINT program_origin_is_20_bits CHECK (origin BETWEEN 1 AND 1048575),
    organization_id INTEGER NOT NULL REFERENCES organization (id),
    time_zone TEXT NOT NULL,
    fiscal_year_start INTEGER NOT NULL DEFAULT 1
        CONSTRAINT program_fiscal_year_starts_in_a_month CHECK (fiscal_year_start BETWEEN 1 AND 12),
    keep_names_months INTEGER NOT NULL DEFAULT 24
        CONSTRAINT program_keeps_names_for_months CHECK (keep_names_months BETWEEN 0 AND 1200),
    threshold INTEGER CONSTRAINT program_threshold_is_positive CHECK (threshold >= 1),
    -- The key under which the e-mail addresses of people who were forgotten are hashed.
    secret BLOB NOT NULL,
    made_at TEXT NOT NULL CONSTRAINT program_made_at_is_an_instant
        CHECK (made_at IS strftime('%Y-%m-%dT%H:%M:%SZ', made_at, '+0 days'))
) STRICT;

-- Records: what somebody names by a ref or a key ----------------------------------------------------------------------

CREATE TABLE organization (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    ref TEXT NOT NULL CONSTRAINT organization_ref_fits CHECK (length(ref) BETWEEN 1 AND 80),
    title TEXT NOT NULL CONSTRAINT organization_has_a_title CHECK (title <> ''),
    sector TEXT,
    import_id INTEGER REFERENCES import (id)
) STRICT;
CREATE UNIQUE INDEX organization_ref ON organization (ref COLLATE NOCASE, id >> 32);
CREATE INDEX organization_title ON organization (title);

-- What an organization reports about itself, as of a day. It is printed as that: "reported by the organization".
CREATE TABLE profile (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    organization_id INTEGER NOT NULL REFERENCES organization (id) ON DELETE CASCADE,
    as_of TEXT NOT NULL CONSTRAINT profile_as_of_is_a_day CHECK (as_of IS date(as_of, '+0 days')),
    employs INTEGER CONSTRAINT profile_employs_is_yes_or_no CHECK (employs BETWEEN 0 AND 1),
    outlets TEXT,
    board INTEGER CONSTRAINT profile_board_is_yes_or_no CHECK (board BETWEEN 0 AND 1),
    practices_assessed INTEGER CONSTRAINT profile_practices_is_yes_or_no CHECK (practices_assessed BETWEEN 0 AND 1),
    import_id INTEGER REFERENCES import (id)
) STRICT;
CREATE UNIQUE INDEX profile_organization_day ON profile (organization_id, as_of);

CREATE TABLE course (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    ref TEXT NOT NULL CONSTRAINT course_ref_fits CHECK (length(ref) BETWEEN 1 AND 80),
    title TEXT NOT NULL CONSTRAINT course_has_a_title CHECK (title <> ''),
    edition TEXT,
    minutes INTEGER CONSTRAINT course_minutes_are_positive CHECK (minutes BETWEEN 1 AND 14400),
    completion INTEGER CONSTRAINT course_completion_is_a_percent CHECK (completion BETWEEN 1 AND 100),
    valid_months INTEGER CONSTRAINT course_valid_months_are_positive CHECK (valid_months BETWEEN 1 AND 1200),
    import_id INTEGER REFERENCES import (id)
) STRICT;
CREATE UNIQUE INDEX course_ref ON course (ref COLLATE NOCASE, id >> 32);
CREATE INDEX course_title ON course (title);

CREATE TABLE session (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    ref TEXT NOT NULL CONSTRAINT session_ref_fits CHECK (length(ref) BETWEEN 1 AND 80),
    course_id INTEGER REFERENCES course (id),
    title TEXT,
    provider_id INTEGER REFERENCES organization (id),
    host_id INTEGER REFERENCES organization (id),
    parent_id INTEGER REFERENCES session (id),
    replaced_by_id INTEGER REFERENCES session (id),
    site TEXT,
    starts_on TEXT NOT NULL CONSTRAINT session_starts_on_is_a_day
        CHECK (starts_on IS date(starts_on, '+0 days')),
    start_time TEXT CONSTRAINT session_start_time_is_a_time
        CHECK (start_time IS strftime('%H:%M', start_time, '+0 days')),
    time_zone TEXT NOT NULL,
    minutes INTEGER CONSTRAINT session_minutes_are_positive CHECK (minutes BETWEEN 1 AND 14400),
    modality TEXT CONSTRAINT session_modality_is_known
        CHECK (modality = 'online' OR modality = 'in_person' OR modality = 'hybrid'),
    language TEXT,
    audience TEXT NOT NULL DEFAULT 'staff' CONSTRAINT session_audience_is_known
        CHECK (audience = 'staff' OR audience = 'community' OR audience = 'board' OR audience = 'mixed'),
    fund TEXT,
    status TEXT NOT NULL CONSTRAINT session_status_is_known
        CHECK (status = 'scheduled' OR status = 'held' OR status = 'nobody_came' OR status = 'cancelled'
            OR status = 'postponed'),
    contact_based INTEGER CONSTRAINT session_contact_based_is_yes_or_no CHECK (contact_based BETWEEN 0 AND 1),
    access_requested INTEGER CONSTRAINT session_access_requested_is_a_count CHECK (access_requested >= 0),
    access_met INTEGER CONSTRAINT session_access_met_is_a_count CHECK (access_met >= 0),
    form_id INTEGER REFERENCES form (id),
    import_id INTEGER REFERENCES import (id),
    CONSTRAINT session_access_met_is_within_requested CHECK (access_met <= access_requested)
) STRICT;
CREATE UNIQUE INDEX session_ref ON session (ref COLLATE NOCASE, id >> 32);
CREATE INDEX session_day ON session (starts_on);
CREATE INDEX session_course ON session (course_id);
CREATE INDEX session_parent ON session (parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX session_import ON session (import_id) WHERE import_id IS NOT NULL;
CREATE INDEX session_form ON session (form_id) WHERE form_id IS NOT NULL;

-- A name, a pseudonym or a code; everything but the ref may be missing. No pronouns, no demographics, no lived
-- experience. A forgotten person's row stays blank, under a new ref, so that every count stays.
CREATE TABLE person (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    ref TEXT NOT NULL CONSTRAINT person_ref_fits CHECK (length(ref) BETWEEN 1 AND 80),
    name TEXT,
    email TEXT,
    organization_id INTEGER REFERENCES organization (id),
    job_role TEXT,
    left_on TEXT CONSTRAINT person_left_on_is_a_day CHECK (left_on IS date(left_on, '+0 days')),
    merged_into_id INTEGER REFERENCES person (id),
    forgotten_on TEXT CONSTRAINT person_forgotten_on_is_a_day CHECK (forgotten_on IS date(forgotten_on, '+0 days')),
    import_id INTEGER REFERENCES import (id)
) STRICT;
CREATE UNIQUE INDEX person_ref ON person (ref COLLATE NOCASE, id >> 32);
CREATE INDEX person_email ON person (email COLLATE NOCASE) WHERE email IS NOT NULL;
CREATE INDEX person_name ON person (name, organization_id) WHERE name IS NOT NULL;
CREATE INDEX person_organization ON person (organization_id);
CREATE INDEX person_merged ON person (merged_into_id) WHERE merged_into_id IS NOT NULL;

-- Attendees counted at a session. Method 1 estimated, 2 platform, 3 counted: the larger goes before the smaller, as with
-- the role and status of an attendance.
CREATE TABLE headcount (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    session_id INTEGER NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    scope TEXT NOT NULL CONSTRAINT headcount_scope_is_known
        CHECK (scope = 'everyone' OR scope = 'unnamed' OR scope = 'registered'),
    organization_id INTEGER REFERENCES organization (id),
    category TEXT NOT NULL DEFAULT '',
    method INTEGER NOT NULL CONSTRAINT headcount_method_is_known CHECK (method BETWEEN 1 AND 3),
    count INTEGER NOT NULL CONSTRAINT headcount_is_a_count CHECK (count BETWEEN 0 AND 1000000),
    counted_by TEXT,
    import_id INTEGER REFERENCES import (id)
) STRICT;
CREATE UNIQUE INDEX headcount_once
    ON headcount (session_id, scope, ifnull(organization_id, 0), category, method);

-- A show of hands, a poll: how many chose an option.
CREATE TABLE tally (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    session_id INTEGER NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    question TEXT NOT NULL CONSTRAINT tally_has_a_question CHECK (question <> ''),
    option TEXT NOT NULL CONSTRAINT tally_has_an_option CHECK (option <> ''),
    count INTEGER NOT NULL CONSTRAINT tally_is_a_count CHECK (count BETWEEN 0 AND 1000000),
    import_id INTEGER REFERENCES import (id)
) STRICT;
CREATE UNIQUE INDEX tally_once ON tally (session_id, question, option);

-- A head without a name: a report that was kept as counts, a sheet without names.
CREATE TABLE nameless_attendance (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    session_id INTEGER NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    role INTEGER NOT NULL CONSTRAINT nameless_role_is_known CHECK (role BETWEEN 1 AND 3),
    status INTEGER NOT NULL CONSTRAINT nameless_status_is_known CHECK (status BETWEEN 1 AND 2),
    minutes INTEGER CONSTRAINT nameless_minutes_fit CHECK (minutes BETWEEN 0 AND 14400),
    organization_id INTEGER REFERENCES organization (id),
    import_id INTEGER REFERENCES import (id)
) STRICT;
CREATE INDEX nameless_attendance_session ON nameless_attendance (session_id);

-- What belongs to a record, in order ----------------------------------------------------------------------------------

CREATE TABLE site (
    organization_id INTEGER NOT NULL REFERENCES organization (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    title TEXT NOT NULL CONSTRAINT site_has_a_title CHECK (title <> ''),
    PRIMARY KEY (organization_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE staff_headcount (
    organization_id INTEGER NOT NULL REFERENCES organization (id) ON DELETE CASCADE,
    as_of TEXT NOT NULL CONSTRAINT staff_headcount_as_of_is_a_day CHECK (as_of IS date(as_of, '+0 days')),
    count INTEGER NOT NULL CONSTRAINT staff_is_not_negative CHECK (count >= 0),
    import_id INTEGER REFERENCES import (id),
    PRIMARY KEY (organization_id, as_of)
) STRICT, WITHOUT ROWID;

CREATE TABLE profile_capacity (
    profile_id INTEGER NOT NULL REFERENCES profile (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    list TEXT NOT NULL,
    version TEXT NOT NULL,
    code TEXT NOT NULL,
    PRIMARY KEY (profile_id, position),
    FOREIGN KEY (list, version, code) REFERENCES code (list, version, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE profile_service (
    profile_id INTEGER NOT NULL REFERENCES profile (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    list TEXT NOT NULL,
    version TEXT NOT NULL,
    code TEXT NOT NULL,
    PRIMARY KEY (profile_id, position),
    FOREIGN KEY (list, version, code) REFERENCES code (list, version, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE course_topic (
    course_id INTEGER NOT NULL REFERENCES course (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    title TEXT NOT NULL CONSTRAINT course_topic_has_a_title CHECK (title <> ''),
    PRIMARY KEY (course_id, position)
) STRICT, WITHOUT ROWID;

-- Those trained: one or several.
CREATE TABLE session_organization (
    session_id INTEGER NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    organization_id INTEGER NOT NULL REFERENCES organization (id),
    PRIMARY KEY (session_id, position)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX session_organization_once ON session_organization (organization_id, session_id);

CREATE TABLE session_facilitator (
    session_id INTEGER NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    name TEXT NOT NULL CONSTRAINT facilitator_has_a_name CHECK (name <> ''),
    role TEXT,
    pronouns TEXT,
    PRIMARY KEY (session_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE session_topic (
    session_id INTEGER NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    title TEXT NOT NULL CONSTRAINT session_topic_has_a_title CHECK (title <> ''),
    PRIMARY KEY (session_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE session_ingredient (
    session_id INTEGER NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    list TEXT NOT NULL,
    version TEXT NOT NULL,
    code TEXT NOT NULL,
    PRIMARY KEY (session_id, position),
    FOREIGN KEY (list, version, code) REFERENCES code (list, version, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE session_agreement (
    session_id INTEGER NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    text TEXT NOT NULL CONSTRAINT agreement_has_a_text CHECK (text <> ''),
    PRIMARY KEY (session_id, position)
) STRICT, WITHOUT ROWID;

-- People at sessions, and people --------------------------------------------------------------------------------------

-- Small integers, strongest last, so that the stronger of two is the larger:
-- role 1 attendee, 2 observer, 3 facilitator; status 1 registered, 2 attended. `attendance_row` shows the words.
CREATE TABLE attendance (
    session_id INTEGER NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    person_id INTEGER NOT NULL REFERENCES person (id),
    role INTEGER NOT NULL CONSTRAINT attendance_role_is_known CHECK (role BETWEEN 1 AND 3),
    status INTEGER NOT NULL CONSTRAINT attendance_status_is_known CHECK (status BETWEEN 1 AND 2),
    minutes INTEGER CONSTRAINT attendance_minutes_fit CHECK (minutes BETWEEN 0 AND 14400),
    organization_id INTEGER REFERENCES organization (id),
    import_id INTEGER REFERENCES import (id),
    PRIMARY KEY (session_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX attendance_person ON attendance (person_id, session_id);

-- Two people who look alike and are not the same: said once, remembered.
CREATE TABLE person_distinct (
    person_id INTEGER NOT NULL REFERENCES person (id),
    other_id INTEGER NOT NULL REFERENCES person (id),
    PRIMARY KEY (person_id, other_id),
    CONSTRAINT person_distinct_is_in_order CHECK (person_id < other_id)
) STRICT, WITHOUT ROWID;

-- A keyed hash of the e-mail of somebody who was forgotten, so that a later file does not quietly bring them back.
CREATE TABLE forgotten_email (
    hash BLOB PRIMARY KEY
) STRICT, WITHOUT ROWID;

-- Where rows come from ------------------------------------------------------------------------------------------------

-- One entry for each command that changed something. `digest` chains the entries of one origin; `values_digest` is salted, and the
-- salt and the values stand apart, so that they can be blanked for a person without breaking the chain.
CREATE TABLE history (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL CONSTRAINT history_at_is_an_instant CHECK (at IS strftime('%Y-%m-%dT%H:%M:%SZ', at, '+0 days')),
    account TEXT NOT NULL,
    command TEXT NOT NULL,
    undoable INTEGER NOT NULL DEFAULT 1 CONSTRAINT history_undoable_is_yes_or_no CHECK (undoable BETWEEN 0 AND 1),
    undoes_id INTEGER REFERENCES history (id),
    salt BLOB,
    values_digest BLOB NOT NULL,
    digest BLOB NOT NULL
) STRICT;
CREATE INDEX history_undoes ON history (undoes_id) WHERE undoes_id IS NOT NULL;

-- A row that a command created has one line without a column (its values are in the row itself); one that it changed
-- has a line for each column; one that it removed, a line for every column that it had.
CREATE TABLE history_value (
    history_id INTEGER NOT NULL REFERENCES history (id),
    position INTEGER NOT NULL,
    change TEXT NOT NULL
        CONSTRAINT history_change_is_known CHECK (change = 'created' OR change = 'changed' OR change = 'removed'),
    record_table TEXT NOT NULL,
    record_key TEXT NOT NULL,
    column_name TEXT,
    old ANY,
    new ANY,
    PRIMARY KEY (history_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX history_value_record ON history_value (record_table, record_key);

CREATE TABLE import (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    history_id INTEGER NOT NULL REFERENCES history (id),
    kind TEXT NOT NULL,
    source TEXT NOT NULL,
    file TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    session_id INTEGER REFERENCES session (id),
    form_id INTEGER REFERENCES form (id),
    counts_only INTEGER NOT NULL DEFAULT 0 CONSTRAINT import_counts_only_is_yes_or_no CHECK (counts_only BETWEEN 0 AND 1),
    row_count INTEGER NOT NULL,
    created INTEGER NOT NULL,
    updated INTEGER NOT NULL,
    unchanged INTEGER NOT NULL,
    merged INTEGER NOT NULL,
    skipped INTEGER NOT NULL,
    rejected INTEGER NOT NULL,
    people_created INTEGER NOT NULL,
    organizations_created INTEGER NOT NULL,
    undone_at TEXT CONSTRAINT import_undone_at_is_an_instant
        CHECK (undone_at IS strftime('%Y-%m-%dT%H:%M:%SZ', undone_at, '+0 days')),
    CONSTRAINT import_rows_add_up
        CHECK (row_count = created + updated + unchanged + merged + skipped + rejected)
) STRICT;
CREATE INDEX import_file ON import (sha256);
CREATE INDEX import_session ON import (session_id) WHERE session_id IS NOT NULL;
CREATE INDEX import_history ON import (history_id);
CREATE INDEX import_form ON import (form_id) WHERE form_id IS NOT NULL;

-- A ref that was given once is never given again by the same program.
CREATE TABLE retired_ref (
    noun TEXT NOT NULL,
    ref TEXT NOT NULL COLLATE NOCASE,
    origin INTEGER NOT NULL,
    PRIMARY KEY (noun, ref, origin)
) STRICT, WITHOUT ROWID;

-- Code lists, versioned -----------------------------------------------------------------------------------------------

CREATE TABLE code_list (
    list TEXT NOT NULL,
    version TEXT NOT NULL,
    title TEXT NOT NULL,
    PRIMARY KEY (list, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE code (
    list TEXT NOT NULL,
    version TEXT NOT NULL,
    code TEXT NOT NULL,
    position INTEGER NOT NULL,
    title TEXT NOT NULL,
    parent TEXT,
    PRIMARY KEY (list, version, code),
    FOREIGN KEY (list, version) REFERENCES code_list (list, version)
) STRICT, WITHOUT ROWID;
