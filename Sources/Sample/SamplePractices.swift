import Calendar
import Records

extension SampleProgram {
    /// A baseline and a later assessment with our checklist, one that is overdue, and what was set out to be improved.
    mutating func makePractices() throws {
        try assess("practices-baseline", of: "harbor-harm-reduction", done: 90, better: 0)
        try assess("practices-again", of: "harbor-harm-reduction", done: length - 110, better: 30)
        try assess("open-door-baseline", of: "open-door", done: length - 60, better: 10)
        let tool = PracticeTool.named("groundwork-practices")
        _ = try store.startAssessment(with: tool, due: day(length - 14), ref: "practices-this-year")
        for (index, action) in SampleWords.actions.enumerated() {
            let due = day(150 + index * (length - 120) / SampleWords.actions.count)
            let late = [-10, 12, -3, nil, 0][index % 5]
            try put(
                .action,
                [
                    "assessment": due < day(length - 90) ? "practices-baseline" : "practices-again",
                    "text": action.text,
                    "owner": action.role, "due": due.iso, "done": late.flatMap { past(due.adding(days: $0)) },
                ]
            )
        }
    }

    /// Reviews of the words of two documents, and a question of the program's own for a show of hands.
    func makeReviews() throws {
        for (title, days, words, flags) in [
            ("Intake policy", 200, "1180", "9"), ("Intake policy", 60, "1240", "2"), ("Newsletter", 60, "860", "3"),
        ] {
            try put(
                .document,
                ["title": title, "reviewed": day(length - days).iso, "words": words, "flags": flags]
            )
        }
        try put(.question, ["question": "How did you hear of us?", "options": "friend;poster;website"])
    }

    private mutating func assess(_ ref: String, of organization: String, done: Int, better: Int) throws {
        let owner = try store.find(.organization, organization)
        let tool = PracticeTool.named("groundwork-practices")
        let assessment = try store.startAssessment(with: tool, of: owner, due: day(done + 7), ref: ref)
        for criterion in try store.criteria(of: assessment) {
            let draw = sequence.number(in: 1...100) - better
            let score: CriterionScore =
                switch draw {
                case ...35: .met
                case 36...65: .partial
                case 66...94: .notMet
                default: .notApplicable
                }
            try store.score(assessment, criterion, score)
        }
        try store.complete(assessment: assessment, on: day(done))
    }

    /// Designated positions: filled, filled again, vacant, without pay, and one that was closed.
    mutating func makePositions() throws {
        let positions:
            [(ref: String, capacity: String, paid: Bool, fte: String, authorized: Int, fillings: [(Int, Int?)])] = [
                ("outreach-1", "outreach", true, "1", 0, [(10, nil)]),
                ("outreach-2", "outreach", true, "0.5", 0, [(30, 250), (300, nil)]),
                ("trainer", "training", true, "0.5", 60, [(90, nil)]),
                ("navigator", "direct-service", true, "0.75", 120, [(150, 420)]),
                ("evaluator", "evaluation", true, "0.25", 240, []),
                ("garden-team", "direct-service", false, "0.1", 30, [(40, nil)]),
            ]
        for plan in positions {
            let position = try put(
                .position,
                [
                    "ref": plan.ref, "capacity": plan.capacity, "paid": plan.paid ? "yes" : "no", "fte": plan.fte,
                    "authorized": day(plan.authorized).iso,
                ]
            )
            for (from, to) in plan.fillings where day(from) <= store.today {
                try store.fill(position: position, from: day(from))
                if let to, day(to) <= store.today { try store.vacate(position: position, on: day(to)) }
            }
        }
        try put(
            .position,
            [
                "ref": "desk-1", "capacity": "direct-service", "fte": "0.4", "authorized": firstDay.iso,
                "filled_from": day(5).iso, "filled_to": day(180).iso, "closed": day(200).iso,
            ]
        )
    }

    /// Campaigns, advocacy and events with partners, and what the program set itself.
    mutating func makeActivities() throws {
        for (index, activity) in SampleWords.activities.enumerated() {
            let held = day(40 + index * (length - 50) / SampleWords.activities.count)
            try put(
                .activity,
                [
                    "kind": activity.kind, "title": activity.title, "partners": activity.partners, "held": held.iso,
                    "reach": activity.kind == "advocacy" ? nil : String(sequence.number(in: 4...60) * 10),
                ]
            )
        }
        let years = [
            Period.fiscalYear(of: firstDay, startingIn: Self.fiscalYearStart),
            Period.fiscalYear(of: store.today, startingIn: Self.fiscalYearStart),
        ]
        for year in years {
            for (metric, value) in [("TR-01", "72"), ("FB-05", "0.8"), ("PB-02", "1"), ("HI-01", "0.75")] {
                try put(.target, ["metric": metric, "period": year.label, "value": value])
            }
            try put(.target, ["fund": "County", "metric": "TR-01", "period": year.label, "value": "40"])
        }
    }
}
