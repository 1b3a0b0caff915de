import SQLite
import Testing

@testable import Records

struct UndoImportTests {
    let desk: Desk

    init() throws { desk = try Desk() }

    /// Runs `body` as an import of one file, and returns the import's row id.
    private func importing(_ kind: Noun, _ body: () throws -> Void) throws -> Int64 {
        try desk.store.change("import \(kind.plural)") { _ in
            let file = ImportFile(kind: kind, source: "groundwork", name: "rows.csv", sha256: "\(kind)")
            let id = try desk.store.beginImport(file)
            try body()
            try desk.store.finishImport(id, ImportCounts())
            return id
        }
    }

    @Test func `a list that was edited after an import stays as it was edited`() throws {
        let cci = try desk.add(.organization, ["title": "CCI", "sites": "North;South"])
        let made = try importing(.organization) {
            try desk.store.edit(.organization, cci.id, try desk.draft(.organization, ["sites": "East", "sector": "a"]))
        }
        try desk.store.change("test edit") { _ in
            try desk.store.edit(.organization, cci.id, try desk.draft(.organization, ["sites": "West"]))
        }
        let undone = try desk.store.undoImport(made)
        #expect(undone.kept == ["site of cci"])
        #expect(try desk.store.database.all("SELECT title FROM site") { try $0.text(0) } == ["West"])
        #expect(try desk.value("SELECT sector FROM organization WHERE id = \(cci.id)", as: String?.self) == .some(nil))
    }

    @Test func `a list of a record that was removed after an import does not come back without it`() throws {
        let cci = try desk.add(.organization, ["title": "CCI", "sites": "North;South"])
        let made = try importing(.organization) {
            try desk.store.edit(.organization, cci.id, try desk.draft(.organization, ["sites": "East"]))
        }
        try desk.store.change("test remove") { _ in try desk.store.remove(.organization, cci) }
        #expect(try desk.store.undoImport(made).kept.isEmpty)
        #expect(try desk.value("SELECT count(*) FROM site") == 0)
    }

    @Test func `what an import made and changed or removed itself leaves no lines, and does not come back`() throws {
        var first: Found?
        let before = try desk.content()
        let made = try importing(.person) {
            let wren = try desk.store.add(.person, try desk.draft(.person, ["name": "Wren Example"]))
            try desk.store.edit(.person, wren.id, try desk.draft(.person, ["name": "Wren Q. Example"]))
            let session = try desk.store.add(
                .session,
                try desk.draft(.session, ["starts": "2026-11-10", "topics": "A"])
            )
            try desk.store.edit(.session, session.id, try desk.draft(.session, ["topics": "B;C"]))
            let other = try desk.store.add(.session, try desk.draft(.session, ["ref": "x", "starts": "2026-11-11"]))
            try desk.store.database.execute("DELETE FROM session WHERE id = \(other.id)")
            first = wren
        }
        #expect(first != nil)
        #expect(try desk.value("SELECT count(*) FROM history_value WHERE old IS NOT NULL OR change = 'removed'") == 0)
        let undone = try desk.store.undoImport(made)
        #expect(undone.kept.isEmpty)
        #expect(undone.restored == 0)
        #expect(try desk.content() == before)
    }

    @Test func `the history keeps no names of people whom undo removed`() throws {
        let made = try importing(.person) {
            _ = try desk.store.add(.person, try desk.draft(.person, ["ref": "p-one", "name": "Wren Example"]))
        }
        let wren = try desk.store.find(.person, "p-one")
        try desk.store.change("person edit") { _ in
            try desk.store.edit(.person, wren.id, try desk.draft(.person, ["name": "Wren Q. Example"]))
        }
        _ = try desk.store.undo()
        _ = try desk.store.undoImport(made)
        #expect(try desk.value("SELECT count(*) FROM person") == 0)
        #expect(
            try desk.value("SELECT count(*) FROM history_value WHERE old LIKE '%Example' OR new LIKE '%Example'") == 0
        )
        #expect(try desk.store.brokenEntries().isEmpty)
    }

    @Test func `undo says so where what it would remove is needed by rows that stayed`() throws {
        let cci = try desk.add(.organization, ["title": "CCI"])
        let made = try importing(.session) {
            _ = try desk.store.add(
                .session,
                try desk.draft(.session, ["ref": "one", "organization": "cci", "starts": "2026-11-10"])
            )
        }
        let session = try desk.store.find(.session, "one")
        try desk.store.change("test edit") { _ in
            try desk.store.edit(.session, session.id, try desk.draft(.session, ["fund": "County"]))
        }
        #expect(try desk.store.undoImport(made).kept == ["session one"])
        let first = try #require(
            try desk.store.database.value("SELECT min(id) FROM history", as: Int64.self).flatMap(desk.store.entry)
        )
        #expect(throws: RecordError.nothingToUndo("test add can't be undone, because other records now depend on it")) {
            try desk.store.takeBack(first, by: HistoryEntry.undo)
        }
        #expect(try desk.store.find(.organization, "cci") == cci)
    }
}

extension UndoImportTests {
    @Test func `undo after imports undo does not reach for an earlier command`() throws {
        let made = try importing(.organization) { try desk.addNow(.organization, ["title": "One"]) }
        try desk.add(.organization, ["title": "Keep me"])
        _ = try desk.store.undoImport(made)
        #expect(throws: RecordError.nothingToUndo("the last command, imports undo, can't be undone")) {
            try desk.store.undo()
        }
        #expect(try desk.value("SELECT count(*) FROM organization WHERE title = 'Keep me'") == 1)
        try desk.add(.organization, ["title": "Another"])
        #expect(try desk.store.undo().removed == 1)
    }

    @Test func `an import that is the last one no longer is not taken back in its place`() throws {
        let made = try importing(.organization) { try desk.addNow(.organization, ["title": "One"]) }
        var isSought = false
        let advice = Advice("To see them", .perform(.listImports))
        let refusal = RecordError.nothingToUndo("another file was imported in the meantime", advice: advice)
        #expect(throws: refusal) {
            try desk.store.undoImport({
                defer { isSought = true }
                return isSought ? made + 1 : made
            }) { _ in }
        }
        #expect(try desk.value("SELECT count(*) FROM organization WHERE title = 'One'") == 1)
    }

    @Test func `what is asked before an import is taken back leaves it as it is where the answer is no`() throws {
        struct No: Error {}
        let made = try importing(.organization) { try desk.addNow(.organization, ["title": "One"]) }
        #expect(throws: No.self) { try desk.store.undoImport({ made }) { _ in throw No() } }
        #expect(try desk.value("SELECT count(*) FROM import WHERE undone_at IS NULL") == 1)
        #expect(try desk.store.undoImport(made).removed == 1)
    }
}
