-- What was returned, of whom and how much of it was asked; the scopes of commitments and reflections; further kinds of
-- activities; documents whose language was reviewed; questions for a show of hands that a program asks.

-- The metric that an item measures beside those which every form has.
ALTER TABLE form_item ADD COLUMN metric TEXT CONSTRAINT item_metric_is_known
    CHECK (metric = 'AS-06' OR metric = 'AS-06.policy' OR metric = 'OR-08');

-- A form that an organization's clients returned has that organization in the place of a session. `asked` are the items
-- with a slot that its file had a column for; NULL where all of the form were asked.
CREATE TABLE evaluation_before AS
SELECT
    id, form_id, session_id, submitted_on, answered, import_id, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11,
    a12, a13, a14, a15, a16, a17, a18, a19, a20, a21, a22, a23, a24, a25, a26, a27, a28, a29, a30, a31, a32,
    a33, a34, a35, a36, a37, a38, a39, a40, a41, a42, a43, a44, a45, a46, a47, a48, a49, a50, a51, a52, a53,
    a54, a55, a56, a57, a58, a59, a60, a61, a62, a63, a64, a65, a66, a67, a68, a69, a70, a71, a72, a73, a74,
    a75, a76, a77, a78, a79, a80, a81, a82, a83, a84, a85, a86, a87, a88, a89, a90, a91, a92, a93, a94, a95, a96
FROM evaluation;
DROP TABLE evaluation;
CREATE TABLE evaluation (
    id INTEGER PRIMARY KEY,
    form_id INTEGER NOT NULL REFERENCES form (id),
    session_id INTEGER REFERENCES session (id),
    organization_id INTEGER REFERENCES organization (id),
    submitted_on TEXT CONSTRAINT evaluation_submitted_on_is_a_day CHECK (submitted_on IS date(submitted_on, '+0 days')),
    answered INTEGER NOT NULL CONSTRAINT evaluation_answered_is_a_count CHECK (answered >= 0),
    asked INTEGER CONSTRAINT evaluation_asked_is_a_count CHECK (asked BETWEEN 0 AND 96),
    import_id INTEGER REFERENCES import (id),
    a1 ANY, a2 ANY, a3 ANY, a4 ANY, a5 ANY, a6 ANY, a7 ANY, a8 ANY, a9 ANY, a10 ANY, a11 ANY, a12 ANY, a13 ANY,
    a14 ANY, a15 ANY, a16 ANY, a17 ANY, a18 ANY, a19 ANY, a20 ANY, a21 ANY, a22 ANY, a23 ANY, a24 ANY, a25 ANY,
    a26 ANY, a27 ANY, a28 ANY, a29 ANY, a30 ANY, a31 ANY, a32 ANY, a33 ANY, a34 ANY, a35 ANY, a36 ANY, a37 ANY,
    a38 ANY, a39 ANY, a40 ANY, a41 ANY, a42 ANY, a43 ANY, a44 ANY, a45 ANY, a46 ANY, a47 ANY, a48 ANY, a49 ANY,
    a50 ANY, a51 ANY, a52 ANY, a53 ANY, a54 ANY, a55 ANY, a56 ANY, a57 ANY, a58 ANY, a59 ANY, a60 ANY, a61 ANY,
    a62 ANY, a63 ANY, a64 ANY, a65 ANY, a66 ANY, a67 ANY, a68 ANY, a69 ANY, a70 ANY, a71 ANY, a72 ANY, a73 ANY,
    a74 ANY, a75 ANY, a76 ANY, a77 ANY, a78 ANY, a79 ANY, a80 ANY, a81 ANY, a82 ANY, a83 ANY, a84 ANY, a85 ANY,
    a86 ANY, a87 ANY, a88 ANY, a89 ANY, a90 ANY, a91 ANY, a92 ANY, a93 ANY, a94 ANY, a95 ANY, a96 ANY,
    ref TEXT GENERATED ALWAYS AS (format('e-%08x', id & 4294967295)) VIRTUAL,
    CONSTRAINT evaluation_is_of_a_session_or_an_organization CHECK ((session_id IS NULL) <> (organization_id IS NULL))
) STRICT;
INSERT INTO evaluation (
    id, form_id, session_id, submitted_on, answered, import_id, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11,
    a12, a13, a14, a15, a16, a17, a18, a19, a20, a21, a22, a23, a24, a25, a26, a27, a28, a29, a30, a31, a32,
    a33, a34, a35, a36, a37, a38, a39, a40, a41, a42, a43, a44, a45, a46, a47, a48, a49, a50, a51, a52, a53,
    a54, a55, a56, a57, a58, a59, a60, a61, a62, a63, a64, a65, a66, a67, a68, a69, a70, a71, a72, a73, a74,
    a75, a76, a77, a78, a79, a80, a81, a82, a83, a84, a85, a86, a87, a88, a89, a90, a91, a92, a93, a94, a95, a96
)
SELECT
    id, form_id, session_id, submitted_on, answered, import_id, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11,
    a12, a13, a14, a15, a16, a17, a18, a19, a20, a21, a22, a23, a24, a25, a26, a27, a28, a29, a30, a31, a32,
    a33, a34, a35, a36, a37, a38, a39, a40, a41, a42, a43, a44, a45, a46, a47, a48, a49, a50, a51, a52, a53,
    a54, a55, a56, a57, a58, a59, a60, a61, a62, a63, a64, a65, a66, a67, a68, a69, a70, a71, a72, a73, a74,
    a75, a76, a77, a78, a79, a80, a81, a82, a83, a84, a85, a86, a87, a88, a89, a90, a91, a92, a93, a94, a95, a96
