import Measures

/// The figures of a whole, past the clearance, by their metrics.
struct Findings: Sendable {
    private let byID: [MetricID: Finding]
    private let all: [Finding]

    init(_ findings: [Finding]) {
        all = findings
        byID = Dictionary(findings.map { ($0.metric.id, $0) }) { first, _ in first }
    }

    /// What was found for an id.
    subscript(_ id: MetricID) -> Finding? { byID[id] }

    /// The figure of a metric; nil where it was not asked for.
    func figure(_ metric: Metric) -> Figure? { byID[metric.id]?.figure }

    /// The figure of a metric where it has a value.
    func value(_ metric: Metric) -> Figure? { figure(metric).flatMap { $0.state == .value ? $0 : nil } }

    /// The whole number that a metric comes to.
    func whole(_ metric: Metric) -> Int? { value(metric)?.whole }

    /// Whether anything was recorded that a metric or one of its companions counts.
    func isMeasured(_ metric: Metric) -> Bool {
        all.contains { finding in
            (finding.metric.id == metric.id || finding.metric.id.isCompanion(of: metric.id))
                && finding.figure.state != .notCollected
        }
    }
}
