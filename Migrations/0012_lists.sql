-- The field's own lists, versioned, and the first course. Rows that ship with Groundwork have ids of origin 0.

INSERT INTO code_list (list, version, title) VALUES
    ('level', '1', 'Levels at which stigma is dismantled'),
    ('strategy', '1', 'Strategies for dismantling stigma'),
    ('form', '1', 'Forms of stigma'),
    ('element', '1', 'Key elements of stigma'),
    ('intersects', '1', 'What stigma intersects with'),
    ('principle', 'six', 'Six principles of harm reduction'),
    ('principle', 'six-earlier', 'Six principles of harm reduction, earlier wording'),
    ('principle', 'eight', 'Eight principles of harm reduction'),
    ('principle', 'local', 'A local list of principles'),
    ('service', '1', 'Harm-reduction services'),
    ('capacity', '1', 'Capacities in which people with lived or living experience are employed'),
    ('ingredient', 'own', 'Ingredients of a contact-based training'),
    ('ingredient', 'published', 'Ingredients of a contact-based training, as published for mental-illness programs');

INSERT INTO code (list, version, position, code, title) VALUES
    ('level', '1', 1, 'organizational', 'Organizational'),
    ('level', '1', 2, 'community', 'Community'),
    ('level', '1', 3, 'individual', 'Individual');

INSERT INTO code (list, version, position, code, title, parent) VALUES
    ('strategy', '1', 1, 'training-and-education', 'Training and education', 'organizational'),
    ('strategy', '1', 2, 'outlets-for-feedback', 'Outlets for feedback', 'organizational'),
    ('strategy', '1', 3, 'assessment-of-practices', 'Assessment of practices', 'organizational'),
    ('strategy', '1', 4, 'hiring-people-who-use-drugs', 'Hiring people who use drugs', 'organizational'),
    ('strategy', '1', 5, 'participant-advisory-boards', 'Participant advisory boards', 'community'),
    ('strategy', '1', 6, 'awareness-campaigns', 'Awareness campaigns', 'community'),
    ('strategy', '1', 7, 'policy-and-advocacy', 'Policy and advocacy', 'community'),
    ('strategy', '1', 8, 'events-and-collaboration-with-partners', 'Events and collaboration with partners',
     'community'),
    ('strategy', '1', 9, 'language', 'Language', 'individual'),
    ('strategy', '1', 10, 'relationships-honesty-and-authenticity', 'Relationships, honesty and authenticity',
     'individual'),
    ('strategy', '1', 11, 'disclosure-and-dialogue', 'Disclosure and dialogue', 'individual'),
    ('strategy', '1', 12, 'education-and-personal-development', 'Education and personal development', 'individual');