FROM evaluation_before ORDER BY id;
DROP TABLE evaluation_before;
CREATE INDEX evaluation_form_session ON evaluation (form_id, session_id);
CREATE INDEX evaluation_session ON evaluation (session_id);

-- Whose the commitments or answers are: of the people themselves, or of their institution; NULL where nobody said.
ALTER TABLE commitment ADD COLUMN scope TEXT CONSTRAINT commitment_scope_is_known
    CHECK (scope = 'individual' OR scope = 'institution');
DROP INDEX commitment_once;
CREATE UNIQUE INDEX commitment_once ON commitment (session_id, ifnull(scope, ''), ifnull(followed_on, ''));
ALTER TABLE reflection ADD COLUMN scope TEXT CONSTRAINT reflection_scope_is_known
    CHECK (scope = 'individual' OR scope = 'institution');

-- Publications, conferences and technical assistance, the last with its hours in hundredths.
CREATE TABLE activity_before AS SELECT id, ref, kind, title, organization_id, held_on, reach, import_id FROM activity;
CREATE TABLE activity_count AS SELECT seq FROM sqlite_sequence WHERE name = 'activity';
DROP TABLE activity;
CREATE TABLE activity (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    ref TEXT NOT NULL CONSTRAINT activity_ref_fits CHECK (length(ref) BETWEEN 1 AND 80),
    kind TEXT NOT NULL CONSTRAINT activity_kind_is_known
        CHECK (kind = 'campaign' OR kind = 'advocacy' OR kind = 'event' OR kind = 'publication'
            OR kind = 'conference' OR kind = 'technical_assistance'),
    title TEXT NOT NULL CONSTRAINT activity_has_a_title CHECK (title <> ''),
    organization_id INTEGER NOT NULL REFERENCES organization (id),
    held_on TEXT CONSTRAINT activity_held_on_is_a_day CHECK (held_on IS date(held_on, '+0 days')),
    reach INTEGER CONSTRAINT activity_reach_is_a_count CHECK (reach >= 0),
    hours_hundredths INTEGER CONSTRAINT activity_hours_fit CHECK (hours_hundredths BETWEEN 0 AND 10000000),
    import_id INTEGER REFERENCES import (id),
    CONSTRAINT activity_hours_are_of_assistance CHECK (hours_hundredths IS NULL OR kind = 'technical_assistance')
) STRICT;
INSERT INTO activity (id, ref, kind, title, organization_id, held_on, reach, import_id)
SELECT id, ref, kind, title, organization_id, held_on, reach, import_id FROM activity_before ORDER BY id;
UPDATE sqlite_sequence SET seq = max(seq, (SELECT seq FROM activity_count))
WHERE name = 'activity' AND EXISTS (SELECT 1 FROM activity_count);
INSERT INTO sqlite_sequence (name, seq)
SELECT 'activity', seq FROM activity_count
WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'activity');
DROP TABLE activity_before;
DROP TABLE activity_count;
CREATE UNIQUE INDEX activity_ref ON activity (ref COLLATE NOCASE, id >> 32);
CREATE INDEX activity_day ON activity (held_on);

-- A review of the words of a document: how many it has, and how many of them somebody confirmed as stigmatizing. Never
-- its text.
CREATE TABLE document (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    organization_id INTEGER NOT NULL REFERENCES organization (id),
    title TEXT NOT NULL CONSTRAINT document_has_a_title CHECK (title <> ''),
    reviewed_on TEXT NOT NULL CONSTRAINT document_reviewed_on_is_a_day
        CHECK (reviewed_on IS date(reviewed_on, '+0 days')),
    words INTEGER NOT NULL CONSTRAINT document_has_words CHECK (words >= 1),
    flags INTEGER NOT NULL CONSTRAINT document_flags_are_a_count CHECK (flags >= 0),
    import_id INTEGER REFERENCES import (id)
) STRICT;
CREATE UNIQUE INDEX document_once ON document (organization_id, title COLLATE NOCASE, reviewed_on);

-- A question of a program's own for a show of hands, with what can be chosen.
CREATE TABLE question (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    title TEXT NOT NULL CONSTRAINT question_has_a_title CHECK (title <> ''),
    import_id INTEGER REFERENCES import (id)
) STRICT;
CREATE UNIQUE INDEX question_once ON question (title COLLATE NOCASE, id >> 32);

CREATE TABLE question_option (
    question_id INTEGER NOT NULL REFERENCES question (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    title TEXT NOT NULL CONSTRAINT question_option_has_a_title CHECK (title <> ''),
    PRIMARY KEY (question_id, position)
) STRICT, WITHOUT ROWID;

-- Questions that were asked before any had to be declared, with the options that were chosen.
INSERT INTO question (id, title)
SELECT (SELECT origin << 32 FROM program) + row_number() OVER (ORDER BY min(id)), min(trim(question))
FROM tally
WHERE lower(trim(question)) <> 'resonates' AND lower(trim(question)) <> 'challenges' AND trim(question) <> ''
GROUP BY lower(trim(question));
INSERT INTO question_option (question_id, position, title)
SELECT question.id, row_number() OVER (PARTITION BY question.id ORDER BY min(tally.id)), min(trim(tally.option))
FROM question CROSS JOIN tally ON lower(trim(tally.question)) = lower(question.title)
WHERE trim(tally.option) <> ''
GROUP BY question.id, lower(trim(tally.option));
