import Calendar
import Documents
import Measures
import Records

/// A report as JSON, in the shape that cli.md promises.
struct ReportData {
    let inquiry: Inquiry
    let now: Reading
    let other: Reading?
    let targets: Targets
    let details: [Detail.Reading]

    var json: JSON {
        let scope = inquiry.scope
        var members: [JSON.Member] = [
            .init("report", .string(inquiry.report.name)),
            .init("period", period),
            .init("as_of", .string(scope.asOf.iso)),
            .init("organization", .string(scope.organization?.ref)),
            .init("profile", .string(inquiry.disclosure.profile.rawValue)),
            .init("threshold", .integer(inquiry.disclosure.threshold)),
            .init("metrics", entries(now.total, scope.undivided, previous: previous(other?.total))),
        ]
        if scope.split != nil { members.append(.init("groups", .array(now.groups.map(group)))) }
        members += details.map { .init($0.detail.key, $0.table.json) }
        return .object(members)
    }

    private func previous(_ findings: [Finding]?) -> (scope: Scope, findings: [Finding])? {
        guard let other, let findings else { return nil }
        return (inquiry.scope.undivided.over(other.period), findings)
    }

    private var period: JSON {
        let period = inquiry.scope.period
        return ["label": .string(period.label), "from": .string(period.from.iso), "to": .string(period.to.iso)]
    }

    private func group(_ group: Group) -> JSON {
        let counterpart = other.flatMap { reading in
            reading.counterpart(of: group, in: now.groups, by: inquiry.scope.split).map { other in
                (inquiry.scope.over(reading.period).of(other), reading.findings(of: other))
            }
        }
        return [
            "key": .string(group.key),
            "name": .string(group.name),
            "metrics": entries(now.findings(of: group), inquiry.scope.of(group), previous: counterpart),
        ]
    }

    private func entries(
        _ findings: [Finding],
        _ scope: Scope?,
        previous: (scope: Scope?, findings: [Finding])?
    ) -> JSON {
        .array(
            findings.enumerated().map { index, finding in
                let before = previous.map { entry($0.findings[index], $0.scope, previous: .null) }
                return entry(finding, scope, previous: before ?? .null)
            }
        )
    }

    /// What was set for a metric, in the shape of the metric.
    private func target(_ metric: Metric, _ scope: Scope?) -> JSON {
        guard let scope, let value = targets.value(of: metric, in: scope) else { return .null }
        return entry(Finding(metric: metric, figure: .given(value)), nil, previous: .null)
    }

    private func entry(_ finding: Finding, _ scope: Scope?, previous: JSON) -> JSON {
        let (metric, figure) = (finding.metric, finding.figure)
        let entry: JSON = [
            "id": .string(metric.id.text),
            "name": .string(metric.title),
            "level": .string(metric.standing.level.rawValue),
            "strategy": .string(metric.standing.strategy.slug),
            "state": .string(figure.state.rawValue),
            "value": .double(figure.value),
            "unit": .string(metric.unit.rawValue),
            "numerator": number(figure.numerator, figure.exactNumerator),
            "denominator": number(figure.denominator, figure.exactDenominator),
            "low": .double(figure.low),
            "high": .double(figure.high),
            "n": .integer(figure.n),
            "missing": .integer(figure.missing),
            "reason": .string(figure.remark),
            "previous": previous,
            "target": target(metric, scope),
        ]
        guard metric.shape.isTurned, case .object(let members) = entry else { return entry }
        return .object(members + [JSON.Member("reversed", .bool(true))])
    }

    private func number(_ whole: Int?, _ exact: Double?) -> JSON { whole.map { .integer($0) } ?? .double(exact) }
}
