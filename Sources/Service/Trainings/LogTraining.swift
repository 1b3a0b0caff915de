package import Calendar
package import Records

/// Logs a training that was held: which course, for whom, when, how many came.
///
/// Minutes and topics come from the course. A course or an organization that is not known yet is made; here only a whole
/// ref or an exact title counts, so that a new one is never taken for an old one by its beginning.
package struct LogTraining: Operation {
    /// A ref or a title.
    package var course = ""
    /// Refs or titles of those trained.
    package var organizations: [String] = []
    /// The day as it was typed.
    package var date = "today"
    /// How many attendees were counted.
    package var count: Int?
    /// Names from a sign-in sheet, where there is one.
    package var names: NameSheet?
    /// When it began, such as 14:00.
    package var at: String?
    /// Further fields of the session, by their name, as they were typed.
    package var fields: [String: String] = [:]
    /// Whether a course or an organization that looks like a known one is another one.
    package var new = false

    package let id = OperationID.logTraining
    package let role = Role.manager
    package let access = Access.change
    package let entry = "log"

    package init() {}

    package var parameters: [Parameter<Self>] {
        [
            .text("course", \.course), .texts("organization", \.organizations), .text("date", \.date),
            .number("count", Headcount.range, \.count), .text("at", \.at), .flag("new", \.new),
        ]
            + .texts(["minutes", "audience", "modality", "host"], in: \.fields)
    }

    package func run(_ context: Context, in store: Store) throws -> LoggedTraining {
        guard !course.trimmed.isEmpty else { throw RecordError.invalid(field: "course", problem: "name the course") }
        try requireOrder(store)
        let day = try store.pastDay(date, for: "date", advice: try plan(store))
        guard !organizations.isEmpty else {
            throw RecordError.invalid(field: "organization", problem: "give at least one")
        }
        var made: [MadeRecord] = []
        let course = try store.known(.course, course, new: new, &made)
        var trained: [Found] = []
        for title in organizations {
            let found = try store.known(.organization, title, new: new, &made)
            if !trained.contains(where: { $0.id == found.id }) { trained.append(found) }
        }
        let draft = try draft(course, trained, day, store)
        let twins = try store.matching(Noun.session.type, draft).count
        let session = try store.add(Noun.session.type, draft)
        return LoggedTraining(
            session: try store.named(.session, session),
            course: course,
            organizations: trained,
            day: day,
            count: count,
            signed: try names.map { try store.signIn($0.names, at: session) },
            made: made,
            twins: twins
        )
    }

    private func draft(_ course: Found, _ trained: [Found], _ day: Day, _ store: Store) throws -> Draft {
        var draft = try store.draft(fields, of: .session)
        draft["course"] = .record(course)
        draft["status"] = .text(SessionStatus.held.rawValue)
        draft["headcount"] = count.map { .number($0) }
        let topics = try store.texts(Noun.course.type, course.id)["topics"]
        let values: [(name: String, text: String?)] = [
            ("organization", trained.map(\.ref).joined(separator: ";")), ("starts", try starts(day)),
        ]
        for (name, text) in values {
            guard let text, let field = Noun.session.type.field(named: name) else { continue }
            draft[name] = try store.value(field, text, Reading(place: .file, makes: false))
        }
        if let topics, !topics.isEmpty, let field = Noun.session.type.field(named: "topics") {
            draft.assumeTopics(try store.value(field, topics, Reading(place: .file, makes: false)))
        }
        return draft
    }

    private func starts(_ day: Day) throws -> String {
        guard let typed = at else { return day.description }
        guard let time = CivilTime(typed) else {
            throw RecordError.invalid(
                field: "at",
                problem: "is \"\(typed.clipped)\", which is not a time",
                advice: "Write a time such as 14:00."
            )
        }
        return "\(day)T\(time)"
    }

    /// What a training that has not been held is written down with.
    private func plan(_ store: Store) throws -> Advice {
        let isKnown =
            try store.find(.course, inFile: course) != nil
            && organizations.allSatisfy { try store.find(.organization, inFile: $0) != nil }
        return Advice(
            "To plan it",
            .perform(
                .add(.session),
                [
                    "course": course, "organization": organizations.joined(separator: ","),
                    "starts": date, "new": isKnown ? "no" : "yes",
                ]
            )
        )
    }

    /// Refuses an organization in the place of the course and the other way round, before both are made anew.
    private func requireOrder(_ store: Store) throws {
        guard !new, let first = organizations.first,
            try store.find(.course, inFile: course) == nil,
            try store.find(.organization, inFile: course) != nil, try store.find(.course, inFile: first) != nil
        else { return }
        var known = [
            Advice.Given("course", first), Advice.Given("organization", course),
            Advice.Given("date", date),
        ]
        if let count { known.append(Advice.Given("count", "\(count)")) }
        throw RecordError.invalid(
            field: "course",
            problem:
                "\"\(course.clipped)\" is an organization, and \"\(first.clipped)\" is a course",
            advice: Advice("Put the course first", .perform(id, known: known))
        )
    }
}

/// What logging a training stored.
package struct LoggedTraining: Sendable {
    /// The session that was made, held on `day`.
    package let session: Found
    /// The course that the session has, known before or made now.
    package let course: Found
    /// Those trained, each once, in the order in which they were named.
    package let organizations: [Found]
    /// The civil day on which it was held.
    package let day: Day
    /// How many were counted.
    package let count: Int?
    /// What the sheet of names came to; nil without one.
    package let signed: SignedIn?
    /// Courses and organizations that were not known before.
    package let made: [MadeRecord]
    /// Sessions of the same course, organizations and start that were there before.
    package let twins: Int
}

/// A record that an operation made because a text named it.
package struct MadeRecord: Sendable {
    /// `course` or `organization`.
    package let noun: Noun
    /// The row id and the ref that was made from the text.
    package let found: Found
    /// The ref of a known one that is spelled much alike.
    package let near: String?
}

extension Store {
    /// The course or organization that a text names; one that is not known is made, and added to `made`.
    func known(_ noun: Noun, _ text: String, new: Bool, _ made: inout [MadeRecord]) throws -> Found {
        if let found = try known(noun, text, new: new) { return found }
        let near = try nearest(noun, text).first
        let found = try named(noun, try make(noun, titled: text))
        made.append(MadeRecord(noun: noun, found: found, near: near))
        return found
    }
}
