import SQLite

extension RecordType {
    /// One returned form: session and day. Its answers stand in columns by the form's items: see `Form`.
    static let evaluation = RecordType(
        noun: .evaluation,
        fields: [
            Field("ref", "Ref", .ref, in: .special("t.ref")),
            Field("form", "Form", .record(.form), in: .column("form_id"), required: true),
            Field("session", "Session", .record(.session), in: .column("session_id")),
            Field(
                "organization",
                "Organization whose clients answered",
                .record(.organization),
                in: .column("organization_id")
            ),
            Field("submitted", "Submitted on", .day, in: .column("submitted_on")),
            Field("answered", "Answers", .wholeNumber(0...Form.slots), of: "answers", in: .special("t.answered")),
        ],
        source: "evaluation AS t",
        table: "evaluation",
        order: "t.session_id, t.form_id, t.id",
        day: "coalesce((SELECT r.starts_on FROM session AS r WHERE r.id = t.session_id), t.submitted_on)",
        ofOrganization: {
            """
            (t.organization_id = \($0) OR EXISTS (SELECT 1 FROM session_organization AS o
            WHERE o.session_id = t.session_id AND o.organization_id = \($0)))
            """
        },
        ofCourse: { "(SELECT r.course_id FROM session AS r WHERE r.id = t.session_id) = \($0)" },
        ofSession: { "t.session_id = \($0)" },
        matches: { _, _ in [] },
        refIsDrawn: true
    )
}
