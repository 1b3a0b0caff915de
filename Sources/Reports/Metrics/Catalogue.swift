package import SQLite

/// All metrics, in the order of the metric dictionary, companions behind theirs.
package enum Catalogue {
    /// Every metric.
    package static let metrics: [Metric] = Theme.all.flatMap(\.metrics)

    /// Metrics that are entries of a report, and those that have entries where forms were answered.
    package static let entries: [Metric] = metrics.filter { $0.hasOwnEntry || $0.isOfForms }

    /// The metric of an id, without regard to case.
    package static func metric(_ id: some StringProtocol) -> Metric? { metrics.first { $0.id.isMeant(by: id) } }

    /// The metric of an id, also a companion that it has for an item or a scale of the forms answered in a scope.
    package static func metric(
        _ id: some StringProtocol,
        in scope: Scope,
        from database: borrowing DatabaseReader
    ) throws -> Metric? {
        if let metric = metric(id), !metric.isOfForms || !metric.hasOwnEntry { return metric }
        return try companions(in: scope, from: database).first { $0.id.isMeant(by: id) }
    }

    /// The entries that the forms answered in a scope give.
    package static func companions(in scope: Scope, from database: borrowing DatabaseReader) throws -> [Metric] {
        let questionnaire = try Questionnaire([scope], from: database)
        return metrics.filter(\.isOfForms).flatMap { $0.entries(for: questionnaire) }
    }

    /// These metrics and their companions, in the catalogue's order.
    static func entries(of families: Metric...) -> [Metric] { entries(of: families.map(\.id)) }

    /// The metrics of those ids and their companions, in the catalogue's order.
    static func entries(of families: [MetricID]) -> [Metric] {
        entries.filter { metric in families.contains { metric.id == $0 || metric.id.isCompanion(of: $0) } }
    }
}
