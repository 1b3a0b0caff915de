import SQLite

extension Store {
    /// Adds to what is given the days that go with it: people were told, and something was changed, on the day of the answer
    /// unless another is given, and an item keeps the target days that its outlet has when it comes.
    ///
    /// - Throws: `RecordError.broken` for a day of telling where nobody was told, and for a day of a change where there was
    ///   none.
    func dateFeedback(_ id: Int64?, _ draft: inout Draft, _ clearing: inout [String]) throws {
        let stored = try id.flatMap { try days(ofFeedback: $0) }
        try dateTelling(stored, &draft, &clearing)
        try dateChange(stored, &draft, &clearing)
        if let outlet = draft["outlet"]?.recordID, outlet != stored?.outlet { try keepTargets(of: outlet, &draft) }
    }

    private func dateTelling(_ stored: FeedbackDays?, _ draft: inout Draft, _ clearing: inout [String]) throws {
        let isTold = draft["told"] != nil || stored?.isTold == true && !clearing.contains("told")
        if draft["told_on"] != nil, !isTold {
            throw RecordError.broken(field: "told_on", problem: "say how people were told, too")
        }
        if !isTold {
            if stored?.toldOn != nil, !clearing.contains("told_on") { clearing.append("told_on") }
            return
        }
        let answered = draft.text("answered") ?? stored?.answered
        let follows = stored?.toldOn == nil || stored?.toldOn == stored?.answered
        guard draft["told_on"] == nil, !clearing.contains("told_on"), follows, let answered else { return }
        if answered != stored?.toldOn { draft["told_on"] = .text(answered) }
    }

    private func dateChange(_ stored: FeedbackDays?, _ draft: inout Draft, _ clearing: inout [String]) throws {
        let said = draft.text("led_to_change")
        if draft["changed_on"] != nil {
            if said == "no" { throw RecordError.broken(field: "changed_on", problem: "led_to_change is no") }
            if said == nil { draft["led_to_change"] = .yesNo(true) }
            return
        }
        let isChanged = said == "yes" || said == nil && stored?.isChanged == true && !clearing.contains("led_to_change")
        if !isChanged {
            if stored?.changedOn != nil, !clearing.contains("changed_on") { clearing.append("changed_on") }
            return
        }
        let answered = draft.text("answered") ?? stored?.answered
        let follows = stored?.changedOn == nil || stored?.changedOn == stored?.answered
        guard !clearing.contains("changed_on"), follows, let answered, answered != stored?.changedOn else { return }
        draft["changed_on"] = .text(answered)
    }

    private func keepTargets(of outlet: Int64, _ draft: inout Draft) throws {
        let days = try database.one(
            """
            SELECT ifnull(acknowledge_days, 5), ifnull(resolve_days, 30), ifnull(working_days, 0) FROM outlet
            WHERE id = \(outlet)
            """
        ) { row in (acknowledge: try row[0] as Int, resolve: try row[1] as Int, isWorking: try row[2] as Bool) }
        guard let days else { return }
        if draft["acknowledge_days"] == nil { draft["acknowledge_days"] = .number(days.acknowledge) }
        if draft["resolve_days"] == nil { draft["resolve_days"] = .number(days.resolve) }
        if draft["working_days"] == nil { draft["working_days"] = .yesNo(days.isWorking) }
    }

    /// What is stored of an item's days.
    private struct FeedbackDays {
        let outlet: Int64
        let answered: String?
        let isTold: Bool
        let toldOn: String?
        let isChanged: Bool
        let changedOn: String?
    }

    private func days(ofFeedback id: Int64) throws -> FeedbackDays? {
        try database.one(
            """
            SELECT outlet_id, answered_on, told IS NOT NULL, told_on, ifnull(led_to_change, 0), changed_on FROM feedback
            WHERE id = \(id)
            """
        ) { row in
            FeedbackDays(
                outlet: try row[0],
                answered: try row[1],
                isTold: try row[2],
                toldOn: try row[3],
                isChanged: try row[4],
                changedOn: try row[5]
            )
        }
    }
}
