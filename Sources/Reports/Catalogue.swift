/// All metrics, in the order of the metric dictionary, companions behind theirs.
package enum Catalogue {
    /// Every metric.
    package static let metrics: [Metric] =
        Metric.training + Metric.evaluation + Metric.feedback + Metric.practices + Metric.hiring + Metric.boards
        + Metric.activities

    /// Metrics that are entries of a report.
    package static let entries: [Metric] = metrics.filter(\.hasOwnEntry)

    /// The metric of an id, without regard to case.
    package static func metric(_ id: some StringProtocol) -> Metric? {
        let wanted = id.lowercased()
        return metrics.first { $0.id.lowercased() == wanted }
    }

    /// The metrics of those ids and their companions, in the catalogue's order.
    static func entries(of ids: [String]) -> [Metric] {
        entries.filter { metric in ids.contains { metric.id == $0 || metric.id.hasPrefix($0 + ".") } }
    }
}
