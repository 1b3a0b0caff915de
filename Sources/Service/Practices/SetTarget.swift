package import Records

/// Sets the value to reach for a metric and a period, in place of the one of the same organization and fund.
package struct SetTarget: Operation {
    /// The metric's id.
    package var metric = ""
    /// The period, which does not move with the day.
    package var period = ""
    /// The value as it was typed; a share as 0.9 or 90%.
    package var value = ""
    /// Organization and fund, as they were typed.
    package var fields: [String: String] = [:]

    package let id = OperationID.add(.target)
    package let role = Role.manager
    package let access = Access.change

    package init() {}

    package var parameters: [Parameter<Self>] {
        [.text("metric", \.metric), .text("period", \.period), .text("value", \.value)]
            + .texts(["organization", "fund"], in: \.fields)
    }

    package func run(_ context: Context, in store: Store) throws -> SetTargetResult {
        let metric = try store.targetMetric(metric)
        let typed = fields.merging(["metric": metric.id, "period": period, "value": value]) { $1 }
        let draft = try store.draft(typed, of: .target)
        return SetTargetResult(metric: metric, stored: try store.take(Noun.target.type, draft, update: true))
    }
}

/// A target that was set, or stood there already.
package struct SetTargetResult: Sendable {
    /// The metric: its title says what the value is of, `isShare` how it is printed.
    package let metric: TargetMetric
    /// Whether the target is new, replaced another value, or was there.
    package let stored: Stored
}
