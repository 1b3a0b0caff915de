import Measures

/// Where pages show a metric, and what they say beside its figure.
struct Display: Sendable {
    /// Where it is shown.
    enum Extent: Sendable, Hashable {
        /// For the whole and for each group.
        case everywhere
        /// For the whole only, as one of many companions.
        case wholeOnly
        /// For the whole only, and only where it has a value.
        case whereKnown
        /// For the whole only, and not in the table of figures: another row has it already.
        case inAnotherRow
    }

    /// Where it is shown.
    var extent = Extent.everywhere
    /// What it is held against where nobody has set a target.
    var yardstick: Yardstick?
    /// What a scorecard says beside it: what its range or its share is made of. Asked for a figure with a value.
    var note: (@Sendable (Finding, Findings, Surroundings) -> String)?
}

/// What holds for everybody who has set nothing else.
struct Yardstick: Sendable {
    /// What of the record it is read from; nil where it always is the same.
    let fact: (any SurroundingFact.Type)?
    /// Whether every page says it in the note of the figure, and not the scorecard alone.
    let isNoted: Bool
    /// In words, each once.
    let words: @Sendable (Surroundings) -> [String]

    /// The same for every record.
    init(_ words: String) {
        fact = nil
        isNoted = false
        self.words = { _ in [words] }
    }

    /// One that a record sets.
    init<Fact: SurroundingFact>(_ fact: Fact.Type, isNoted: Bool = false, words: @escaping @Sendable (Fact) -> [String])
    {
        self.fact = fact
        self.isNoted = isNoted
        self.words = { surroundings in surroundings[fact].map(words) ?? [] }
    }
}

extension Metric {
    /// Whether a page shows it for the whole only.
    var isForWholeOnly: Bool { display.extent != .everywhere }

    /// The same metric, for the whole only.
    var forWholeOnly: Metric { with(\.display.extent, .wholeOnly) }

    /// The same metric with what a scorecard says beside it.
    func noted(_ note: @escaping @Sendable (Finding, Findings, Surroundings) -> String) -> Metric {
        with(\.display.note, note)
    }

    /// The same metric, held against what holds for everybody who has set nothing else.
    func held(against yardstick: Yardstick) -> Metric { with(\.display.yardstick, yardstick) }
}
