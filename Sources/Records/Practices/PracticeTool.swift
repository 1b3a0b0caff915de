/// A tool with which practices are assessed: criteria by domain, in a version.
///
/// Scores are compared between assessments with the same tool in the same version only, so a changed criterion is a new
/// version. Of tools that others wrote only the title is here; their text is theirs.
package struct PracticeTool: Equatable, Sendable {
    /// The word by which it is named, and stored with each assessment.
    package let ref: String
    /// Its published title, by which it may be named too.
    package let title: String
    /// As its publisher counts; `1` unless given.
    package let version: String
    /// In the order in which they are scored; none for a tool that others publish, whose text an import brings.
    package let criteria: [Criterion]

    /// A criterion: its domain, what is asked, and the strategy that it belongs to, by its code.
    package struct Criterion: Equatable, Sendable {
        /// What it is grouped under on pages.
        package let domain: String
        /// A sentence that is met, partly met or not met.
        package let text: String
        /// A code of the list `strategy`, such as `assessment-of-practices`.
        package let strategy: String
    }

    package init(ref: String, title: String, version: String, criteria: [Criterion] = []) {
        self.ref = ref
        self.title = title
        self.version = version
        self.criteria = criteria
    }

    /// The tool with which practices are assessed where no other is named: our own checklist.
    package static let standard = own

    /// The tools that are known by name, ours first.
    package static let all = [own] + others

    /// The tool of this word or title, without case; else one of which only the title is known.
    package static func named(_ word: String, version: String? = nil) -> PracticeTool {
        let wanted = word.trimmed.lowercased()
        let known = all.first { $0.ref == wanted || $0.title.lowercased() == wanted }
        if let known, version == nil || version == known.version { return known }
        return PracticeTool(
            ref: known?.ref ?? word.trimmed,
            title: known?.title ?? word.trimmed,
            version: version ?? "1"
        )
    }

    /// Tools that others publish, by title only: their criteria come from the publisher, by an import.
    private static let others = [
        PracticeTool(ref: "hpp-checklist", title: "Achieving a Stigma-free Health Facility: Tool 1", version: "1"),
        PracticeTool(
            ref: "hpp-code-of-conduct",
            title: "Achieving a Stigma-free Health Facility: Tool 2",
            version: "1"
        ),
        PracticeTool(ref: "hpp-action-plan", title: "Achieving a Stigma-free Health Facility: Tool 3", version: "1"),
        PracticeTool(ref: "equip-rate", title: "EQUIP: Rate Your Organization", version: "1"),
        PracticeTool(ref: "equip-report-cards", title: "EQUIP: Equity Action Kit report cards", version: "1"),
        PracticeTool(ref: "om-patos", title: "OM-PATOS", version: "1"),
    ]

    private static let own = PracticeTool(
        ref: "groundwork-practices",
        title: "Groundwork checklist of practices",
        version: "1",
        criteria: checklist.flatMap { domain, strategy, texts in
            texts.map { Criterion(domain: domain, text: $0, strategy: strategy) }
        }
    )

    /// Our own words, along the four strategies of an organization.
    private static let checklist = [
        (
            "Training and education", "training-and-education",
            [
                "All staff, those at the front desk and in security too, have been trained within two years.",
                "People with lived or living experience take part in trainings, and are paid for it.",
                "New staff learn how we speak of people who use drugs in their first month.",
                "What people took up at a training is followed up.",
            ]
        ),
        (
            "Outlets for feedback", "outlets-for-feedback",
            [
                "People can tell us what they think without giving a name.",
                "Every outlet has a role that answers, and a day by which it does.",
                "What was said and what was done about it is shown where people see it.",
                "Nobody loses a service because they complained, and people are told so.",
            ]
        ),
        (
            "Practices", "assessment-of-practices",
            [
                "No rule refuses a service to somebody because they use drugs.",
                "Forms and records say what is needed for the service, in words that put the person first.",
                "People are asked in private about what they would not want others to hear.",
                "A person who was turned away can ask to have that looked at again.",
            ]
        ),
        (
            "Hiring people who use drugs", "hiring-people-who-use-drugs",
            [
                "There are paid positions for people with lived or living experience.",
                "They are paid and promoted like other positions of the same work.",
                "Job postings and background checks leave out what the work does not need.",
                "Supervision and support are offered, and nobody has to disclose anything to get them.",
            ]
        ),
    ]
}
