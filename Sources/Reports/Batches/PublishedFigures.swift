import Calendar
import Documents
import FoundationEssentials
import Measures

/// The figures of a batch as they were published, each once: what `figures.json` holds beside the manifest, what a later
/// state of the record is compared with, and what later publications are held against.
package struct PublishedFigures: Codable, Sendable {
    /// The name of its file in the folder.
    package static let file = "figures.json"

    /// One report that was asked for.
    package struct Asked: Codable, Hashable, Sendable {
        /// Its name.
        package let report: String
        /// The ref of the one organization that it is limited to.
        package let organization: String?
        /// What it is divided by, a word of `--by`.
        package let by: String?
        /// The formats that it was drawn in.
        package let formats: [String]
    }

    /// One figure of one whole or group.
    package struct Figure: Codable, Hashable, Sendable {
        /// What it is: two publications speak of the same figure where this is equal.
        package struct Name: Codable, Hashable, Sendable {
            /// The metric's id.
            package let id: String
            /// The first day that it is about.
            package let from: String
            /// The last day that it is about.
            package let to: String
            /// What it is limited to beside days, by the word for it: `organization` to a ref, `site` to its title.
            package let limits: [String: String]
        }

        /// What it is.
        package let name: Name
        /// What it is called.
        package let title: String
        /// How far it may go: S0, SP, SR, SM.
        package let sensitivity: String
        /// value, not_applicable, not_collected or withheld.
        package let state: String
        /// The number: a count, a share from 0 to 1, a mean, hours.
        package let value: Double?
        /// The part of a share.
        package let numerator: Double?
        /// The whole of a share.
        package let denominator: Double?
        /// Lower end of a range or interval.
        package let low: Double?
        /// Upper end of a range or interval.
        package let high: Double?
        /// How many answers are behind a mean.
        package let n: Int?
        /// Why there is no value.
        package let reason: String?
        /// Records that lack what it needs.
        package let missing: Int
    }

    /// The period, by its label.
    package let period: String
    /// Its first day.
    package let from: String
    /// Its last day.
    package let to: String
    /// The day as of which it was made.
    package let asOf: String
    /// For whom, a word of `--profile`.
    package let profile: String
    /// The fewest people that are shown.
    package let threshold: Int
    /// What was asked for, in the plan's order.
    package let reports: [Asked]
    /// Every figure once, in the order in which they were first printed.
    package let figures: [Figure]

    private enum CodingKeys: String, CodingKey {
        case period, from, to, profile, threshold, reports, figures
        case asOf = "as_of"
    }

    /// The figures of a file; nil where it is none of ours.
    package init?(_ text: String) {
        // What can't be read as figures is no figures.json of ours.
        guard let read = try? JSONDecoder().decode(Self.self, from: Data(text.utf8)) else { return nil }
        self = read
    }

    /// What the answers to a batch publish, after what was decided over all of it. An order that could not be answered has
    /// no figures.
    package init(_ batch: Batch, _ replies: [Reply?], after verdicts: Verdicts) {
        period = batch.period.label
        (from, to, asOf) = (batch.period.from.iso, batch.period.to.iso, batch.asOf.iso)
        (profile, threshold) = (batch.profile.rawValue, batch.disclosure.threshold)
        reports = batch.orders.map { order in
            Asked(
                report: order.inquiry.report.name,
                organization: order.inquiry.scope.organization?.ref,
                by: order.inquiry.scope.split?.rawValue,
                formats: order.formats.map(\.rawValue)
            )
        }
        var figures: [Figure] = []
        var known: Set<Figure.Name> = []
        for reading in replies.compactMap(\.self).flatMap(\.published) {
            for figure in reading.cleared(by: verdicts).published where known.insert(figure.name).inserted {
                figures.append(figure)
            }
        }
        self.figures = figures
    }

    /// The plan that asks for the same again, without reports that are not known any more.
    ///
    /// - Parameter isAsked: whether one of its reports is asked for again.
    package func plan(where isAsked: (Asked) throws -> Bool) rethrows -> BatchPlan {
        let entries = try reports.filter(isAsked).compactMap { asked -> BatchPlan.Entry? in
            guard let report = Report.named(asked.report) else { return nil }
            return BatchPlan.Entry(
                report,
                asked.organization.map { .these([$0]) } ?? .all,
                by: asked.by.flatMap(Split.init),
                as: asked.formats.compactMap(Format.init)
            )
        }
        return BatchPlan(name: Self.file, entries: entries)
    }
}

