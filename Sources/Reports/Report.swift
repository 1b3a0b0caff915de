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
    /// What stands beside its figures, in order.
    var details: [Detail] = []
    /// What is drawn of them on a page, in order.
    var charts: [ReportChart] = []
    /// What its page is made of.
    var form = Form.figures
    /// What a page says of the figures before it shows them, and what it may not say.
    var preface: @Sendable (Reading) -> [String] = { _ in [] }
    /// What its page ends with, beside what every page ends with.
    var reminder: String?

    /// What a page is made of.
    enum Form: Hashable, Sendable {
        /// Figures first, what stands beside them behind.
        case figures
        /// Rows of records, which are its rows in CSV.
        case list
        /// A list that may hang where everybody passes: for others than the team only what was released for everybody.
        case wall
        /// One page of everything, a line for several figures.
        case scorecard

        /// Whether its details are what it is made for.
        var isList: Bool { self == .list || self == .wall }
    }

    /// Every report that can be made, in the order in which they are listed.
    package static let all: [Report] = [
        .scorecard, .organizations, .trainings, .attendance, .reach, .evaluations, .beforeAfter, .commitments,
        .feedback, .boards,
        .recommendations, .practices,
        .hiring, .activities, .saidAndDone, .gaps,
    ]

    /// The report of a name.
    package static func named(_ name: some StringProtocol) -> Report? {
        let wanted = name.lowercased()
        return all.first { $0.name == wanted }
    }

    /// The reports with a line each.
    package static var list: Document {
        let columns = [Column(key: "name", title: "Report"), Column(key: "summary", title: "What it shows")]
        return .list(
            Table(columns: columns, rows: all.map { [.text($0.name), .text($0.summary)] }),
            about: About(title: "Reports")
        )
    }

    static let scorecard = Report(
        name: "scorecard",
        title: "What we did about stigma",
        summary: "one page with everything that is measured; json and csv have every metric",
        metrics: Catalogue.entries,
        details: [.ownReports],
        form: .scorecard
    )
    static let organizations = Report(
        name: "organizations",
        title: "What organizations changed",
        summary: "what organizations report about themselves, and what changed since the first report (OR-01 to 07)",
        metrics: Theme.organizations.metrics,
        details: [.ownReports],
        reminder: Theme.asTheyReport
    )
    static let trainings = Report(
        name: "trainings",
        title: "Trainings",
        summary: "trainings held, attendance, hours, reach, access, topics and registrations (TR-01 to TR-14)",
        metrics: Theme.training.metrics,
        charts: [.monthly(.trainings)]
    )
    static let attendance = Report(
        name: "attendance",
        title: "Attendance",
        summary: "attendance, person-hours, completion (TR-03, 06, 07)",
        metrics: Catalogue.entries(of: .attendance, .personHours, .completionRate)
    )
    static let reach = Report(
        name: "reach",
        title: "Reach",
        summary: "people trained (each counted once), staff trained, organizations (TR-04, 08, 09, 10)",
        metrics: Catalogue.entries(of: .peopleTrained, .staffReach, .currentlyTrained, .organizationsReached)
    )
    static let evaluations = Report(
        name: "evaluations",
        title: "Evaluations",
        summary: "response rates, answers, principles, levels evaluated (EV-01 to 07, 12, 14, 15)",
        metrics: Catalogue.entries(
            of: .responseRate,
            .followupResponseRate,
            .matchedPairRate,
            .topBox,
            .netAgreement,
            .likelihoodToRecommend,
            .scaleScore,
            .principleTally,
            .levelCoverage,
            .stigmatizingAnswers
        ),
        details: [.answers, .scales, .followup, .hands],
        charts: [.answers { AnswerChart($0).favorable }],
        preface: { AnswerSentences($0).limits }
    )
    static let beforeAfter = Report(
        name: "before-after",
        title: "Before and after",
        summary: "change on scales and knowledge with confidence intervals, and how many matched (EV-03, 08 to 11)",
        metrics: Catalogue.entries(of: .matchedPairRate, .meanChange, .standardizedChange, .signedRank, .knowledge),
        details: [.waves],
        charts: [.answers { AnswerChart($0).changes }],
        preface: { AnswerSentences($0).changes + AnswerSentences($0).cautions }
    )
    static let commitments = Report(
        name: "commitments",
        title: "Commitments to change",
        summary: "commitments made and kept, and what to follow up (EV-13)",
        metrics: Catalogue.entries(of: .commitmentsCarriedOut),
        details: [.openCommitments, .reflectionCodes]
    )
    static let feedback = Report(
        name: "feedback",
        title: "Outlets for feedback",
        summary: "feedback received, answered on time and still open, by outlet (FB-01 to 06)",
        metrics: Theme.feedback.metrics.filter(\.hasOwnEntry),
        details: [.openFeedback, .outlets, .feedbackCodes],
        charts: [.monthly(.feedback)]
    )
    static let boards = Report(
        name: "boards",
        title: "Participant advisory boards",
        summary: "seats, meetings, pay, recommendations and participation (PB-01 to 06)",
        metrics: Theme.boards.metrics.filter(\.hasOwnEntry),
        details: [.boards]
    )
    static let recommendations = Report(
        name: "recommendations",
        title: "Recommendations",
        summary: "recommendations made, answered and still open (PB-05)",
        metrics: Catalogue.entries(of: .recommendationsAnsweredOnTime),
        details: [.openRecommendations, .recommendationCodes]
    )
    static let practices = Report(
        name: "practices",
        title: "Assessment of practices",
        summary: "assessments, criteria met, change since the first one, actions (AS-01 to 06)",
        metrics: Theme.practices.metrics,
        details: [.domains, .criterionCodes, .openActions]
    )
    static let hiring = Report(
        name: "hiring",
        title: "Hiring people who use drugs",
        summary: "designated positions, capacities, retention, fair treatment (HI-01 to 04)",
        metrics: Theme.hiring.metrics,
        details: [.capacities],
        reminder: Theme.whatPositionsCannotShow
    )
    static let activities = Report(
        name: "activities",
        title: "Campaigns, advocacy and events",
        summary: "campaigns, advocacy, events, publications and technical assistance (CO-01 to 05)",
        metrics: Theme.activities.metrics,
        details: [.activities]
    )
    static let saidAndDone = Report(
        name: "you-said-we-did",
        title: "You said, we did",
        summary: "a page for the wall: what people told us and what we did, in public wordings",
        metrics: Catalogue.entries(of: .loopClosed),
        details: [.saidAndDone],
        form: .wall
    )
    static let gaps = Report(
        name: "data-gaps",
        title: "Data gaps",
        summary: "missing records, each with the command that fixes it",
        metrics: [],
        details: [.gaps],
        form: .list
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
