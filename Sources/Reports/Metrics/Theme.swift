import Measures
import Records
import SQLite

/// A theme: its metrics, and everything that is said of them where several themes stand on one page.
struct Theme: Sendable {
    /// One sentence of the scorecard; empty where there is nothing to say.
    typealias Sentence = @Sendable (Findings, Surroundings) -> String

    /// A part of what was measured, where a theme is named by its parts.
    struct Outcome: Sendable {
        /// What it is, in words that follow "Measured:".
        let words: String
        /// The metrics of which any, or any companion, is measured then.
        let metrics: [Metric]
    }

    /// Its heading on the scorecard.
    let title: String
    /// Level at which it belongs, which orders the scorecard.
    let level: Metric.Level
    /// Its metrics in the dictionary's order, companions behind theirs.
    let metrics: [Metric]
    /// Its lines on the scorecard.
    let lines: [ScorecardLine]
    /// Its sentences on the scorecard.
    let sentences: [Sentence]
    /// What those read beside the figures.
    var facts: [any SurroundingFact.Type] = []
    /// Whether the record has anything from which it could be measured.
    var isRecorded: @Sendable (Surroundings) -> Bool = { _ in true }
    /// The parts by which it is named among what was measured; empty for a theme that is named as a whole.
    var outcomes: [Outcome] = []
    /// What its records may lack.
    let gaps: [Gap]
    /// The kinds of record that its figures are counted from.
    let kinds: Set<Noun>

    /// Every theme, in the order of the catalogue.
    static let all: [Theme] = [
        .organizations, .training, .evaluations, .feedback, .practices, .hiring, .boards, .activities,
    ]

    /// Every theme, in the order organizational, community, individual.
    static let byLevel = Metric.Level.scorecard.flatMap { level in all.filter { $0.level == level } }
}

extension Metric.Level {
    /// The levels in the order of the scorecard.
    fileprivate static let scorecard: [Metric.Level] = [.organizational, .community, .individual]
}
