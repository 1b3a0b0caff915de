import SQLite

/// What the record holds of people beside their own rows, found by their names, and what forgetting makes of it.
struct Traces {
    /// A line of the history, and what its values become.
    struct Edit {
        let entry: Int64
        let position: Int64
        let old: SQLValue
        let new: SQLValue
    }

    /// The name of an imported file, and the neutral one that it gets.
    struct File {
        let id: Int64
        let name: String
        let neutral: String
    }

    /// Facilitators whose names go, each with the word that takes the name's place.
    var facilitators: [(facilitator: Facilitator, label: String)] = []
    /// Facilitators of whom nobody can say whether they are the person.
    var unclear: [Facilitator] = []
    /// Sessions of whose facilitators the same is true in the history, by row id: those that are gone among them.
    var unclearSessions: Set<Int64> = []
    /// What changes in the history.
    var edits: [Edit] = []
    /// What changes in the list of imports.
    var files: [File] = []
    /// Sessions from which, or from whose history, a facilitator's name goes.
    var sessions: Set<Int64> = []
    /// Other people who have one of the names and keep it.
    var others: [Found] = []
    /// The names that were looked for.
    var names: [FullName] = []
    /// The names that were looked for, and e-mail addresses.
    var everyName = NameSet([])
    /// The names that go where they are facilitators'.
    var ofFacilitators: [FullName] = []

    /// Whether nothing of the record changes.
    var isEmpty: Bool { facilitators.isEmpty && edits.isEmpty && files.isEmpty }
}

extension Store {
    /// What the record holds of people beside their own rows.
    ///
    /// - Parameter labels: words that take the place of a facilitator's name, one for each of the people and names that
    ///   are to be forgotten; where nothing is to be changed, any will do.
    func traces(of request: ForgetRequest, labels: [String]) throws -> Traces {
        let sought = try sought(request)
        var traces = Traces()
        traces.everyName = NameSet(sought.flatMap { $0.names + $0.earlier + $0.emails })
        traces.names = sought.flatMap { $0.names + $0.earlier }
        traces.files = try files(named: traces.names)
        for facilitator in try facilitators(named: traces.everyName) {
            switch sought.claim(facilitator.name, at: facilitator.session.id) {
            case .by(let index): traces.facilitators.append((facilitator, labels[index]))
            case .unclear: traces.unclear.append(facilitator)
            case .nobody: break
            }
        }
        for one in sought {
            if one.mayBeFacilitator { traces.ofFacilitators += one.names }
            traces.others += one.others.filter { !traces.others.contains($0) }
        }
        traces.sessions = Set(traces.facilitators.map(\.facilitator.session.id))
        try findInHistory(sought, labels, &traces)
        return traces
    }

    /// Whether a facilitator, a line of the history or an imported file still has one of the names of forgotten people.
    func holds(_ traces: Traces) throws -> Bool {
        let names = NameSet(traces.ofFacilitators)
        if try !facilitators(named: names).isEmpty || !files(named: traces.names).isEmpty { return true }
        var isHeld = false
        try database.forEach(
            """
            SELECT old, new FROM history_value
            WHERE record_table = 'session_facilitator' AND column_name = 'name' AND (old IS NOT NULL OR new IS NOT NULL)
            """
        ) { row in
            for value in [try row.value(0), try row.value(1)].compactMap(\.asText) where !isHeld {
                isHeld = names.isWhole(value)
            }
        }
        return isHeld
    }

    /// Removes what was found.
    func remove(_ traces: Traces) throws {
        for (facilitator, label) in traces.facilitators {
            try database.execute(
                """
                UPDATE session_facilitator SET name = \(label), pronouns = NULL
                WHERE session_id = \(facilitator.session.id) AND position = \(facilitator.position)
                """
            )
        }
        try rewriteHistory(traces.edits)
        for file in traces.files {
            try database.execute("UPDATE import SET file = \(file.neutral) WHERE id = \(file.id)")
        }
    }

    /// Gives lines of the history other values. The salts of their entries go, by which what they held could be guessed.
    func rewriteHistory(_ edits: [Traces.Edit]) throws {
        for edit in edits {
            try database.execute(
                """
                UPDATE history_value SET old = \(edit.old), new = \(edit.new)
                WHERE history_id = \(edit.entry) AND position = \(edit.position)
                """
            )
        }
        for entry in Set(edits.map(\.entry)).sorted() {
            try database.execute("UPDATE history SET salt = NULL WHERE id = \(entry)")
        }
    }

