-- Evaluations: forms in their versions, what came back, and how a before finds its after without a name.

-- A form in one version; a changed form is another form, so that answers are never read with the wrong questions.
CREATE TABLE form (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    ref TEXT NOT NULL CONSTRAINT form_ref_fits CHECK (length(ref) BETWEEN 1 AND 80),
    title TEXT NOT NULL CONSTRAINT form_has_a_title CHECK (title <> ''),
    version TEXT NOT NULL DEFAULT '1',
    wave TEXT NOT NULL CONSTRAINT form_wave_is_known
        CHECK (wave = 'before' OR wave = 'after' OR wave = 'followup'),
    import_id INTEGER REFERENCES import (id)
) STRICT;
CREATE UNIQUE INDEX form_ref ON form (ref COLLATE NOCASE, id >> 32);

-- What is asked, in order. What is counted stands in the answer column `slot` of `evaluation`: of a Likert item and of
-- one choice the choice's `value`, of several choices the sum of 2^(position - 1), of a number the number. A choice
-- without a value ("does not apply") stands there by its name, as text. Words that people wrote stand in `answer_text`.
CREATE TABLE form_item (
    form_id INTEGER NOT NULL REFERENCES form (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    code TEXT NOT NULL CONSTRAINT item_code_fits CHECK (length(code) BETWEEN 1 AND 80),
    kind TEXT NOT NULL CONSTRAINT item_kind_is_known
        CHECK (kind = 'likert' OR kind = 'choice' OR kind = 'choices' OR kind = 'number' OR kind = 'recommend'
            OR kind = 'resonates' OR kind = 'challenges' OR kind = 'text' OR kind = 'commitment'
            OR kind = 'reflection' OR kind = 'element'),
    label TEXT NOT NULL,
    list TEXT,
    slot INTEGER CONSTRAINT item_slot_is_a_column CHECK (slot BETWEEN 1 AND 96),
    scale TEXT,
    reversed INTEGER NOT NULL DEFAULT 0 CONSTRAINT item_reversed_is_yes_or_no CHECK (reversed BETWEEN 0 AND 1),
    min REAL,
    max REAL,
    -- Whether a number that it takes is a whole one.
    whole INTEGER NOT NULL DEFAULT 0 CONSTRAINT item_whole_is_yes_or_no CHECK (whole BETWEEN 0 AND 1),
    kirkpatrick INTEGER CONSTRAINT item_kirkpatrick_is_a_level CHECK (kirkpatrick BETWEEN 1 AND 4),
    -- The right answer of a knowledge item: names of choices with spaces between them, or a number.
    key TEXT,
    -- How many digits an element has, where leading zeros are put back.
    digits INTEGER CONSTRAINT item_digits_fit CHECK (digits BETWEEN 1 AND 20),
    PRIMARY KEY (form_id, position),
    CONSTRAINT item_range_is_in_order CHECK (min < max)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX form_item_code ON form_item (form_id, code COLLATE NOCASE);

CREATE TABLE form_choice (
    form_id INTEGER NOT NULL REFERENCES form (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    list TEXT NOT NULL,
    -- The place in its list, from 1.
    place INTEGER NOT NULL CONSTRAINT choice_place_fits CHECK (place BETWEEN 1 AND 200),
    name TEXT NOT NULL CONSTRAINT choice_has_a_name CHECK (name <> ''),
    label TEXT NOT NULL,
    value INTEGER CONSTRAINT choice_value_has_seven_digits CHECK (value BETWEEN -1000000 AND 1000000),
    -- Spellings that are taken for the label, one a line.
    also TEXT,
    PRIMARY KEY (form_id, position)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX form_choice_name ON form_choice (form_id, list, name);

CREATE TABLE form_scale (
    form_id INTEGER NOT NULL REFERENCES form (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    code TEXT NOT NULL CONSTRAINT scale_code_fits CHECK (length(code) BETWEEN 1 AND 80),
    title TEXT NOT NULL,
    scoring TEXT NOT NULL CONSTRAINT scale_scoring_is_known CHECK (scoring = 'mean' OR scoring = 'sum' OR scoring = 'any'),
    min_valid INTEGER CONSTRAINT scale_min_valid_is_positive CHECK (min_valid >= 1),
    direction TEXT NOT NULL CONSTRAINT scale_direction_is_known
        CHECK (direction = 'higher_is_better' OR direction = 'lower_is_better' OR direction = 'neutral'),
    -- The published instrument that it is; its text is not here.
    instrument TEXT,
    PRIMARY KEY (form_id, position)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX form_scale_code ON form_scale (form_id, code COLLATE NOCASE);

-- One returned form. No name, no address, no place, no time of day; ids are drawn at random, so that neither they nor
-- the order of rows tell who answered first. `answered` counts the answers in slots.
CREATE TABLE evaluation (
    id INTEGER PRIMARY KEY,
    form_id INTEGER NOT NULL REFERENCES form (id),
    session_id INTEGER NOT NULL REFERENCES session (id),
    submitted_on TEXT CONSTRAINT evaluation_submitted_on_is_a_day CHECK (submitted_on IS date(submitted_on, '+0 days')),
    answered INTEGER NOT NULL CONSTRAINT evaluation_answered_is_a_count CHECK (answered >= 0),
    import_id INTEGER REFERENCES import (id),
    a1 ANY, a2 ANY, a3 ANY, a4 ANY, a5 ANY, a6 ANY, a7 ANY, a8 ANY, a9 ANY, a10 ANY, a11 ANY, a12 ANY, a13 ANY,
    a14 ANY, a15 ANY, a16 ANY, a17 ANY, a18 ANY, a19 ANY, a20 ANY, a21 ANY, a22 ANY, a23 ANY, a24 ANY, a25 ANY,
    a26 ANY, a27 ANY, a28 ANY, a29 ANY, a30 ANY, a31 ANY, a32 ANY, a33 ANY, a34 ANY, a35 ANY, a36 ANY, a37 ANY,
    a38 ANY, a39 ANY, a40 ANY, a41 ANY, a42 ANY, a43 ANY, a44 ANY, a45 ANY, a46 ANY, a47 ANY, a48 ANY, a49 ANY,
    a50 ANY, a51 ANY, a52 ANY, a53 ANY, a54 ANY, a55 ANY, a56 ANY, a57 ANY, a58 ANY, a59 ANY, a60 ANY, a61 ANY,
    a62 ANY, a63 ANY, a64 ANY, a65 ANY, a66 ANY, a67 ANY, a68 ANY, a69 ANY, a70 ANY, a71 ANY, a72 ANY, a73 ANY,
    a74 ANY, a75 ANY, a76 ANY, a77 ANY, a78 ANY, a79 ANY, a80 ANY, a81 ANY, a82 ANY, a83 ANY, a84 ANY, a85 ANY,
    a86 ANY, a87 ANY, a88 ANY, a89 ANY, a90 ANY, a91 ANY, a92 ANY, a93 ANY, a94 ANY, a95 ANY, a96 ANY,
    ref TEXT GENERATED ALWAYS AS (format('e-%08x', id & 4294967295)) VIRTUAL
) STRICT;
CREATE INDEX evaluation_form_session ON evaluation (form_id, session_id);
CREATE INDEX evaluation_session ON evaluation (session_id);

CREATE TABLE answer_text (
    evaluation_id INTEGER NOT NULL REFERENCES evaluation (id) ON DELETE CASCADE,
    -- That of the item.
    position INTEGER NOT NULL,
    text TEXT NOT NULL CONSTRAINT answer_text_is_not_empty CHECK (text <> ''),
    PRIMARY KEY (evaluation_id, position)
) STRICT, WITHOUT ROWID;

-- Before and after are matched within a session, or within the sessions of one parent event: the series. While matching
-- is open each element of a code stands here as a hash under the series' own key. Closing it deletes key and elements;
-- then only the pair's random number stays.
CREATE TABLE matching (
    session_id INTEGER PRIMARY KEY REFERENCES session (id) ON DELETE CASCADE,
    key BLOB,
    closed_on TEXT CONSTRAINT matching_closed_on_is_a_day CHECK (closed_on IS date(closed_on, '+0 days')),
    CONSTRAINT matching_has_a_key_while_open CHECK ((key IS NULL) = (closed_on IS NOT NULL))
) STRICT;

CREATE TABLE evaluation_element (
    evaluation_id INTEGER NOT NULL REFERENCES evaluation (id) ON DELETE CASCADE,
    -- The place among the elements of the code, from 1.
    position INTEGER NOT NULL,
    hash BLOB NOT NULL,
    PRIMARY KEY (evaluation_id, position)
) STRICT, WITHOUT ROWID;

-- What became of each evaluation that carried a code: 0 unmatched, 1 exact, 2 one element off, 3 ambiguous.
CREATE TABLE evaluation_match (
    evaluation_id INTEGER PRIMARY KEY REFERENCES evaluation (id) ON DELETE CASCADE,
    how INTEGER NOT NULL CONSTRAINT match_how_is_known CHECK (how BETWEEN 0 AND 3),
    pair INTEGER,
    CONSTRAINT match_has_a_pair_where_it_matched CHECK ((pair IS NULL) = (how = 0 OR how = 3))
) STRICT;
CREATE INDEX evaluation_match_pair ON evaluation_match (pair) WHERE pair IS NOT NULL;

-- What people undertook at a session, and what became of it at a follow-up: counts.
CREATE TABLE commitment (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    session_id INTEGER NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    made INTEGER CONSTRAINT commitment_made_is_a_count CHECK (made BETWEEN 0 AND 1000000),
    respondents INTEGER CONSTRAINT commitment_respondents_is_a_count CHECK (respondents BETWEEN 0 AND 1000000),
    followed_on TEXT CONSTRAINT commitment_followed_on_is_a_day CHECK (followed_on IS date(followed_on, '+0 days')),
    fully INTEGER CONSTRAINT commitment_fully_is_a_count CHECK (fully BETWEEN 0 AND 1000000),
    partly INTEGER CONSTRAINT commitment_partly_is_a_count CHECK (partly BETWEEN 0 AND 1000000),
    not_yet INTEGER CONSTRAINT commitment_not_yet_is_a_count CHECK (not_yet BETWEEN 0 AND 1000000),
    import_id INTEGER REFERENCES import (id),
    CONSTRAINT commitment_follow_up_has_a_day
        CHECK (followed_on IS NOT NULL
            OR (fully IS NULL AND partly IS NULL AND not_yet IS NULL)),
    CONSTRAINT commitment_follows_up_what_was_made
        CHECK (ifnull(fully, 0) + ifnull(partly, 0) + ifnull(not_yet, 0) <= made)
) STRICT;
CREATE UNIQUE INDEX commitment_once ON commitment (session_id, ifnull(followed_on, ''));

-- What a group answered to a reflexive question: codes, and how many said it. The words stay inside.
CREATE TABLE reflection (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    session_id INTEGER NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    question TEXT NOT NULL CONSTRAINT reflection_has_a_question CHECK (question <> ''),
    count INTEGER NOT NULL DEFAULT 1 CONSTRAINT reflection_is_a_count CHECK (count BETWEEN 0 AND 1000000),
    text TEXT,
    import_id INTEGER REFERENCES import (id)
) STRICT;
CREATE INDEX reflection_session ON reflection (session_id);

CREATE TABLE reflection_code (
    reflection_id INTEGER NOT NULL REFERENCES reflection (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    list TEXT NOT NULL,
    version TEXT NOT NULL,
    code TEXT NOT NULL,
    PRIMARY KEY (reflection_id, position),
    FOREIGN KEY (list, version, code) REFERENCES code (list, version, code)
) STRICT, WITHOUT ROWID;


-- Three forms that are there from the start, in words of our own (CC0) that nobody has validated. Their ids are of
-- origin 0. A form that was changed is another form: groundwork form export, then groundwork form add.
INSERT INTO form (id, ref, title, version, wave) VALUES
    (1, 'foundations-before', 'Foundations of Harm Reduction: before (our own items, not validated)', '1', 'before'),
    (2, 'foundations-after', 'Foundations of Harm Reduction: after (our own items, not validated)', '1', 'after'),
    (3, 'foundations-followup', 'Foundations of Harm Reduction: weeks later (our own items, not validated)', '1',
     'followup');

INSERT INTO form_item (form_id, position, code, kind, label, list, slot, scale, min, max, kirkpatrick, key) VALUES
    (1, 1, 'able_words', 'likert', 'I feel able to talk about drug use in words that put the person first.',
     'agree', 1, 'confidence', 1, 5, 2, NULL),
    (1, 2, 'able_listen', 'likert', 'I feel able to listen to somebody who uses drugs without judging them.',
     'agree', 2, 'confidence', 1, 5, 2, NULL),
    (1, 3, 'able_notice', 'likert',
     'I can name a way in which my organization could be stigmatizing people who use drugs.',
     'agree', 3, 'confidence', 1, 5, 2, NULL),
    (1, 4, 'risk', 'choices', 'Which of these can increase risk for harm?', 'risks', 4, NULL, NULL, NULL, 2,
     'drug set setting alone stigma'),

    (2, 1, 'relevant', 'likert', 'What we talked about matters for my work.', 'agree', 1, NULL, 1, 5, 1, NULL),
    (2, 2, 'welcome', 'likert', 'I felt welcome to take part, and free not to.', 'agree', 2, NULL, 1, 5, 1, NULL),
    (2, 3, 'clear', 'likert', 'The trainers explained things clearly.', 'agree', 3, NULL, 1, 5, 1, NULL),
    (2, 4, 'time', 'likert', 'This was worth my time.', 'agree', 4, NULL, 1, 5, 1, NULL),
    (2, 5, 'recommend', 'recommend', 'How likely are you to recommend this training to a colleague?',
     NULL, 5, NULL, 0, 10, 1, NULL),
    (2, 6, 'able_words', 'likert', 'I feel able to talk about drug use in words that put the person first.',
     'agree', 6, 'confidence', 1, 5, 2, NULL),
    (2, 7, 'able_listen', 'likert', 'I feel able to listen to somebody who uses drugs without judging them.',
     'agree', 7, 'confidence', 1, 5, 2, NULL),
    (2, 8, 'able_notice', 'likert',
     'I can name a way in which my organization could be stigmatizing people who use drugs.',
     'agree', 8, 'confidence', 1, 5, 2, NULL),
    (2, 9, 'risk', 'choices', 'Which of these can increase risk for harm?', 'risks', 9, NULL, NULL, NULL, 2,
     'drug set setting alone stigma'),
    (2, 10, 'resonates', 'resonates', 'Which principle resonates with you most?', 'principles of six', 10, NULL, NULL,
     NULL, NULL, NULL),
    (2, 11, 'challenges', 'challenges', 'Which principle challenges you most?', 'principles of six', 11, NULL, NULL,
     NULL, NULL, NULL),
    (2, 12, 'stigmatizing', 'reflection', 'How could you or your institution be stigmatizing people who use drugs?',
     NULL, NULL, NULL, NULL, NULL, 2, NULL),
    (2, 13, 'responding', 'reflection', 'How might people be responding to that?', NULL, NULL, NULL, NULL, NULL, 2, NULL),
    (2, 14, 'commitment_1', 'commitment', 'One thing that I will do, starting this week:', NULL, NULL, NULL, NULL, NULL,
     2, NULL),
    (2, 15, 'commitment_2', 'commitment', 'A second thing:', NULL, NULL, NULL, NULL, NULL, 2, NULL),
    (2, 16, 'commitment_3', 'commitment', 'A third thing:', NULL, NULL, NULL, NULL, NULL, 2, NULL),
    (2, 17, 'anything', 'text', 'Is there anything else that you would like to tell us?', NULL, NULL, NULL, NULL, NULL,
     NULL, NULL),

    (3, 1, 'done_1', 'choice', 'What became of the first thing that you meant to do?', 'done', 1, NULL, NULL, NULL, 3,
     NULL),
    (3, 2, 'done_2', 'choice', 'And of the second?', 'done', 2, NULL, NULL, NULL, 3, NULL),
    (3, 3, 'done_3', 'choice', 'And of the third?', 'done', 3, NULL, NULL, NULL, 3, NULL),
    (3, 4, 'changed_own', 'likert', 'I have changed something in how I do my work since the training.',
     'agree', 4, NULL, 1, 5, 3, NULL),
    (3, 5, 'changed_organization', 'likert', 'My organization has changed something since the training.',
     'agree', 5, NULL, 1, 5, 3, NULL),
    (3, 6, 'helped', 'text', 'What helped, and what got in the way?', NULL, NULL, NULL, NULL, NULL, 3, NULL);

INSERT INTO form_choice (form_id, position, list, place, name, label, value) VALUES
    (1, 1, 'agree', 1, '1', 'Strongly disagree', 1),
    (1, 2, 'agree', 2, '2', 'Disagree', 2),
    (1, 3, 'agree', 3, '3', 'Neither', 3),
    (1, 4, 'agree', 4, '4', 'Agree', 4),
    (1, 5, 'agree', 5, '5', 'Strongly agree', 5),
    (1, 6, 'risks', 1, 'drug', 'The drug: what is in it, and how much', 1),
    (1, 7, 'risks', 2, 'set', 'How somebody feels, and what they expect', 2),
    (1, 8, 'risks', 3, 'setting', 'Where somebody is, and with whom', 3),
    (1, 9, 'risks', 4, 'alone', 'Being alone', 4),
    (1, 10, 'risks', 5, 'stigma', 'Being judged when asking for help', 5);

INSERT INTO form_choice (form_id, position, list, place, name, label, value)
SELECT 2, position, list, place, name, label, value FROM form_choice WHERE form_id = 1
UNION ALL
SELECT 2, 10 + position, 'principles of six', position, code, title, position FROM code
WHERE list = 'principle' AND version = 'six'
UNION ALL
SELECT 3, position, list, place, name, label, value FROM form_choice WHERE form_id = 1 AND list = 'agree';

INSERT INTO form_choice (form_id, position, list, place, name, label, value) VALUES
    (3, 6, 'done', 1, 'fully', 'I did it', 1),
    (3, 7, 'done', 2, 'partly', 'I did some of it', 2),
    (3, 8, 'done', 3, 'not_yet', 'Not yet', 3),
    (3, 9, 'done', 4, 'none', 'I had not meant to do anything', 4);

INSERT INTO form_scale (form_id, position, code, title, scoring, min_valid, direction) VALUES
    (1, 1, 'confidence', 'Confidence (our own items, not validated)', 'mean', NULL, 'higher_is_better'),
    (2, 1, 'confidence', 'Confidence (our own items, not validated)', 'mean', NULL, 'higher_is_better');
