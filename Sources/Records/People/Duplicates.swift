import SQLite

/// Two people who may be one, and why one may think so.
package struct LikelyDuplicate: Equatable, Sendable {
    /// The one of the lower row id, so that a pair comes up one way round only.
    package let first: Found
    /// The one of the higher row id.
    package let second: Found
    /// "same e-mail", "same name, same organization".
    package let reason: String
}

extension Store {
    /// Pairs of people who may be one, those with a shared e-mail first; never a pair that was said to be two.
    package func likelyDuplicates() throws -> [LikelyDuplicate] {
        try database.all(
            """
            SELECT a.id, a.ref, b.id, b.ref, min(pair.rank),
                CASE min(pair.rank) WHEN 1 THEN 'same e-mail' WHEN 2 THEN 'same name, same organization'
                    ELSE 'same name, one without an organization' END
            FROM (
                SELECT a.id AS first, b.id AS second, 1 AS rank FROM person AS a
                    JOIN person AS b ON b.email = a.email COLLATE NOCASE AND b.id > a.id
                    WHERE a.email IS NOT NULL
                UNION ALL
                SELECT a.id, b.id, 2 FROM person AS a
                    JOIN person AS b ON b.name = a.name COLLATE NOCASE AND b.organization_id IS a.organization_id \
                    AND b.id > a.id
                    WHERE a.name IS NOT NULL
                UNION ALL
                SELECT min(a.id, b.id), max(a.id, b.id), 3 FROM person AS a
                    JOIN person AS b ON b.name = a.name COLLATE NOCASE AND b.organization_id IS NULL
                    WHERE a.name IS NOT NULL AND a.organization_id IS NOT NULL
            ) AS pair
            JOIN person AS a ON a.id = pair.first AND a.merged_into_id IS NULL
            JOIN person AS b ON b.id = pair.second AND b.merged_into_id IS NULL
            WHERE NOT EXISTS (SELECT 1 FROM person_distinct AS d WHERE d.person_id = a.id AND d.other_id = b.id)
            GROUP BY a.id, b.id ORDER BY min(pair.rank), a.ref, b.ref
            """
        ) { row in
            LikelyDuplicate(
                first: Found(id: try row[0], ref: try row[1]),
                second: Found(id: try row[2], ref: try row[3]),
                reason: try row[5]
            )
        }
    }

    /// Remembers that two people who look alike are two.
    package func keepApart(_ one: Found, _ other: Found) throws {
        guard one.id != other.id else {
            throw RecordError.refused("\(one.ref) and \(other.ref) are the same person", advice: nil)
        }
        try database.execute(
            """
            INSERT OR IGNORE INTO person_distinct (person_id, other_id)
            VALUES (\(min(one.id, other.id)), \(max(one.id, other.id)))
            """
        )
    }
}
