package import Records

/// Removes the target of a metric, period, organization and fund.
package struct RemoveTarget: Operation {
    /// The metric's id.
    package var metric = ""
    /// Such as FY2027 or 2026-Q4; one that moves with the day is no target's.
    package var period = ""
    /// Organization and fund, as they were typed.
    package var fields: [String: String] = [:]

    package let id = OperationID.remove(.target)
    package let role = Role.manager
    package let access = Access.change

    package init() {}

    package var parameters: [Parameter<Self>] {
        [.text("metric", \.metric), .text("period", \.period)] + .texts(["organization", "fund"], in: \.fields)
    }

    package func run(_ context: Context, in store: Store) throws -> TargetMetric {
        let metric = try store.targetMetric(metric)
        let draft = try store.draft(fields.merging(["metric": metric.id, "period": period]) { $1 }, of: .target)
        guard let id = try store.matching(Noun.target.type, draft).first else {
            throw RecordError.absent(
                "no target for \(metric.id) in \(period.clipped)",
                advice: Advice("To see them", .perform(.list(.target)))
            )
        }
        try store.remove(Noun.target.type, Found(id: id, ref: "\(metric.id) \(period)"))
        return metric
    }
}
