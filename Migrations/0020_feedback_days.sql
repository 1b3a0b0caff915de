-- What becomes of an item of feedback has days of its own, and an item keeps the target days that its outlet had when it
-- came: what somebody records or sets today changes nothing that was reported before.

ALTER TABLE feedback ADD COLUMN told_on TEXT
    CONSTRAINT feedback_told_on_is_a_day CHECK (told_on IS date(told_on, '+0 days'))
    CONSTRAINT feedback_is_told_in_some_way CHECK (told_on IS NULL OR told IS NOT NULL)
    CONSTRAINT feedback_is_told_once_answered CHECK (told_on >= answered_on);
ALTER TABLE feedback ADD COLUMN changed_on TEXT
    CONSTRAINT feedback_changed_on_is_a_day CHECK (changed_on IS date(changed_on, '+0 days'))
    CONSTRAINT feedback_changed_something CHECK (changed_on IS NULL OR ifnull(led_to_change, 0) = 1)
    CONSTRAINT feedback_changed_something_after_it_came CHECK (changed_on >= received_on);
ALTER TABLE feedback ADD COLUMN acknowledge_days INTEGER
    CONSTRAINT feedback_acknowledge_days_fit CHECK (acknowledge_days BETWEEN 0 AND 3660);
ALTER TABLE feedback ADD COLUMN resolve_days INTEGER
    CONSTRAINT feedback_resolve_days_fit CHECK (resolve_days BETWEEN 0 AND 3660);
ALTER TABLE feedback ADD COLUMN working_days INTEGER
    CONSTRAINT feedback_working_days_is_yes_or_no CHECK (working_days BETWEEN 0 AND 1);

-- Until now people were told, and something was changed, on the day of the answer as far as anybody knew.
UPDATE feedback SET
    told_on = CASE WHEN told IS NOT NULL THEN answered_on END,
    changed_on = CASE WHEN led_to_change = 1 THEN answered_on END,
    acknowledge_days = (SELECT ifnull(outlet.acknowledge_days, 5) FROM outlet WHERE outlet.id = feedback.outlet_id),
    resolve_days = (SELECT ifnull(outlet.resolve_days, 30) FROM outlet WHERE outlet.id = feedback.outlet_id),
    working_days = (SELECT ifnull(outlet.working_days, 0) FROM outlet WHERE outlet.id = feedback.outlet_id);
