package import Documents
package import Records

/// Shows an assessment with its criteria, their scores, and the steps that follow from it.
package struct ShowAssessment: Operation {
    /// The assessment's ref, an unambiguous beginning of it, or `last`.
    package var ref = ""

    package let id = OperationID.show(.assessment)
    package let role = Role.manager
    package let access = Access.read

    package init() {}

    package var parameters: [Parameter<Self>] {
        [.text("ref", \.ref)]
    }

    package func run(_ context: Context, in store: Store) throws -> ShownAssessment {
        let assessment = try store.find(.assessment, ref)
        let ofAssessment = [NamedCondition.of(.assessment, assessment)].compactMap { $0 }
        return ShownAssessment(
            assessment: assessment,
            record: try RecordDocument.one(Noun.assessment.type, assessment.id, store),
            criteria: try store.criteria(of: assessment),
            actions: try RecordDocument.list(
                Extract(Noun.action.type, RecordFilter(conditions: ofAssessment)),
                shown: ["ref", "text", "owner", "due", "done"],
                store,
                context
            )
        )
    }
}

/// An assessment with what belongs to it.
package struct ShownAssessment: Sendable {
    /// What was found by the ref that was typed, which may be cut short.
    package let assessment: Found
    /// The fields of the assessment itself: tool, version, organization, days.
    package let record: Document
    /// Its criteria in the order of the tool.
    package let criteria: [Criterion]
    /// The steps that follow from it.
    package let actions: Document
}
