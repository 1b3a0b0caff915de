import Documents
import Measures
import Records

/// A report as JSON, in the shape that cli.md promises.
struct ReportData {
    let inquiry: Inquiry
    let now: Reading
    let other: Reading?

    var json: JSON {
        let scope = inquiry.scope
        var members: [JSON.Member] = [
            .init("report", .string(inquiry.report.name)),
            .init("period", period),
            .init("as_of", .string(scope.asOf.iso)),
            .init("organization", .string(scope.organization?.ref)),
            .init("profile", .string(inquiry.disclosure.profile.rawValue)),
            .init("threshold", .integer(inquiry.disclosure.threshold)),
            .init("metrics", entries(now.total, previous: other?.total)),
        ]
        if scope.split != nil { members.append(.init("groups", .array(now.groups.map(group)))) }
        return .object(members)
    }

    private var period: JSON {
        let period = inquiry.scope.period
        return ["label": .string(period.label), "from": .string(period.from.iso), "to": .string(period.to.iso)]
    }

    private func group(_ group: Group) -> JSON {
        let previous = other.flatMap { reading in
            reading.counterpart(of: group, in: now.groups, by: inquiry.scope.split).map(reading.findings)
        }
        return [
            "key": .string(group.key),
            "name": .string(group.name),
            "metrics": entries(now.findings(of: group), previous: previous),
        ]
    }

    private func entries(_ findings: [Finding], previous: [Finding]?) -> JSON {
        .array(
            findings.enumerated().map { index, finding in
                let before = previous.map { entry($0[index], previous: .null) }
                return entry(finding, previous: before ?? .null)
            }
        )
    }

    private func entry(_ finding: Finding, previous: JSON) -> JSON {
        let (metric, figure) = (finding.metric, finding.figure)
        return [
            "id": .string(metric.id),
            "name": .string(metric.title),
            "level": .string(metric.level.rawValue),
            "strategy": .string(metric.strategy.slug),
            "state": .string(figure.state.rawValue),
            "value": .double(figure.value),
            "unit": .string(metric.unit.rawValue),
            "numerator": .integer(figure.numerator),
            "denominator": .integer(figure.denominator),
            "low": .double(figure.low),
            "high": .double(figure.high),
            "n": .integer(figure.n),
            "missing": .integer(figure.missing),
            "reason": .string(figure.reason?.rawValue),
            "previous": previous,
            "target": .null,
        ]
    }
}
