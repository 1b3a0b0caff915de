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
        if let typed = draft.text("metric") {
            let metric = try targetMetric(typed)
            draft["metric"] = .text(metric.id)
            draft["value"] = try draft["value"].map { try value($0, of: metric) }
        }
        guard let text = draft.text("period")?.trimmed else { return }
        let isMoving = ["this-", "last-"].contains { text.lowercased().hasPrefix($0) }
        if isMoving {
            throw RecordError.invalid(
                field: "period",
                problem:
                    "\(Repeating.stated(code: text)), which changes over time. Use a fixed period, such as FY2027 or 2026-Q4."
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

    /// The value as it is kept: a share as a fraction, whether `0.9` or `90%` was written.
    private func value(_ written: FieldValue, of metric: TargetMetric) throws -> FieldValue {
        guard case .real(let number)? = written.kept.first?.first else { return written }
        guard metric.isShare else {
            guard written.canonical.hasSuffix("%") else { return written }
            let problem = "\(metric.id) is not a percentage. Use a plain number."
            throw RecordError.invalid(field: "value", problem: problem)
        }
        guard number <= 1 else {
            let problem = "\(metric.id) is a percentage. Use at most 100%, written as 90% or 0.9."
            throw RecordError.invalid(field: "value", problem: problem)
        }
        return .one(SQLValue.real(number).plain, .real(number))
    }

    /// The metric that somebody names by its id, without case.
    ///
    /// - Throws: `RecordError.invalid` where there is none.
    package func targetMetric(_ typed: String) throws -> TargetMetric {
        let id = typed.trimmed.uppercased()
        let metrics = metrics()
        if let metric = metrics.first(where: { $0.id.uppercased() == id }) { return metric }
        if metrics.isEmpty { return TargetMetric(id: id, isShare: false) }
        let wanted = Array(id.utf8)
        let near = metrics.map { ($0, spelling(wanted, Array($0.id.utf8))) }.min { $0.1 < $1.1 }
        let nearest = near.flatMap { $0.1 <= 2 ? $0.0.id : nil }
        throw RecordError.invalid(
            field: "metric",
            problem: "\(Repeating.stated(code: typed)). Use a metric's id\(nearest.map { ", such as \($0)" } ?? "").",
            advice: nearest == nil ? Advice("For the ids", .perform(.makeReport, ["name": "scorecard"])) : nil
        )
    }
}

/// A metric that a target can be set for.
///
/// The catalogue of metrics stands above the record, so whoever opens a record says which there are.
package struct TargetMetric: Sendable {
    /// Its id: `TR-01`.
    package let id: String
    /// What it is called.
    package let title: String
    /// Whether its figures are shares, which are at most 1.
    package let isShare: Bool

    /// `id` is what is typed and stored; the title may be left out where nobody reads it.
    package init(id: String, title: String = "", isShare: Bool) {
        self.id = id
        self.title = title
        self.isShare = isShare
    }
}
