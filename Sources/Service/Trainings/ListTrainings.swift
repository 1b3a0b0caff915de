package import Records

/// Lists sessions, the latest first: what, for whom, when, how many came.
package struct ListTrainings: Operation {
    /// What was typed for filters, by their name: `from`, `to`, `organization`, `course`, `status`.
    package var filters: [String: String] = [:]
    /// The page, from 1.
    package var page = 1

    package let id = OperationID(.session, "browse")
    package let role = Role.manager
    package let access = Access.read

    /// What a list can be narrowed by.
    package static let filterNames = ["from", "to", "organization", "course", "status"]
    /// How many sessions stand on a page.
    package static let pageLength = 40

    package init() {}

    package var parameters: [Parameter<Self>] { .texts(Self.filterNames, in: \.filters) }

    package func run(_ context: Context, in store: Store) throws -> TrainingList {
        var filter = TrainingFilter()
        filter.from = try filters["from"].map { try store.day($0, for: "from") }
        filter.to = try filters["to"].map { try store.day($0, for: "to") }
        filter.organization = try filters["organization"].map { try store.named(.organization, $0).id }
        filter.course = try filters["course"].map { try store.named(.course, $0).id }
        filter.status = try filters["status"].map { word in
            guard let status = SessionStatus(rawValue: word) else {
                throw RecordError.unknown("status", word, known: SessionStatus.allCases.map(\.rawValue))
            }
            return status
        }
        let found = try store.trainings(
            filter,
            limit: Self.pageLength,
            offset: (min(max(page, 1), 100_000) - 1) * Self.pageLength
        )
        return TrainingList(program: store.program.name, trainings: found.trainings, count: found.count)
    }
}

/// A page of a list of sessions.
package struct TrainingList: Sendable {
    /// Whose record it is.
    package let program: String
    /// Those of this page, the latest first.
    package let trainings: [Training]
    /// How many the filters let through, on all pages.
    package let count: Int
}

extension Store {
    /// The organization or course of an exact title, without regard to case, else of a ref as it is typed elsewhere.
    func named(_ noun: Noun, _ typed: String) throws -> Found {
        if let found = try find(noun, inFile: typed) { return found }
        return try find(noun, typed)
    }
}

/// Lists the titles of courses and organizations, to be suggested while somebody types.
package struct SuggestTitles: Operation {
    package let id = OperationID(rawValue: "suggest")
    package let role = Role.manager
    package let access = Access.read
    package let parameters: [Parameter<Self>] = []

    package init() {}

    package func run(_ context: Context, in store: Store) throws -> Suggestions {
        Suggestions(
            program: store.program.name,
            today: store.today,
            courses: try store.titles(.course),
            organizations: try store.titles(.organization)
        )
    }
}
