package import Calendar
package import Records

/// Shows one session: its facts, who came by name and by count, what is missing.
package struct ShowTraining: Operation {
    /// Its ref, an unambiguous beginning of it, or `last`.
    package var session = ""

    package let id = OperationID(.session, "view")
    package let role = Role.manager
    package let access = Access.read

    package init() {}

    package var parameters: [Parameter<Self>] { [.text("session", \.session)] }

    package func run(_ context: Context, in store: Store) throws -> TrainingPage {
        let found = try store.find(.session, session)
        guard let training = try store.training(found.id) else {
            throw RecordError.notFound(.session, found.ref, nearest: [])
        }
        let texts = try store.texts(Noun.session.type, found.id)
        let title = { (name: String) throws -> String? in
            try texts[name].map { try store.title(.organization, ref: $0) ?? $0 }
        }
        return TrainingPage(
            program: store.program.name,
            today: store.today,
            training: training,
            minutes: texts["minutes"],
            modality: texts["modality"],
            audience: texts["audience"],
            host: try title("host"),
            site: texts["site"],
            fund: texts["fund"],
            topics: (texts["topics"] ?? "").split(separator: ";").map { String($0).trimmed }.filter { !$0.isEmpty },
            replacedBy: try texts["replaced_by"].flatMap { try store.training(store.find(.session, $0).id) },
            counts: try store.counts(ofSession: found.id),
            attendees: try store.attendees(ofSession: found.id),
            nameless: try store.namelessAttendees(ofSession: found.id),
            evaluations: try store.evaluations(ofSession: found.id),
            seen: Seen(noun: .session, ref: found.ref, digest: try store.digest(.session, found))
        )
    }
}

/// Everything that a session's page shows.
package struct TrainingPage: Sendable {
    /// Whose record it is.
    package let program: String
    /// The civil day in the program's zone.
    package let today: Day
    /// What, for whom, when, how many came.
    package let training: Training
    /// Instructional minutes, as they are stored.
    package let minutes: String?
    /// `online`, `in_person` or `hybrid`.
    package let modality: String?
    /// `staff`, `community`, `board` or `mixed`.
    package let audience: String?
    /// The title of the organization that hosted it.
    package let host: String?
    /// The place within an organization.
    package let site: String?
    /// What paid for it.
    package let fund: String?
    /// What was covered, in order.
    package let topics: [String]
    /// The session that takes its place, where it was postponed to a day.
    package let replacedBy: Training?
    /// What was counted, as it was written down.
    package let counts: [TrainingCount]
    /// Everybody on file for it, facilitators and those who only registered too.
    package let attendees: [TrainingAttendee]
    /// Attendees with a row and no name.
    package let nameless: Int
    /// How many forms came back.
    package let evaluations: Int
    /// What a change that goes by this page is held to.
    package let seen: Seen

    /// Something that a full record of a session has, and this one lacks.
    package enum Gap: Sendable, Equatable {
        case count, minutes, organization, course
    }

    /// What is missing, of a session whose day has come and that was not called off.
    package var gaps: [Gap] {
        guard training.day <= today, training.status == .held || training.status == .scheduled else { return [] }
        return [
            training.attendance == nil ? .count : nil, minutes == nil ? .minutes : nil,
            training.organizations.isEmpty ? .organization : nil, training.title == nil ? .course : nil,
        ].compactMap { $0 }
    }
}

/// Titles to suggest while somebody types.
package struct Suggestions: Sendable {
    /// Whose record it is.
    package let program: String
    /// The civil day in the program's zone.
    package let today: Day
    /// In order of title.
    package let courses: [(ref: String, title: String)]
    /// In order of title.
    package let organizations: [(ref: String, title: String)]

    /// The title of a course or an organization.
    package func title(_ noun: Noun, ref: String) -> String? {
        (noun == .course ? courses : organizations).first { $0.ref == ref }?.title
    }
}
