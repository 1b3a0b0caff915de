import Measures
import Records

/// What was answered to one form in one group: how often each answer was given, and the scores of its scales.
///
/// It holds no answer of one person beside another of the same person.
struct FormAnswers: Sendable, Hashable {
    /// What was answered to one item.
    struct Item: Sendable, Hashable {
        /// How often each whole number of the item's range was given, or each of several choices was ticked.
        var bins: [Int]
        /// How often it was answered with a number.
        var answered = 0
        /// How often with a choice that is no number, such as "does not apply".
        var unscored = 0
        /// How often right, where it has a key.
        var right = 0
        /// The numbers themselves, where they are not told apart by bins.
        var values: [Double] = []
    }

    /// How many forms came back.
    private(set) var returned = 0
    /// How many of them came from sessions whose attendees are counted, by how far they go.
    private(set) var complete = 0
    private(set) var partial = 0
    private(set) var refused = 0
    /// How many of all are returned: at least half of what was asked is answered.
    private(set) var returnedInFull = 0
    private(set) var items: [Item]
    private(set) var scores: [ScaleScores]
    private(set) var anyOf: [AnyOf]
    /// Over the statements of all its scales that ask whether any holds.
    private(set) var anyAtAll: AnyOf
    /// By place of the scale, its items beside each other; of scales that have a score.
    private(set) var alphas: [Int: CronbachAlpha]
    private(set) var clusters: Clusters

    /// What was counted of rated items at each session.
    struct Clusters: Sendable, Hashable {
        /// The places of the items among the columns.
        let places: [Int]
        fileprivate(set) var sessions: [Int64]
        /// By session, for each item how many answered and how many favorably.
        fileprivate(set) var counts: [Int32]

        /// By session, how many answered the item at this place, and how many favorably.
        func of(_ place: Int) -> [(session: Int64, n: Int, favorable: Int)] {
            guard let item = places.firstIndex(of: place) else { return [] }
            return sessions.enumerated().map { index, session in
                let slot = (index * places.count + item) * 2
                return (session, Int(counts[slot]), Int(counts[slot + 1]))
            }
        }
    }

    /// - Parameters:
    ///   - counted: forms of trainings whose attendees are counted, by how far they go.
    ///   - all: all forms, by how far they go.
    init(
        returned: Int,
        counted: [ResponseRate.Completeness: Int],
        all: [ResponseRate.Completeness: Int],
        items: [Item],
        scores: [ScaleScores],
        anyOf: [AnyOf],
        anyAtAll: AnyOf,
        alphas: [Int: CronbachAlpha],
        clusters: Clusters
    ) {
        self.returned = returned
        (self.items, self.scores, self.anyOf, self.anyAtAll) = (items, scores, anyOf, anyAtAll)
        (self.alphas, self.clusters) = (alphas, clusters)
        (complete, partial) = (counted[.complete] ?? 0, counted[.partial] ?? 0)
        refused = counted[.refused] ?? 0
        returnedInFull = (all[.complete] ?? 0) + (all[.partial] ?? 0)
    }

    /// Takes what was answered to the same form elsewhere together with this.
    mutating func add(_ other: FormAnswers) {
        returned += other.returned
        complete += other.complete
        partial += other.partial
        refused += other.refused
        returnedInFull += other.returnedInFull
        alphas.merge(other.alphas) { one, more in
            var both = one
            both.add(more)
            return both
        }
        clusters.sessions += other.clusters.sessions
        clusters.counts += other.clusters.counts
        for place in items.indices { items[place].add(other.items[place]) }
        for place in scores.indices { scores[place].add(other.scores[place]) }
        for place in anyOf.indices { anyOf[place].add(other.anyOf[place]) }
        anyAtAll.add(other.anyAtAll)
    }

    /// How many forms lack an answer to the item at this place.
    func blank(_ place: Int) -> Int { returned - items[place].answered - items[place].unscored }

    /// The Likert answers of the item at this place, as they were given.
    func likert(_ place: Int, _ column: FormPlan.Column) -> Likert? {
        guard let range = column.likert ?? (column.item.kind == .recommend ? column.range : nil) else { return nil }
        var likert = Likert(range)
        for (offset, count) in items[place].bins.enumerated() { likert.add(range.lowerBound + offset, count: count) }
        return likert
    }
}

extension FormAnswers.Item {
    fileprivate mutating func add(_ other: Self) {
        for bin in bins.indices { bins[bin] += other.bins[bin] }
        answered += other.answered
        unscored += other.unscored
        right += other.right
        values += other.values
    }
}
