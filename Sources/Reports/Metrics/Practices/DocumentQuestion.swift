import Records
import SQLite

extension Counted {
    static let documentWords = Counted(rawValue: "document_words")
    static let documentFlags = Counted(rawValue: "document_flags")
}

extension RecordTheme {
    /// Documents whose words were reviewed by the reference day.
    static let documents = RecordTheme("document_records", "reviewed documents") { scope in
        "SELECT organization_id FROM document WHERE reviewed_on <= \(scope.referenceDay)"
    }
}

extension Question {
    /// The latest review of each document in the period.
    static let documents = Question(
        name: "reviewed documents",
        words: """
            Documents whose words were reviewed in the period. Of each document the latest review of the period counts.
            """,
        columns: [.documentWords, .documentFlags],
        evidence: Evidence(columns: ["reviewed", "organization", "words", "flags"]) { scope in
            """
            SELECT reviewed_on, organization.ref, words, flags FROM document
            CROSS JOIN organization ON organization.id = document.organization_id
            WHERE \(scope.hasCome("reviewed_on")) AND \(scope.isOf("organization_id"))
            ORDER BY reviewed_on, document.id
            """
        }
    ) { scope in
        """
        WITH latest AS MATERIALIZED (
            SELECT \(scope.key(ofDay: "reviewed_on")) AS group_key, organization_id, title, words, flags,
                max(reviewed_on) AS reviewed_on
            FROM document
            WHERE \(scope.hasCome("reviewed_on")) AND \(scope.isOf("organization_id"))
            GROUP BY group_key, organization_id, lower(title)
        )
        SELECT group_key, sum(words) AS document_words, sum(flags) AS document_flags FROM latest GROUP BY group_key
        """
    }
}
