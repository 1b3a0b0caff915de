import Calendar
import SQLite

extension RecordType {
    /// A value that an organization or a fund sets itself for a metric and a period.
    static let target = RecordType(
        noun: .target,
        fields: [
            Field("organization", "Organization", .record(.organization), in: .column("organization_id")),
            Field("fund", "Fund", .text, in: .column("fund")),
            Field("metric", "Metric", .text, in: .column("metric"), required: true),
            Field("period", "Period", .text, in: .column("period"), required: true),
            Field("value", "Value", .number(0...1_000_000_000), in: .column("value"), required: true),
        ],
        source: "target AS t",
        table: "target",
        order: "t.period, t.metric, t.fund, t.organization_id",
        ofOrganization: { "t.organization_id = \($0)" },
        matches: { store, draft in
            guard let metric = draft.text("metric"), let period = draft.text("period") else { return [] }
            return try store.database.all(
                """
                SELECT id FROM target WHERE organization_id IS \((draft["organization"]?.recordID).sqlValue)
                AND fund = \(draft.text("fund") ?? "") AND metric = \(metric) AND period = \(period)
                """
            ) { try $0[0] }
        },
        canonical: { store, draft in try store.completeTarget(&draft) }
    )
}

extension Store {
    /// Writes metric and period of a target in the one way in which they are kept, `TR-01` and `FY2027-Q2`, and holds
    /// its value against the metric's unit.
    ///
    /// - Throws: `RecordError.invalid` for what is no metric's id or no period, for a period that moves, and for a value
    ///   that no figure of the metric can have.
    fileprivate func completeTarget(_ draft: inout Draft) throws {
        if let typed = draft.text("metric")?.trimmed {
            let metric = try targetMetric(typed)
            draft["metric"] = .text(metric.id)
            if let value = draft.text("value").flatMap({ Double($0) }), metric.isShare, value > 1 {
                let advice = "\(metric.id) is a share, at most 1; for 90 in 100 write 0.9"
                throw RecordError.invalid(field: "value", problem: advice)
            }
        }
        guard let text = draft.text("period")?.trimmed else { return }
        let isMoving = ["this-", "last-"].contains { text.lowercased().hasPrefix($0) }
        if isMoving {
            throw RecordError.invalid(
                field: "period",
                problem: "\(Repeating.code(text)) moves with the day; write FY2027 or 2026-Q4"
            )
        }
        do throws(MalformedPeriod) {
            let period = try Period.parse(text, today: today, fiscalYearStart: program.fiscalYearStart)
            draft["period"] = .text(period.label)
        } catch {
            let message = error.message.replacing("\"\(text)\"", with: Repeating.code(text))
            throw RecordError.invalid(field: "period", problem: message)
        }
    }

    private func targetMetric(_ typed: String) throws -> TargetMetric {
        if let metric = metrics.first(where: { $0.id.lowercased() == typed.lowercased() }) { return metric }
        if metrics.isEmpty { return TargetMetric(id: typed.uppercased(), isShare: false) }
        let wanted = Array(typed.uppercased().utf8)
        let near = metrics.map { ($0, spelling(wanted, Array($0.id.utf8))) }.min { $0.1 < $1.1 }
        let nearest = near.map { $0.1 <= 2 ? "; nearest: \($0.0.id)" : "" } ?? ""
        throw RecordError.invalid(
            field: "metric",
            problem: "\(Repeating.code(typed)) is no metric, such as TR-01\(nearest)"
        )
    }
}

/// A metric that a target can be set for.
///
/// The catalogue of metrics stands above the record, so whoever opens a record says which there are.
package struct TargetMetric: Sendable {
    /// Its id: `TR-01`.
    package let id: String
    /// Whether its figures are shares, which are at most 1.
    package let isShare: Bool

    /// A metric by its id.
    package init(id: String, isShare: Bool) {
        self.id = id
        self.isShare = isShare
    }
}
