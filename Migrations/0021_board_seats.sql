-- Seats, quorum and meetings a year are those of a day. A board's own row is its first state, from `since_on` or from
-- always; each row here begins a later one, in which what is NULL stays as it was.

ALTER TABLE board ADD COLUMN since_on TEXT
    CONSTRAINT board_since_on_is_a_day CHECK (since_on IS date(since_on, '+0 days'));
ALTER TABLE meeting ADD COLUMN filled_seats INTEGER
    CONSTRAINT meeting_filled_seats_are_a_count CHECK (filled_seats >= 0);

CREATE TABLE board_seats (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    board_id INTEGER NOT NULL REFERENCES board (id) ON DELETE CASCADE,
    starts_on TEXT NOT NULL CONSTRAINT board_seats_starts_on_is_a_day CHECK (starts_on IS date(starts_on, '+0 days')),
    seats INTEGER CONSTRAINT board_seats_are_counted CHECK (seats >= 0),
    voting_seats INTEGER CONSTRAINT board_seats_that_vote_are_counted CHECK (voting_seats >= 0),
    designated_seats INTEGER CONSTRAINT board_seats_that_are_designated_are_counted CHECK (designated_seats >= 0),
    filled_seats INTEGER CONSTRAINT board_seats_that_are_filled_are_counted CHECK (filled_seats >= 0),
    designated_filled INTEGER
        CONSTRAINT board_seats_that_are_designated_and_filled_are_counted CHECK (designated_filled >= 0),
    quorum INTEGER CONSTRAINT board_seats_quorum_is_a_count CHECK (quorum >= 1),
    meetings_per_year INTEGER
        CONSTRAINT board_seats_meetings_per_year_fit CHECK (meetings_per_year BETWEEN 0 AND 366),
    import_id INTEGER REFERENCES import (id),
    CONSTRAINT board_seats_say_something CHECK (
        coalesce(seats, voting_seats, designated_seats, filled_seats, designated_filled, quorum, meetings_per_year)
            IS NOT NULL
    ),
    CONSTRAINT board_seats_designated_are_filled CHECK (designated_filled <= filled_seats),
    CONSTRAINT board_seats_filled_are_seats CHECK (filled_seats <= seats)
) STRICT;
CREATE UNIQUE INDEX board_seats_once ON board_seats (board_id, starts_on);
