package import Documents
package import Measures

/// An arrangement of metrics for a purpose.
package struct Report: Sendable {
    /// Its name on the command line.
    package let name: String
    /// Its title on a page.
    package let title: String
    /// What it shows, in one line of `report list`.
    package let summary: String
    /// Its metrics, companions among them, in the catalogue's order.
    package let metrics: [Metric]

    /// Every report that can be made, in the order in which they are listed.
    package static let all: [Report] = [.scorecard, .trainings, .attendance, .reach]

    /// The report of a name.
    package static func named(_ name: some StringProtocol) -> Report? {
        let wanted = name.lowercased()
        return all.first { $0.name == wanted }
    }

    /// The reports with a line each.
    package static var list: Document {
        let columns = [Column(key: "name", title: "Report"), Column(key: "summary", title: "What it shows")]
        return .list(Table(columns: columns, rows: all.map { [.text($0.name), .text($0.summary)] }))
    }

    static let scorecard = Report(
        name: "scorecard",
        title: "What we did about stigma",
        summary: "one page of everything that is measured; in json and csv the whole catalogue",
        metrics: Catalogue.entries
    )
    static let trainings = Report(
        name: "trainings",
        title: "Trainings",
        summary: "trainings held, who came, hours, reach and access (TR-01 to TR-12)",
        metrics: Metric.training
    )
    static let attendance = Report(
        name: "attendance",
        title: "Attendance",
        summary: "all visits counted, person-hours, completion (TR-03, 06, 07)",
        metrics: Catalogue.entries(of: ["TR-03", "TR-06", "TR-07"])
    )
    static let reach = Report(
        name: "reach",
        title: "Reach",
        summary: "people counted once, staff reached and trained now, organizations (TR-04, 08, 09, 10)",
        metrics: Catalogue.entries(of: ["TR-04", "TR-08", "TR-09", "TR-10"])
    )
}

extension Disclosure {
    /// The gate for a report: `--profile`, else `team` for a terminal and for programs and `board` for pages; k is
    /// `--threshold`, else the larger of the profile's and the program's own, which `team` leaves out.
    package init(profile: Profile?, threshold: Int?, format: Format, program: ProgramFacts) {
        let isPage = format != .table && format != .csv && format != .json
        let profile = profile ?? (isPage ? .board : .team)
        let own = profile == .team ? nil : program.threshold.map { max($0, profile.threshold) }
        self.init(profile, threshold: threshold ?? own)
    }
}
