import Documents
import Measures

/// The sentences with which a scorecard begins: what was done, theme by theme, and what was not measured.
struct ScorecardSentences {
    let findings: [String: Finding]
    let surroundings: Surroundings

    init(_ reading: Reading, _ surroundings: Surroundings) {
        findings = Dictionary(reading.total.map { ($0.metric.id, $0) }) { first, _ in first }
        self.surroundings = surroundings
    }

    /// All of them, in the order organizational, community, individual.
    var all: [String] {
        [trainings, feedback, practices, positions, boards, activities, evaluations, commitments].filter { !$0.isEmpty }
            + [measured, Page.whatCountsCannotShow]
    }

    private func figure(_ id: String) -> Figure? { findings[id]?.figure }
    private func whole(_ id: String) -> Int? { figure(id).flatMap { $0.state == .value ? $0.whole : nil } }

    /// `1 outlet`, `3 outlets`.
    private func counted(_ count: Int, _ what: String) -> String { Printed.counted(count, what) }

    // MARK: - Organizational

    private var trainings: String {
        guard let held = whole("TR-01") else { return "" }
        let sessions = held == 1 ? "1 training was held" : "\(held) trainings were held"
        guard held > 0 else { return "\(sessions)." }
        let trained = surroundings.organizationsTrained
        let organizations = trained == 0 ? "" : " for \(counted(trained, "organization[s]"))"
        guard let people = findings["TR-04"], people.figure.state == .value else {
            return "\(sessions)\(organizations); who came was not written down."
        }
        let verb = people.figure.value == 1 ? "person was" : "people were"
        return "\(sessions)\(organizations); \(Printed.words(people)) \(verb) trained."
    }

    private var feedback: String {
        guard let open = whole("FB-01"), let received = whole("FB-02"), let waiting = whole("FB-05.open") else {
            return ""
        }
        let outlets = open == 1 ? "1 outlet for feedback was open." : "\(open) outlets for feedback were open."
        guard received > 0 else { return "\(outlets) Nobody told us anything." }
        let oldest = surroundings.feedback.map { " (\($0.words))" } ?? ""
        return "\(outlets) People told us \(counted(received, "thing[s]")): \(received - waiting) answered, "
            + "\(waiting) waiting\(oldest)."
    }

    private var practices: String {
        guard let strict = figure("AS-02.strict"), let overdue = whole("AS-04.overdue") else { return "" }
        let actions = overdue == 0 ? "" : "\(counted(overdue, "improvement action[s]")) overdue."
        guard strict.state == .value, let met = strict.numerator, let all = strict.denominator else { return actions }
        return "\(met) of \(counted(all, "criteri\(all == 1 ? "on" : "a")")) of good practice were met. \(actions)"
            .trimmedEnd
    }

    private var positions: String {
        guard let share = figure("HI-01"), let filled = share.numerator, let all = share.denominator else { return "" }
        if all == 0 { return "There were 0 designated positions for people with lived or living experience." }
        return "\(filled) of \(counted(all, "designated position[s]")) \(all == 1 ? "was" : "were") filled. "
            + Page.whatPositionsCannotShow
    }

    // MARK: - Community

    private var boards: String {
        guard let made = figure("PB-05.uptake")?.denominator, let held = figure("PB-03") else { return "" }
        let meetings = (held.denominator ?? 0) + held.missing
        let met =
            meetings == 0
            ? "The advisory board did not meet"
            : "The advisory board met \(meetings == 1 ? "once" : "\(meetings) times")"
        guard made > 0 else { return "\(met)." }
        // Where none has a day for its answer, so that the rate is not collected, none is answered either.
        let answered = figure("PB-05")?.numerator ?? 0
        let oldest = surroundings.recommendation.map { " (\($0.words))" } ?? ""
        return "\(met). It recommended \(counted(made, "thing[s]")): \(answered) answered, "
            + "\(made - answered) waiting\(oldest)."
    }

    private var activities: String {
        guard let campaigns = whole("CO-01"), let actions = whole("CO-02"), let events = whole("CO-03") else {
            return ""
        }
        return [
            counted(campaigns, "awareness campaign[s]"), counted(actions, "action[s] of policy and advocacy"),
            counted(events, "event[s] with partners"),
        ].joined(separator: ", ") + "."
    }

    // MARK: - Individual

    private var evaluations: String {
        guard let rate = figure("EV-01"), rate.state == .value, let back = rate.numerator, let asked = rate.denominator
        else { return "" }
        return "\(back) of \(counted(asked, "evaluation[s]")) came back."
    }

    private var commitments: String {
        guard let share = figure("EV-13"), share.state == .value, let fully = share.numerator,
            let heard = share.denominator
        else { return "" }
        return "Of \(counted(heard, "commitment[s]")) that \(heard == 1 ? "was" : "were") followed up, \(fully) "
            + "\(fully == 1 ? "was" : "were") fully carried out, as people report."
    }

    // MARK: - What was not measured

    /// What was measured of what people said and did, in words; nothing where none of it was.
    private var outcomes: (measured: [String], not: [String]) {
        let isMeasured = { (finding: Finding) in finding.figure.state != .notCollected }
        func any(_ prefix: String) -> Bool {
            findings.values.contains { $0.metric.id.hasPrefix(prefix) && isMeasured($0) }
        }
        let parts = [
            ("how many evaluations came back", any("EV-01")), ("what people answered", any("EV-04.") || any("EV-07.")),
            ("change from before to after", any("EV-08.")), ("what became of commitments", any("EV-13")),
        ]
        return (parts.filter(\.1).map(\.0), parts.filter { !$0.1 }.map(\.0))
    }

    private var measured: String {
        var measured: [String] = []
        var not: [String] = []
        var apart: [String] = []
        for section in ScorecardLayout.sections {
            let ids = section.lines.flatMap(\.ids)
            if ids.contains("EV-01"), !outcomes.measured.isEmpty {
                measured.append("\(section.title.lowercased()) (\(outcomes.measured.joined(separator: ", ")))")
                not += outcomes.not
                continue
            }
            let isMeasured =
                (surroundings.hasSessions || !ids.contains("TR-01"))
                && ids.contains { id in findings[id].map { $0.figure.state != .notCollected } ?? false }
            let isApart =
                ids.contains { findings[$0]?.figure.reason == .notDivisible }
                && !ids.contains { findings[$0]?.figure.state == .value }
            if isApart {
                apart.append(section.title.lowercased())
            } else if isMeasured {
                measured.append(section.title.lowercased())
            } else {
                not.append(section.title.lowercased())
            }
        }
        let parts = [("Measured", measured), ("Not measured", not), ("Not told apart this way", apart)].filter {
            !$0.1.isEmpty
        }
        return parts.map { "\($0.0): \($0.1.joined(separator: ", "))." }.joined(separator: " ")
    }
}

extension String {
    /// Without blanks at its end.
    fileprivate var trimmedEnd: String {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }
}
