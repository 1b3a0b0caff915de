-- What a form asked for that may be sent twice: the id of the form, hashed, and the entry that it made. It is kept in the
-- change's own transaction, so that the same form sent again finds what it did before, after a crash too.
CREATE TABLE request (
    form BLOB PRIMARY KEY CONSTRAINT request_form_is_a_digest CHECK (length(form) = 32),
    history_id INTEGER NOT NULL REFERENCES history (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX request_history ON request (history_id);
