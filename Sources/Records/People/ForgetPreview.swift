import SQLite

/// What forgetting would take away, and what it would leave, before anybody says yes.
package struct ForgetPreview: Equatable, Sendable {
    /// Sessions that count the people as attendees, observers or facilitators by name.
    package internal(set) var sessions = 0
    /// Facilitators whose name and pronouns would go.
    package internal(set) var facilitated: [Facilitator] = []
    /// Facilitators of the same name who may be somebody else.
    package internal(set) var unclear: [Facilitator] = []
    /// Sessions that are gone, or were edited, of whose earlier facilitators the same is true.
    package internal(set) var unclearEarlier = 0
    /// Other people who have one of the names.
    package internal(set) var others: [Found] = []
    /// Values that would go from the history, beside those of the people's own rows.
    package internal(set) var historyValues = 0
    /// Imported files with the name in their own.
    package internal(set) var files = 0
    /// Where the full name is in words that somebody wrote, which stay.
    package internal(set) var places: [NamePlace] = []
    /// Names of the request that are nowhere.
    package internal(set) var unknown: [FullName] = []

    /// Whether somebody has to say first whether it is one person.
    package var isUnclear: Bool { !unclear.isEmpty || unclearEarlier > 0 }

    /// Whether nothing of the names would change, beside the people's own rows.
    package var removesNothing: Bool { facilitated.isEmpty && historyValues == 0 && files == 0 }
}

extension Store {
    /// What forgetting these people would do. Nothing is changed.
    package func preview(_ asked: ForgetRequest) throws -> ForgetPreview {
        let request = asked.withoutRepeats
        let traces = try traces(of: request, labels: Array(repeating: "", count: request.count))
        var preview = ForgetPreview()
        for person in request.people { preview.sessions += try attendances(of: person) }
        preview.facilitated = traces.facilitators.map(\.facilitator)
        preview.unclear = traces.unclear
        preview.unclearEarlier = traces.unclearSessions.subtracting(traces.unclear.map(\.session.id)).count
        preview.others = traces.others
        preview.historyValues = traces.edits.count
        preview.files = traces.files.count
        let gone = Set(traces.facilitators.map { "\($0.facilitator.session.id),\($0.facilitator.position)" })
        let own = try rowsOf(request.people)
        preview.places = try places(of: traces.everyName) { table, column, key in
            switch table {
            case "person": own.contains(key)
            case "session_facilitator": column == "name" && gone.contains(key)
            case "import": column == "file"
            default: false
            }
        }
        .filter { $0.place != NamePlace.history }
        preview.unknown = try request.names.filter { try !isAnywhere($0) }
        return preview
    }

    /// Whether a name stands anywhere at all.
    private func isAnywhere(_ name: FullName) throws -> Bool {
        let traces = try traces(of: ForgetRequest(names: [name]), labels: [""])
        return try !traces.isEmpty || !places(of: NameSet([name])).isEmpty
    }

    /// How many sessions count somebody by name.
    func attendances(of person: Found) throws -> Int {
        try database.value("SELECT count(*) FROM attendance WHERE person_id = \(person.id)") ?? 0
    }

    /// The row ids of people and of those who were merged into them, as texts.
    private func rowsOf(_ people: [Found]) throws -> Set<String> {
        try people.reduce(into: []) { rows, person in
            rows.formUnion(
                try database.all(
                    "SELECT CAST(id AS TEXT) FROM person WHERE id = \(person.id) OR merged_into_id = \(person.id)"
                ) { try $0.text(0) }
            )
        }
    }
}
