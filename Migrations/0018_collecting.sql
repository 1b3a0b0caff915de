-- Evaluations by code: while a collection is open, whoever has its code may return the form. What they send waits apart
-- from this file and comes in when the collection is closed, all of it at once.
CREATE TABLE collection (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    code TEXT NOT NULL CONSTRAINT collection_code_has_seven_letters
        CHECK (length(code) = 7 AND code NOT GLOB '*[^BCDFGHJKMNPQRTWXYZ]*'),
    session_id INTEGER NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    form_id INTEGER NOT NULL REFERENCES form (id),
    opened_on TEXT NOT NULL CONSTRAINT collection_opened_on_is_a_day CHECK (opened_on IS date(opened_on, '+0 days')),
    -- When it ends by itself.
    ends_at TEXT CONSTRAINT collection_ends_at_is_an_instant
        CHECK (ends_at IS strftime('%Y-%m-%dT%H:%M:%SZ', ends_at, '+0 days')),
    closed_on TEXT CONSTRAINT collection_closed_on_is_a_day CHECK (closed_on IS date(closed_on, '+0 days')),
    -- The name of the batch that its responses came in with: what was set aside under it is not read again.
    batch TEXT CONSTRAINT collection_batch_comes_with_closing CHECK (batch IS NULL OR closed_on IS NOT NULL)
) STRICT;
CREATE UNIQUE INDEX collection_code ON collection (code);
CREATE UNIQUE INDEX collection_open ON collection (session_id, form_id) WHERE closed_on IS NULL;
CREATE INDEX collection_form ON collection (form_id);
