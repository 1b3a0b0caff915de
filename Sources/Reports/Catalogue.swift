package import SQLite

/// All metrics, in the order of the metric dictionary, companions behind theirs.
package enum Catalogue {
    /// Every metric.
    package static let metrics: [Metric] =
        Metric.training + Metric.evaluation + Metric.feedback + Metric.practices + Metric.hiring + Metric.boards
        + Metric.activities

    /// Metrics that are entries of a report, and those that have entries where forms were answered.
    package static let entries: [Metric] = metrics.filter { $0.hasOwnEntry || $0.entries != nil }

    /// The metric of an id, without regard to case.
    package static func metric(_ id: some StringProtocol) -> Metric? {
        let wanted = id.lowercased()
        return metrics.first { $0.id.lowercased() == wanted }
    }

    /// The metric of an id, also a companion that it has for an item or a scale of the forms answered in a scope.
    package static func metric(
        _ id: some StringProtocol,
        in scope: Scope,
        from database: borrowing DatabaseReader
    ) throws -> Metric? {
        if let metric = metric(id), metric.entries == nil || !metric.hasOwnEntry { return metric }
        let wanted = id.lowercased()
        return try companions(in: scope, from: database).first { $0.id.lowercased() == wanted }
    }

    /// The entries that the forms answered in a scope give.
    package static func companions(in scope: Scope, from database: borrowing DatabaseReader) throws -> [Metric] {
        let questionnaire = try Questionnaire([scope], from: database)
        return metrics.flatMap { $0.entries?(questionnaire) ?? [] }
    }

    /// The metrics of those ids and their companions, in the catalogue's order.
    static func entries(of ids: [String]) -> [Metric] {
        entries.filter { metric in ids.contains { metric.id == $0 || metric.id.hasPrefix($0 + ".") } }
    }
}
