import Calendar
import SQLite
import Support
import Testing

@testable import Records

/// Forgetting reaches what holds a name without a person's row: facilitators, file names, the history.
struct ForgetFacilitatorTests {
    let desk: Desk
    let first: Found
    let second: Found

    init() throws {
        desk = try Desk()
        first = try desk.add(
            .session,
            ["ref": "one", "starts": "2026-10-01", "facilitators": "Quill Threnody:lead:ze/zir;Bo Vale:support"]
        )
        second = try desk.add(
            .session,
            ["ref": "two", "starts": "2026-11-01", "facilitators": "Bo Vale:lead;QUILL  THRÉNODY::ze/zir"]
        )
    }

    private func edit(_ session: Found, _ texts: KeyValuePairs<String, String>) throws {
        try desk.store.change("session edit") { _ in
            try desk.store.edit(.session, session.id, try desk.draft(.session, texts))
        }
    }

    private func facilitators(_ session: Found) throws -> [String] {
        try desk.store.database.all(
            """
            SELECT name || '/' || ifnull(role, '') || '/' || ifnull(pronouns, '') FROM session_facilitator
            WHERE session_id = \(session.id) ORDER BY position
            """
        ) { try $0.text(0) }
    }

    private func name(_ text: String) throws -> FullName { try #require(FullName(text)) }

    private func expectGone(_ words: [String]) {
        for path in [desk.path, "\(desk.path)-journal", "\(desk.path)-wal"] {
            let text = String(decoding: bytes(of: path) ?? [], as: UTF8.self).lowercased()
            for word in words { #expect(!text.contains(word.lowercased()), "\(word) is still in \(path)") }
        }
    }

    @Test func `a person who is forgotten is no facilitator by name any more, and the roles stay`() throws {
        let quill = try desk.add(.person, ["name": "Quill Threnody"])
        let forgotten = try desk.store.forget(ForgetRequest(people: [quill]))
        #expect(forgotten.facilitated.map(\.session) == [first, second])
        #expect(forgotten.unclear.isEmpty)
        let (one, two) = (try facilitators(first), try facilitators(second))
        #expect(one[1] == "Bo Vale/support/")
        #expect(two[0] == "Bo Vale/lead/")
        // One word for one person, so that counts by facilitator stay.
        #expect(one[0].hasPrefix("forgotten-") && one[0].hasSuffix("/lead/"))
        #expect(two[1] == one[0].replacing("/lead/", with: "//"))
        expectGone(["threnody", "thrénody", "ze/zir"])
        #expect(try desk.store.brokenEntries().isEmpty)
    }

    @Test func `what a session held before it was edited or removed is forgotten too`() throws {
        try edit(first, ["facilitators": "Threnody, Quill:lead:ze/zir"])
        try edit(first, ["facilitators": "Bo Vale:lead"])
        try desk.store.change("session remove") { _ in try desk.store.remove(.session, second) }
        let forgotten = try desk.store.forget(ForgetRequest(names: [try name("quill threnody")]))
        #expect(forgotten.facilitated.isEmpty)
        #expect(forgotten.historyValues > 3)
        expectGone(["threnody", "thrénody", "ze/zir"])
        let words = try desk.value(
            "SELECT count(*) FROM history_value WHERE record_table = 'session_facilitator' AND old = 'Bo Vale'",
            as: Int.self
        )
        #expect(words == 2)
        #expect(try desk.store.brokenEntries().isEmpty)
    }

    @Test func `an import that is undone afterwards brings no name back`() throws {
        let made = try desk.store.change("import sessions") { _ in
            let file = ImportFile(kind: .session, source: "groundwork", name: "rows.csv", sha256: "x")
            let id = try desk.store.beginImport(file)
            try desk.store.edit(.session, first.id, try desk.draft(.session, ["facilitators": "Bo Vale"]))
            try desk.store.finishImport(id, ImportCounts())
            return id
        }
        let forgotten = try desk.store.forget(ForgetRequest(names: [try name("Quill Threnody")]))
        #expect(forgotten.files == ["rows.csv"])
        _ = try desk.store.undoImport(made)
        let names = try facilitators(first)
        #expect(names.count == 2)
        #expect(names[0].hasPrefix("forgotten-") && names[0].hasSuffix("/lead/"))
        expectGone(["threnody", "thrénody", "ze/zir"])
    }

    @Test func `pages that were freed hold no name`() throws {
        let long = String(repeating: "Quill Threnody and the long road home, ", count: 40)
        for day in 10...28 {
            let session = try desk.add(
                .session,
                ["ref": "long-\(day)", "starts": "2026-09-\(day)", "facilitators": "Quill Threnody:\(long)"]
            )
            try desk.store.change("session remove") { _ in try desk.store.remove(.session, session) }
        }
        let forgotten = try desk.store.forget(ForgetRequest(names: [try name("Quill Threnody")]))
        #expect(forgotten.isCleaned)
        expectGone(["threnody", "thrénody"])
    }

    @Test func `a facilitator who may be somebody else is left until somebody says`() throws {
        let quill = try desk.add(.person, ["name": "Quill Threnody", "organization": "cci"])
        let other = try desk.add(.person, ["name": "quill threnody", "organization": "pier"])
        let before = (try facilitators(first), try facilitators(second))
        let preview = try desk.store.preview(ForgetRequest(people: [quill]))
        #expect(preview.unclear.map(\.session) == [first, second])
        #expect(preview.others == [other])
        let forgotten = try desk.store.forget(ForgetRequest(people: [quill]))
        #expect(forgotten.unclear.count == 2)
        #expect((try facilitators(first), try facilitators(second)) == before)
        #expect(try desk.value("SELECT name FROM person WHERE id = \(other.id)") == "quill threnody")
        // Both at once are nobody else's.
        let again = try desk.store.forget(ForgetRequest(people: [other]))
        #expect(again.facilitated.count == 2)
        expectGone(["threnody", "thrénody"])
    }

    @Test(arguments: [true, false])
    func `somebody says whether it is one person`(isSame: Bool) throws {
        let quill = try desk.add(.person, ["name": "Quill Threnody", "organization": "cci"])
        try desk.add(.person, ["name": "Quill Threnody", "organization": "pier"])
        let forgotten = try desk.store.forget(ForgetRequest(people: [quill], isSame: isSame))
        #expect(forgotten.facilitated.count == (isSame ? 2 : 0))
        #expect(forgotten.unclear.isEmpty)
        #expect(try facilitators(second)[1].contains("THR") == !isSame)
    }

    @Test func `attendance as a facilitator says who it was`() throws {
        let quill = try desk.add(.person, ["name": "Quill Threnody", "organization": "cci"])
        let other = try desk.add(.person, ["name": "Quill Threnody", "organization": "pier"])
        try desk.attend(first, quill, role: .facilitator)
        try desk.attend(second, other, role: .facilitator)
        let forgotten = try desk.store.forget(ForgetRequest(people: [quill]))
        #expect(forgotten.facilitated.map(\.session) == [first])
        #expect(forgotten.unclear.isEmpty)
        #expect(try facilitators(second)[1] == "QUILL  THRÉNODY//ze/zir")
    }

    @Test func `a name that somebody had before is a guess until somebody says`() throws {
        let quill = try desk.add(.person, ["name": "Quill Threnody"])
        try desk.store.change("person edit") { _ in
            try desk.store.edit(.person, quill.id, try desk.draft(.person, ["name": "Quill Newname"]))
        }
        #expect(try desk.store.preview(ForgetRequest(people: [quill])).unclear.count == 2)
        let forgotten = try desk.store.forget(ForgetRequest(people: [quill], isSame: true))
        #expect(forgotten.facilitated.count == 2)
        expectGone(["threnody", "thrénody", "newname"])
    }

    @Test func `two facilitators in one name are left to be edited`() throws {
        try edit(first, ["facilitators": "Quill Threnody and Bo Vale"])
        let forgotten = try desk.store.forget(ForgetRequest(names: [try name("Quill Threnody")]))
        #expect(try facilitators(first) == ["Quill Threnody and Bo Vale//"])
        #expect(forgotten.places == [NamePlace(place: "session facilitator", count: 1, records: ["one"])])
    }

    @Test func `the name of an imported file that holds the name is replaced`() throws {
        let files = ["Quill Threnody sign-in.CSV", "threnody_quill.xlsx", "quill.csv", "report.csv"]
        for (index, name) in files.enumerated() {
            try desk.store.change("import people") { _ in
                let file = ImportFile(kind: .person, source: "groundwork", name: name, sha256: "\(index)")
                let id = try desk.store.beginImport(file)
                try desk.addNow(.person, ["name": "Somebody"])
                try desk.store.finishImport(id, ImportCounts())
            }
        }
        let forgotten = try desk.store.forget(ForgetRequest(names: [try name("Quill Threnody")]))
        #expect(forgotten.renamed == [1, 2])
        #expect(forgotten.files == ["Quill Threnody sign-in.CSV", "threnody_quill.xlsx"])
        let names = try desk.store.imports().map(\.file)
        #expect(names == ["report.csv", "quill.csv", "import-2.xlsx", "import-1.csv"])
        expectGone(["threnody"])
    }

    @Test func `texts that hold the full name are counted by place, and never changed`() throws {
        try edit(first, ["title": "An evening with Quill Threnody", "agreements": "Ask Threnody, Quill;Be kind"])
        try desk.add(.outlet, ["ref": "box", "title": "Box", "owner": "Quill Threnody", "opened": "2026-10-01"])
        try desk.add(
            .feedback,
            ["ref": "f1", "outlet": "box", "received": "2026-11-02", "summary": "Quill Threnody helped"]
        )
        try desk.add(.session, ["title": "Quill Threnody, a talk", "starts": "2026-11-05"])
        let forgotten = try desk.store.forget(ForgetRequest(names: [try name("Quill Threnody")]))
        let places = forgotten.places.map { "\($0.place): \($0.count) \($0.records)" }
        #expect(
            places == [
                "feedback summary: 1 [\"f1\"]", "outlet owner: 1 [\"box\"]", "session ref: 1 []",
                "session title: 2 [\"one\"]", "session agreement: 1 [\"one\"]",
            ]
        )
        #expect(try desk.value("SELECT owner FROM outlet") == "Quill Threnody")
    }

    @Test func `after a text is edited, forgetting the name again clears what it was`() throws {
        try desk.add(.outlet, ["ref": "box", "title": "Box", "owner": "Quill Threnody, program"])
        _ = try desk.store.forget(ForgetRequest(names: [try name("Quill Threnody")]))
        try desk.store.change("outlet edit") { _ in
            let outlet = try desk.store.find(.outlet, "box")
            try desk.store.edit(.outlet, outlet.id, try desk.draft(.outlet, ["owner": "program director"]))
        }
        let forgotten = try desk.store.forget(ForgetRequest(names: [try name("Quill Threnody")]))
        #expect(forgotten.places.isEmpty)
        expectGone(["threnody"])
        let was: String? = try desk.value("SELECT old FROM history_value WHERE column_name = 'owner'")
        #expect(was == "(name removed), program")
        #expect(try desk.store.brokenEntries().isEmpty)
    }

    @Test func `a text in the history stays where somebody else of the name is kept`() throws {
        let quill = try desk.add(.person, ["name": "Quill Threnody", "organization": "cci"])
        try desk.add(.person, ["name": "Quill Threnody", "organization": "pier"])
        try edit(first, ["title": "An evening with Quill Threnody"])
        try edit(first, ["title": "An evening"])
        let forgotten = try desk.store.forget(ForgetRequest(people: [quill], isSame: true))
        #expect(forgotten.places.map(\.place) == ["person name", NamePlace.history])
    }

    @Test func `retention ends facilitators' names as it ends everybody's, and spares who is to lead a session`() throws
    {
        let old = try desk.add(
            .session,
            ["ref": "old", "starts": "2024-05-01", "facilitators": "Ola Past:lead;Lark Next"]
        )
        let wren = try desk.add(.person, ["name": "Wren Past"])
        let lark = try desk.add(.person, ["name": "Lark Next"])
        let ola = try desk.add(.person, ["name": "Ola Past"])
        for person in [wren, lark, ola] { try desk.attend(old, person) }
        try desk.add(.session, ["ref": "next", "starts": "2026-12-01", "facilitators": "lark next"])
        try desk.add(.session, ["ref": "older", "starts": "2024-04-01", "facilitators": "No Row:lead"])
        let day = desk.store.today
        let request = try desk.store.pastKeeping(asOf: day)
        #expect(request.people == [ola, wren].sorted { $0.ref < $1.ref })
        #expect(request.names == [try name("No Row")])
        let due = try #require(try desk.store.due(asOf: day).first { $0.what.contains("kept longer than") })
        #expect(due.what == "Forget 3 names kept longer than 24 months")
        #expect(due.since == Day(iso: "2026-04-01"))
        _ = try desk.store.forget(request)
        expectGone(["ola past", "wren past", "no row"])
        #expect(try facilitators(old)[1] == "Lark Next//")
        #expect(try desk.store.pastKeeping(asOf: day).count == 0)
        #expect(try desk.store.due(asOf: day).allSatisfy { !$0.what.contains("kept longer than") })
    }

    @Test func `a facilitator's name ends only when everybody of the name is past the time`() throws {
        let old = try desk.add(.session, ["ref": "old", "starts": "2024-05-01", "facilitators": "Ola Past:lead"])
        let one = try desk.add(.person, ["name": "Ola Past", "organization": "cci"])
        let other = try desk.add(.person, ["name": "Ola Past", "organization": "pier"])
        try desk.attend(old, one)
        try desk.attend(first, other)
        let request = try desk.store.pastKeeping(asOf: desk.store.today)
        #expect(request == ForgetRequest(people: [one]))
        _ = try desk.store.forget(request)
        #expect(try facilitators(old) == ["Ola Past/lead/"])
    }
}
