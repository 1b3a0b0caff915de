import Measures
import Records
import SQLite

extension Theme {
    /// What organizations have now that they did not have before, as they report: OR-01 to OR-07.
    static let organizations = Theme(
        title: "What organizations changed",
        level: .organizational,
        metrics: [
            .organizationsReporting, .employing, .withOutlets, .withBoards, .withAssessments, .servicesOffered,
            .organizationsChanged,
        ] + Metric.ownChanges,
        lines: [
            ScorecardLine("Organizations that changed", .organizationsChanged),
            ScorecardLine("Have an outlet for feedback", .withOutlets),
            ScorecardLine("Have an advisory board", .withBoards),
            ScorecardLine("Employ people with lived or living experience", .employing),
            ScorecardLine("Assessed their practices", .withAssessments),
            ScorecardLine("Services offered, of nine (average)", .servicesOffered),
            ScorecardLine("Organizations that report about themselves", .organizationsReporting),
        ],
        sentences: [changes],
        facts: [KnownProfiles.self],
        isRecorded: { $0[KnownProfiles.self]?.areAny ?? false },
        gaps: gapsOfOwnReports,
        kinds: [.profile, .organization, .session, .attendance, .headcount]
    )

    /// What stands wherever organizations speak about themselves.
    static let asTheyReport = "These are the organizations' own words. We didn't check them."

    private static let changes: Sentence = { findings, _ in
        if let changed = findings.value(.organizationsChanged), let gained = changed.numerator,
            let twice = changed.denominator
        {
            let reported = "\(Printed.counted(twice, "organization[s]")) that reported more than once"
            let have = gained == 1 ? "has" : "have"
            return "Of \(reported), \(gained) now \(have) something they did not have at first. \(asTheyReport)"
        }
        guard let share = findings.value(.organizationsReporting), let reporting = share.numerator,
            let reached = share.denominator
        else { return "" }
        guard reporting > 0 else { return "No organization has reported about itself yet." }
        return "\(reporting) of \(Printed.counted(reached, "organization[s]")) reported about themselves. "
            + "A second report shows what changed."
    }
}

/// Whether any organization has reported about itself, whenever: without one, nothing of it is measured.
private struct KnownProfiles: SurroundingFact {
    let areAny: Bool

    init(_ scope: Scope, from database: borrowing DatabaseReader) throws {
        areAny = try database.value("SELECT EXISTS (SELECT 1 FROM profile)") ?? false
    }
}
