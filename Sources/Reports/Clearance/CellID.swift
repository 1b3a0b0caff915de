import Measures

/// What is printed, by what it is and never by its words: two rows that read alike stay two.
enum CellID: Hashable, Sendable {
    /// The figure of a metric.
    case metric(MetricID)
    /// A number in a table beside the figures.
    case detail(DetailID, row: [RowKey], column: ColumnKey)

    /// Whether it is the figure of a metric.
    var isFigure: Bool {
        if case .metric = self { return true }
        return false
    }
}

/// A table beside the figures that holds numbers about people.
enum DetailID: String, Hashable, Sendable {
    case answers, followup, scales, waves, hands
    case openCommitments, reflectionCodes, feedbackCodes, recommendationCodes
}

/// What a row of such a table is about.
enum RowKey: Hashable, Sendable {
    /// A code of a list, of an item or of a scale.
    case code(String)
    /// A record, by its row.
    case record(Int64)
    /// What somebody typed, without regard to case.
    case typed(String)
}

/// Which number of such a row.
enum ColumnKey: Hashable, Sendable {
    /// A column of the table, by its key.
    case column(String)
    /// How many gave one of several answers that can be given together, by its place.
    case option(Int)
    /// How often each answer was given.
    case distribution
    /// Answers in the most favorable categories.
    case favorable
    /// Answers that are no number.
    case unscored
}

/// A number that a cell discloses: a part of its figure.
struct Quantity: Hashable, Sendable {
    let cell: CellID
    let part: Figure.Part
}
