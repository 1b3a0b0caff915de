package import Calendar
import SQLite

/// A criterion of an assessment as people name it: by its number in the assessment.
package struct Criterion: Equatable, Sendable {
    /// The row id, which people never see: they name it by `number`.
    package let id: Int64
    /// From 1, in the order of the tool.
    package let number: Int
    /// What the tool groups it under, such as `Training and education`.
    package let domain: String
    /// What is asked, in the tool's words.
    package let text: String
    /// `met`, `partial`, `not_met` or `not_applicable`; nil while nobody has scored it.
    package let score: String?
}

/// How far a criterion is met.
package enum CriterionScore: String, CaseIterable, Sendable {
    case met, partial, notMet = "not_met", notApplicable = "not_applicable"

    static let words = allCases.map(\.rawValue)
}

extension Store {
    /// Begins an assessment with a tool of ours, whose criteria it takes over, or with another one by its title alone.
    /// Part of a `change`.
    package func startAssessment(
        with tool: PracticeTool,
        of organization: Found? = nil,
        due: Day? = nil,
        ref: String? = nil
    ) throws -> Found {
        var draft = Draft(["tool": .text(tool.ref), "version": .text(tool.version)])
        draft["organization"] = organization.map { .record($0) }
        draft["due"] = due.map { .text($0.iso) }
        draft["ref"] = ref.map { .text($0) }
        let assessment = try add(.assessment, draft)
        for criterion in tool.criteria {
            var draft = Draft(["assessment": .record(assessment), "criterion": .text(criterion.text)])
            draft["domain"] = .text(criterion.domain)
            draft["codes"] = try codes(among: ["strategy"], criterion.strategy, .typed)
            _ = try add(.criterion, draft)
        }
        return assessment
    }

    /// The criteria of an assessment, in the order of its tool.
    package func criteria(of assessment: Found) throws -> [Criterion] {
        let rows = try database.all(
            "SELECT id, domain, criterion, score FROM criterion WHERE assessment_id = \(assessment.id) ORDER BY id"
        ) { row in
            (id: try row[0] as Int64, domain: try row.text(1), text: try row.text(2), score: try row[3] as String?)
        }
        return rows.enumerated().map { index, row in
            Criterion(id: row.id, number: index + 1, domain: row.domain, text: row.text, score: row.score)
        }
    }

    /// The criterion that somebody typed: its number, or an unambiguous beginning of its text, without case.
    ///
    /// - Throws: `RecordError` `absent` or `ambiguous`.
    package func criterion(of assessment: Found, _ typed: String) throws -> Criterion {
        let all = try criteria(of: assessment)
        let word = typed.trimmed.lowercased()
        if let number = Int(word), let criterion = all.first(where: { $0.number == number }) { return criterion }
        let fitting = word.isEmpty ? [] : all.filter { $0.text.lowercased().hasPrefix(word) }
        let exact = fitting.filter { $0.text.lowercased() == word }
        if let only = exact.count == 1 ? exact.first : (fitting.count == 1 ? fitting.first : nil) { return only }
        if fitting.isEmpty {
            let advice =
                all.isEmpty
                ? Advice("Import its criteria first", .perform(.importRecords, ["kind": "criteria"], ask: ["files"]))
                : Advice("To find its number", .perform(.show(.assessment), ["ref": assessment.ref]))
            throw RecordError.absent("\(assessment.ref) has no criterion \"\(typed.clipped)\"", advice: advice)
        }
        throw RecordError.ambiguous(.criterion, typed, candidates: fitting.map { String($0.number) })
    }

    /// Says how far a criterion is met. Part of a `change`.
    ///
    /// - Throws: `RecordError.refused` where it has another score and its assessment is completed.
    package func score(_ assessment: Found, _ criterion: Criterion, _ score: CriterionScore) throws {
        try edit(.criterion, criterion.id, Draft(["score": .text(score.rawValue)]))
    }

    /// Refuses another score for a criterion of an assessment that is completed, by whichever way it comes.
    func accept(criterion id: Int64?, _ draft: Draft) throws {
        guard let id, let score = draft.text("score") else { return }
        let known = try database.one(
            """
            SELECT r.ref, r.completed_on FROM criterion AS t JOIN assessment AS r ON r.id = t.assessment_id
            WHERE t.id = \(id) AND t.score <> \(score) AND r.completed_on IS NOT NULL
            """
        ) { row in (ref: try row.text(0), completed: try row.text(1)) }
        guard let known else { return }
        throw RecordError.refused(
            "\(known.ref) was completed on \(known.completed.dayWords), so its scores are final",
            advice: Advice("Start a new assessment", .perform(.startAssessment))
        )
    }

    /// Completes an assessment. Part of a `change`.
    ///
    /// - Throws: `RecordError.refused` where it is completed, or criteria have no score.
    package func complete(assessment: Found, on day: Day? = nil) throws {
        let day = day ?? today
        try requirePast(day, "completed")
        if let completed = try completion(of: assessment) {
            throw RecordError.refused("\(assessment.ref) was already completed on \(completed.dayWords)", advice: nil)
        }
        let missing = try criteria(of: assessment).filter { $0.score == nil }
        if let first = missing.first {
            throw RecordError.refused(
                "\(assessment.ref): \(missing.count == 1 ? "1 criterion has" : "\(missing.count) criteria have") no score",
                advice: Advice(
                    "Score the next one",
                    .perform(.scoreCriterion, ["ref": assessment.ref, "criterion": "\(first.number)", "score": "met"])
                )
            )
        }
        try edit(.assessment, assessment.id, Draft(["completed": .text(day.iso)]))
    }

    /// Notes that an improvement action is done. Part of a `change`.
    ///
    /// - Throws: `RecordError.refused` where it was done before.
    package func finish(action: Found, on day: Day? = nil) throws {
        let day = day ?? today
        try requirePast(day, "done")
        if let done = try database.value("SELECT done_on FROM action WHERE id = \(action.id)", as: String?.self) ?? nil
        {
            throw RecordError.refused("\(action.ref) was already done on \(done.dayWords)", advice: nil)
        }
        try edit(.action, action.id, Draft(["done": .text(day.iso)]))
    }

    /// The day on which an assessment was completed; nil while it is open.
    package func completion(of assessment: Found) throws -> String? {
        try database.value("SELECT completed_on FROM assessment WHERE id = \(assessment.id)", as: String?.self) ?? nil
    }
}