INSERT INTO code (list, version, position, code, title) VALUES
    ('form', '1', 1, 'individuals', 'Stigma from individuals'),
    ('form', '1', 2, 'institutional', 'Institutional stigma'),
    ('form', '1', 3, 'self', 'Self-stigma'),
    ('form', '1', 4, 'association', 'Stigma by association'),

    ('element', '1', 1, 'blame', 'Blame and moral judgement'),
    ('element', '1', 2, 'criminalize', 'Criminalize'),
    ('element', '1', 3, 'pathologize', 'Pathologize and patronize'),
    ('element', '1', 4, 'fear', 'Fear and isolation'),

    ('intersects', '1', 1, 'racialized-drug-policy', 'Racialized drug policy'),
    ('intersects', '1', 2, 'racism', 'Racism'),
    ('intersects', '1', 3, 'criminalization', 'Criminalization'),
    ('intersects', '1', 4, 'poverty', 'Poverty and class'),
    ('intersects', '1', 5, 'sex-based-discrimination', 'Sex-based discrimination'),
    ('intersects', '1', 6, 'gender-and-sexuality', 'Gender and sexuality'),
    ('intersects', '1', 7, 'sex-work', 'Sex work'),
    ('intersects', '1', 8, 'housing', 'Housing'),
    ('intersects', '1', 9, 'social-isolation', 'Social isolation'),
    ('intersects', '1', 10, 'past-trauma', 'Past trauma'),

    ('principle', 'six', 1, 'health-and-dignity', 'Health and dignity'),
    ('principle', 'six', 2, 'participant-centered', 'Participant-centered services'),
    ('principle', 'six', 3, 'involvement', 'Participant involvement'),
    ('principle', 'six', 4, 'autonomy', 'Participant autonomy'),
    ('principle', 'six', 5, 'sociocultural', 'Sociocultural factors'),
    ('principle', 'six', 6, 'pragmatism', 'Pragmatism and realism'),

    ('principle', 'six-earlier', 1, 'health-and-dignity', 'Health and dignity'),
    ('principle', 'six-earlier', 2, 'participant-centered', 'Services centered on participants'),
    ('principle', 'six-earlier', 3, 'involvement', 'Involvement of participants'),
    ('principle', 'six-earlier', 4, 'autonomy', 'Autonomy of participants'),
    ('principle', 'six-earlier', 5, 'sociocultural', 'Social and cultural factors'),
    ('principle', 'six-earlier', 6, 'pragmatism', 'Pragmatism and realism'),

    ('principle', 'eight', 1, 'accepts', 'Drug use is part of our world: reduce its harms'),
    ('principle', 'eight', 2, 'quality-of-life', 'Quality of life and well-being is the measure'),
    ('principle', 'eight', 3, 'voice', 'A real voice in programs and policies'),
    ('principle', 'eight', 4, 'inequities', 'Social inequities shape vulnerability and capacity'),
    ('principle', 'eight', 5, 'complexity', 'Drug use is complex and a continuum'),
    ('principle', 'eight', 6, 'non-coercive', 'Services without judgment or coercion'),
    ('principle', 'eight', 7, 'agents', 'People who use drugs are the primary agents'),
    ('principle', 'eight', 8, 'realism', 'Real harm and danger are not played down'),

    ('principle', 'local', 1, 'people', 'People are people'),
    ('principle', 'local', 2, 'inclusive', 'Inclusive of everybody'),
    ('principle', 'local', 3, 'outcomes', 'Better outcomes, whatever the goal'),
    ('principle', 'local', 4, 'no-coercion', 'Free of coercion'),
    ('principle', 'local', 5, 'seat-at-the-table', 'A seat at the table'),
    ('principle', 'local', 6, 'empowerment', 'Empowerment'),
    ('principle', 'local', 7, 'realities', 'The realities that people live in'),
    ('principle', 'local', 8, 'language', 'Language without judgment'),
    ('principle', 'local', 9, 'honest-about-harm', 'Honest about harm'),

    ('service', '1', 1, 'syringe-access', 'Syringe access and disposal'),
    ('service', '1', 2, 'safer-use-supplies', 'Safer drug use supplies'),
    ('service', '1', 3, 'overdose-prevention', 'Overdose prevention'),
    ('service', '1', 4, 'safer-sex', 'Safer sex materials'),
    ('service', '1', 5, 'moud', 'Medication for opioid use disorder'),
    ('service', '1', 6, 'safer-consumption', 'Safer consumption services'),
    ('service', '1', 7, 'drop-in', 'Drop-in centers'),
    ('service', '1', 8, 'housing-first', 'Housing First'),
    ('service', '1', 9, 'referrals', 'Referrals'),

    ('capacity', '1', 1, 'direct-service', 'Direct service'),
    ('capacity', '1', 2, 'outreach', 'Outreach'),
    ('capacity', '1', 3, 'training', 'Training'),
    ('capacity', '1', 4, 'evaluation', 'Evaluation'),
    ('capacity', '1', 5, 'supervision', 'Supervision'),
    ('capacity', '1', 6, 'management', 'Management'),
    ('capacity', '1', 7, 'governance', 'Governance'),

    ('ingredient', 'own', 1, 'own-life', 'A speaker tells of their own life'),
    ('ingredient', 'own', 2, 'several-contacts', 'Several forms of contact'),
    ('ingredient', 'own', 3, 'say-and-do', 'What to say and do'),
    ('ingredient', 'own', 4, 'myths', 'Myths are met with facts'),
    ('ingredient', 'own', 5, 'facilitator', 'A facilitator who is warm and centers people'),
    ('ingredient', 'own', 6, 'agents', 'People who use drugs are shown as agents of change in their own lives'),

    ('ingredient', 'published', 1, 'testimony', 'Personal testimony'),
    ('ingredient', 'published', 2, 'multiple-contacts', 'Multiple forms of social contact'),
    ('ingredient', 'published', 3, 'behavior', 'Focus on behavior change'),
    ('ingredient', 'published', 4, 'myth-busting', 'Myth-busting'),
    ('ingredient', 'published', 5, 'enthusiasm', 'An enthusiastic facilitator'),
    ('ingredient', 'published', 6, 'recovery', 'Recovery emphasized');

INSERT INTO course (id, ref, title, edition, minutes, completion, valid_months) VALUES
    (1, 'foundations', 'Foundations of Harm Reduction', NULL, 120, NULL, NULL);

INSERT INTO course_topic (course_id, position, title) VALUES
    (1, 1, 'Introductions and group agreements'),
    (1, 2, 'Why do people use drugs?'),
    (1, 3, 'The continuum of use'),
    (1, 4, 'What is harm reduction?'),
    (1, 5, 'Principles of harm reduction'),
    (1, 6, 'Resonate and challenge'),
    (1, 7, 'Risk, set, setting'),
    (1, 8, 'Forms and key elements of stigma'),
    (1, 9, 'Harm-reduction services'),
    (1, 10, 'Reflexive practice'),
    (1, 11, 'Closing, questions and evaluation');
