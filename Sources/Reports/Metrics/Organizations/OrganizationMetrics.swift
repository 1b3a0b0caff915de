import Measures

extension Metric {
    /// What organizations report about themselves. As the organizations report: nobody checked it.
    private static func own(_ strategy: Strategy) -> Common {
        Common(level: .organizational, strategy: strategy, direction: .higherIsBetter, division: .organizations)
    }

    /// OR-01. It is 0 of all before the first report.
    static let organizationsReporting = Metric(
        own(.trainingAndEducation),
        "OR-01",
        "Organizations that report about themselves",
        "Share of the organizations reached that have reported anything about themselves.",
        unit: .share,
        counting: .ofOwnReports {
            .share(numerator: $0[.organizationsReporting], denominator: $0[.organizationsReached])
        }
    ).ofOrganizations

    /// OR-02.
    static let employing = answered(
        .employ,
        "OR-02",
        "Organizations that employ people with lived or living experience",
        "employ people with lived or living experience of drug use",
        .hiring
    ).with(\.disclosure.consent, .toNameAndStaff)

    /// OR-03.
    static let withOutlets = answered(
        .outlet,
        "OR-03",
        "Organizations with an outlet for feedback",
        "have a way for people to give feedback",
        .outletsForFeedback
    )

    /// OR-04.
    static let withBoards = answered(
        .board,
        "OR-04",
        "Organizations with an advisory board",
        "have an advisory board of people who use their services",
        .participantAdvisoryBoards
    )

    /// OR-05.
    static let withAssessments = answered(
        .assessed,
        "OR-05",
        "Organizations that assessed their practices",
        "have assessed their practices",
        .assessmentOfPractices
    )

    /// OR-06.
    static let servicesOffered = Metric(
        own(.trainingAndEducation),
        "OR-06",
        "Services offered",
        "Average number of the nine harm-reduction services that organizations report they offer.",
        unit: .items,
        missing: "no answer from # organization[s]",
        counting: .ofOwnReports {
            Figure.mean(sum: Double($0[OwnReport.services.sum]), n: $0[OwnReport.services.answered])
                .lacking($0[.organizationsReached] - $0[OwnReport.services.answered], of: $0[.organizationsReached])
        }
    ).ofOrganizations

    /// OR-07.
    package static let organizationsChanged = Metric(
        own(.trainingAndEducation),
        "OR-07",
        "Organizations that changed",
        """
        Share of organizations that have something now that they did not have at first, among organizations that \
        answered a question twice. As the organizations report.
        """,
        unit: .share,
        missing: "not reported twice by # organization[s]",
        counting: .ofOwnChanges {
            Figure.share(numerator: $0[.gainedAnything], denominator: $0[.answeredTwice])
                .lacking($0[.organizationsReached] - $0[.answeredTwice], of: $0[.organizationsReached])
        }
        // Beside its companions it gives away whether an organization employs anybody.
    ).ofOrganizations.with(\.disclosure.consent, .toNameAndStaff)

    /// OR-07.employ to OR-07.services, and what was lost behind each.
    static let ownChanges = OwnReport.allCases.flatMap { [gained($0), lost($0)] }

    // MARK: - Shapes

    private static func answered(
        _ asked: OwnReport,
        _ id: StaticString,
        _ title: String,
        _ having: String,
        _ strategy: Strategy
    ) -> Metric {
        Metric(
            own(strategy),
            id,
            title,
            "Share of organizations that \(having), among those that answered. As the organizations report.",
            unit: .share,
            missing: "no answer from # organization[s]",
            counting: .ofOwnReports {
                Figure.share(numerator: $0[asked.sum], denominator: $0[asked.answered])
                    .lacking($0[.organizationsReached] - $0[asked.answered], of: $0[.organizationsReached])
            }
        ).ofOrganizations
    }

    private static func gained(_ asked: OwnReport) -> Metric {
        change(
            asked,
            asked.rawValue,
            "\(asked.subject), gained",
            as: "Gained: \(asked.subject)",
            asked == .services
                ? """
                Share of organizations that now offer one of the nine services that they did not offer at first, among \
                those that answered again and did not offer all nine.
                """
                : """
                Share of organizations that have it now and did not have it at first, among those that answered again \
                and did not have it.
                """,
            part: asked.gains,
            whole: asked.open
        )
    }

    private static func lost(_ asked: OwnReport) -> Metric {
        change(
            asked,
            "\(asked.rawValue).lost",
            "\(asked.subject), lost",
            as: "Lost: \(asked.subject)",
            asked == .services
                ? """
                Share of organizations that no longer offer a service that they offered at first, among those that \
                answered again and offered any.
                """
                : """
                Share of organizations that had it at first and do not have it now, among those that answered again \
                and had it.
                """,
            part: asked.losses,
            whole: asked.had
        ).with(\.standing.direction, .lowerIsBetter)
    }

    private static func change(
        _ asked: OwnReport,
        _ suffix: String,
        _ subject: String,
        as label: String,
        _ definition: String,
        part: Counted,
        whole: Counted
    ) -> Metric {
        var metric = organizationsChanged.companion(suffix, subject, [], { _ in .notCollected })
        metric.counting = .ofOwnChanges { counts in
            Figure.share(numerator: counts[part], denominator: counts[whole])
                .lacking(counts[.organizationsReached] - counts[asked.twice], of: counts[.organizationsReached])
        }
        metric.words.label = label
        metric.words.definition = definition + " As the organizations report."
        metric.disclosure.consent = asked == .employ ? .toNameAndStaff : .toName
        return metric
    }

    /// The same metric, which names an organization only where it agreed, and says how things stand on the last day.
    private var ofOrganizations: Metric { with(\.disclosure.consent, .toName).asStock }
}

extension OwnReport {
    /// What was asked, in a title behind a colon.
    fileprivate var subject: String {
        switch self {
        case .employ: "people with lived or living experience on staff"
        case .outlet: "an outlet for feedback"
        case .board: "an advisory board"
        case .assessed: "an assessment of practices"
        case .services: "a service"
        }
    }
}

extension Counting {
    /// Of the latest answers.
    fileprivate static func ofOwnReports(_ conclude: @escaping @Sendable (Counts) -> Figure) -> Counting {
        Counting(of: .ownReports, .ownReports, conclude: conclude)
    }

    /// Of the first and the latest answers.
    fileprivate static func ofOwnChanges(_ conclude: @escaping @Sendable (Counts) -> Figure) -> Counting {
        Counting(of: .ownReports, .ownReports, .ownChanges, conclude: conclude)
    }
}
