-- Publications: folders of reports that were sent to somebody, with the figures that stood in them. They are what later
-- reports are held against, for corrections and so that no difference discloses a small count.

CREATE TABLE publication (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    ref TEXT NOT NULL CONSTRAINT publication_ref_fits CHECK (length(ref) BETWEEN 1 AND 80),
    -- To whom: a role or an organization, never a person's name.
    sent_to TEXT NOT NULL CONSTRAINT publication_is_sent_to_somebody CHECK (sent_to <> ''),
    sent_on TEXT NOT NULL CONSTRAINT publication_sent_on_is_a_day CHECK (sent_on IS date(sent_on, '+0 days')),
    period_from TEXT NOT NULL CONSTRAINT publication_period_from_is_a_day
        CHECK (period_from IS date(period_from, '+0 days')),
    period_to TEXT NOT NULL CONSTRAINT publication_period_to_is_a_day CHECK (period_to IS date(period_to, '+0 days')),
    as_of TEXT NOT NULL CONSTRAINT publication_as_of_is_a_day CHECK (as_of IS date(as_of, '+0 days')),
    profile TEXT NOT NULL,
    -- The SHA-256 of the folder's manifest, by which the folder is known again.
    manifest BLOB NOT NULL CONSTRAINT publication_manifest_is_a_digest CHECK (length(manifest) = 32),
    -- The last entry of the history that its figures were counted from.
    head_id INTEGER NOT NULL REFERENCES history (id),
    -- The bytes of its figures.json.
    figures TEXT NOT NULL,
    -- What a difference from an earlier one would disclose, where somebody sent it all the same.
    despite TEXT CONSTRAINT publication_despite_names_a_figure CHECK (despite <> '')
) STRICT;
CREATE UNIQUE INDEX publication_ref ON publication (ref COLLATE NOCASE, id >> 32);
CREATE UNIQUE INDEX publication_manifest ON publication (manifest);
CREATE INDEX publication_head ON publication (head_id);
