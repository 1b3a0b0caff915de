package import Documents
package import Measures

/// Which reports a batch makes, for whom, and in which formats: what a person writes down once and runs every quarter.
package struct BatchPlan: Sendable {
    /// One line of a plan: a report, over which organizations, divided by what, in which formats.
    package struct Entry: Sendable {
        let report: Report
        let organizations: Organizations
        let split: Split?
        let formats: [Format]

        init(_ report: Report, _ organizations: Organizations = .all, by split: Split? = nil, as formats: [Format]) {
            self.report = report
            self.organizations = organizations
            self.split = split
            self.formats = formats
        }
    }

    /// Over which organizations a report is made.
    enum Organizations: Sendable, Hashable {
        /// One report over everything.
        case all
        /// One report for each that a division by organization names.
        case each
        /// One report for each of these, by their refs.
        case these([String])
    }

    /// What it is called in messages: its name where it is shipped, else its file.
    package let name: String
    /// What it is for, where it is shipped.
    package var summary = ""
    /// For whom; `board` unless it says otherwise.
    package var profile: Profile?
    /// Its lines, in order.
    package let entries: [Entry]
}

extension BatchPlan {
    /// The plans that are there from the start.
    package static let shipped: [BatchPlan] = [
        BatchPlan(
            name: "monthly",
            summary:
                "for the site: scorecard, trainings, evaluations, feedback and data gaps",
            profile: .board,
            entries: [
                Entry(.scorecard, as: [.html]),
                Entry(.trainings, by: .organization, as: [.html, .csv]),
                Entry(.evaluations, as: [.html]),
                Entry(.feedback, as: [.html]),
                Entry(.gaps, as: [.html]),
            ]
        ),
        BatchPlan(
            name: "quarterly",
            summary: "for the board: scorecard, every theme, a page for the wall, and a page for each organization",
            profile: .board,
            entries: [
                Entry(.scorecard, as: [.html, .markdown, .csv, .xlsx]),
                Entry(.trainings, by: .month, as: [.html, .csv]),
                Entry(.trainings, .each, as: [.html]),
                Entry(.evaluations, as: [.html]),
                Entry(.beforeAfter, as: [.html]),
                Entry(.commitments, as: [.html]),
                Entry(.feedback, by: .month, as: [.html, .csv]),
                Entry(.boards, as: [.html]),
                Entry(.recommendations, as: [.html]),
                Entry(.practices, as: [.html]),
                Entry(.hiring, as: [.html]),
                Entry(.activities, as: [.html]),
                Entry(.saidAndDone, as: [.html]),
            ]
        ),
        BatchPlan(
            name: "fiscal-year",
            summary: "for a funder: every report for the year, by quarter where possible, as pages and as CSV",
            profile: .funder,
            entries: [
                Entry(.scorecard, by: .quarter, as: [.html, .markdown, .csv, .json, .xlsx]),
                Entry(.trainings, by: .quarter, as: [.html, .csv]),
                Entry(.attendance, by: .organization, as: [.html, .csv]),
                Entry(.reach, by: .organization, as: [.html, .csv]),
                Entry(.evaluations, by: .quarter, as: [.html, .csv, .xlsx]),
                Entry(.beforeAfter, as: [.html, .csv]),
                Entry(.commitments, as: [.html, .csv]),
                Entry(.feedback, by: .quarter, as: [.html, .csv]),
                Entry(.boards, as: [.html, .csv]),
                Entry(.recommendations, as: [.html, .csv]),
                Entry(.practices, as: [.html, .csv]),
                Entry(.hiring, as: [.html, .csv]),
                Entry(.activities, as: [.html, .csv]),
                Entry(.saidAndDone, as: [.html]),
            ]
        ),
        BatchPlan(
            name: "evaluation",
            summary: "for an evaluator: answers, change, commitments and reach, as workbooks and as CSV",
            profile: .board,
            entries: [
                Entry(.evaluations, by: .organization, as: [.html, .csv, .json, .xlsx]),
                Entry(.beforeAfter, by: .organization, as: [.html, .csv, .json, .xlsx]),
                Entry(.commitments, by: .organization, as: [.csv, .xlsx]),
                Entry(.reach, by: .organization, as: [.csv, .xlsx]),
                Entry(.attendance, by: .organization, as: [.csv, .xlsx]),
            ]
        ),
    ]

    /// The shipped plan of a name.
    package static func named(_ name: some StringProtocol) -> BatchPlan? {
        let wanted = name.lowercased()
        return shipped.first { $0.name == wanted }
    }

    /// The shipped plans with a line each.
    package static var list: Document {
        let columns = [Column(key: "name", title: "Plan"), Column(key: "summary", title: "What it makes")]
        return .list(
            Table(columns: columns, rows: shipped.map { [.text($0.name), .text($0.summary)] }),
            about: About(title: "Plans")
        )
    }

    /// The plan as its file holds it.
    package var json: JSON {
        [
            "profile": .string((profile ?? .board).rawValue),
            "reports": .array(entries.map(\.json)),
        ]
    }
}

extension BatchPlan.Entry {
    fileprivate var json: JSON {
        var members: [JSON.Member] = [
            .init("report", .string(report.name)), .init("organizations", organizations.json),
        ]
        if let split { members.append(.init("by", .string(split.rawValue))) }
        return .object(members + [.init("formats", .array(formats.map { .string($0.rawValue) }))])
    }
}

extension BatchPlan.Organizations {
    fileprivate var json: JSON {
        switch self {
        case .all: "all"
        case .each: "each"
        case .these(let refs): .array(refs.map { .string($0) })
        }
    }
}
