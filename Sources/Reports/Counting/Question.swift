package import Measures
package import SQLite

/// One statement that counts for every group at once; several metrics may conclude from the same one.
package struct Question: Sendable {
    /// Its name, unique among questions.
    package let name: String
    /// What it counts, in words that `--explain` prints.
    package let words: String
    /// The columns behind the group's key, in order; each whole and never NULL.
    package let columns: [Counted]
    /// The statement for a scope: `group_key`, then the columns.
    package let sql: @Sendable (Scope) -> SQL

    /// Asks, and answers by the key of the group; a group of which nothing was counted is absent.
    func answers(_ scope: Scope, in database: borrowing Database) throws -> [String: Counts] {
        var answers: [String: Counts] = [:]
        try database.forEach(sql(scope)) { row in
            var counts = Counts()
            for (index, column) in columns.enumerated() { counts[column] = try row[index + 1] }
            answers[try row.text(0)] = counts
        }
        return answers
    }
}

/// How a metric comes to its figure: the questions that are asked, and what is concluded from their counts.
package struct Counting: Sendable {
    /// What is asked.
    package let questions: [Question]
    /// The figure, before it is published.
    package let conclude: @Sendable (Counts) -> Figure

    /// Questions, and the figure that follows from their counts.
    package init(_ questions: Question..., conclude: @escaping @Sendable (Counts) -> Figure) {
        self.questions = questions
        self.conclude = conclude
    }

    /// A theme of which no record can be kept yet.
    package static let noRecords = Counting { _ in .notCollected }
}
