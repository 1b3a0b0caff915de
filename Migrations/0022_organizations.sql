-- What organizations report about themselves: who reported it, and whether they may be named.

-- Whether what it reports about itself may stand beside its name outside the team.
ALTER TABLE organization ADD COLUMN named INTEGER
    CONSTRAINT organization_named_is_yes_or_no CHECK (named BETWEEN 0 AND 1);

-- Who reported it: those who lead the organization, its staff, people who use its services, or we observed it.
ALTER TABLE profile ADD COLUMN reported_by TEXT
    CONSTRAINT profile_reported_by_is_known
    CHECK (reported_by = 'leadership' OR reported_by = 'staff' OR reported_by = 'participants' OR reported_by = 'observed');
DROP INDEX profile_organization_day;
CREATE UNIQUE INDEX profile_once ON profile (organization_id, as_of, ifnull(reported_by, ''));

-- "None of them" is an answer too, and no code of any list.
INSERT OR IGNORE INTO code_list (list, version, title) VALUES ('none', '1', 'None of a list');
INSERT OR IGNORE INTO code (list, version, position, code, title) VALUES ('none', '1', 1, 'none', 'None');
