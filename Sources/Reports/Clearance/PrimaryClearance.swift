import Measures

/// What the figures of one reading are by themselves and beside each other, before the rest of the publication is known:
/// small ones, parts of one whole, and groups that the others would give away.
struct PrimaryClearance: Sendable {
    private let metrics: [Metric]
    private let disclosure: Disclosure
    /// The wholes whose parts no group shows.
    private let closed: Set<DisclosureRule.Partition>
    /// Groups that are suppressed so that no other is known from the whole, by metric.
    private let pooled: [MetricID: Set<String>]

    /// - Parameter groups: what was counted of each group, by its key.
    init(_ metrics: [Metric], _ groups: [String: Counts], _ disclosure: Disclosure) {
        (self.metrics, self.disclosure) = (metrics, disclosure)
        closed = Self.wholesWithSmallParts(metrics, groups.values, disclosure)
        let ofAnswers = metrics.filter { $0.disclosure.groups == .pooled }
        pooled = disclosure.withholds ? GroupPooling.suppressed(ofAnswers, groups, disclosure) : [:]
    }

    /// The figures of a whole; `instead` gives those that do not follow from counts.
    func figures(of counts: Counts, instead: (Metric) -> Figure?) -> [Finding] {
        let small = Self.suppressedParts(metrics, counts, disclosure)
        return metrics.map { metric in
            let figure = instead(metric) ?? metric.figure(of: counts, for: disclosure)
            let isGivenAway = ([.metric(metric.id)] + metric.disclosure.suppressedWith).contains(where: small.contains)
            let isSuppressed = isGivenAway && figure.state == .value
            return Finding(metric: metric, figure: isSuppressed ? .withheld(missing: figure.missing) : figure)
        }
    }

    /// The figures of a group.
    func figures(of group: Group, _ counts: Counts, instead: (Metric) -> Figure?) -> [Finding] {
        // Where nothing at all came in, that each part is 0 tells nothing of any other group.
        let parts = Dictionary(grouping: metrics, by: \.disclosure.partition)
        let empty = parts.filter { $0.value.allSatisfy { Self.count(of: $0, counts) == 0 } }.keys
        return figures(of: counts) { metric in
            let isShown = metric.figure(of: counts, for: disclosure).state == .value
            let isClosed = metric.disclosure.partition.map { closed.contains($0) && !empty.contains($0) } ?? false
            let isPooled = pooled[metric.id]?.contains(group.countedAs) ?? false
            return isShown && (isClosed || isPooled) ? .withheld() : instead(metric)
        }
    }

    // MARK: - Parts of a published count

    /// How many a part counts, a count or the upper half of a share.
    private static func count(of part: Metric, _ counts: Counts) -> Int {
        let figure = part.counting.conclude(counts)
        return figure.numerator ?? figure.whole ?? 0
    }

    /// The parts that are suppressed so that none is known from the count that they divide.
    private static func suppressedParts(_ metrics: [Metric], _ counts: Counts, _ disclosure: Disclosure) -> Set<CellID>
    {
        guard disclosure.withholds else { return [] }
        var suppressed: Set<CellID> = []
        let parts = Dictionary(grouping: metrics.filter { $0.disclosure.partition != nil }, by: \.disclosure.partition)
        for parts in parts.values {
            let values = parts.map { count(of: $0, counts) }
            let places = Complement.withheld(of: values, threshold: disclosure.threshold)
            suppressed.formUnion(places.map { .metric(parts[$0].id) })
        }
        return suppressed
    }

    /// The wholes of which any group has a part that is too small to publish: then no group's parts are published, or
    /// the sums would disclose it.
    private static func wholesWithSmallParts(
        _ metrics: [Metric],
        _ groups: some Sequence<Counts>,
        _ disclosure: Disclosure
    ) -> Set<DisclosureRule.Partition> {
        groups.reduce(into: []) { wholes, counts in
            let small = suppressedParts(metrics, counts, disclosure)
            wholes.formUnion(metrics.filter { small.contains(.metric($0.id)) }.compactMap(\.disclosure.partition))
        }
    }
}

extension Metric {
    /// Its figure of what was counted, as it may be published as far as it goes by itself.
    func figure(of counts: Counts, for disclosure: Disclosure) -> Figure {
        self.disclosure.cleared(counting.conclude(counts), for: disclosure)
    }
}
