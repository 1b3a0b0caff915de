-- What may be printed of an item of feedback: a wording that the team wrote or confirmed for everybody, with the answer that
-- stands beside it. The item's own words and the answer to its giver stay with the team.

ALTER TABLE feedback ADD COLUMN may_post INTEGER
    CONSTRAINT feedback_may_post_is_yes_or_no CHECK (may_post BETWEEN 0 AND 1);

ALTER TABLE feedback ADD COLUMN public_answer TEXT
    CONSTRAINT feedback_public_answer_has_words CHECK (public_answer <> '');

ALTER TABLE feedback ADD COLUMN public_wording TEXT
    CONSTRAINT feedback_public_wording_has_words CHECK (public_wording <> '')
    CONSTRAINT feedback_is_public_with_its_answer CHECK ((public_wording IS NULL) = (public_answer IS NULL))
    CONSTRAINT feedback_is_public_once_answered CHECK (public_wording IS NULL OR answered_on IS NOT NULL)
    CONSTRAINT feedback_is_public_where_its_giver_agrees CHECK (public_wording IS NULL OR ifnull(may_post, 1) = 1);
