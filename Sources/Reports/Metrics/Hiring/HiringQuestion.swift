import SQLite

extension Counted {
    static let authorized = Counted(rawValue: "authorized")
    static let filled = Counted(rawValue: "filled")
    static let authorizedHundredths = Counted(rawValue: "authorized_hundredths")
    static let filledHundredths = Counted(rawValue: "filled_hundredths")
    /// Positions of which nobody knows since when there have been any: without an authorization, and not filled so far.
    static let positionsUndated = Counted(rawValue: "positions_undated")
    static let withoutHundredths = Counted(rawValue: "without_hundredths")
    static let capacities = Counted(rawValue: "capacities")
    static let hired = Counted(rawValue: "hired")
    static let retained = Counted(rawValue: "retained")
    static let hiredUnsaid = Counted(rawValue: "hired_unsaid")
}

extension RecordTheme {
    /// Designated positions.
    static let hiring = RecordTheme("hiring_records", "designated positions", isOfProgram: true) { _ in
        "SELECT organization_id FROM position"
    }

    /// Criteria of fair treatment at work: those coded with the strategy of hiring.
    static let fairTreatment = RecordTheme("fair_treatment_records", "fair treatment at work") { _ in
        """
        SELECT organization_id FROM assessment
        WHERE EXISTS (
            SELECT 1 FROM criterion WHERE criterion.assessment_id = assessment.id AND \(isAboutHiring)
        )
        """
    }

    /// The term over `criterion` for those coded with the strategy of hiring.
    static let isAboutHiring: SQL = """
        EXISTS (
            SELECT 1 FROM criterion_code AS coded
            WHERE coded.criterion_id = criterion.id AND coded.list = 'strategy'
                AND coded.code = 'hiring-people-who-use-drugs'
        )
        """
}

extension Scope {
    /// The clause `place`: a row per position that is not closed on the reference day and authorized by then, or of which
    /// nobody knows since when it is: it has no authorization and was not filled by then.
    var positions: SQL {
        """
        place AS (
            SELECT
                \(key(ofDay: nil)) AS group_key, fact.*,
                ifnull(authorized_on <= \(referenceDay), false) AS is_authorized,
                EXISTS (
                    SELECT 1 FROM position_filling AS filling
                    WHERE filling.position_id = fact.id AND filling.filled_from <= \(referenceDay)
                        AND (filling.filled_to IS NULL OR filling.filled_to >= \(referenceDay))
                ) AS is_filled
            FROM position_fact AS fact
            WHERE (is_undated OR authorized_on <= \(referenceDay))
                AND (closed_on IS NULL OR closed_on > \(referenceDay)) AND \(isOfProgram("organization_id"))
        )
        """
    }
}

extension Question {
    /// Positions as they are on the reference day.
    static let positions = Question(
        name: "positions",
        words: """
            Designated positions that are authorized and not closed on the reference day, and how many are filled on \
            that day. The last day of a term counts as filled. A position without an authorization date counts from \
            its first filling; until then it is missing. Without an organization, these are the program's own positions.
            """,
        columns: [
            .authorized, .filled, .authorizedHundredths, .filledHundredths, .withoutHundredths, .capacities,
            .positionsUndated,
        ],
        evidence: .positions
    ) { scope in
        """
        WITH \(scope.positions)
        SELECT
            group_key,
            count(*) FILTER (WHERE is_authorized) AS authorized,
            count(*) FILTER (WHERE is_authorized AND is_filled) AS filled,
            ifnull(sum(fte_hundredths) FILTER (WHERE is_authorized), 0) AS authorized_hundredths,
            ifnull(sum(fte_hundredths) FILTER (WHERE is_authorized AND is_filled), 0) AS filled_hundredths,
            count(*) FILTER (WHERE is_authorized AND fte_hundredths IS NULL) AS without_hundredths,
            count(DISTINCT capacity) FILTER (WHERE is_authorized) AS capacities,
            count(*) FILTER (WHERE NOT is_authorized) AS positions_undated
        FROM place
        GROUP BY group_key
        """
    }

    /// Terms in paid positions that began a year ago or longer.
    static let terms = Question(
        name: "terms",
        words: """
            Terms in paid designated positions that began at least a year before the reference day, and how many \
            lasted a year. Each term is one worker's. Unpaid terms are left out, and so are terms where pay is not \
            recorded. Without an organization, these are terms in the program's own positions.
            """,
        columns: [.hired, .retained, .hiredUnsaid],
        evidence: .positions
    ) { scope in
        """
        SELECT
            \(scope.key(ofDay: nil)) AS group_key,
            count(*) FILTER (WHERE position.paid) AS hired,
            count(*) FILTER (
                WHERE position.paid AND (filled_to IS NULL OR filled_to >= date(filled_from, '+1 year'))
            ) AS retained,
            count(*) FILTER (WHERE position.paid IS NULL) AS hired_unsaid
        FROM position CROSS JOIN position_filling AS filling ON filling.position_id = position.id
        WHERE date(filled_from, '+1 year') <= \(scope.referenceDay) AND \(scope.isOfProgram("organization_id"))
        GROUP BY group_key
        """
    }
}
