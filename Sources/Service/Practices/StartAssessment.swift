package import Records

/// Begins an assessment of practices with the criteria of a tool: our own checklist, unless another one is named.
package struct StartAssessment: Operation {
    /// The tool's word or title; our own checklist unless given.
    package var tool: String?
    /// The tool's version, where it is another than the one that we know.
    package var version: String?
    /// The organization's ref; the program's own unless given.
    package var organization: String?
    /// By when, as it was typed.
    package var due: String?
    /// Its ref; made from the organization, the tool and the day unless given.
    package var ref: String?

    package let id = OperationID.startAssessment
    package let role = Role.manager
    package let access = Access.change

    package init() {}

    package var parameters: [Parameter<Self>] {
        [
            .text("tool", \.tool), .text("version", \.version), .text("organization", \.organization),
            .text("due", \.due), .text("ref", \.ref),
        ]
    }

    package func run(_ context: Context, in store: Store) throws -> StartedAssessment {
        let tool = tool.map { PracticeTool.named($0, version: version) } ?? .standard
        let started = try store.startAssessment(
            with: tool,
            of: try organization.map { try store.find(.organization, $0) },
            due: try due.map { try store.day($0, for: "due") },
            ref: try ref.flatMap { try store.draft(["ref": $0], of: .assessment).text("ref") }
        )
        let count = try store.criteria(of: started).count
        return StartedAssessment(
            assessment: try store.named(.assessment, started),
            criteria: count,
            next: next(started, tool, count)
        )
    }

    private func next(_ started: Found, _ tool: PracticeTool, _ count: Int) -> Advice {
        count == 0
            ? Advice(
                "\(tool.title) has no criteria yet",
                .perform(.importRecords, ["kind": "criteria"], ask: ["files"])
            )
            : Advice("See its \(count) criteria", .perform(.show(.assessment), ["ref": started.ref]))
    }
}

/// An assessment that was begun.
package struct StartedAssessment: Sendable {
    /// The row id and ref, made where none was given.
    package let assessment: Found
    /// How many criteria it has.
    package let criteria: Int
    /// Where its criteria come from, or are seen.
    package let next: Advice
}
