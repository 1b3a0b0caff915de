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
    /// Under what the rows are kept where the statement gives lengths of waiting: days, whether it is over, how many.
    package let waits: Counted?
    /// Whether its statement is asked for each month and quarter by itself, which is judged on its own last day, and not
    /// for all of them together.
    let isAskedByPiece: Bool
    /// The rows of the forms whose answers it reads, or of a form for before and the one for after whose pairs it reads.
    var forms: [Int64] = []
    /// The records that it counts, for `--explain`; nil where those of another question of the same figure, or the
    /// sessions, say it already.
    let evidence: Evidence?
    /// What every page says whose figures it counts.
    let pageRule: String?
    /// Answers from what questions share, or reads what no column of whole numbers holds; nil where the statement is to
    /// be run. The statement gives the same, from the same rows.
    let gather: (@Sendable (Basis, borrowing DatabaseReader) throws -> [String: Counts]?)?
    /// The statement for a scope: `group_key`, then the columns.
    package let sql: @Sendable (Scope) -> SQL

    init(
        name: String,
        words: String,
        columns: [Counted] = [],
        waits: Counted? = nil,
        isAskedByPiece: Bool = false,
        evidence: Evidence?,
        pageRule: String? = nil,
        gather: (@Sendable (Basis, borrowing DatabaseReader) throws -> [String: Counts]?)? = nil,
        sql: @escaping @Sendable (Scope) -> SQL
    ) {
        self.name = name
        self.words = words
        self.columns = columns
        self.waits = waits
        self.isAskedByPiece = isAskedByPiece
        self.evidence = evidence
        self.pageRule = pageRule
        self.gather = gather
        self.sql = sql
    }

    /// Asks, and answers by the key of the group; a group of which nothing was counted is absent.
    func answers(_ basis: Basis, in database: borrowing DatabaseReader) throws -> [String: Counts] {
        try gather?(basis, database) ?? counted(basis.scope, in: database)
    }

    /// What the statement counts, by the key of the group.
    func counted(_ scope: Scope, in database: borrowing DatabaseReader) throws -> [String: Counts] {
        var answers: [String: Counts] = [:]
        if isAskedByPiece, let pieces = scope.pieces {
            for (key, piece) in pieces { answers[key] = try counted(piece, in: database)[""] }
            return answers
        }
        try database.forEach(sql(scope)) { row in
            let key = try row.text(0)
            if let waits {
                answers[key, default: Counts()][waits: waits].add(
                    days: try row[1],
                    isOver: try row[2],
                    count: try row[3]
                )
            } else {
                var counts = Counts()
                for (index, column) in columns.enumerated() { counts[column] = try row[index + 1] }
                answers[key] = counts
            }
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
    /// The theme that it belongs to, where records of its own are counted and not sessions.
    package let theme: RecordTheme?

    /// Questions, and the figure that follows from their counts.
    package init(_ questions: Question..., conclude: @escaping @Sendable (Counts) -> Figure) {
        self.init(questions, conclude: conclude)
    }

    /// Questions, and the figure that follows from their counts.
    init(_ questions: [Question], conclude: @escaping @Sendable (Counts) -> Figure) {
        self.questions = questions
        self.conclude = conclude
        theme = nil
    }

    /// The same about records of a theme; without any record of the theme, nothing was collected.
    init(of theme: RecordTheme, _ questions: Question..., conclude: @escaping @Sendable (Counts) -> Figure) {
        self.questions = [theme.records] + questions
        self.theme = theme
        self.conclude = { counts in counts[theme.recorded] == 0 ? .notCollected : conclude(counts) }
    }

    /// A theme of which no record can be kept yet.
    package static let noRecords = Counting { _ in .notCollected }
}
