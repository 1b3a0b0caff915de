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
            Field("value", "Value", .number, in: .column("value"), required: true),
        ],
        source: "target AS t",
        table: "target",
        order: "t.period, t.metric, t.fund, t.organization_id",
        ofOrganization: { "t.organization_id = \($0)" },
        matches: { store, draft in
            var draft = draft
            try store.completeTarget(&draft)
            guard let metric = draft.text("metric"), let period = draft.text("period") else { return [] }
            return try store.database.all(
                """
                SELECT id FROM target WHERE organization_id IS \((draft["organization"]?.recordID).sqlValue)
                AND fund = \(draft.text("fund") ?? "") AND metric = \(metric) AND period = \(period)
                """
            ) { try $0[0] }
        },
        complete: { store, draft in try store.completeTarget(&draft) }
    )
}

extension Store {
    /// Writes metric and period of a target in the one way in which they are kept: `TR-01`, `FY2027-Q2`.
    ///
    /// - Throws: `RecordError.invalid` for what is no metric's id or no period, and for a period that moves.
    fileprivate func completeTarget(_ draft: inout Draft) throws {
        if let metric = draft.text("metric")?.trimmed {
            let parts = metric.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
            let head = Array(parts[0].utf8)
            guard head.count == 5, head[2] == UInt8(ascii: "-"), parts.last?.isEmpty == false else {
                throw RecordError.invalid(field: "metric", problem: "\"\(metric.clipped)\" is no metric, such as TR-01")
            }
            draft["metric"] = .text(
                ([parts[0].uppercased()] + parts.dropFirst().map(String.init)).joined(separator: ".")
            )
        }
        guard let text = draft.text("period")?.trimmed else { return }
        let isMoving = ["this-", "last-"].contains { text.lowercased().hasPrefix($0) }
        if isMoving {
            throw RecordError.invalid(
                field: "period",
                problem: "\"\(text)\" moves with the day; write FY2027 or 2026-Q4"
            )
        }
        do throws(MalformedPeriod) {
            let period = try Period.parse(text, today: today, fiscalYearStart: program.fiscalYearStart)
            draft["period"] = .text(period.label)
        } catch {
            throw RecordError.invalid(field: "period", problem: error.message)
        }
    }
}
