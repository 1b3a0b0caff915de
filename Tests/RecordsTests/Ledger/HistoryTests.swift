import SQLite
import Testing

@testable import Records

struct HistoryTests {
    let desk: Desk

    init() throws { desk = try Desk() }

    /// The lines of a record's history: what, change, field, from, to.
    private func lines(_ noun: Noun, _ found: Found) throws -> [String] {
        var lines: [String] = []
        try desk.store.history(of: (noun, found)) { line in
            let words = [line.record, line.change, line.column, line.old, line.new].map { $0 ?? "-" }
            lines.append(words.joined(separator: " | "))
        }
        return lines
    }

    @Test func `a new session tells what it began with, its count and its organizations too`() throws {
        let session = try desk.add(
            .session,
            [
                "ref": "s1", "course": "foundations", "organization": "CCI;Harbor", "starts": "2026-11-10",
                "headcount": "22",
            ]
        )
        try desk.store.change("edit") { _ in
            try desk.store.edit(.session, session.id, try desk.draft(.session, ["minutes": "90"]))
        }
        let lines = try lines(.session, session)
        #expect(lines.contains("session s1 | created | starts_on | - | 2026-11-10"))
        #expect(lines.contains("session s1 | created | minutes | - | 120"))
        #expect(
            lines.contains("session organization of s1 | created | organization | - | cci; harbor")
        )
        #expect(lines.contains("headcount of s1 | created | count | - | 22"))
        #expect(lines.contains("headcount of s1 | created | method | - | counted"))
        #expect(lines.contains("session s1 | changed | minutes | 120 | 90"))
        let inside = lines.contains { $0.contains("| id |") || $0.contains("import") || $0.contains("position") }
        #expect(!inside)
    }

    @Test func `a record that was removed can be asked for by the ref that it had`() throws {
        let session = try desk.add(.session, ["ref": "s1", "starts": "2026-11-10", "headcount": "7"])
        try desk.store.change("remove") { _ in try desk.store.remove(.session, session) }
        let removed = try desk.store.removed(ref: "S1")
        #expect(removed.map(\.found) == [session])
        let lines = try lines(.session, session)
        #expect(lines.contains("session s1 (gone) | created | starts_on | - | 2026-11-10"))
        #expect(lines.contains("session s1 (gone) | removed | starts_on | 2026-11-10 | -"))
        #expect(lines.contains { $0.hasSuffix("| removed | count | 7 | -") })
        #expect(lines.contains { $0.hasSuffix("| removed | method | counted | -") })
        let inside = lines.contains { $0.contains("| id |") || $0.contains("| 1 |") }
        #expect(!inside)
    }

    @Test func `the history of everything does not repeat the names of new people`() throws {
        try desk.add(.person, ["name": "Wren Example", "email": "wren@example.org"])
        var said = ""
        try desk.store.history(of: nil) { said += ($0.new ?? "") + ($0.old ?? "") }
        #expect(!said.contains("Wren"))
        #expect(!said.contains("wren@"))
    }

    @Test func `what keeps a record from being removed is counted by kind`() throws {
        let cci = try desk.add(.organization, ["title": "CCI"])
        try desk.add(.session, ["organization": "CCI", "host": "CCI", "starts": "2026-11-10"])
        try desk.add(.session, ["organization": "CCI", "starts": "2026-11-11"])
        try desk.add(.person, ["name": "Wren", "organization": "CCI"])
        #expect(throws: RecordError.inUse(.organization, "cci", by: "2 sessions, 1 person")) {
            try desk.store.change("remove") { _ in try desk.store.remove(.organization, cci) }
        }
    }

    @Test func `forgetting says that the file could not be cleaned, and the person is forgotten all the same`() throws {
        let person = try desk.add(.person, ["name": "Wren"])
        var forgotten: Forgotten?
        // A statement that is still being read keeps the file from being rebuilt.
        try desk.store.database.forEach("SELECT 1 UNION ALL SELECT 2") { _ in
            if forgotten == nil { forgotten = try desk.store.forget(ForgetRequest(people: [person])) }
        }
        #expect(forgotten?.isCleaned == false)
        #expect(try desk.value("SELECT count(*) FROM person WHERE name IS NOT NULL") == 0)
        let again = Found(id: person.id, ref: forgotten?.newRefs.first ?? "")
        #expect(try desk.store.forget(ForgetRequest(people: [again])).isCleaned)
    }

    @Test func `a time zone that this machine does not know is an error, not UTC`() throws {
        try desk.store.database.execute("UPDATE program SET time_zone = 'Mars/Olympus'")
        #expect(throws: StoreError.unknownZone("Mars/Olympus")) { try Program.load(from: desk.store.database) }
    }

    @Test(arguments: [
        (Noun.headcount, Advice(.update, .perform(.setHeadcount, ["session": "s1"], ask: ["count"]))),
        (.tally, Advice(.update)),
        (.session, Advice(.update, .perform(.edit(.session), ["ref": "s1"]))),
    ])
    func `what to do about a record that differs names an operation that there is`(noun: Noun, advice: Advice) {
        #expect(RecordError.differs(noun, "s1", fields: ["count"]).advice == advice)
    }

    @Test(arguments: ["estimated", "platform"])
    func `the headcount of a session is what was counted, not what was estimated`(method: String) throws {
        let session = try desk.add(.session, ["ref": "s1", "starts": "2026-11-10"])
        try desk.store.change("set") { _ in _ = try desk.store.setHeadcount(session.id, count: 9, method: method) }
        var shown: String?
        let extract = Extract(.session, RecordFilter(id: session.id))
        let place = extract.fields.firstIndex { $0.name == "headcount" } ?? 0
        try desk.store.forEach(extract) { shown = try $0.value(place).plain }
        #expect(shown == "")
    }

    @Test func `the history tells names and words of people only where it is asked to`() throws {
        let person = try desk.add(.person, ["name": "Wren Example"])
        try desk.add(.outlet, ["ref": "box", "title": "Box", "opened": "2026-01-01"])
        let item = try desk.add(.feedback, ["outlet": "box", "received": "2026-11-10", "summary": "Too loud"])
        try desk.store.change("edit") { _ in
            try desk.store.edit(.person, person.id, try desk.draft(.person, ["name": "Wren Heron"]))
            try desk.store.edit(.feedback, item.id, try desk.draft(.feedback, ["summary": "Too bright"]))
        }
        #expect(
            try lines(.feedback, item).contains { $0.hasSuffix("changed | summary | (not shown) | (not shown)") }
        )
        var (plain, identified) = ("", "")
        try desk.store.history(of: nil) { plain += " \($0.old ?? "") \($0.new ?? "")" }
        try desk.store.history(of: nil, identified: true) { identified += " \($0.old ?? "") \($0.new ?? "")" }
        for word in ["Wren Example", "Wren Heron", "Too loud", "Too bright"] {
            #expect(!plain.contains(word), "\(word)")
            #expect(identified.contains(word), "\(word)")
        }
    }

    @Test func `one person's answers are not told by the history, not even of a form that was removed`() throws {
        let session = try desk.add(.session, ["ref": "s1", "starts": "2026-11-10"])
        var items = [
            FormItem(position: 1, code: "score", kind: .number, label: "How sure?"),
            FormItem(position: 2, code: "more", kind: .text, label: "More?"),
        ]
        items[0].slot = 1
        let made = Form(ref: "f", title: "F", items: items)
        let form = try desk.store.form(desk.store.change("form add") { _ in try desk.store.add(form: made).id })
        let found = try desk.store.change("evaluation add", byDay: true) { _ in
            var new = NewEvaluations(of: form)
            new.append(session: session.id, day: nil, answers: [Answer(number: 4711)])
            Array("Plum".utf8).withUnsafeBytes { new.append(words: $0, position: 2) }
            return try desk.store.addReturned(new, on: desk.store.today).found
        }
        try desk.store.change("evaluation remove", byDay: true) { _ in try desk.store.remove(.evaluation, found) }
        var told = ""
        try desk.store.history(of: nil) { told += " \($0.column ?? "") \($0.old ?? "") \($0.new ?? "")" }
        #expect(!told.contains("4711") && !told.contains("Plum"))
        #expect(told.contains("score (not shown)"))
    }

    @Test func `an edit that takes a telephone number out takes it out of the history too`() throws {
        try desk.add(.outlet, ["ref": "box", "title": "Box", "opened": "2026-01-01"])
        let item = try desk.add(.feedback, ["outlet": "box", "received": "2026-11-10", "summary": "Loud"])
        func edit(_ summary: String) throws {
            try desk.store.change("feedback edit") { _ in
                try desk.store.edit(.feedback, item.id, try desk.draft(.feedback, ["summary": summary]))
            }
        }
        func held(_ word: String) throws -> Int? {
            let like = "%\(word)%"
            return try desk.value("SELECT count(*) FROM history_value WHERE old LIKE \(like) OR new LIKE \(like)")
        }
        try edit("Quiet")
        #expect(try held("Loud") == 1)
        try edit("Loud, call 206 555 0137")
        #expect(try held("0137") == 1)
        try edit("Loud again")
        #expect(try held("0137") == 0)
        #expect(try desk.store.undo().kept.count == 1)
        #expect(try desk.value("SELECT count(*) FROM feedback WHERE summary = 'Loud again'") == 1)
        #expect(try desk.store.brokenEntries() == [])
    }

    @Test func `what fails while nothing is noted leaves the next change noted`() throws {
        let made = try desk.store.change("edit") { _ in
            #expect(throws: StoreError.self) { try desk.store.unnoted { throw StoreError.missing("a thing") } }
            return try desk.addNow(.organization, ["title": "Alder"])
        }
        #expect(try lines(.organization, made).contains { $0.hasSuffix("| created | title | - | Alder") })
    }

    @Test func `why an item is not counted leaves as yes, and its words with free text only`() throws {
        try desk.add(.outlet, ["ref": "box", "title": "Box", "opened": "2026-01-01"])
        try desk.add(
            .feedback,
            ["outlet": "box", "received": "2026-11-10", "summary": "Loud", "excluded": "Wren said it twice"]
        )
        func excluded(_ extract: Extract) throws -> String? {
            var shown: String?
            let place = try #require(extract.fields.firstIndex { $0.name == "excluded" })
            try desk.store.forEach(extract) { shown = try $0.value(place).plain }
            return shown
        }
        #expect(try excluded(.deidentified(.feedback)) == "yes")
        #expect(try excluded(Extract(.feedback)) == "Wren said it twice")
    }
}