    /// Files that hold somebody: those that their rows and the sessions that they facilitated came from, also where the
    /// import was taken back and the file is still there, and those that have their name.
    func filesHolding(_ traces: Traces, _ people: [Found]) throws -> [String] {
        var imports = Set(traces.files.map(\.id))
        for person in people { imports.formUnion(try importsHolding(person.id)) }
        try database.forEach("SELECT id, import_id FROM session WHERE import_id IS NOT NULL") { row in
            if traces.sessions.contains(try row[0]) { imports.insert(try row[1]) }
        }
        try database.forEach(
            """
            SELECT DISTINCT v.record_key, i.id FROM import AS i JOIN history_value AS v ON v.history_id = i.history_id
            WHERE v.record_table = 'session_facilitator'
            """
        ) { row in
            guard let session = Int64(try row.text(0).prefix { $0 != "," }) else { return }
            if traces.sessions.contains(session) { imports.insert(try row[1]) }
        }
        return try imports.sorted().reduce(into: []) { files, id in
            guard let file = try database.value("SELECT file FROM import WHERE id = \(id)", as: String.self) else {
                return
            }
            if !files.contains(file) { files.append(file) }
        }
    }

    /// Imports that somebody's own rows came from.
    private func importsHolding(_ person: Int64) throws -> [Int64] {
        try database.all(
            """
            SELECT i.id FROM import AS i WHERE i.id IN (
                SELECT import_id FROM person WHERE id = \(person) OR merged_into_id = \(person)
                UNION SELECT import_id FROM attendance WHERE person_id = \(person))
            """
        ) { try $0[0] }
    }

    /// Imported files whose name holds one of these names.
    private func files(named names: [FullName]) throws -> [Traces.File] {
        try database.all("SELECT id, file FROM import ORDER BY id") { row in
            (id: try row[0] as Int64, file: try row.text(1))
        }
        .filter { found in names.contains { $0.isIn(fileName: found.file) } }
        .map { Traces.File(id: $0.id, name: $0.file, neutral: Self.neutralName(of: $0.id, $0.file)) }
    }

    /// `import-3.csv`: a name that says nothing but which import it is, and what kind of file it was.
    private static func neutralName(of id: Int64, _ file: String) -> String {
        let known = ["csv", "txt", "tsv", "xlsx", "xls", "json"]
        let ending = file.split(separator: ".").last.map { $0.lowercased() }.flatMap { known.contains($0) ? $0 : nil }
        return "import-\(number(of: id))" + (ending.map { ".\($0)" } ?? "")
    }
}

extension Store {
    /// What changes in the history: names and pronouns of facilitators, and texts that hold the full name where it can
    /// be nobody else's.
    private func findInHistory(_ sought: [Sought], _ labels: [String], _ traces: inout Traces) throws {
        let redacted = NameSet(sought.flatMap(\.onlyTheirs))
        var pronouns: Set<HistoryKey> = []
        func changed(_ value: SQLValue, _ session: Int64?) -> SQLValue {
            guard let text = value.asText else { return value }
            guard let session, sought.contains(where: { $0.all.isWhole(text) }) else {
                return redacted.replaced(in: text, by: "(name removed)").map { .text($0) } ?? value
            }
            switch sought.claim(text, at: session) {
            case .by(let index):
                traces.sessions.insert(session)
                return .text(labels[index])
            case .unclear: traces.unclearSessions.insert(session)
            case .nobody: break
            }
            return value
        }
        try database.forEach(
            """
            SELECT history_id, position, record_table, record_key, column_name, old, new FROM history_value
            WHERE (typeof(old) = 'text' OR typeof(new) = 'text') AND record_table <> 'person'
            """
        ) { row in
            let (table, column): (String, String?) = (try row[2], try row[4])
            let (old, new) = (try row.value(5), try row.value(6))
            let isFacilitator = table == "session_facilitator" && column == "name"
            let session = isFacilitator ? Int64(try row.text(3).prefix { $0 != "," }) : nil
            let (newOld, newNew) = (changed(old, session), changed(new, session))
            guard newOld != old || newNew != new else { return }
            traces.edits.append(Traces.Edit(entry: try row[0], position: try row[1], old: newOld, new: newNew))
            if isFacilitator { pronouns.insert(HistoryKey(entry: try row[0], key: try row[3])) }
        }
        for place in pronouns.sorted() { traces.edits += try pronounEdits(place) }
    }

    private func pronounEdits(_ place: HistoryKey) throws -> [Traces.Edit] {
        try database.all(
            """
            SELECT position FROM history_value
            WHERE history_id = \(place.entry) AND record_table = 'session_facilitator' AND record_key = \(place.key)
                AND column_name = 'pronouns' AND (old IS NOT NULL OR new IS NOT NULL)
            """
        ) { Traces.Edit(entry: place.entry, position: try $0[0], old: .null, new: .null) }
    }
}

/// A row as an entry of the history changed it.
private struct HistoryKey: Hashable, Comparable {
    let entry: Int64
    let key: String

    static func < (left: Self, right: Self) -> Bool { (left.entry, left.key) < (right.entry, right.key) }
}
