import Calendar
package import Records

/// Says that a session takes place later; with a day the later one is planned too.
package struct PostponeSession: Operation {
    /// The session's ref, an unambiguous beginning of it, or `last`; refused where people are recorded there.
    package var session = ""
    /// The new day as it was typed, with or without a time.
    package var to: String?

    package let id = OperationID(.session, "postpone")
    package let role = Role.manager
    package let access = Access.change

    package init() {}

    package var parameters: [Parameter<Self>] { [.text("session", \.session), .text("to", \.to)] }

    package func run(_ context: Context, in store: Store) throws -> PostponedSession {
        let old = try store.find(.session, session)
        try store.requireNobodyRecorded(at: old, toBe: .postponed)
        let new = try to.map {
            try store.named(.session, try store.add(Noun.session.type, try replacement(of: old, on: $0, store)))
        }
        var draft = Draft(["status": .text(SessionStatus.postponed.rawValue)])
        draft["replaced_by"] = new.map { .record($0) }
        _ = try store.edit(Noun.session.type, old.id, draft)
        return PostponedSession(session: old, replacement: new)
    }

    /// The same session on another day: at the same time of day unless one is given.
    private func replacement(of old: Found, on day: String, _ store: Store) throws -> Draft {
        let texts = try store.texts(Noun.session.type, old.id)
        var draft = try store.plan(like: texts, without: ["form"])
        guard let starts = Noun.session.type.field(named: "starts") else { return draft }
        let isWholeDay = day.count == 10
        let text = isWholeDay ? day + (texts["starts"] ?? "").dropFirst(10) : day
        draft["starts"] = try store.value(starts, text, Reading(place: .typed, makes: false))
        if let first = draft.text("starts").flatMap({ Day(iso: String($0.prefix(10))) }) {
            draft.keepLength(of: texts, from: first)
        }
        return draft
    }
}

extension Store {
    /// A planned session like the one that these texts say, without its day.
    func plan(like texts: [String: String], without others: Set<String> = []) throws -> Draft {
        var draft = Draft()
        for field in Noun.session.type.fields where !Self.ownFields.union(others).contains(field.name) {
            guard let text = texts[field.name] else { continue }
            let value = try value(field, text, Reading(place: .file, makes: false))
            if field.name == "topics" { draft.assumeTopics(value) } else { draft[field.name] = value }
        }
        draft["status"] = .text(SessionStatus.scheduled.rawValue)
        return draft
    }

    /// What another session on another day does not take over.
    private static let ownFields: Set = [
        "ref", "starts", "ends", "status", "replaced_by", "headcount", "topics_confirmed", "followup_asked",
    ]
}

extension Draft {
    /// Lets a session that begins on `first` last as many days as the one of these texts.
    mutating func keepLength(of texts: [String: String], from first: Day) {
        guard let old = texts["starts"].flatMap({ Day(iso: String($0.prefix(10))) }),
            let last = texts["ends"].flatMap({ Day(iso: $0) })
        else { return }
        self["ends"] = .text(first.adding(days: last.epochDay - old.epochDay).iso)
    }
}

/// A session that was postponed, and the one that takes its place.
package struct PostponedSession: Sendable {
    /// The session that does not take place on its day; it stays on file as postponed.
    package let session: Found
    /// The planned one that was made for the new day; nil where none was given.
    package let replacement: Found?
}