extension Reading {
    /// Its figures as they are published, those of the whole first.
    fileprivate var published: [PublishedFigures.Figure] {
        let whole = total.map { figure($0, Extent(scope), limits(nil)) }
        return whole
            + groups.flatMap { group -> [PublishedFigures.Figure] in
                let extent = Extent.of(group, in: scope)
                return findings(of: group).map { figure($0, extent, limits(group)) }
            }
    }

    private func limits(_ group: Group?) -> [String: String] {
        var limits: [String: String] = [:]
        limits["organization"] = scope.organization?.ref
        limits["course"] = scope.course?.ref
        limits["fund"] = scope.fund
        if let group, let side = scope.split?.side { limits["\(side)"] = group.key.isEmpty ? group.name : group.key }
        return limits
    }

    private func figure(_ finding: Finding, _ extent: Extent, _ limits: [String: String]) -> PublishedFigures.Figure {
        let figure = finding.figure
        return PublishedFigures.Figure(
            name: .init(id: finding.metric.id.text, from: extent.from.iso, to: extent.to.iso, limits: limits),
            title: finding.metric.title,
            sensitivity: finding.metric.disclosure.sensitivity.rawValue,
            state: figure.state.rawValue,
            value: figure.value,
            numerator: figure.exactNumerator,
            denominator: figure.exactDenominator,
            low: figure.low,
            high: figure.high,
            n: figure.n,
            reason: figure.remark,
            missing: figure.missing
        )
    }
}

// MARK: - Bytes

extension PublishedFigures {
    /// The bytes of its file; the same for the same figures.
    package var bytes: [UInt8] {
        let document: JSON = [
            "period": .string(period), "from": .string(from), "to": .string(to), "as_of": .string(asOf),
            "profile": .string(profile), "threshold": .integer(threshold), "reports": .array(reports.map(\.json)),
            "figures": .array(figures.map(\.json)),
        ]
        return document.bytes()
    }
}

extension PublishedFigures.Asked {
    fileprivate var json: JSON {
        [
            "report": .string(report), "organization": .string(organization), "by": .string(by),
            "formats": .array(formats.map { .string($0) }),
        ]
    }
}

extension PublishedFigures.Figure {
    fileprivate var json: JSON {
        let limits = name.limits.sorted { $0.key < $1.key }.map { JSON.Member($0.key, .string($0.value)) }
        return [
            "name": [
                "id": .string(name.id), "from": .string(name.from), "to": .string(name.to), "limits": .object(limits),
            ],
            "title": .string(title), "sensitivity": .string(sensitivity), "state": .string(state),
            "value": .double(value), "numerator": .double(numerator), "denominator": .double(denominator),
            "low": .double(low), "high": .double(high), "n": .integer(n), "reason": .string(reason),
            "missing": .integer(missing),
        ]
    }
}

// MARK: - Words

extension PublishedFigures.Figure {
    /// How it reads, in one line.
    package var words: String {
        missing > 0 ? "\(reading) (\(missing) missing)" : reading
    }

    private var reading: String {
        func plain(_ number: Double) -> String { Decimal.shortest(number) }
        switch Measures.Figure.State(rawValue: state) {
        case .withheld: return "too few people to show"
        case .notCollected: return "not recorded"
        case .value: break
        case .notApplicable, nil:
            let parts = numerator.flatMap { part in denominator.map { " (\(plain(part)) of \(plain($0)))" } }
            return "no figure\(parts ?? "")"
        }
        if let numerator, let denominator { return "\(plain(numerator)) of \(plain(denominator))" }
        let asked = n.map { " (n = \($0))" } ?? ""
        let ends = low.flatMap { low in high.flatMap { low == $0 ? nil : "\(plain(low)) to \(plain($0))" } }
        if let value { return plain(value) + (ends.map { ", \($0)" } ?? "") + asked }
        return (ends ?? "no figure") + asked
    }
}

extension PublishedFigures.Figure.Name {
    /// What it is about, as it follows its title: ` (TR-09, Jul 1, 2026 to Sep 30, 2026, organization cci)`.
    package var place: String {
        let days = "\(from.dayWords) to \(to.dayWords)"
        let parts = limits.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
        return " (\(([id, days] + parts).joined(separator: ", ")))"
    }
}
